// SPDX-License-Identifier: Apache-2.0
// Text damaged as disguised pages are (research: the bytes of GBK, a replace that does not know
// characters, a decoder that eats both bytes of a bad pair), and put right again.
#include "repair/byte_table.h"
#include "repair/misread.h"
#include "repair/text_of.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace tamis {
namespace {

using Keys = std::vector<std::pair<std::string, std::string>>;  // character, reading

const Keys kKeys = {{"節", "jié"}, {"經", "jīng"}, {"產", "chǎn"}, {"業", "yè"},
                    {"發", "fā"},  {"學", "xué"},  {"醫", "yī"},   {"體", "tǐ"}};

std::string annotated(const std::string& traditional) {
  std::string bytes = to_gbk(traditional);
  for (const auto& [key, reading] : kKeys) {
    const std::string from = to_gbk(key), to = from + to_gbk("(" + reading + ")");
    for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size()) {
      bytes.replace(at, from.size(), to);
    }
  }
  return bytes;
}

// Code page 936 with "?" for a pair it does not have, both bytes gone; private use kept or not.
std::string decoded936(const std::string& bytes, bool keep_private) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at++]);
    if (lead < 0x80) {
      out += static_cast<char>(lead);
      continue;
    }
    const unsigned trail = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
    ++at;
    const char32_t c = repairing::gbk().character_of(lead, trail);
    if (c >= 0xE000 && c <= 0xF8FF && !keep_private) continue;
    if (c == 0) {
      out += '?';
    } else {
      base::append_utf8(out, c);
    }
  }
  return out;
}

constexpr const char* kTraditional =
    "醫學院的學生發現，產業的發展讓經濟學家滿意。\n"
    "他們在體育場慶祝節日，學校也發了通知，業餘選手展潛力十足，擁有樂普醫療。\n"
    "經過發掘，產品的發展潛力，擁有很多學者的支持。";
constexpr const char* kSimplified =
    "医学院的学生发现，产业的发展让经济学家满意。\n"
    "他们在体育场庆祝节日，学校也发了通知，业余选手展潜力十足，拥有乐普医疗。\n"
    "经过发掘，产品的发展潜力，拥有很多学者的支持。";

TEST(Shift, TakesReadingsOffAndPutsTheShiftedTextRight) {
  for (const bool keep_private : {false, true}) {
    const std::string damaged = decoded936(annotated(kTraditional), keep_private);
    ASSERT_NE(damaged.find("?jié)"), std::string::npos) << damaged;
    const Repaired result = repaired(damaged);
    EXPECT_EQ(result.text.utf8, kSimplified) << damaged;
    EXPECT_EQ(result.damage, Damage::kRepaired);
    EXPECT_GT(result.counts[static_cast<std::size_t>(RepairKind::kAnnotation)], 8u);
    EXPECT_EQ(result.counts[static_cast<std::size_t>(RepairKind::kShift)], 2u);
    EXPECT_EQ(result.counts[static_cast<std::size_t>(RepairKind::kTraditional)], 1u);
  }
}

// The second byte of the shifted pair is 80, which is no lead byte: 每個項目, 每|個 holding 總.
TEST(Shift, ReadsAPairThatBeginsWithNoLeadByte) {
  const std::string begin = decoded936(annotated(kTraditional), false) + "\n總(zǒng)項(xiàng)";
  EXPECT_EQ(repaired(begin + "每?zǒng)??xiàng)目就能節(jié)省時間").text.utf8,
            std::string(kSimplified) + "\n总项每个项目就能节省时间");
}

TEST(Shift, ReadsWhatABrowserMakesOfTheBadPair) {
  std::string damaged = decoded936(annotated(kTraditional), true);
  for (std::size_t at = 0; (at = damaged.find("?jié)", at)) != std::string::npos;) {
    damaged.replace(at, 1, "\uFFFD(");
  }
  EXPECT_EQ(repaired(damaged).text.utf8, kSimplified);
}

TEST(Shift, UndoesAByteInsideAFullStopBeforeAQuotationMark) {
  const std::string begin = "醫學院的學生發現，產業的發展讓經濟學家滿意。\n這是學校的發展";
  std::string bytes = annotated(begin + "。“三地已初步形成產業");
  const std::string stop = to_gbk("。“");
  bytes.replace(bytes.find(stop), stop.size(), "\xA1?\xA3\xA1\xB0");
  const Repaired result = repaired(decoded936(bytes, true));
  EXPECT_EQ(result.text.utf8,
            "医学院的学生发现，产业的发展让经济学家满意。\n这是学校的发展。“三地已初步形成产业");
  EXPECT_EQ(result.counts[static_cast<std::size_t>(RepairKind::kQuote)], 1u);
}

TEST(Shift, PutsASwallowedTagBack) {
  // The full stop's second byte has swallowed the "<" of the end tag.
  const std::string bytes = "<p>" +
                            annotated("醫學院的學生發現，產業的發展讓經濟學家滿意。展潛力。") +
                            "</p><p>" + annotated("後面的學生") + "</p>";
  const std::string damaged = decoded936(bytes, true);
  ASSERT_NE(damaged.find("?/p>"), std::string::npos) << damaged;
  EXPECT_EQ(repaired(damaged, true).text.utf8,
            "<p>医学院的学生发现，产业的发展让经济学家满意。展潜力。</p><p>后面的学生</p>");
}

TEST(Shift, LeavesWhatIsNoReadingOfTheCharacter) {
  const std::string damaged =
      decoded936(annotated("醫學院的學生發現，產業的發展，2023年(BMR)工(經)信部門?!是的"), true);
  EXPECT_EQ(repaired(damaged).text.utf8,
            "医学院的学生发现，产业的发展，2023年(BMR)工(经)信部门?!是的");
}

class LeavesClosed : public testing::TestWithParam<const char*> {};

TEST_P(LeavesClosed, PagesThatOnlyExplainAWord) {
  const Repaired result = repaired(GetParam());
  EXPECT_EQ(result.text.utf8, GetParam());
  EXPECT_EQ(result.damage, Damage::kClean);
}

INSTANTIATE_TEST_SUITE_P(
    Shift, LeavesClosed,
    testing::Values("我们来到亳(bó)州，再去六(lù)安，最后到歙(shè)县。",
                    "龍鵬(lóng péng)是一種鳥，經濟學家沒有見過。",
                    "學生在學校裏學習漢語，這個字讀作學(xué)，學生都會讀，也會寫漢字，發音也好。",
                    "什么?!他说。真的?！北京人不信。", "(xué) ?xué) ?", "?jié)"));

TEST(Shift, EndsOnHostileText) {
  std::string many = decoded936(annotated(kTraditional), false) + "\n";
  for (int i = 0; i < 20000; ++i) many += "潛?jié)摿";
  EXPECT_GT(repaired(many).text.utf8.size(), 0u);
  std::string broken = decoded936(annotated(kTraditional), false) + "潛?jié)";
  for (int i = 0; i < 200000; ++i) broken += i % 3 == 0 ? "?" : "摿";
  EXPECT_GT(repaired(broken).text.utf8.size(), 0u);
}

}  // namespace
}  // namespace tamis
