// SPDX-License-Identifier: Apache-2.0
#include "repair/tokens.h"

#include "base/utf8.h"
#include "repair/byte_table.h"

namespace tamis::repairing {

namespace {

constexpr std::size_t kLongestReading = 12;  // bytes: "zhuàng" has 7

bool in_reading(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z');
}

Token character(std::string_view text, std::size_t& at) {
  Token token{TokenKind::kCharacter, 0, 0, 0, static_cast<std::uint32_t>(at), 0};
  token.c = base::next_code_point(text, at);
  token.bytes = token.c < 0x80 ? static_cast<std::uint16_t>(token.c) : gbk().bytes_of(token.c);
  token.end = static_cast<std::uint32_t>(at);
  return token;
}

}  // namespace

std::optional<Annotation> annotation_at(std::string_view text, std::size_t at, bool bracket,
                                        const Readings& readings) {
  if (bracket) {
    if (at >= text.size() || text[at] != '(') return std::nullopt;
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && at - begin < kLongestReading && in_reading(text, at)) ++at;
  const std::size_t size = at - begin;
  if (at < text.size() && text[at] == ' ') ++at;
  if (size == 0 || at >= text.size() || text[at] != ')') return std::nullopt;
  const auto id = readings.id_of(text.substr(begin, size));
  if (!id) return std::nullopt;
  return Annotation{*id, at + 1};
}

std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end,
                             const Readings& readings) {
  std::vector<Token> tokens;
  text = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    Token token = character(text, at);
    std::optional<Annotation> note;
    if (token.c == '?' || token.c == base::kReplacement) {
      token.kind = TokenKind::kBroken;
      // Browsers keep the bracket behind U+FFFD; code page 936 swallows it.
      note = annotation_at(text, at, at < end && text[at] == '(', readings);
      if (note) token.kind = TokenKind::kOrphan;
    } else if (token.c == '(') {
      note = annotation_at(text, token.begin, true, readings);
      if (note) token.kind = TokenKind::kNote;
    } else if (at < end && text[at] == '(' && base::is_han(token.c)) {
      note = annotation_at(text, at, true, readings);
      if (note && !readings.has(token.c, note->reading)) note.reset();
      if (note) token.kind = TokenKind::kAnnotated;
    }
    if (note) {
      token.reading = note->reading;
      at = note->end;
      token.end = static_cast<std::uint32_t>(at);
    }
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace tamis::repairing
