// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "json/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
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

void Writer::key(std::string_view name) {
  text(name);
  out_ += ':';
  first_ = true;
}

void Writer::text(std::string_view value) {
  comma();
  if (base::valid_utf8(value)) {
    append_quoted(out_, value);
  } else {
    append_quoted(out_, repair_utf8(value));
  }
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
