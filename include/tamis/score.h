// SPDX-License-Identifier: Apache-2.0
// score: how sure the trained model is that each block belongs to the article.
//
// A block's features are what is known of it, its neighbours, its containers and its page; the
// model (rules/*.model, trained by scripts/train) is a forest of small decision trees over them,
// and a second forest that also sees what the first said of the neighbours. The page's choice is
// the cut with the highest expected F1, not a fixed threshold.
#pragma once

#include "tamis/evidence.h"
#include "tamis/head.h"
#include "tamis/rules.h"
#include "tamis/segment.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// Numbers of a page's blocks, column by column: the value of feature f for block b is
// values[f * rows + b]. The same names in the same order for every page.
struct FeatureTable {
  std::size_t rows = 0;
  std::vector<const char*> names;
  std::vector<float> values;

  std::span<const float> column(std::size_t feature) const {
    return std::span(values).subspan(feature * rows, rows);
  }
};

// What the first forest reads. Pure; any thread.
FeatureTable block_features(const Blocks& blocks, const Head& head, const PageEvidence& evidence);

// What the words of each block and the names of the elements around it say of it: log odds of two
// linear models (rules/*.grams). `names` is empty for plain text, both where `rules` has no such
// file.
struct GramOdds {
  std::vector<float> words, names;
};
GramOdds gram_odds(const Blocks& blocks, const Rules& rules);

// What the first forest reads beside it: these odds, and those around. `units`: one a block.
FeatureTable gram_features(std::span<const float> units, const GramOdds& odds);

// What the second one reads beside these: `first` is the first forest's probability for each block.
FeatureTable context_features(const Blocks& blocks, std::span<const float> first);

// How sure the model is of each block, and the cut it chooses.
struct Scores {
  std::vector<float>
      belongs;  // probability that the block is part of the article; the headline's is 0
  std::vector<std::uint8_t> keep;  // 1: the article's text
  BlockId next_article =
      kNone;              // headline of another article on the page: nothing is kept from it on
  float expected_f1 = 0;  // of that choice, by the probabilities (Lipton et al. 2014)

  bool empty() const { return belongs.empty(); }
};

// Pages of more blocks are left to the rules alone: tables of features take memory.
inline constexpr std::size_t kMostScoredBlocks = 20000;

// Empty when `rules` has no model for this kind of page or the page is too large. Throws Failure
// when a model names a feature that does not exist.
Scores score(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
             const Rules& rules);

// The choice that the probabilities `belongs` make, one a block.
Scores choose_blocks(const Blocks& blocks, const PageEvidence& evidence,
                     std::vector<float> belongs);

// One row about the page as a whole and about that choice: what `judge_page` reads. `url` may be
// empty.
FeatureTable page_features(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                           const Scores& scores, std::string_view url);

// Whether there is an article on the page at all, and how good the chosen text is.
struct PageScore {
  float article = 1;   // probability that the page holds an article
  float quality = -1;  // expected F1 of the text, calibrated on held-out sites; -1: no model
};
PageScore judge_page(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                     const Scores& scores, std::string_view url, const Rules& rules);

// The features that weighed most for a block and what each added to the log odds of its forest (of
// two forests: by the share that each has in the mean), strongest first; at most `count` a block.
struct Weighed {
  std::string feature;
  float value = 0, adds = 0;
};
std::vector<std::vector<Weighed>> explain_scores(const Blocks& blocks, const Head& head,
                                                 const PageEvidence& evidence, const Rules& rules,
                                                 std::size_t count);

}  // namespace tamis
