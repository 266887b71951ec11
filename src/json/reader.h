// SPDX-License-Identifier: Apache-2.0
// Single members of a JSON object, without a json::Value of all of it: several times as fast.
#pragma once

#include "tamis/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace tamis::json {

// Keeps its memory from one text to the next. One thread's.
class Reader {
 public:
  Reader();
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // What is wrong, as parse() says it; none: the members can be asked for. `text` need not outlive
  // the call.
  std::optional<Error> read(std::string_view text);
  bool is_object() const;

  // Of two members with one name the later counts. The views live until the next read().
  std::optional<std::string_view> string_at(std::string_view key) const;
  std::string_view text_at(std::string_view key) const;  // empty when there is no such string
  std::optional<std::int64_t> whole_at(std::string_view key) const;
  std::optional<double> real_at(std::string_view key) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tamis::json
