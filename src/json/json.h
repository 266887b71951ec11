// SPDX-License-Identifier: Apache-2.0
// JSON in (simdjson, the only place that includes it) and out.
#pragma once

#include "tamis/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tamis::json {

struct Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>;  // in the order of the text

struct Value {
  std::variant<std::nullptr_t, bool, double, std::int64_t, std::string, Array, Object> data;

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(data); }
  const std::string* text() const { return std::get_if<std::string>(&data); }
  const Array* array() const { return std::get_if<Array>(&data); }
  const Object* object() const { return std::get_if<Object>(&data); }
  // A member of an object; null when this is no object or has no such key.
  const Value* find(std::string_view key) const;
  // The member's string, empty when there is none.
  std::string_view text_at(std::string_view key) const;
};

// No std::pair: clang 14 wants its second type complete before Value is.
struct Member {
  std::string key;
  Value value;
};

// kBroken with the reason when the text is not one JSON value. Depth is bounded (1024).
Result<Value> parse(std::string_view text);

// Writes one JSON value piece by piece, keys in call order. Invalid UTF-8 becomes U+FFFD;
// "</" is left as it is (this is not for embedding in HTML).
//   Writer w; w.open_object(); w.key("id"); w.text("a"); w.close_object(); w.take();
class Writer {
 public:
  Writer() = default;
  // Goes on behind what `out` holds; take() gives both back.
  explicit Writer(std::string out) : out_(std::move(out)) {}
  void open_object();
  void close_object();
  void open_array();
  void close_array();
  void key(std::string_view name);
  void text(std::string_view value);
  // Of printable ASCII without quote and backslash, as names in code are: not looked at.
  void plain_key(std::string_view name) { put_plain(name, true); }
  void plain_text(std::string_view value) { put_plain(value, false); }
  void number(std::int64_t value);
  void number(std::uint64_t value);
  void number(int value) { number(static_cast<std::int64_t>(value)); }
  void number(std::uint32_t value) { number(static_cast<std::uint64_t>(value)); }
  void real(double value, int digits);  // fixed, at most `digits` decimals, no trailing zeros
  void boolean(bool value);
  std::string take();

 private:
  void comma();
  void put_plain(std::string_view value, bool is_key);
  void put_text(std::string_view value, bool is_key);
  std::string out_;
  bool first_ = true;
};

}  // namespace tamis::json
