// SPDX-License-Identifier: Apache-2.0
// "Still the same article?": words a block shares with the headline, with the first paragraphs
// behind it, with the page's description and with the body that JSON-LD claims.
#include "score/feature_groups.h"
#include "score/words.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <vector>

namespace tamis::score_detail {

namespace {

constexpr int kLeadParagraphs = 3;
using WordSet = std::bitset<kWordHashes>;

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
  for (; !body.empty(); body.remove_prefix(std::min(body.size(), kMostWordBytes)))
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
