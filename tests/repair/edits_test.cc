// SPDX-License-Identifier: Apache-2.0
#include "repair/edits.h"

#include <gtest/gtest.h>

namespace tamis::repairing {
namespace {

Edit edit(std::size_t begin, std::size_t end, const char* after) {
  return {RepairKind::kShift, begin, end, after, 1.5, false};
}

TEST(ApplyEdits, ChangesSpansAndCountsInCharactersOfTheResult) {
  Repaired repaired;
  repaired.text.utf8 = "中xx国yyy人";  // bytes: 中 0-3, xx 3-5, 国 5-8, yyy 8-11
  apply_edits({edit(3, 5, "华"), edit(8, 11, "之大")}, repaired);
  EXPECT_EQ(repaired.text.utf8, "中华国之大人");
  ASSERT_EQ(repaired.repairs.size(), 2u);
  EXPECT_EQ(repaired.repairs[0].start, 1u);
  EXPECT_EQ(repaired.repairs[0].end, 2u);
  EXPECT_EQ(repaired.repairs[0].before, "xx");
  EXPECT_EQ(repaired.repairs[1].start, 3u);
  EXPECT_EQ(repaired.repairs[1].end, 5u);
  EXPECT_EQ(repaired.repairs[1].after, "之大");
}

TEST(ApplyEdits, MovesEarlierRecordsWithTheText) {
  Repaired repaired;
  repaired.text.utf8 = "abcdef";
  apply_edits({edit(4, 5, "EE")}, repaired);  // abcdEEf
  apply_edits({edit(0, 2, ""), edit(3, 3, "!!!")}, repaired);
  EXPECT_EQ(repaired.text.utf8, "c!!!dEEf");
  ASSERT_EQ(repaired.repairs.size(), 3u);
  EXPECT_EQ(repaired.repairs[2].before, "e");
  EXPECT_EQ(repaired.repairs[2].start, 5u);
  EXPECT_EQ(repaired.repairs[2].end, 7u);
}

TEST(ApplyEdits, KeepsABoundedNumberOfRecordsOfBoundedLength) {
  Repaired repaired;
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < 3000; ++i) {
    repaired.text.utf8 += "ab";
    edits.push_back(edit(2 * i, 2 * i + 1, "c"));
  }
  apply_edits(edits, repaired);
  EXPECT_EQ(repaired.repairs.size(), kMostRepairs);
  EXPECT_EQ(repaired.counts[static_cast<std::size_t>(RepairKind::kShift)], 3000u);

  Repaired longer;
  for (int i = 0; i < 100; ++i) longer.text.utf8 += "中";
  const std::string before = longer.text.utf8;
  apply_edits({edit(0, before.size(), "短")}, longer);
  EXPECT_EQ(longer.repairs[0].before, before.substr(0, kRepairSample));
}

}  // namespace
}  // namespace tamis::repairing
