// SPDX-License-Identifier: Apache-2.0
#include "score/score_page.h"
#include "scratch.h"
#include "tamis/result.h"

#include <cmath>
#include <filesystem>
#include <fstream>

namespace tamis::score_test {
namespace {

std::string sample() {
  std::string html =
      "<html><head><title>Bridge to close in spring</title></head><body><ul class=nav>";
  for (int i = 0; i < 8; ++i)
    html += "<li><a href=/" + std::to_string(i) + ">Section " + std::to_string(i) + "</a></li>";
  html += "</ul><div class=article-body><h1>Bridge to close in spring</h1>";
  for (int i = 0; i < 6; ++i) {
    html +=
        "<p>The council said on day " + std::to_string(i) +
        " that the bridge would be looked at again, and that nobody had asked for more money.</p>";
  }
  return html +
         "</div><div class=footer><p>Copyright 2026 The Valley Post. All rights "
         "reserved.</p></div></body></html>";
}

TEST(Score, KeepsTheArticleAndDropsTheRest) {
  const Read page = read(sample());
  const Scores scores = score(page.blocks, page.head, page.evidence, rules());
  ASSERT_EQ(scores.keep.size(), page.blocks.blocks.size());
  for (std::size_t b = 0; b < scores.keep.size(); ++b) {
    const std::string& text = page.blocks.blocks[b].text;
    EXPECT_EQ(scores.keep[b] != 0, text.starts_with("The council")) << text;
  }
  EXPECT_GT(scores.expected_f1, 0.7F);
}

TEST(Score, TheChoiceIsTheCutOfTheBestExpectedF1) {
  const Read page = read(
      "<p>one two three four five six</p><p>one two three four five six seven</p><p>one two three "
      "four five</p>");
  const Scores scores = choose_blocks(page.blocks, page.evidence, {0.9F, 0.6F, 0.1F});
  // Slow twin: all subsets, expected hits over the mean of taken and expected.
  const float units[] = {6, 7, 5};
  const float p[] = {0.9F, 0.6F, 0.1F};
  const float all = 6 * p[0] + 7 * p[1] + 5 * p[2];
  float best = 0;
  int chosen = 0;
  for (int set = 1; set < 8; ++set) {
    float hits = 0, taken = 0;
    for (int b = 0; b < 3; ++b) {
      if (set >> b & 1) {
        hits += units[b] * p[b];
        taken += units[b];
      }
    }
    if (2 * hits / (taken + all) > best) {
      best = 2 * hits / (taken + all);
      chosen = set;
    }
  }
  EXPECT_NEAR(scores.expected_f1, best, 1e-5);
  for (int b = 0; b < 3; ++b) EXPECT_EQ(scores.keep[static_cast<std::size_t>(b)], chosen >> b & 1);
}

TEST(Score, WithoutAModelThereAreNoScores) {
  const Read page = read(sample());
  const test::Scratch folder;
  for (const auto& file : std::filesystem::directory_iterator(TAMIS_RULES_DIR)) {
    if (file.path().extension() == ".tsv")
      std::filesystem::copy(file.path(), folder.path(file.path().filename().string()));
  }
  EXPECT_TRUE(score(page.blocks, page.head, page.evidence, Rules::load(folder.path())).empty());
}

TEST(Score, AFeatureThatDoesNotExistIsNamed) {
  const Read page = read(sample());
  const test::Scratch folder;
  for (const auto& file : std::filesystem::directory_iterator(TAMIS_RULES_DIR)) {
    if (file.path().extension() == ".tsv")
      std::filesystem::copy(file.path(), folder.path(file.path().filename().string()));
  }
  std::ofstream(folder.path("block.model"))
      << "tamis-forest 1\nfeatures 1\ntext.colour\ntrees 1\ntree 1\n0.5\n";
  const Rules odd = Rules::load(folder.path());
  try {
    score(page.blocks, page.head, page.evidence, odd);
    FAIL() << "no exception";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("text.colour"), std::string::npos);
  }
}

TEST(Score, TheExplanationAddsUp) {
  const Read page = read(sample());
  const std::vector<Weighed> all =
      explain_scores(page.blocks, page.head, page.evidence, rules(), 100000).at(10);
  const Scores scores = score(page.blocks, page.head, page.evidence, rules());
  double margin = rules().forest("block")->bias();
  for (const Weighed& one : all) margin += static_cast<double>(one.adds);
  EXPECT_NEAR(1 / (1 + std::exp(-margin)), static_cast<double>(scores.belongs[10]), 0.01);
  EXPECT_GE(std::abs(all[0].adds), std::abs(all[1].adds));
}

TEST(JudgePage, ArticlesAreToldFromLists) {
  const Read page = read(sample());
  const Scores scores = score(page.blocks, page.head, page.evidence, rules());
  const PageScore article = judge_page(page.blocks, page.head, page.evidence, scores,
                                       "https://valley.example/news/2026/bridge-to-close", rules());
  EXPECT_GT(article.article, 0.5F);
  EXPECT_GE(article.quality, 0);
  EXPECT_LE(article.quality, 1);
  std::string list = "<html><head><title>Shop</title></head><body><h1>Our products</h1>";
  for (int i = 0; i < 40; ++i)
    list += "<div class=card><a href=/p/" + std::to_string(i) + ">Lamp " + std::to_string(i) +
            "</a><span>$" + std::to_string(i) + "</span><button>Add to cart</button></div>";
  const Read shop = read(list + "</body></html>");
  const Scores none = score(shop.blocks, shop.head, shop.evidence, rules());
  EXPECT_LT(
      judge_page(shop.blocks, shop.head, shop.evidence, none, "https://shop.example/", rules())
          .article,
      article.article);
}

}  // namespace
}  // namespace tamis::score_test
