// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "score/feature_groups.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace tamis::score_detail {

namespace {

// Marks counted in one pass over the text.
struct Marks {
  std::uint32_t commas = 0, sentences = 0, quotes = 0, bars = 0, upper = 0, total = 0;
};

Marks count_marks(std::string_view text) {
  Marks out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    ++out.total;
    if (c >= U'A' && c <= U'Z') ++out.upper;
    switch (c) {
      case U',':
      case U'，':
      case U'、': ++out.commas; break;
      case U'.':
      case U'!':
      case U'?':
      case U'。':
      case U'！':
      case U'？': ++out.sentences; break;
      case U'"':
      case U'“':
      case U'”':
      case U'「':
      case U'」':
      case U'‘':
      case U'’': ++out.quotes; break;
      case U'|':
      case U'｜':
      case U'·':
      case U'>':
      case U'»':
      case U'•': ++out.bars; break;
      default: break;
    }
  }
  return out;
}

bool ends_with_colon(std::string_view text) {
  return text.ends_with(':') || text.ends_with("：");
}

bool opens_with_bracket(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kBrackets = {"[", "【", "(", "（", "〔"};
  return std::any_of(kBrackets.begin(), kBrackets.end(),
                     [&](std::string_view bracket) { return text.starts_with(bracket); });
}

float share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole);
}

void add_marks(const Layout& at, FeatureColumns& out) {
  const auto commas = out.add("text.commas"), sentences = out.add("text.sentences"),
             quotes = out.add("text.quotes"), bars = out.add("text.bars"),
             upper = out.add("text.upper");
  for (std::size_t b = 0; b < at.count; ++b) {
    const Marks marks = count_marks(at.block(b).text);
    commas[b] = static_cast<float>(marks.commas);
    sentences[b] = static_cast<float>(marks.sentences);
    quotes[b] = static_cast<float>(marks.quotes);
    bars[b] = static_cast<float>(marks.bars);
    upper[b] = share(marks.upper, marks.total);
  }
}

// How often the line stands on the page, and whether this is the first time.
void add_repeats(const Layout& at, FeatureColumns& out) {
  std::unordered_map<std::string_view, std::uint32_t> seen;
  seen.reserve(at.count);
  const auto nth = out.add("text.nth_copy");
  for (std::size_t b = 0; b < at.count; ++b) {
    nth[b] = static_cast<float>(seen[at.evidence.blocks[b].canonical]++);
  }
  out.add_each("text.copies", [&](std::size_t b) { return seen[at.evidence.blocks[b].canonical]; });
}

}  // namespace

void add_text(const Layout& at, FeatureColumns& out) {
  const auto stats = [&](std::size_t b) -> const TextStats& { return at.block(b).stats; };
  out.add_each("text.units", [&](std::size_t b) { return at.units[b]; });
  out.add_each("text.link_density", [&](std::size_t b) { return stats(b).link_density(); });
  out.add_each("text.links", [&](std::size_t b) { return stats(b).links; });
  out.add_each("text.cjk", [&](std::size_t b) { return share(stats(b).cjk, stats(b).characters); });
  out.add_each("text.digits",
               [&](std::size_t b) { return share(stats(b).digits, stats(b).characters); });
  out.add_each("text.punctuation", [&](std::size_t b) { return stats(b).punctuation; });
  out.add_each("text.punctuation_density", [&](std::size_t b) {
    return static_cast<float>(stats(b).punctuation) / std::max(1.0F, at.units[b]);
  });
  out.add_each("text.characters_per_unit", [&](std::size_t b) {
    return static_cast<float>(stats(b).characters) / std::max(1.0F, at.units[b]);
  });
  out.add_each("text.ends_sentence", [&](std::size_t b) { return at.block(b).ends_sentence; });
  out.add_each("text.ends_with_colon",
               [&](std::size_t b) { return ends_with_colon(at.block(b).text); });
  out.add_each("text.truncated", [&](std::size_t b) { return at.block(b).truncated; });
  out.add_each("text.has_date",
               [&](std::size_t b) { return at.block(b).has_date + 2 * at.block(b).date_only; });
  out.add_each("text.bracket", [&](std::size_t b) { return opens_with_bracket(at.block(b).text); });
  out.add_each("text.prose", [&](std::size_t b) { return at.evidence.blocks[b].prose; });
  out.add_each("text.dateline", [&](std::size_t b) { return at.evidence.blocks[b].dateline; });
  out.add_each("text.teaser_run", [&](std::size_t b) { return at.evidence.blocks[b].teaser; });
  add_marks(at, out);
  add_repeats(at, out);
}

}  // namespace tamis::score_detail
