// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace tamis::json {
namespace {

std::string nested(int depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(JsonParse, KeepsEveryKindOfValueInTheOrderOfTheText) {
  const auto value =
      parse(R"({"z":null,"b":true,"i":-7,"d":1.5,"s":"\u65b0\n","a":[1,{"k":"v"}]})");
  ASSERT_TRUE(value);
  const Object& members = *value->object();
  ASSERT_EQ(members.size(), 6u);
  EXPECT_EQ(members[0].key, "z");
  EXPECT_TRUE(members[0].value.is_null());
  EXPECT_EQ(std::get<bool>(members[1].value.data), true);
  EXPECT_EQ(std::get<std::int64_t>(members[2].value.data), -7);
  EXPECT_EQ(std::get<double>(members[3].value.data), 1.5);
  EXPECT_EQ(value->text_at("s"), "新\n");
  const Array& items = *value->find("a")->array();
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[1].text_at("k"), "v");
}

TEST(JsonParse, FindAnswersForAnythingAsked) {
  const auto value = parse(R"({"a":"first","a":"last","n":3})");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->text_at("a"), "last");
  EXPECT_EQ(value->text_at("n"), "");
  EXPECT_EQ(value->find("absent"), nullptr);
  EXPECT_EQ(parse("[1]")->find("a"), nullptr);
}

TEST(JsonParse, AcceptsScalarsWhiteSpaceAndLargeNumbers) {
  EXPECT_EQ(*parse(" \"x\" \n")->text(), "x");
  EXPECT_EQ(std::get<double>(parse("18446744073709551615")->data), 18446744073709551615.0);
  EXPECT_EQ(std::get<std::int64_t>(parse("-9223372036854775808")->data),
            std::numeric_limits<std::int64_t>::min());
}

TEST(JsonParse, HalfOfASurrogatePairIsAReplacementCharacter) {
  EXPECT_EQ(*parse(R"("a\ud83d")")->text(), "a\xEF\xBF\xBD");
  EXPECT_EQ(*parse(R"("\ude00 \ud83d\ude00 \\ud83d")")->text(),
            "\xEF\xBF\xBD \xF0\x9F\x98\x80 \\ud83d");
}

TEST(JsonParse, WhatIsNoJsonIsBrokenAndSaysWhy) {
  for (const char* text : {"", " ", "{", "{\"a\":}", "[1,]", "nul", "\"a", "{\"a\":1}x",
                           "\"\\u12\"", "\"\\q\"", "\"\xff\"", "\"a\nb\"", "1e999"}) {
    const auto value = parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_EQ(value.error().kind, ErrorKind::kBroken);
    EXPECT_FALSE(value.error().message.empty());
  }
}

TEST(JsonParse, DepthIsBounded) {
  EXPECT_TRUE(parse(nested(1000)));
  EXPECT_FALSE(parse(nested(1025)));
  EXPECT_FALSE(parse(nested(200000)));
  EXPECT_FALSE(parse(std::string(200000, '[')));
}

TEST(JsonParse, NoTextAtAllIsBrokenAndReadsNothing) {
  EXPECT_FALSE(parse(std::string_view()).has_value());
  EXPECT_FALSE(parse("").has_value());
}

}  // namespace
}  // namespace tamis::json
