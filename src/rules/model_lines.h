// SPDX-License-Identifier: Apache-2.0
// The lines of a trained model's text: comments and empty lines passed over, numbers checked.
#pragma once

#include "tamis/result.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace tamis::rules {

class ModelLines {
 public:
  // `name` is for messages: "rules/block.model".
  ModelLines(std::string_view text, std::string name) : rest_(text), name_(std::move(name)) {}

  [[noreturn]] void fail(const std::string& fault) const {
    throw Failure(name_ + ":" + std::to_string(line_) + ": " + fault,
                  "train it again with scripts/train, or take the one that came with this tamis");
  }

  // The next line that is no comment; empty at the end.
  std::string_view next() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      const std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++line_;
      if (!line.empty() && line.front() != '#') return line;
    }
    return {};
  }

  // What stands behind `word` and a space on the next line.
  std::string_view rest_of(std::string_view word) {
    const std::string_view line = next();
    if (!line.starts_with(word) || line.size() <= word.size() + 1 || line[word.size()] != ' ')
      fail("expected '" + std::string(word) + " N'");
    return line.substr(word.size() + 1);
  }

  std::size_t count_of(std::string_view word) { return number<std::size_t>(rest_of(word)); }

  template <class Number>
  Number number(std::string_view word) const {
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
      fail("'" + std::string(word.substr(0, 40)) + "' is not the number that should stand here");
    if constexpr (std::is_floating_point_v<Number>) {
      if (!std::isfinite(value)) fail("a number that is not finite");
    }
    return value;
  }

 private:
  std::string_view rest_;
  std::string name_;
  std::size_t line_ = 0;
};

}  // namespace tamis::rules
