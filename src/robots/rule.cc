// SPDX-License-Identifier: Apache-2.0
#include "robots/rule.h"

namespace tamis::robots {
namespace {

// borders[i]: the longest proper border (both prefix and suffix) of the first i + 1 octets.
std::vector<std::uint32_t> borders_of(std::string_view piece) {
  std::vector<std::uint32_t> borders(piece.size());
  std::uint32_t border = 0;
  for (std::size_t i = 1; i < piece.size(); ++i) {
    while (border > 0 && piece[i] != piece[border]) border = borders[border - 1];
    if (piece[i] == piece[border]) ++border;
    borders[i] = border;
  }
  return borders;
}

// Where `piece` stands first in `text`, npos when nowhere.
std::size_t find_piece(std::string_view text, std::string_view piece,
                       const std::vector<std::uint32_t>& borders) {
  if (piece.size() > text.size()) return text.npos;
  if (piece.size() < 2) return text.find(piece);
  std::size_t matched = 0, i = text.find(piece[0]);
  for (; i < text.size(); ++i) {
    while (matched > 0 && text[i] != piece[matched]) matched = borders[matched - 1];
    if (text[i] == piece[matched]) ++matched;
    if (matched == piece.size()) return i + 1 - matched;
  }
  return text.npos;
}

}  // namespace

bool Rule::matches(std::string_view url) const {
  const std::vector<std::string>& pieces = path.pieces;
  if (!url.starts_with(pieces.front())) return false;
  url.remove_prefix(pieces.front().size());
  if (pieces.size() == 1) return !path.at_end || url.empty();
  const std::size_t floating = path.at_end ? pieces.size() - 1 : pieces.size();
  for (std::size_t n = 1; n < floating; ++n) {
    const std::size_t at = find_piece(url, pieces[n], borders[n - 1]);
    if (at == url.npos) return false;
    url.remove_prefix(at + pieces[n].size());
  }
  return !path.at_end || url.ends_with(pieces.back());
}

Rule make_rule(const Line& line) {
  Rule out;
  out.allow = line.key == Key::kAllow;
  out.line = line.number;
  out.text = std::string(line.text);
  out.path = rule_path(line.value, Escapes::kPlain);
  if (out.allow) {
    const std::size_t octets = out.path.octets;  // what is longer is measured in one form
    out.path = rule_path(line.value, Escapes::kAsWritten);
    out.path.octets = octets;
  }
  for (std::size_t n = 1; n < out.path.pieces.size(); ++n) {
    const std::string& piece = out.path.pieces[n];
    out.borders.push_back(piece.size() < 2 ? std::vector<std::uint32_t>() : borders_of(piece));
  }
  return out;
}

}  // namespace tamis::robots
