// SPDX-License-Identifier: Apache-2.0
#include "repair/misread.h"
#include "repair/text_of.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using repairing::big5;
using repairing::gbk;

constexpr const char* kChinese = "昨天下午，城东图书馆重新开放，读者可以借书到晚上九点。";
// Of this no byte is lost when it is read as GBK.
constexpr const char* kLossless = "老人道路昨天河边采访来到市民中心重新可以";

struct Case {
  const char* name;
  std::string damaged, meant;
  RepairKind kind;
};

class Restores : public testing::TestWithParam<Case> {};

TEST_P(Restores, WhatWasMeant) {
  const Case& given = GetParam();
  const Repaired result = repaired(given.damaged);
  EXPECT_EQ(result.text.utf8, given.meant);
  EXPECT_EQ(result.damage, Damage::kRepaired);
  EXPECT_GT(result.counts[static_cast<std::size_t>(given.kind)], 0u);
  ASSERT_FALSE(result.repairs.empty());
  EXPECT_EQ(result.repairs[0].kind, given.kind);
  EXPECT_GT(result.repairs[0].margin, 0);
  EXPECT_FALSE(result.repairs[0].uncertain);
}

INSTANTIATE_TEST_SUITE_P(
    DoubleDecoding, Restores,
    testing::Values(
        Case{"Utf8AsLatin1", as_latin1(kChinese), kChinese, RepairKind::kUtf8AsLatin1},
        Case{"Utf8Twice", as_latin1(as_latin1(kChinese)), kChinese, RepairKind::kUtf8AsLatin1},
        Case{"Windows1252", "It didnâ€™t rain â€“ at all", "It didn’t rain – at all",
             RepairKind::kUtf8AsLatin1},
        Case{"OneSign", "Clean BaseÂ® Dirt Disposal", "Clean Base® Dirt Disposal",
             RepairKind::kUtf8AsLatin1},
        Case{"OneLetter", "Ricotta al caffÃ¨", "Ricotta al caffè", RepairKind::kUtf8AsLatin1},
        Case{"OneHyphen", "with 12â€‘month financing", "with 12‑month financing",
             RepairKind::kUtf8AsLatin1},
        Case{"OneEmoji", "Footnotes ðŸ”—", "Footnotes 🔗", RepairKind::kUtf8AsLatin1},
        Case{"EmojiAsGbk", as_double_byte("🔎 Exploring data", gbk()), "🔎 Exploring data",
             RepairKind::kUtf8AsGbk},
        Case{"OneLetterAsGbk", as_double_byte("Now add onions and sauté for a while", gbk()),
             "Now add onions and sauté for a while", RepairKind::kUtf8AsGbk},
        Case{"OneSignAsGbk", as_double_byte("Preheat the oven to 350°F and wait", gbk()),
             "Preheat the oven to 350°F and wait", RepairKind::kUtf8AsGbk},
        Case{"OneSignTwice", as_latin1(as_latin1("Clean Base® Dirt")), "Clean Base® Dirt",
             RepairKind::kUtf8AsLatin1},
        Case{"French", as_latin1("Le café d’été de la Société générale est fermé."),
             "Le café d’été de la Société générale est fermé.", RepairKind::kUtf8AsLatin1},
        Case{"Russian", as_latin1("Библиотека снова открыта."), "Библиотека снова открыта.",
             RepairKind::kUtf8AsLatin1},
        Case{"Japanese", as_latin1("図書館が再開しました。"), "図書館が再開しました。",
             RepairKind::kUtf8AsLatin1},
        Case{"Utf8AsGbk", as_double_byte(kLossless, gbk()), kLossless, RepairKind::kUtf8AsGbk},
        Case{"RussianAsGbk", as_double_byte("Библиотека снова открыта.", gbk()),
             "Библиотека снова открыта.", RepairKind::kUtf8AsGbk},
        Case{"ApostropheAsGbk", as_double_byte("VW’s engineers", gbk()), "VW’s engineers",
             RepairKind::kUtf8AsGbk},
        Case{"FrenchAsGbk", as_double_byte("Le café de la Société générale", gbk()),
             "Le café de la Société générale", RepairKind::kUtf8AsGbk},
        Case{"Utf8AsBig5", as_double_byte("河边河边", big5()), "河边河边", RepairKind::kUtf8AsBig5},
        Case{"GbkAsLatin1", as_latin1(to_gbk(kChinese)), kChinese, RepairKind::kGbkAsLatin1},
        Case{"GbkWithAsciiTrails", as_latin1(to_gbk("醫院的醫生說，產業的發展很快，2023年如此。")),
             "醫院的醫生說，產業的發展很快，2023年如此。", RepairKind::kGbkAsLatin1},
        Case{"BetweenTags", "<p>" + as_latin1(kChinese) + "</p><p>正常的一段文字。</p>",
             std::string("<p>") + kChinese + "</p><p>正常的一段文字。</p>",
             RepairKind::kUtf8AsLatin1}),
    [](const auto& test) { return test.param.name; });

class LeavesAlone : public testing::TestWithParam<const char*> {};

TEST_P(LeavesAlone, WhatIsMeantSo) {
  const Repaired result = repaired(GetParam());
  EXPECT_EQ(result.text.utf8, GetParam());
  EXPECT_EQ(result.damage, Damage::kClean);
  EXPECT_TRUE(result.repairs.empty());
  for (const RepairGate& gate : result.gates) EXPECT_FALSE(gate.open) << repair_name(gate.kind);
}

