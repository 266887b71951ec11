// SPDX-License-Identifier: Apache-2.0
#include "repair/hidden_noise.h"
#include "repair/markup_runs.h"
#include "repair/swallowed.h"
#include "repair/text_of.h"

#include <gtest/gtest.h>

namespace tamis::repairing {
namespace {

std::string marked(std::string_view html) {
  std::string out;
  for_markup_runs(
      html, [&](std::string_view run) { out += "[" + std::string(run) + "]"; }, out);
  return out;
}

TEST(MarkupRuns, AreWhatReadersSee) {
  EXPECT_EQ(marked("<p>中文 a</p><p>abc</p>"), "<p>[中文 a]</p><p>abc</p>");
  EXPECT_EQ(marked("<a href=\"/中\" title='標題'>x</a>"), "<a href=\"/中\" title='[標題]'>x</a>");
  EXPECT_EQ(marked("<meta content=\"http://a/中\">"), "<meta content=\"http://a/中\">");
  EXPECT_EQ(marked("<meta content=\"標題\">"), "<meta content=\"[標題]\">");
  EXPECT_EQ(marked("<SCRIPT>中</script>國"), "<SCRIPT>中</script>[國]");
  EXPECT_EQ(marked("<script type=\"application/ld+json\">中</script>"),
            "<script type=\"application/ld+json\">[中]</script>");
  EXPECT_EQ(marked("<style>中</style><!-- 國 > -->文"), "<style>中</style><!-- 國 > -->[文]");
  for (const char* open :
       {"<", "<a title=\"中", "<a title='中>文", "<script>中", "<!-- 中", "中<"}) {
    EXPECT_NE(marked(open), "") << open;
  }
}

TEST(HiddenNoise, GoesWithAllThatIsInIt) {
  const std::string noise =
      "<div class=\"pl_css_ganrao\" style=\"display: none;\"><li id='x'></li><div></div></div>";
  const Repaired result = repaired("<p>正文</p>" + noise + "<p>后文</p>" + noise, true);
  EXPECT_EQ(result.text.utf8, "<p>正文</p><p>后文</p>");
  EXPECT_EQ(result.counts[static_cast<std::size_t>(RepairKind::kHiddenNoise)], 2u);
  EXPECT_EQ(result.damage, Damage::kRepaired);
}

TEST(HiddenNoise, StaysWhenItsEndIsUnknown) {
  for (const char* html : {"<div class=pl_css_ganrao>正文", "pl_css_ganrao", "</div pl_css_ganrao>",
                           "<style>.pl_css_ganrao{}</style>"}) {
    EXPECT_TRUE(find_hidden_noise(html).edits.empty()) << html;
  }
}

TEST(SwallowedMarkup, IsKnownByWhatIsLeft) {
  EXPECT_EQ(swallowed_markup("/p>", 0, true), U'<');
  EXPECT_EQ(swallowed_markup("br />", 0, true), U'<');
  EXPECT_EQ(swallowed_markup("nbsp;", 0, true), U'&');
  EXPECT_EQ(swallowed_markup("/p>", 0, false), 0u);
  EXPECT_EQ(swallowed_markup("abc>", 0, true), 0u);
  EXPECT_EQ(swallowed_markup("", 0, true), 0u);
}

}  // namespace
}  // namespace tamis::repairing
