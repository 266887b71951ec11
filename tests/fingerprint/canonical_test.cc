// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "fingerprint/dice.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

std::string utf8(std::u16string_view letters) {
  std::string out;
  for (const char16_t c : letters) base::append_utf8(out, c);
  return out;
}

struct Case {
  const char *text, *expected;
};

TEST(Canonical, FoldsCaseAndWidthAndDropsWhatIsNeitherLetterNorDigit) {
  const Canon canon;
  const Case cases[] = {
      {"", ""},
      {"  \n\t　 ", ""},
      {"ＣＡＲ－Ｔ 细胞，疗法！", "cart细胞疗法"},
      {"“引号”（括号）《书名》", "引号括号书名"},
      {"Ünïcode ΣΩ ДА", "ünïcodeσωда"},
      {"한국어 ひらがな カタカナ", "한국어ひらがなカタカナ"},
      {"😀→★①", ""},
      {"\xEF\xBB\xBF头", "头"},
  };
  for (const Case& c : cases) EXPECT_EQ(utf8(canon.letters(c.text)), c.expected) << c.text;
}

TEST(Canonical, WritesNumbersAndDatesInOneForm) {
  const Canon canon;
  const Case cases[] = {
      {"１２３．４％", "123.4%"},
      {"1,234,567元和12,34元", "1234567元和1234元"},
      {"三万、3万、30,000、3 万、叁", "30000300003000030000叁"},
      {"1.25万 0.5亿 1亿2000万 3千", "12500500000001200000003000"},
      {"二〇二〇年一月三日", "2020年1月3日"},
      {"2020-01-03，2020/1/3，2020.1.3", "2020年1月3日2020年1月3日2020年1月3日"},
      {"1月3号，3号线", "1月3日3号线"},
      {"10:30开会，08:05:09", "10时30分开会8时5分9秒"},
      {"百分之七点五，百分之十，7%", "7%点510%7%"},
      {"十五、二十、一百零二、一百二、三千五、两万", "1520102120350020000"},
      {"H1N1，CAR-T120，G20峰会，5G", "h1n1cart120g20峰会5g"},
      {"7斤2两，两国", "7斤2两2国"},
      {"007号，0.50，00", "7号0.50"},
      {"万一，千家万户，百姓，亿", "万1千家万户百姓亿"},
      {"编号12345678901234567890123", "编号12345678901234567890123"},
  };
  for (const Case& c : cases) EXPECT_EQ(utf8(canon.letters(c.text)), c.expected) << c.text;
}

TEST(Canonical, ReadsTraditionalAsSimplifiedAndCutsWhatStandsAroundTheText) {
  const Canon canon(Rules::load(TAMIS_RULES_DIR));
  const Case cases[] = {
      {"臺灣與國際學術會議，兩萬號", "台湾与国际学术会议20000号"},
      {"新华社北京1月9日电（记者 张三）会议今天闭幕。", "会议今天闭幕"},
      {"（新華社北京1月9日電）會議今天閉幕。", "会议今天闭幕"},
      {"中新网1月9日电 会议闭幕。", "会议闭幕"},
      {"本报讯 会议闭幕。", "会议闭幕"},
      {"新华社的报道说，会议闭幕，电影也放完了。", "新华社的报道说会议闭幕电影也放完了"},
      {"会议今天闭幕。（责任编辑：李四）", "会议今天闭幕"},
      {"会议今天闭幕。\n责任编辑：李四\n", "会议今天闭幕"},
      {"会议今天闭幕。（总台央视记者 张三）", "会议今天闭幕"},
      {"会议今天闭幕，[详细]", "会议今天闭幕"},
      {"会议今天闭幕…更多>>", "会议今天闭幕"},
      {"会议今天闭幕【全文】", "会议今天闭幕"},
      {"会议今天闭幕...", "会议今天闭幕"},
      {"会议今天（周一）闭幕，更多", "会议今天周1闭幕更多"},
      {"责任编辑：李四", "责任编辑李4"},
  };
  for (const Case& c : cases) EXPECT_EQ(utf8(canon.letters(c.text)), c.expected) << c.text;
  EXPECT_TRUE(canon.read("会议今天[详细]").has_more);
  EXPECT_FALSE(canon.read("会议今天闭幕。").has_more);
}

TEST(Canonical, MapsEveryLetterBackToItsPlace) {
  const std::string text = "共有 １２０ 人，１，２００元；二〇二〇年。";
  const Canonical canonical = Canon().read(text);
  ASSERT_EQ(utf8(canonical.letters), "共有120人1200元2020年");
  ASSERT_EQ(canonical.at.size(), canonical.letters.size() + 1);
  EXPECT_EQ(canonical.at[0], 0u);
  EXPECT_EQ(canonical.at[2], text.find("１２０"));
  EXPECT_EQ(canonical.at[5], text.find("人"));
  EXPECT_EQ(canonical.at[6], text.find("１，"));
  EXPECT_EQ(canonical.at.back(), text.size() - std::string("。").size());
  ASSERT_EQ(canonical.numbers.size(), 3u);
  EXPECT_EQ(canonical.numbers[0].begin, 2u);
  EXPECT_EQ(canonical.numbers[0].end, 5u);
  EXPECT_TRUE(canonical.numbers[0].joined);
}

TEST(Canonical, KnowsPlacesAndFrames) {
  const Canon canon(Rules::load(TAMIS_RULES_DIR));
  EXPECT_EQ(canon.place_at(u"新疆生产建设兵团", 0), 8u);
  EXPECT_EQ(canon.place_at(u"在武汉市", 1), 2u);
  EXPECT_EQ(canon.place_at(u"在武汉市", 0), 0u);
  EXPECT_TRUE(canon.is_frame("版权声明：本文系转载"));
  EXPECT_TRUE(canon.is_frame("（责任编辑：李四）"));
  EXPECT_FALSE(canon.is_frame("会议今天闭幕。"));
}

TEST(Canonical, ReadsAnyBytesAndPlacesStayInOrder) {
  Dice dice(1);
  const Canon canon(Rules::load(TAMIS_RULES_DIR));
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (unsigned i = dice.below(40); i > 0; --i) {
      // Leads and continuations of Han characters far more often than chance would have them.
      constexpr unsigned char kLikely[] = {0xE4, 0xB8, 0x80, 0xE9, 0xBF, 0xF0, 0xED, 'a', ' ',
                                           '1',  '.',  ',',  ':',  '-',  '0',  '%',  '(', ')'};
      const unsigned pick = dice.below(22);
      bytes += static_cast<char>(pick < 18 ? kLikely[pick] : dice.below(256));
    }
    const Canonical read = canon.read(bytes);
    ASSERT_EQ(read.letters, canon.letters(bytes));
    ASSERT_EQ(read.at.size(), read.letters.size() + 1);
    for (std::size_t i = 1; i < read.at.size(); ++i) ASSERT_LE(read.at[i - 1], read.at[i]);
    ASSERT_LE(read.at.back(), bytes.size());
    for (const CanonicalNumber& number : read.numbers) ASSERT_LE(number.end, read.letters.size());
  }
}

TEST(Canonical, ReadsHostileTextInLinearTime) {
  const Canon canon(Rules::load(TAMIS_RULES_DIR));
  for (const char* piece :
       {"1", "1,", "万", "一", "百分之", "(", "…", "2020-01-", "12:", "\n", "新华社"}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    EXPECT_LE(canon.read(text).letters.size(), 4 * text.size()) << piece;
  }
}

}  // namespace
}  // namespace tamis
