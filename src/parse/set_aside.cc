// SPDX-License-Identifier: Apache-2.0
#include "parse/set_aside.h"

#include "base/utf8.h"
#include "parse/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tamis::parsing {

namespace {

constexpr char32_t kMarkPoint = 0x10FFFD;
constexpr std::string_view kMark = "\xF4\x8F\xBF\xBD";
// The numbers of texts: code points that are letters to a tree builder. 0 is kMark itself.
constexpr char32_t kFirst = 0x20000;
constexpr std::size_t kMostTexts = 0xE0000;
constexpr std::size_t kLeast = 8;  // bytes: shorter texts are read as fast as marks

enum : char { kOrdinary, kHigh, kReference, kOdd };

// What the tokenizer does with a byte of text. Gumbo replaces the controls (13.2.3.5).
constexpr std::array<char, 256> make_kinds() {
  std::array<char, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\f';
    kinds[c] = c >= 0x80 ? kHigh : control || c == 0x7F ? kOdd : kOrdinary;
  }
  kinds['&'] = kReference;
  return kinds;
}
constexpr std::array<char, 256> kKinds = make_kinds();

char kind_of(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}

// Well formed, and without the code points that the builder replaces: U+80 to U+9F, U+FDD0 to
// U+FDEF and the last two of each plane. (Some others, that are rare, are taken for them.)
bool is_kept_utf8(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]),
               next = static_cast<unsigned char>(text[i + 1]);
    if (c == 0xC2 && next < 0xA0) return false;
    if (c == 0xEF && next == 0xB7) return false;
    if (c == 0xBF && (next == 0xBE || next == 0xBF)) return false;
  }
  return base::valid_utf8(text);
}

bool is_alphanumeric(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

// Of "#65" or "#x41" at the beginning of `text`.
char32_t numeric_reference(std::string_view text) {
  text.remove_prefix(1);
  const bool hex = !text.empty() && lower(text.front()) == 'x';
  if (hex) text.remove_prefix(1);
  while (text.starts_with('0')) text.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, hex ? 16 : 10);
  return error == std::errc{} ? value : 0;
}

}  // namespace

bool SetAside::is_plain(std::string_view text) {
  bool high = false;
  for (const char c : text) {
    const char kind = kind_of(c);
    if (kind > kHigh) return false;
    high |= kind == kHigh;
  }
  return !high || is_kept_utf8(text);
}

void SetAside::tag(std::span<const KeptAttribute> attributes, std::string& out) {
  std::array<char, 12> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), tags_.size()).ptr;
  out.append(" ").append(kTagMark).append("=").append(digits.data(), end);
  tags_.push_back(static_cast<std::uint32_t>(attributes_.size()));
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
}

std::span<const KeptAttribute> SetAside::attributes(std::string_view number) const {
  std::size_t tag = 0;
  std::from_chars(number.data(), number.data() + number.size(), tag);
  if (tag >= tags_.size()) return {};
  const std::size_t end = tag + 1 < tags_.size() ? tags_[tag + 1] : attributes_.size();
  return std::span(attributes_).subspan(tags_[tag], end - tags_[tag]);
}

void SetAside::text(std::string_view text, bool references, std::string& out) {
  std::size_t at = 0;
  while (at < text.size() && is_white(text[at])) ++at;
  out.append(text.substr(0, at));
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && kind_of(text[at]) <= kHigh) ++at;
    piece(text.substr(begin, at - begin), out);
    if (at == text.size()) break;
    if (text[at] == '&' && references) {
      at = reference(text, at, out);
    } else {
      out += text[at++];
    }
  }
}

// Of ordinary and high bytes.
void SetAside::piece(std::string_view text, std::string& out) {
  if (text.size() >= kLeast && texts_.size() < kMostTexts && is_plain(text)) {
    texts_.push_back(text);
    return mark(texts_.size(), out);
  }
  std::size_t from = 0;
  for (std::size_t at; (at = text.find(kMark, from)) != std::string_view::npos;) {
    out.append(text.substr(from, at - from));
    mark(0, out);
    from = at + kMark.size();
  }
  out.append(text.substr(from));
}

// From the '&' at `at` to past what the builder may read as its name.
std::size_t SetAside::reference(std::string_view text, std::size_t at, std::string& out) {
  std::size_t end = at + 1;
  const bool numeric = end < text.size() && text[end] == '#';
  end += numeric;
  while (end < text.size() && is_alphanumeric(text[end])) ++end;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  end += end < text.size() && text[end] == ';';
  if (numeric && numeric_reference(name) == kMarkPoint) {
    mark(0, out);
    return end;
  }
  out.append(text.substr(at, end - at));
  return end;
}

void SetAside::mark(std::size_t number, std::string& out) const {
  out.append(kMark);
  base::append_utf8(out, kFirst + static_cast<char32_t>(number));
}

// What the mark at `at` stands for; `at` moves past it.
std::string_view SetAside::marked(std::string_view text, std::size_t& at) const {
  at += kMark.size();
  if (at >= text.size()) return kMark;
  std::size_t end = at;
  const char32_t number = base::next_code_point(text, end) - kFirst;
  if (number > texts_.size()) return kMark;
  at = end;
  return number == 0 ? kMark : texts_[number - 1];
}

std::string_view SetAside::whole(std::string_view text, std::string& buffer) const {
  std::size_t at = text.find(kMark);
  if (at == std::string_view::npos) return text;
  std::size_t from = at;
  const std::string_view first = marked(text, from);
  if (at == 0 && from == text.size()) return first;
  buffer.assign(text.substr(0, at)).append(first);
  while ((at = text.find(kMark, from)) != std::string_view::npos) {
    buffer.append(text.substr(from, at - from));
    from = at;
    buffer.append(marked(text, from));
  }
  buffer.append(text.substr(from));
  return buffer;
}

}  // namespace tamis::parsing