INSTANTIATE_TEST_SUITE_P(DoubleDecoding, LeavesAlone,
                         testing::Values("", "plain", "昨天下午，城东图书馆重新开放。",
                                         "浔浙洇渌寰宇彤媛", "«CAFÉ» à l’été, où l’on a déjà vu",
                                         "»SÅ« och »PÅ« sade ÄÖÅ", "SELEÇÃO E AÇÃO NÃO SÃO",
                                         "«AMANHÃ»", "«ATÉ AMANHÃ»", "101路", "K路", "乘101路",
                                         "Take bus 101路 to the Great Wall of China",
                                         "The character 路 (lù) means road, 陆 (lù) means land",
                                         "il s’en allâ…”", "você…”", "ÄÖÜäöüß ÀÉÈÙ ÇÃÕ",
                                         "Größe × ²/₃ ±5 °C", "ÐÑÒÓ", "Тест. “Цитата”…",
                                         "한국어 텍스트입니다.", "ﾃｽﾄです"));

TEST(DoubleDecoding, MarksWhatTheDecoderHasReplaced) {
  // An odd number of bytes before the comma: the last one is lost.
  const Repaired result = repaired(as_double_byte("图书馆迎来一百位,读者关门", gbk()));
  EXPECT_EQ(result.text.utf8.find("图书馆迎来一百"), 0u) << result.text.utf8;
  EXPECT_NE(result.text.utf8.find("\uFFFD"), std::string::npos);
  EXPECT_EQ(result.damage, Damage::kDamaged);
  ASSERT_FALSE(result.repairs.empty());
  EXPECT_TRUE(result.repairs[0].uncertain);
}

TEST(DoubleDecoding, ChangesOnlyTheLinesThatAreDamaged) {
  const std::string clean = "正常的一段文字，没有损坏。\n";
  const Repaired result = repaired(clean + as_double_byte(kLossless, gbk()) + "\n" + clean);
  EXPECT_EQ(result.text.utf8, clean + kLossless + "\n" + clean);
  ASSERT_EQ(result.repairs.size(), 1u);
  EXPECT_EQ(result.repairs[0].start, 14u);
}

// One sign or letter in a line of ASCII, where it would stand.
constexpr const char* kLoneSigns[] = {
    "This machine is all about\u00A0 simplicity and it shows",
    "4.\u00A0 Brew nine cups of it",
    "By House of Hampton®",
    "The Roomba Combo ® j7+ vacuums and mops",
    "- 230° rotating lens for flexible shooting",
    "Machine wash at 30 °C on a gentle cycle",
    "Screen: 13.5-inch, 2880×1920, bright",
    "Sound pressure level: 100±3dB@1khz",
    "Taxis in Tokyo start at ¥710 a ride",
    "It works out at only $2.91/£2.37 a month",
    "Listen · 4:06 4-Minute Listen Playlist",
    "© Reuters",
    "1 egg, ½ cup honey, ½ cup oats and ½ tsp salt",
    "ages 4½ and 2, will feel the same way",
    "Jadłospis dla dziecka",
    "Nienkämper",
};

TEST(DoubleDecoding, OneSignInALineOfAsciiIsEnoughWhereItStands) {
  for (const std::string text : kLoneSigns) {
    EXPECT_EQ(repaired(as_double_byte(text, gbk())).text.utf8, text);
    // Big5 has no trail bytes 80 to A0: some signs are lost in it.
    const std::string in_big5 = as_double_byte(text, big5());
    if (in_big5.find("\uFFFD") == std::string::npos) {
      EXPECT_EQ(repaired(in_big5).text.utf8, text);
    }
  }
}

TEST(DoubleDecoding, AHanCharacterWhereASignWouldNotStandIsMeant) {
  for (const std::string text :
       {"The word 路 means road, and so on and so forth", "The 陆 family came to the city then",
        "Bus 101路 stops here every ten minutes", "卡拉OK", "Building 楼 is a word for house",
        "She wrote 聽 on the board for them", "the 漏 in the roof of the old house"}) {
    EXPECT_EQ(repaired(text).text.utf8, text);
    EXPECT_EQ(repaired(text).damage, Damage::kClean) << text;
  }
}

TEST(DoubleDecoding, WhatWasEncodedTwiceBesideACapitalIsUndoneToTheEnd) {
  for (const std::string text :
       {"“I’ve come across it,” she told me. “It’s so.”",
        "The use of Nörd sandals is at your own risk", "w grypą ptasią ani świńską!",
        "Facile à transporter", "✅ It’s done", "2196×1464 IPS"}) {
    EXPECT_EQ(repaired(as_latin1(as_latin1(text))).text.utf8, text);
  }
  EXPECT_EQ(repaired(as_latin1("AMANHÃ» e depois, em São Paulo")).text.utf8,
            "AMANHÃ» e depois, em São Paulo");
}

TEST(DoubleDecoding, ALineOfMoreHolesThanCharactersIsLeft) {
  const std::string boxes = "├────────────────────────────────┤";
  const std::string damaged = as_double_byte(boxes, gbk());
  ASSERT_NE(damaged.find("\uFFFD"), std::string::npos);
  EXPECT_EQ(repaired(damaged).text.utf8, damaged);
  EXPECT_NE(repaired(damaged).damage, Damage::kRepaired);
}

}  // namespace
}  // namespace tamis
