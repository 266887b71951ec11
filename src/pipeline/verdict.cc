// SPDX-License-Identifier: Apache-2.0
#include "pipeline/verdict.h"

#include "base/utf8.h"

#include <cstdio>

namespace tamis {

namespace {

// By site, one article in a hundred falls below (the headers of page.model and line-page.model).
constexpr float kNoArticle = 0.3F, kNoArticleInText = 0.16F;
constexpr float kMostlyLinks = 0.5F, kNoticeUnits = 60;
constexpr BlockId kNoticeReach = 12;  // blocks behind the last kept one

TextStats sum(const Blocks& blocks) {
  TextStats all;
  for (const Block& block : blocks.blocks) all.add(block.stats);
  return all;
}

std::string reason_for(const Blocks& blocks, float article) {
  char text[96];
  const char* what =
      sum(blocks).link_density() > kMostlyLinks ? "mostly links" : "a page of another kind";
  std::snprintf(text, sizeof text, "%s (an article by %.2f of the model)", what,
                static_cast<double>(article));
  return text;
}

BlockId last_kept(const std::vector<Label>& labels) {
  for (auto b = static_cast<BlockId>(labels.size()); b-- > 0;) {
    if (is_kept(labels[b].name)) return b;
  }
  return kNone;
}

// A line at the text's end that asks for money or a login before the rest is shown.
bool is_walled(const Blocks& blocks, const std::vector<Label>& labels, const Rules& rules) {
  const BlockId last = last_kept(labels);
  if (last == kNone) return false;
  const Table& notices = rules.table("paywalls");
  const auto end = std::min<std::size_t>(blocks.blocks.size(), std::size_t{last} + kNoticeReach);
  for (std::size_t b = last; b < end; ++b) {
    if (blocks.blocks[b].stats.units > kNoticeUnits) continue;
    const std::string text = base::fold_case(base::fold_width(blocks.blocks[b].text));
    for (const Row& notice : notices.rows) {
      if (text.find(notice.fields[0]) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

void add_verdict(Cleaned& cleaned, const Rules& rules) {
  Article& article = cleaned.article;
  const Blocks& blocks = cleaned.blocks;
  if (article.status != Status::kOk || !cleaned.scored) return;
  if (cleaned.score.quality >= 0) article.quality = cleaned.score.quality;
  const BlockId last = last_kept(cleaned.labels);
  if (cleaned.next_article != kNone)
    article.warnings.emplace_back("several articles: the first is given");
  if (is_walled(blocks, cleaned.labels, rules)) article.warnings.emplace_back("paywall");
  if (last != kNone && blocks.blocks[last].truncated) article.warnings.emplace_back("cut off");
  if (sum(blocks).link_density() > 0.75F) article.warnings.emplace_back("mostly links");
  const float least = blocks.from_text ? kNoArticleInText : kNoArticle;
  if (cleaned.score.article >= least) return;
  article.status = Status::kNoArticle;
  article.reason = reason_for(blocks, cleaned.score.article);
}

}  // namespace tamis
