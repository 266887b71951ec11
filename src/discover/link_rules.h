// SPDX-License-Identifier: Apache-2.0
// rules/links.tsv: what parts of a URL, and the text of a link, say.
#pragma once

#include "tamis/rules.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::discovery {

class LinkRules {
 public:
  explicit LinkRules(const Rules& rules);

  // The words are asked for in lower case.
  bool is_tracking(std::string_view parameter) const;
  bool is_section(std::string_view segment) const { return section_.contains(segment); }
  bool is_file(std::string_view extension) const { return file_.contains(extension); }
  bool is_pager(std::string_view text) const { return pager_.contains(text); }

 private:
  using Words = std::set<std::string, std::less<>>;
  Words tracking_, section_, file_, pager_;
  std::vector<std::string> tracking_prefixes_;
};

}  // namespace tamis::discovery
