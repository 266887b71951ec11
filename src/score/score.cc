// SPDX-License-Identifier: Apache-2.0
#include "tamis/score.h"

#include "score/next_article.h"
#include "score/whole_tables.h"
#include "tamis/result.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tamis {

namespace {

// Where a forest's features stand in the tables, table by table.
std::vector<const float*> columns_of(const Forest& forest,
                                     std::initializer_list<const FeatureTable*> tables) {
  std::unordered_map<std::string_view, const float*> at;
  for (const FeatureTable* table : tables) {
    for (std::size_t f = 0; f < table->names.size(); ++f) {
      at.emplace(table->names[f], table->values.data() + f * table->rows);
    }
  }
  std::vector<const float*> out;
  for (const std::string& name : forest.features()) {
    const auto found = at.find(name);
    if (found == at.end()) {
      throw Failure(forest.name() + " wants the feature " + name + ", which this tamis has not",
                    "train it again with scripts/train, or take the one that came with this tamis");
    }
    out.push_back(found->second);
  }
  return out;
}

void read_row(const std::vector<const float*>& columns, std::size_t b, std::vector<float>& row) {
  for (std::size_t f = 0; f < columns.size(); ++f) row[f] = columns[f][b];
}

// Probabilities, 1 / (1 + exp(-margin)).
std::vector<float> apply(const Forest& forest, const std::vector<const float*>& columns,
                         std::size_t rows) {
  std::vector<float> out;
  out.reserve(rows);
  for (const double margin : forest.margins(columns, rows)) {
    out.push_back(static_cast<float>(1 / (1 + std::exp(-margin))));
  }
  return out;
}

constexpr float kFirstCounts = 0.3F;  // of the mean of both forests; scripts/train has the same
constexpr double kHopeless = 0.1;     // expected F1 below which nothing on the page is an article

// p > F*/2, F* the best expected F1 over the cuts of the blocks sorted by p: the choice that
// maximises F1 when the probabilities are right.
void choose(const Blocks& blocks, Scores& scores) {
  std::vector<std::uint32_t> order(scores.belongs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return scores.belongs[a] > scores.belongs[b];
  });
  double all = 0, hits = 0, taken = 0, best = 0;
  const auto units = [&](std::uint32_t b) {
    return static_cast<double>(blocks.blocks[b].stats.units);
  };
  for (const std::uint32_t b : order) all += static_cast<double>(scores.belongs[b]) * units(b);
  for (const std::uint32_t b : order) {
    hits += static_cast<double>(scores.belongs[b]) * units(b);
    taken += units(b);
    if (taken + all > 0) best = std::max(best, 2 * hits / (taken + all));
  }
  scores.expected_f1 = static_cast<float>(best);
  scores.keep.resize(scores.belongs.size());
  if (best < kHopeless) return;
  for (std::size_t b = 0; b < scores.keep.size(); ++b) {
    scores.keep[b] = static_cast<double>(scores.belongs[b]) > best / 2;
  }
}

// What each feature adds to the log odds of block `b`, times `share`.
void weigh(const Forest& forest, const std::vector<const float*>& columns, std::size_t b,
           float share, std::vector<Weighed>& out) {
  std::vector<float> row(columns.size());
  read_row(columns, b, row);
  const std::vector<double> adds = forest.contributions(row);
  for (std::size_t f = 0; f < adds.size(); ++f) {
    if (adds[f] != 0)
      out.push_back({forest.features()[f], row[f], share * static_cast<float>(adds[f])});
  }
}

struct Models {
  const Forest* first = nullptr;
  const Forest* second = nullptr;  // null: the first decides
};

Models models_for(const Blocks& blocks, const Rules& rules) {
  if (blocks.blocks.empty() || blocks.blocks.size() > kMostScoredBlocks) return {};
  if (blocks.from_text) return {rules.forest("line"), rules.forest("line-context")};
  return {rules.forest("block"), rules.forest("block-context")};
}

// Both tables that the first forest reads.
struct OwnTables {
  FeatureTable blocks, grams;
};

