// SPDX-License-Identifier: Apache-2.0
// Pattern: a compiled regular expression over UTF-8 (RE2: linear time), the only place that
// includes re2. Immutable; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace tamis::base {

class Pattern {
 public:
  // Throws Failure naming the expression when it does not compile.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  bool matches(std::string_view text) const;  // the whole text
  bool found_in(std::string_view text) const;

  // The first match at or after `from`: group 0 and the groups, empty views for groups that took
  // no part; an empty vector when there is none. The views point into `text`.
  std::vector<std::string_view> find(std::string_view text, std::size_t from = 0) const;

 private:
  std::unique_ptr<re2::RE2> re_;
};

}  // namespace tamis::base
