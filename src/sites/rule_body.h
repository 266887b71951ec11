// SPDX-License-Identifier: Apache-2.0
// What a rule file says, beyond the hosts and examples that everybody may see.
#pragma once

#include "sites/matcher.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tamis::sites {

enum class Key : std::uint8_t { kKeep, kDrop, kCutBefore, kCutAfter, kTitle, kDate, kAuthor };
inline constexpr const char* kKeyNames[] = {"keep",  "drop", "cut_before", "cut_after",
                                            "title", "date", "author"};

struct Entry {
  Key key;
  std::string text;
  std::uint32_t line;
};

struct RuleBody {
  std::vector<Entry> entries;  // in the order of the file
  Matcher matcher;             // one selector an entry
};

}  // namespace tamis::sites
