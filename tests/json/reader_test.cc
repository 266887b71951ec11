// SPDX-License-Identifier: Apache-2.0
#include "json/reader.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::json {
namespace {

TEST(JsonReader, GivesMembersByNameAndKind) {
  Reader reader;
  ASSERT_FALSE(reader.read(R"({"id":7,"text":"\u4e2d\n文","half":0.5,"big":18446744073709551615,
                               "none":null,"list":["text"]})"));
  ASSERT_TRUE(reader.is_object());
  EXPECT_EQ(reader.text_at("text"), "中\n文");
  EXPECT_EQ(reader.whole_at("id"), 7);
  EXPECT_EQ(reader.real_at("half"), 0.5);
  EXPECT_EQ(reader.real_at("big"), 18446744073709551615.0);
  EXPECT_FALSE(reader.string_at("id"));
  EXPECT_FALSE(reader.string_at("none"));
  EXPECT_FALSE(reader.string_at("list"));
  EXPECT_FALSE(reader.whole_at("half"));
  EXPECT_FALSE(reader.real_at("id"));
  EXPECT_EQ(reader.text_at("missing"), "");
}

TEST(JsonReader, OfTwoMembersWithOneNameTheLaterCounts) {
  Reader reader;
  ASSERT_FALSE(reader.read(R"({"a":"first","b":"x","a":"second"})"));
  EXPECT_EQ(reader.text_at("a"), "second");
}

TEST(JsonReader, SaysWhatIsWrongAndGoesOn) {
  Reader reader;
  for (const char* text : {"", "{", "{\"a\":}", "nothing"}) {
    const auto error = reader.read(text);
    ASSERT_TRUE(error) << text;
    EXPECT_EQ(error->kind, ErrorKind::kBroken);
    EXPECT_TRUE(error->message.starts_with("JSON: ")) << error->message;
    EXPECT_FALSE(reader.is_object());
    EXPECT_EQ(reader.text_at("a"), "");
  }
  ASSERT_FALSE(reader.read("[1]"));
  EXPECT_FALSE(reader.is_object());
  EXPECT_FALSE(reader.whole_at("a"));
  // Half a surrogate pair, as parse() takes it.
  ASSERT_FALSE(reader.read(R"({"a":"x\ud83d"})"));
  EXPECT_EQ(reader.text_at("a"), "x\xEF\xBF\xBD");
}

TEST(JsonReader, ReadsSmallTextsAfterAHugeOne) {
  Reader reader;
  const std::string huge(3u << 20, 'x');
  ASSERT_FALSE(reader.read("{\"a\":\"" + huge + "\"}"));
  EXPECT_EQ(reader.text_at("a").size(), huge.size());
  for (int i = 0; i < 3; ++i) {
    ASSERT_FALSE(reader.read(R"({"a":"small"})"));
    EXPECT_EQ(reader.text_at("a"), "small");
  }
}

}  // namespace
}  // namespace tamis::json