OwnTables own_tables(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                     const Rules& rules) {
  std::vector<float> units;
  units.reserve(blocks.blocks.size());
  for (const Block& block : blocks.blocks) units.push_back(block.stats.units);
  return {block_features(blocks, head, evidence), gram_features(units, gram_odds(blocks, rules))};
}

}  // namespace

Scores score(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
             const Rules& rules) {
  const Models models = models_for(blocks, rules);
  if (models.first == nullptr) return {};
  const OwnTables own = own_tables(blocks, head, evidence, rules);
  const std::size_t rows = own.blocks.rows;
  Scores scores;
  scores.belongs = apply(*models.first, columns_of(*models.first, {&own.blocks, &own.grams}), rows);
  if (models.second != nullptr) {
    const FeatureTable context = context_features(blocks, scores.belongs);
    const std::vector<float> second = apply(
        *models.second, columns_of(*models.second, {&own.blocks, &own.grams, &context}), rows);
    for (std::size_t b = 0; b < second.size(); ++b) {
      scores.belongs[b] = kFirstCounts * scores.belongs[b] + (1 - kFirstCounts) * second[b];
    }
  }
  return choose_blocks(blocks, evidence, std::move(scores.belongs));
}

Scores choose_blocks(const Blocks& blocks, const PageEvidence& evidence,
                     std::vector<float> belongs) {
  Scores scores;
  scores.belongs = std::move(belongs);
  if (evidence.title.block != kNone) scores.belongs[evidence.title.block] = 0;
  choose(blocks, scores);
  score_detail::keep_tables_whole(blocks, scores.keep);
  score_detail::keep_terms(blocks, scores.keep);
  scores.next_article = score_detail::find_next_article(blocks, evidence, scores.keep);
  for (std::size_t b = scores.next_article; b < scores.keep.size(); ++b) scores.keep[b] = 0;
  return scores;
}

PageScore judge_page(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                     const Scores& scores, std::string_view url, const Rules& rules) {
  PageScore out;
  const Forest* article = rules.forest(blocks.from_text ? "line-page" : "page");
  const Forest* quality = rules.forest(blocks.from_text ? "line-quality" : "quality");
  if (scores.empty() || (article == nullptr && quality == nullptr)) return out;
  const FeatureTable table = page_features(blocks, head, evidence, scores, url);
  const auto ask = [&](const Forest& forest) {
    return apply(forest, columns_of(forest, {&table}), 1)[0];
  };
  if (article != nullptr) out.article = ask(*article);
  if (quality != nullptr) out.quality = ask(*quality);
  return out;
}

std::vector<std::vector<Weighed>> explain_scores(const Blocks& blocks, const Head& head,
                                                 const PageEvidence& evidence, const Rules& rules,
                                                 std::size_t count) {
  const Models models = models_for(blocks, rules);
  if (models.first == nullptr) return {};
  const OwnTables own = own_tables(blocks, head, evidence, rules);
  const std::size_t rows = own.blocks.rows;
  const std::vector<const float*> columns = columns_of(*models.first, {&own.blocks, &own.grams});
  std::vector<std::vector<Weighed>> out(rows);
  if (models.second == nullptr) {
    for (std::size_t b = 0; b < rows; ++b) weigh(*models.first, columns, b, 1, out[b]);
  } else {
    const FeatureTable context = context_features(blocks, apply(*models.first, columns, rows));
    const std::vector<const float*> both =
        columns_of(*models.second, {&own.blocks, &own.grams, &context});
    for (std::size_t b = 0; b < rows; ++b) {
      weigh(*models.first, columns, b, kFirstCounts, out[b]);
      weigh(*models.second, both, b, 1 - kFirstCounts, out[b]);
    }
  }
  for (std::vector<Weighed>& block : out) {
    std::stable_sort(block.begin(), block.end(), [](const Weighed& a, const Weighed& b) {
      return std::abs(a.adds) > std::abs(b.adds);
    });
    block.resize(std::min(block.size(), count));
  }
  return out;
}

}  // namespace tamis
