// SPDX-License-Identifier: Apache-2.0
// The development pages beside the repository (../shared), for tests that skip without them.
#pragma once

#include "tamis/source.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tamis::testing {

inline std::string dev_set(const std::string& name) {
  return std::string(TAMIS_SHARED_DIR) + "/bench/data/" + name;
}
inline bool has_dev_set(const std::string& name) {
  return std::filesystem::exists(dev_set(name) + "/pages");
}
inline std::vector<std::string> dev_sets() {
  return {"daniel",     "magic_article", "newspaper4k_train", "scrapinghub",
          "wcxb_train", "wcxb_types",    "zh_handcrafted"};
}

// Calls visit(page) on every page of the set, in order.
template <class Visit>
void for_each_page(const std::string& set, Visit visit) {
  const auto source = open_source({dev_set(set) + "/pages"}, {});
  Page page;
  while (source->next(page)) visit(page);
}

}  // namespace tamis::testing
