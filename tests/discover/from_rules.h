// SPDX-License-Identifier: Apache-2.0
// A Discoverer with the rules of the source tree, and what it finds as text.
#pragma once

#include "tamis/discover.h"
#include "tamis/rules.h"

#include <string>

namespace tamis::test {

inline const Discoverer& discoverer() {
  static const Discoverer one(Rules::load(TAMIS_RULES_DIR));
  return one;
}

inline Page page_of(std::string bytes) {
  Page page;
  page.url = "https://news.example/yw/index.html";
  page.bytes = std::move(bytes);
  return page;
}

inline Discovered discover_in(std::string bytes, Scope scope = {}) {
  DiscoverOptions options;
  options.scope = std::move(scope);
  return discoverer().discover(page_of(std::move(bytes)), options);
}

inline std::string as_text(const Discovered& found) {
  std::string out = "format " + found.format + "\n";
  const auto add = [&](const char* name, std::uint32_t count) {
    if (count > 0) out += name + (" " + std::to_string(count)) + "\n";
  };
  add("outside", found.outside);
  add("unlikely", found.unlikely);
  add("over_limit", found.over_limit);
  if (!found.canonical.empty()) out += "canonical " + found.canonical + "\n";
  if (found.error) out += std::string("error ") + error_name(found.error->kind) + "\n";
  for (const FoundUrl& item : found.items)
    out += std::string(source_kind_name(item.kind)) + " | " + item.url + " | " + item.date + " | " +
           item.lastmod + " | " + item.title + "\n";
  return out;
}

}  // namespace tamis::test
