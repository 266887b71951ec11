// SPDX-License-Identifier: Apache-2.0
#include "parse/skim.h"

#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::parsing {
namespace {

std::string skimmed(std::string_view html) {
  const Result<Skimmed> out = skim(html, {});
  return out ? out->html : out.error().message;
}

TEST(Skim, LeavesOutWhatNoStageReads) {
  EXPECT_EQ(skimmed("<p onclick=x class=y>a<!-- b --><script>c</script><style>d</style>e"),
            "<p ~=0>ae");
  EXPECT_EQ(skimmed("<svg class=x><path d=y></svg><iframe>z</iframe><template>t</template>"),
            "<svg/><iframe></iframe>");
  EXPECT_EQ(skimmed("<div>\n\n   <p>a   b</p>\n</div>"), "<div> <p>a b</p>\n</div>");
}

TEST(Skim, TextsThatAreBroughtTogetherDoNotMakeMarkup) {
  EXPECT_EQ(skimmed("&am<!-- -->p;"), "&am<!---->p;");
  EXPECT_EQ(skimmed("&#<!-- -->65;"), "&#<!---->65;");
  EXPECT_EQ(skimmed("<<!-- -->b>"), "<<!---->b>");
  EXPECT_EQ(skimmed("a b<!-- -->c"), "a bc");
}

TEST(Skim, EqualFormattingElementsStayUnequal) {
  const std::string out = skimmed("<font color=1><font color=2><font>");
  const std::size_t first = out.find("_=");
  const std::size_t second = out.find("_=", first + 1);
  ASSERT_NE(second, std::string::npos) << out;
  EXPECT_NE(out.substr(first, 8), out.substr(second, 8));
  EXPECT_TRUE(out.ends_with("<font>"));
}

TEST(Skim, WithoutItOnlyNoscriptIsCut) {
  ParseLimits limits;
  limits.skim = false;
  EXPECT_EQ(skim("<p x=y><!--a--><noscript><b></noscript>c", limits)->html,
            "<p x=y><!--a--><!---->c");
}

TEST(Skim, SetsJsonLdAside) {
  const char* html =
      "<script type='application/ld+json'>{\"a\":1}</script>"
      "<script type=\" Application/LD+JSON; charset=utf-8\">[2]</script>"
      "<script type='application/json'>3</script><!-- <script type=application/ld+json>4</script> "
      "-->"
      "<template><script type=application/ld+json>5</script></template>";
  for (const bool on : {true, false}) {
    ParseLimits limits;
    limits.skim = on;
    const Result<Tree> tree = tamis::parse(html, limits);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->json_ld, (std::vector<std::string>{"{\"a\":1}", "[2]"}));
  }
}

TEST(Skim, SetsThePagesDataAside) {
  const std::string data = "{\"a\":\"" + std::string(500, 'x') + "\"}";
  const std::string html = "<script id=__NEXT_DATA__ type='application/json'>" + data +
                           "</script><script>\n window.__STATE__ = " + data +
                           ";</script><script>var x = " + data +
                           ";</script><script type='application/json'>{}</script>"
                           "<script type='text/template'>window.__A__ = " +
                           data + "</script>";
  for (const bool on : {true, false}) {
    ParseLimits limits;
    limits.skim = on;
    const Result<Tree> tree = tamis::parse(html, limits);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->payloads,
              (std::vector<std::string>{data, "\n window.__STATE__ = " + data + ";"}));
  }
}

TEST(Skim, ThePagesDataAreBounded) {
  const auto script = [](std::size_t bytes) {
    return "<script type=application/json>" + std::string(bytes, ' ') + "</script>";
  };
  std::string many;
  for (int i = 0; i < 50; ++i) many += script(600);
  EXPECT_EQ(tamis::parse(many, {})->payloads.size(), kMostPayloads);
  const Result<Tree> large = tamis::parse(
      script(kPayloadBytes + 1) + script(kPayloadBytes - 600) + script(601) + script(600), {});
  ASSERT_TRUE(large);
  EXPECT_EQ(large->payloads.size(), 2U);
}

}  // namespace
}  // namespace tamis::parsing
