// SPDX-License-Identifier: Apache-2.0
#include "base/columns.h"
#include "tamis/report.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tamis {
namespace {

TEST(SummaryText, ReadsWell) {
  Summary summary;
  summary.pages = 1234;
  summary.articles = 1200;
  summary.no_article = 33;
  summary.errors = 1;
  summary.digests = 456;
  summary.kept_characters = 900000;
  summary.removed_characters = {{"nav", 60000}, {"digest-title", 40000}};
  summary.removed_blocks = {{"nav", 9000}, {"digest-title", 1}};
  summary.errors_by_kind = {{"too-deep", 1}};
  summary.no_article_by_reason = {{"links only", 33}};
  summary.charsets = {{"utf-8", 1200}, {"gb18030", 33}};
  EXPECT_EQ(summary_text(summary),
            "1,234 pages: 1,200 articles, 33 without one, 1 error\n"
            "no article  links only 33\n"
            "errors      too-deep 1\n"
            "charsets    utf-8 1,200, gb18030 33\n"
            "digests     456 of other articles found on the pages\n"
            "kept        900,000 characters (90.0 %)\n"
            "removed     100,000 characters (10.0 %), of these:\n"
            "  nav                   60,000   60.0 %       9,000 blocks\n"
            "  digest-title          40,000   40.0 %           1 block\n");
}

TEST(SummaryText, OfNothingIsShort) {
  EXPECT_EQ(summary_text({}),
            "0 pages: 0 articles, 0 without one, 0 errors\n"
            "kept        0 characters (0.0 %)\n");
}

TEST(SummaryText, HasAtMostTwentyLinesOfAHundredColumns) {
  Summary summary;
  summary.digests = 1;
  for (int i = 0; i < kLabelCount; ++i) {
    const std::string label = label_name(static_cast<LabelName>(i));
    summary.removed_characters[label] = 1000000000000u + static_cast<unsigned>(i);
    summary.removed_blocks[label] = 1000000000;
    summary.charsets["charset-with-a-long-name-" + label] = 7;
    summary.languages[label] = 7;
    summary.errors_by_kind[label] = 7;
    summary.no_article_by_reason["理由" + label + "\n\x1b[31m"] = 7;
  }
  const std::string text = summary_text(summary);
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 20);
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = text.find('\n', at);
    EXPECT_LE(base::width_of(text.substr(at, end - at)), base::kLineWidth);
  }
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace tamis
