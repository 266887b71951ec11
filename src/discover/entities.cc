// SPDX-License-Identifier: Apache-2.0
#include "discover/entities.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tamis::discovery {
namespace {

constexpr std::size_t kLongestName = 10;
constexpr std::size_t kTitleBytes = 1000;

constexpr std::array<std::pair<std::string_view, char32_t>, 32> kNames{
    {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
     {"nbsp", 0xA0},    {"ensp", 0x2002},  {"emsp", 0x2003},  {"hellip", 0x2026}, {"mdash", 0x2014},
     {"ndash", 0x2013}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"lsquo", 0x2018},  {"rsquo", 0x2019},
     {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB},   {"raquo", 0xBB},    {"middot", 0xB7},
     {"bull", 0x2022},  {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122},  {"times", 0xD7},
     {"deg", 0xB0},     {"yen", 0xA5},     {"euro", 0x20AC},  {"pound", 0xA3},    {"eacute", 0xE9},
     {"uuml", 0xFC},    {"ouml", 0xF6}}};

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// What XML 1.0 lets stand in a document.
bool is_xml_char(unsigned long c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

// "#8230;" or "#x2026;" behind the ampersand.
std::size_t append_number(std::string& out, std::string_view text) {
  const bool hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  std::size_t at = hex ? 2 : 1;
  const std::size_t first = at;
  unsigned long value = 0;
  for (; at < text.size() && at < first + 8; ++at) {
    const char c = text[at], small = static_cast<char>(c | 32);
    if (c >= '0' && c <= '9')
      value = value * (hex ? 16 : 10) + static_cast<unsigned long>(c - '0');
    else if (hex && small >= 'a' && small <= 'f')
      value = value * 16 + static_cast<unsigned long>(small - 'a' + 10);
    else
      break;
  }
  if (at == first || at >= text.size() || text[at] != ';') return 0;
  base::append_utf8(out, is_xml_char(value) ? static_cast<char32_t>(value) : U' ');
  return at + 1;
}

bool is_markup(std::string_view text) {
  if (text.size() < 2) return false;
  const char c = text[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
}

std::string without_markup(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<' && is_markup(text.substr(at))) {
      const std::size_t end = text.find('>', at);
      if (end != text.npos) {
        at = end + 1;
        continue;
      }
      break;  // a tag that does not end: the cut of a limit
    }
    if (text[at] == '&') {
      if (const std::size_t size = append_reference(out, text.substr(at)); size > 0) {
        at += size;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

// The beginning of valid UTF-8, without a piece of a character.
std::string_view cut_at(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  return text.substr(0, base::code_point_begin(text, most));
}

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') {
    const std::size_t size = append_number(out, text.substr(1));
    return size == 0 ? 0 : size + 1;
  }
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_name_letter(text[end])) ++end;
  if (end == 1 || end >= text.size() || text[end] != ';') return 0;
  const std::string_view name = text.substr(1, end - 1);
  const auto known = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  base::append_utf8(out, known == kNames.end() ? U' ' : known->second);
  return end + 1;
}

std::string plain_title(std::string_view text) {
  const std::string out = base::collapse_space(without_markup(cut_at(text, 8 * kTitleBytes)));
  return std::string(cut_at(out, kTitleBytes));
}

}  // namespace tamis::discovery
