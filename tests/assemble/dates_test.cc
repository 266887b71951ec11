// SPDX-License-Identifier: Apache-2.0
#include "assemble/dates.h"

#include "fixture.h"

#include <fstream>

namespace tamis::assembly {
namespace {

struct Case {
  int number;
  char order;
  std::string line, expected;
};

std::vector<Case> cases() {
  std::ifstream in(std::string(TAMIS_TESTS_DIR) + "/assemble/dates.tsv");
  std::vector<Case> out;
  std::string row;
  for (int number = 1; std::getline(in, row); ++number) {
    if (row.empty() || row[0] == '#') continue;
    const std::size_t first = row.find('\t'), last = row.rfind('\t');
    out.push_back({number, row[0], row.substr(first + 1, last - first - 1), row.substr(last + 1)});
  }
  return out;
}

TEST(Dates, AreReadAsTheTableSays) {
  const DateReader reader(rules());
  const std::vector<Case> all = cases();
  ASSERT_GT(all.size(), 100u);
  for (const Case& c : all) {
    std::string found;
    if (c.order == 'v') {
      if (const auto moment = reader.read_value(c.line, DayOrder::kUnknown)) found = iso(*moment);
    } else {
      const DayOrder order = c.order == 'y'   ? DayOrder::kDayFirst
                             : c.order == 'm' ? DayOrder::kMonthFirst
                                              : DayOrder::kUnknown;
      for (const FoundDate& date : reader.find_all(c.line, order))
        found += (found.empty() ? "" : " ") + iso(date.moment);
    }
    EXPECT_EQ(found.empty() ? "-" : found, c.expected)
        << "dates.tsv:" << c.number << ": " << c.line;
  }
}

TEST(Dates, KnowWhereTheyStand) {
  const std::string line = "来源:光明日报客户端2022-11-16 16:07 阅读";
  const std::vector<FoundDate> found = DateReader(rules()).find_all(line, DayOrder::kUnknown);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(line.substr(found[0].begin, found[0].end - found[0].begin), "2022-11-16 16:07");
}

TEST(Dates, AreBoundedOnHostileLines) {
  const DateReader reader(rules());
  std::string many;
  for (int n = 0; n < 20000; ++n) many += "2022-11-16 ";
  EXPECT_EQ(reader.find_all(many, DayOrder::kUnknown).size(), 8u);
  EXPECT_TRUE(reader.find_all(std::string(1 << 20, '1'), DayOrder::kUnknown).empty());
  EXPECT_TRUE(reader.find_all("\xE5\xB9", DayOrder::kUnknown).empty());
}

}  // namespace
}  // namespace tamis::assembly
