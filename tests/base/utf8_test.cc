// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace tamis::base {
namespace {

TEST(Utf8, ACutNeverSplitsACodePoint) {
  const std::string_view text = "aé中😀";  // 1 + 2 + 3 + 4 bytes
  const std::size_t begins[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
  for (std::size_t at = 0; at <= text.size(); ++at) {
    EXPECT_EQ(code_point_begin(text, at), begins[at]) << at;
    EXPECT_TRUE(valid_utf8(text.substr(0, code_point_begin(text, at)))) << at;
  }
  EXPECT_EQ(code_point_begin("\x80\x80\x80", 2), 0u);  // no first byte anywhere
  EXPECT_EQ(code_point_begin("", 0), 0u);
}

TEST(Utf8, CaseIsFoldedBeforeAndBehindTheFirstLetterThatIsNotAscii) {
  EXPECT_EQ(fold_case(""), "");
  EXPECT_EQ(fold_case("AbZ@[`{09"), "abz@[`{09");
  EXPECT_EQ(fold_case("AÄBΩC新D"), "aäbωc新d");
  EXPECT_EQ(fold_case("A\xff"
                      "B"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Utf8, SentencesEndBeforeTheirClosingMarks) {
  for (const char* ends : {"Done.", "好。", "“好！”", "(Yes?) ", "他说：“走吧。”）"})
    EXPECT_TRUE(ends_sentence(ends)) << ends;
  for (const char* open : {"", "Latest news", "相关阅读", "a, b", "）"})
    EXPECT_FALSE(ends_sentence(open)) << open;
}

TEST(Utf8, QuestionsAndExclamationsOfEitherWidth) {
  for (const char* yes : {"Why?", "Go!", "为什么？", "好！"})
    EXPECT_TRUE(asks_or_exclaims(yes)) << yes;
  for (const char* no : {"", "So.", "好。", "Why? "}) EXPECT_FALSE(asks_or_exclaims(no)) << no;
}

}  // namespace
}  // namespace tamis::base
