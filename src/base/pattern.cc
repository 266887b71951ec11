// SPDX-License-Identifier: Apache-2.0
#include "base/pattern.h"

#include "tamis/result.h"

#include <re2/re2.h>

namespace tamis::base {

namespace {
RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}
}  // namespace

Pattern::Pattern(std::string_view expression)
    : re_(std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()),
                                     quiet())) {
  if (!re_->ok()) {
    throw Failure("the pattern '" + std::string(expression) + "' does not compile: " + re_->error(),
                  "RE2 syntax has no look-around and no back references");
  }
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::matches(std::string_view text) const {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *re_);
}

bool Pattern::found_in(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *re_);
}

std::vector<std::string_view> Pattern::find(std::string_view text, std::size_t from) const {
  std::vector<re2::StringPiece> groups(re_->NumberOfCapturingGroups() + 1);
  const re2::StringPiece piece(text.data(), text.size());
  if (from > text.size() || !re_->Match(piece, from, text.size(), RE2::UNANCHORED, groups.data(),
                                        static_cast<int>(groups.size()))) {
    return {};
  }
  std::vector<std::string_view> out;
  out.reserve(groups.size());
  for (const auto& group : groups) {
    out.push_back(group.data() ? std::string_view(group.data(), group.size()) : std::string_view());
  }
  return out;
}

}  // namespace tamis::base
