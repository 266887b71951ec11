// SPDX-License-Identifier: Apache-2.0
#include "head/json_repair.h"

#include <gtest/gtest.h>

namespace tamis::head {
namespace {

struct Case {
  const char* what;
  std::string text;
  std::string headline;  // of the last value; empty: nothing parses
  std::size_t values = 1;
};

class JsonRepair : public testing::TestWithParam<Case> {};

TEST_P(JsonRepair, ReadsWhatSitesWrite) {
  const Case& c = GetParam();
  std::vector<json::Value> values = parse_json_ld(c.text);
  if (c.headline.empty()) {
    EXPECT_TRUE(values.empty());
    return;
  }
  ASSERT_EQ(values.size(), c.values);
  EXPECT_EQ(values.back().text_at("headline"), c.headline);
}

const Case kCases[] = {
    {"as the standard has it", R"({"headline":"a"})", "a"},
    {"raw line end in a string", "{\"headline\":\"a\nb\tc\"}", "a b c"},
    {"trailing commas", R"({"x":[1,2,],"headline":"a", })", "a"},
    {"comment wrapper", "<!--\n{\"headline\":\"a\"}\n-->", "a"},
    {"cdata wrapper", "//<![CDATA[\n{\"headline\":\"a\"}\n//]]>", "a"},
    {"semicolon", R"({"headline":"a"};)", "a"},
    {"two values", R"({"headline":"a"} {"headline":"b"})", "b", 2},
    {"two values and a comma", R"({"headline":"a"},{"headline":"b"})", "b", 2},
    {"bad escape", R"({"headline":"it\'s 5\% a\d"})", R"(it's 5\% a\d)"},
    {"byte order mark", "\xEF\xBB\xBF{\"headline\":\"a\"}", "a"},
    {"cut off", R"({"headline":"a)", ""},
    {"no json", "hello", ""},
    {"empty", "", ""},
    {"brackets only", "}{", ""},
};

INSTANTIATE_TEST_SUITE_P(All, JsonRepair, testing::ValuesIn(kCases));

TEST(JsonRepair, IsBoundedOnHostileInput) {
  EXPECT_TRUE(parse_json_ld(std::string(300000, '[')).empty());
  EXPECT_LE(parse_json_ld([] {
              std::string many;
              for (int n = 0; n < 10000; ++n) many += "{}";
              return many;
            }())
                .size(),
            20u);
}

}  // namespace
}  // namespace tamis::head
