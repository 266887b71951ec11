// SPDX-License-Identifier: Apache-2.0
// "Still the same article?": words a block shares with the headline, with the first paragraphs
// behind it, with the page's description and with the body that JSON-LD claims.
#include "base/utf8.h"
#include "score/feature_groups.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <vector>

namespace tamis::score_detail {

namespace {

constexpr std::size_t kBits = 1 << 15;
constexpr std::size_t kMostBytes = 1500;  // read of one block
constexpr int kLeadParagraphs = 3;
using WordSet = std::bitset<kBits>;

// Calls `use` with a 15-bit hash of each word of four letters or more and of each pair of CJK
// characters.
template <class Use>
void each_word(std::string_view text, const Use& use) {
  std::uint32_t word = 0, previous = 0;
  int letters = 0;
  const auto mix = [](std::uint32_t value) { return (value * 0x9E3779B1U) >> 17; };
  text = text.substr(0, kMostBytes);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
    text.remove_suffix(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(text, at)));
    const bool cjk = base::is_cjk(c), letter = !cjk && base::is_letter_or_digit(c);
    if (cjk && previous != 0) use(mix(previous * 65599U + c));
    previous = cjk ? static_cast<std::uint32_t>(c) : 0;
    if (letter) {
      word = word * 65599U + static_cast<std::uint32_t>(c);
      ++letters;
    } else {
      if (letters >= 4) use(mix(word));
      word = 0;
      letters = 0;
    }
  }
  if (letters >= 4) use(mix(word));
}

void add_to(WordSet& set, std::string_view text) {
  each_word(text, [&](std::uint32_t word) { set.set(word); });
}

// Words of the first paragraphs behind the headline, or inside the main text.
WordSet lead_words(const Layout& at) {
  WordSet out;
  int taken = 0;
  const std::size_t begin = at.title != kNone && at.title < at.evidence.main.last
                                ? std::max<std::size_t>(at.title, at.evidence.main.first)
                                : at.evidence.main.first;
  for (std::size_t b = begin; b < at.count && taken < kLeadParagraphs; ++b) {
    if (!at.evidence.blocks[b].prose) continue;
    add_to(out, at.block(b).text);
    ++taken;
  }
  return out;
}

struct Overlap {
  float words = 0, title = 0, lead = 0, description = 0, claimed = 0, before = 0;
};

}  // namespace

void add_topic(const Layout& at, FeatureColumns& out) {
  WordSet title, description, claimed;
  if (!at.head.titles.empty()) add_to(title, at.head.titles.front().value);
  if (at.title != kNone) add_to(title, at.block(at.title).text);
  if (!at.head.descriptions.empty()) add_to(description, at.head.descriptions.front().value);
  std::string_view body = at.head.article_body;
  for (; !body.empty(); body.remove_prefix(std::min(body.size(), kMostBytes)))
    add_to(claimed, body);
  const WordSet lead = lead_words(at);
  const bool has_claim = claimed.count() >= 50;
  const auto words = out.add("topic.words"), in_title = out.add("topic.title"),
             in_lead = out.add("topic.lead"), in_description = out.add("topic.description"),
             in_claim = out.add("topic.claimed_body", -1), in_before = out.add("topic.before");
  WordSet before;  // words of the prose so far, from the headline on
  std::vector<std::uint32_t> own_words;
  for (std::size_t b = 0; b < at.count; ++b) {
    Overlap own;
    own_words.clear();
    each_word(at.block(b).text, [&](std::uint32_t word) { own_words.push_back(word); });
    for (const std::uint32_t word : own_words) {
      ++own.words;
      own.title += title[word];
      own.lead += lead[word];
      own.description += description[word];
      own.claimed += claimed[word];
      own.before += before[word];
    }
    const bool behind = at.title == kNone ? b >= at.evidence.main.first : b > at.title;
    if (at.evidence.blocks[b].prose && behind) {
      for (const std::uint32_t word : own_words) before.set(word);
    }
    words[b] = own.words;
    if (own.words <= 0) continue;
    in_title[b] = own.title / own.words;
    in_lead[b] = own.lead / own.words;
    in_before[b] = own.before / own.words;
    in_description[b] = own.description / own.words;
    if (has_claim) in_claim[b] = own.claimed / own.words;
  }
}

}  // namespace tamis::score_detail
