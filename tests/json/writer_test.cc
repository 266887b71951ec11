// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tamis::json {
namespace {

std::string written(std::string_view text) {
  Writer w;
  w.text(text);
  return w.take();
}

std::string written(double value, int digits) {
  Writer w;
  w.real(value, digits);
  return w.take();
}

TEST(JsonWriter, CommasStandBetweenMembersAndNowhereElse) {
  Writer w;
  w.open_object();
  w.key("empty");
  w.open_object();
  w.close_object();
  w.key("list");
  w.open_array();
  w.open_array();
  w.close_array();
  w.number(1);
  w.open_object();
  w.key("a");
  w.text("x");
  w.key("b");
  w.boolean(false);
  w.close_object();
  w.boolean(true);
  w.close_array();
  w.key("last");
  w.real(0.5, 3);
  w.close_object();
  EXPECT_EQ(w.take(), R"({"empty":{},"list":[[],1,{"a":"x","b":false},true],"last":0.5})");
  w.open_array();  // a taken writer begins anew
  w.close_array();
  EXPECT_EQ(w.take(), "[]");
}

TEST(JsonWriter, EscapesWhatMustBeEscapedOnly) {
  EXPECT_EQ(written("a\"b\\c/d</e"), R"("a\"b\\c/d</e")");
  EXPECT_EQ(written(std::string_view("\b\f\n\r\t\0\x1f\x7f", 8)),
            "\"\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\"");
  EXPECT_EQ(written("新聞"), "\"新聞\"");
}

TEST(JsonWriter, EscapesWhereverTheyStand) {
  for (std::size_t size = 1; size < 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x'), expected = "\"" + text + "\"";
      EXPECT_EQ(written(text), expected);
      for (const auto& [c, escape] : {std::pair{'"', "\\\""},
                                      {'\\', "\\\\"},
                                      {'\x1f', "\\u001f"},
                                      {'\0', "\\u0000"},
                                      {'\xff', "\xEF\xBF\xBD"}}) {
        text[at] = c;
        EXPECT_EQ(written(text), std::string(expected).replace(at + 1, 1, escape));
      }
    }
  }
}

TEST(JsonWriter, InvalidUtf8BecomesReplacementCharacters) {
  EXPECT_EQ(written("a\xff\"b"), "\"a\xEF\xBF\xBD\\\"b\"");
  EXPECT_TRUE(parse(written("\xE6\x96")));
}

TEST(JsonWriter, NumbersAreExact) {
  Writer w;
  w.open_array();
  w.number(std::numeric_limits<std::int64_t>::min());
  w.number(std::numeric_limits<std::uint64_t>::max());
  w.number(-1);
  w.close_array();
  EXPECT_EQ(w.take(), "[-9223372036854775808,18446744073709551615,-1]");
}

TEST(JsonWriter, RealsAreFixedAndShort) {
  EXPECT_EQ(written(0.75, 4), "0.75");
  EXPECT_EQ(written(1.0, 4), "1");
  EXPECT_EQ(written(100.0, 0), "100");
  EXPECT_EQ(written(2.0 / 3, 3), "0.667");
  EXPECT_EQ(written(-0.0001, 2), "0");
  EXPECT_EQ(written(std::nan(""), 2), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::max(), 2).size(), 309u);
}

TEST(JsonWriter, WhatIsWrittenReadsBackTheSame) {
  const std::string text("q\" \\ \n \x01 新聞 \xF0\x9F\x98\x80", 20);
  EXPECT_EQ(*parse(written(text))->text(), text);
}

}  // namespace
}  // namespace tamis::json
