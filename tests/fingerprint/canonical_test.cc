// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "fingerprint/dice.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

// The rule without the fast paths.
std::string slow_canonical(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(text, at)));
    if (base::is_letter_or_digit(c)) base::append_utf8(out, c);
  }
  return out;
}

struct Case {
  const char *text, *expected;
};

TEST(Canonical, FoldsCaseAndWidthAndDropsWhatIsNeitherLetterNorDigit) {
  const Case cases[] = {
      {"", ""},
      {"  \n\t　 ", ""},
      {"ＣＡＲ－Ｔ 细胞，疗法！", "cart细胞疗法"},
      {"１２３．４％", "1234"},
      {"“引号”（括号）《书名》", "引号括号书名"},
      {"Ünïcode ΣΩ ДА", "ünïcodeσωда"},
      {"한국어 ひらがな カタカナ", "한국어ひらがなカタカナ"},
      {"😀→★①", ""},
      {"\xEF\xBB\xBF头", "头"},
  };
  for (const Case& c : cases) EXPECT_EQ(canonical(c.text), c.expected) << c.text;
}

TEST(Canonical, TreatsEveryCodePointAsTheRuleSays) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string text;
    base::append_utf8(text, c);
    ASSERT_EQ(canonical(text), slow_canonical(text)) << static_cast<unsigned long>(c);
  }
}

TEST(Canonical, ReadsAnyBytesAndGivesWellFormedText) {
  Dice dice(1);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (unsigned i = dice.below(24); i > 0; --i) {
      // Leads and continuations of Han characters far more often than chance would have them.
      constexpr unsigned char kLikely[] = {0xE4, 0xB8, 0x80, 0xE9, 0xBF, 0xF0, 0xED, 'a', ' '};
      const unsigned pick = dice.below(12);
      bytes += static_cast<char>(pick < 9 ? kLikely[pick] : dice.below(256));
    }
    const std::string text = canonical(bytes);
    ASSERT_EQ(text, slow_canonical(bytes));
    ASSERT_TRUE(base::valid_utf8(text));
    ASSERT_EQ(canonical(text), text) << "twice is once";
  }
}

}  // namespace
}  // namespace tamis
