// SPDX-License-Identifier: Apache-2.0
// A rule from its text, a page from its HTML.
#pragma once

#include "sites/rule_file.h"
#include "tamis/parse.h"
#include "tamis/result.h"
#include "tamis/sites.h"

#include <string>

namespace tamis::test {

inline SiteRule rule_of(const std::string& keys) {
  const std::string text = "version = 1\nhosts = ['news.example']\n" + keys;
  return sites::read_rule(text, "x.toml", "sites/x.toml").rule;
}

// What reading a file says is wrong with it; empty: nothing.
inline std::string fault_of(const std::string& text) {
  try {
    sites::read_rule(text, "x.toml", "sites/x.toml");
  } catch (const Failure& failure) {
    return failure.what();
  }
  return {};
}

}  // namespace tamis::test
