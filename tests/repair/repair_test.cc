// SPDX-License-Identifier: Apache-2.0
#include "repair/text_of.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

std::string times(int n, const std::string& text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

TEST(Repair, CountsSignsAndSaysWhatIsLost) {
  const Repaired one = repaired("正常的一段文字\uFFFD正常的一段文字正常的一段文字。");
  EXPECT_EQ(one.damage, Damage::kDamaged);
  EXPECT_EQ(one.signs.replacement, 1u);
  EXPECT_TRUE(one.repairs.empty());
  EXPECT_EQ(repaired(times(1000, "\uFFFD")).damage, Damage::kHopeless);
  EXPECT_EQ(repaired(times(10, "锟斤拷")).damage, Damage::kHopeless);
  EXPECT_EQ(repaired(times(10, "锟斤拷")).signs.replaced_twice, 10u);
  EXPECT_EQ(repaired("\uE000 ﾃｽﾄ").signs.private_use, 1u);
  EXPECT_EQ(repaired("\uE000 ﾃｽﾄ").signs.half_width, 3u);
  EXPECT_EQ(repaired("中文,如此:好").signs.folded, 2u);
}

TEST(Repair, NamesGoBothWays) {
  for (std::size_t i = 0; i < kRepairKinds; ++i) {
    const auto kind = static_cast<RepairKind>(i);
    EXPECT_EQ(repair_from_name(repair_name(kind)), kind);
  }
  for (const Damage damage :
       {Damage::kClean, Damage::kRepaired, Damage::kDamaged, Damage::kHopeless}) {
    EXPECT_EQ(damage_from_name(damage_name(damage)), damage);
  }
  EXPECT_FALSE(repair_from_name("other"));
  EXPECT_FALSE(damage_from_name(""));
}

TEST(Repair, KeepsTheCharset) {
  Text text = text_of("abc");
  text.charset = {"gb18030", "meta", 7};
  const Repaired result = repair(text, true, test_rules());
  EXPECT_EQ(result.text.charset.name, "gb18030");
  EXPECT_EQ(result.text.charset.errors, 7u);
}

TEST(Repair, IsLinearOnLongLines) {
  for (const char* piece : {"\uFFFD", "æ", "Ã©", "鐨", "锟", "ÄÖÜß", "中", "ǎn)", "(xié)"}) {
    const Repaired result = repaired(times(1 << 20, piece));
    EXPECT_GT(result.text.utf8.size(), 0u);
  }
}

}  // namespace
}  // namespace tamis
