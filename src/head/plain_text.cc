// SPDX-License-Identifier: Apache-2.0
#include "head/plain_text.h"

#include "base/utf8.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace tamis::head {
namespace {

constexpr std::size_t kMaxMarkup = 1u << 20;

constexpr std::array<std::pair<std::string_view, char32_t>, 24> kEntities{{
    {"amp", '&'},     {"lt", '<'},     {"gt", '>'},      {"quot", '"'},    {"apos", '\''},
    {"nbsp", ' '},    {"ldquo", U'“'}, {"rdquo", U'”'},  {"lsquo", U'‘'},  {"rsquo", U'’'},
    {"hellip", U'…'}, {"mdash", U'—'}, {"ndash", U'–'},  {"middot", U'·'}, {"bull", U'•'},
    {"copy", U'©'},   {"laquo", U'«'}, {"raquo", U'»'},  {"emsp", ' '},    {"ensp", ' '},
    {"deg", U'°'},    {"times", U'×'}, {"eacute", U'é'}, {"euro", U'€'},
}};

std::optional<char32_t> numeric(std::string_view digits) {
  bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : digits) {
    int digit = c >= '0' && c <= '9'          ? c - '0'
                : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                              : -1;
    if (digit < 0) return std::nullopt;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  bool scalar = value >= 32 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return scalar ? std::optional<char32_t>(value) : std::nullopt;
}

// The entity at `at` ('&'), and moves past it; none when it is no entity we know.
std::optional<char32_t> entity(std::string_view text, std::size_t& at) {
  std::size_t end = text.substr(0, at + 12).find(';', at);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(at + 1, end - at - 1);
  std::optional<char32_t> c;
  if (!name.empty() && name[0] == '#') {
    c = numeric(name.substr(1));
  } else {
    for (auto [known, value] : kEntities)
      if (name == known) c = value;
  }
  if (c) at = end + 1;
  return c;
}

bool breaks_line(std::string_view tag) {
  for (std::string_view name : {"p", "/p", "br", "br/", "/div", "/li", "/h1", "/h2", "/h3", "tr"})
    if (tag == name) return true;
  return false;
}

// The name of the tag at `at` ('<') and moves past it; empty when it is no tag.
std::string_view tag(std::string_view text, std::size_t& at) {
  bool opens =
      at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '!' ||
                               ((text[at + 1] | 0x20) >= 'a' && (text[at + 1] | 0x20) <= 'z'));
  std::size_t end = opens ? text.find_first_of("<>", at + 1) : std::string_view::npos;
  if (end == std::string_view::npos || text[end] == '<') return {};
  std::string_view inside = text.substr(at + 1, end - at - 1);
  at = end + 1;
  return inside.substr(0, inside.find(' '));
}

}  // namespace

std::string plain_text(std::string_view markup) {
  markup = markup.substr(0, kMaxMarkup);
  // Twice encoded markup (&lt;p&gt;) is common: decode entities first, then drop tags.
  std::string decoded;
  decoded.reserve(markup.size());
  for (std::size_t at = 0; at < markup.size();) {
    std::optional<char32_t> c;
    if (markup[at] == '&' && (c = entity(markup, at)))
      base::append_utf8(decoded, *c);
    else if (!c)
      decoded += markup[at++];
  }
  std::string out;
  out.reserve(decoded.size());
  for (std::size_t at = 0; at < decoded.size();) {
    std::string_view name = decoded[at] == '<' ? tag(decoded, at) : std::string_view{};
    if (name.empty()) {
      out += decoded[at++];
    } else if (breaks_line(name)) {
      out += '\n';
    }
  }
  return out;
}

}  // namespace tamis::head
