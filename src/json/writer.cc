// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "json/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

namespace tamis::json {

namespace {

// The escape of a byte that may not stand in a JSON string; empty when it may.
std::string escape_of(unsigned char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  if (c >= 0x20) return {};
  constexpr char kHex[] = "0123456789abcdef";
  return std::string("\\u00") + kHex[c >> 4] + kHex[c & 15];
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();)
    base::append_utf8(out, base::next_code_point(text, at));
  return out;
}

// Whether a text may stand between quotes as it is, for sure: ASCII that needs no escape. Eight
// bytes at a time: the borrow of a subtraction sets the high bit of a byte that is too small.
bool is_plain(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kHigh = 0x80 * kOnes;
  const auto unfit = [](std::uint64_t bytes) {
    const std::uint64_t quote = bytes ^ ('"' * kOnes), backslash = bytes ^ ('\\' * kOnes);
    return (bytes | (bytes - 0x20 * kOnes) | (quote - kOnes) | (backslash - kOnes)) & kHigh;
  };
  std::uint64_t bytes = 0;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::memcpy(&bytes, text.data(), 8);
    if (unfit(bytes) != 0) return false;
  }
  bytes = 0x20 * kOnes;
  std::memcpy(&bytes, text.data(), text.size());
  return unfit(bytes) == 0;
}

// Copies runs of plain bytes at once: nearly all of a text is one.
void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(value, copied, i - copied);
    out += escape_of(c);
    copied = i + 1;
  }
  out.append(value, copied);
  out += '"';
}

template <class Number>
void append_number(std::string& out, Number value) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end.ptr);
}

}  // namespace

// `first_`: what comes next follows an opening bracket, a key or nothing, so no comma stands
// before it. Every value and every closing bracket clears it.
void Writer::comma() {
  if (!first_) out_ += ',';
  first_ = false;
}

void Writer::open_object() {
  comma();
  out_ += '{';
  first_ = true;
}

void Writer::close_object() {
  out_ += '}';
  first_ = false;
}

void Writer::open_array() {
  comma();
  out_ += '[';
  first_ = true;
}

void Writer::close_array() {
  out_ += ']';
  first_ = false;
}

// Short ones, as nearly all are, are added in one piece.
void Writer::put_plain(std::string_view value, bool is_key) {
  constexpr std::size_t kShort = 60;
  char piece[kShort + 4];
  char* to = piece;
  if (!first_) *to++ = ',';
  *to++ = '"';
  if (value.size() <= kShort) {
    std::memcpy(to, value.data(), value.size());
    to += value.size();
  } else {
    out_.append(piece, to).append(value);
    to = piece;
  }
  *to++ = '"';
  if (is_key) *to++ = ':';
  out_.append(piece, to);
  first_ = is_key;
}

void Writer::put_text(std::string_view value, bool is_key) {
  if (is_plain(value)) return put_plain(value, is_key);
  comma();
  if (base::valid_utf8(value)) {
    append_quoted(out_, value);
  } else {
    append_quoted(out_, repair_utf8(value));
  }
  if (is_key) out_ += ':';
  first_ = is_key;
}

void Writer::key(std::string_view name) {
  put_text(name, true);
}

void Writer::text(std::string_view value) {
  put_text(value, false);
}

void Writer::number(std::int64_t value) {
  comma();
  append_number(out_, value);
}

void Writer::number(std::uint64_t value) {
  comma();
  append_number(out_, value);
}

void Writer::real(double value, int digits) {
  comma();
  if (!std::isfinite(value)) {  // JSON has no word for it
    out_ += "null";
    return;
  }
  char buffer[400];  // the largest double has 309 digits before the point
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed,
                                 std::min(std::max(digits, 0), 60));
  std::string_view text(buffer, static_cast<std::size_t>(end.ptr - buffer));
  if (text.find('.') != std::string_view::npos) {
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
  }
  out_ += text == "-0" ? "0" : text;
}

void Writer::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
}

std::string Writer::take() {
  first_ = true;
  return std::exchange(out_, {});
}

}  // namespace tamis::json
