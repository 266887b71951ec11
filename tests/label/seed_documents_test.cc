// SPDX-License-Identifier: Apache-2.0
// The five real documents that the project started from, line by line against their gold. They are
// not part of the project: without them the test says so and is skipped.
#include "json/json.h"
#include "label/label_page.h"

#include <map>

namespace tamis::label_test {
namespace {

namespace fs = std::filesystem;

struct GoldLine {
  std::uint32_t number;
  std::string label;
};

std::vector<GoldLine> gold_of(const fs::path& file) {
  std::vector<GoldLine> lines;
  std::istringstream in(read_file(file));
  std::string line;
  while (std::getline(in, line)) {
    const auto value = json::parse(line);
    if (!value) continue;
    const std::string label(value->text_at("label"));
    if (label == "blank" || label == "caption") continue;  // neither rewarded nor punished
    const auto* number = std::get_if<std::int64_t>(&value->find("line")->data);
    lines.push_back({static_cast<std::uint32_t>(*number), label});
  }
  return lines;
}

bool is_article(const std::string& label) {
  return label == "title" || label == "heading" || label == "body";
}

class SeedDocument : public testing::TestWithParam<const char*> {};

TEST_P(SeedDocument, AtMostOneLineIsKeptOrDroppedWrongly) {
  const fs::path shared(TAMIS_SHARED_DIR);
  const std::string number = GetParam();
  if (!fs::exists(shared / "seeds")) GTEST_SKIP() << "../shared/seeds is not here";
  fs::path document;
  for (const auto& entry : fs::directory_iterator(shared / "seeds")) {
    if (entry.path().filename().string().starts_with(number)) document = entry.path();
  }
  const Labelled page = label_text(read_file(document));
  std::map<std::uint32_t, std::string> got;
  for (std::size_t b = 0; b < page.labels.size(); ++b) {
    got[page.blocks.blocks[b].first_line] = label_name(page.labels[b].name);
  }
  const auto gold = gold_of(shared / "bench/seeds/gold" / (number + ".jsonl"));
  ASSERT_FALSE(gold.empty());
  int wrong = 0;
  std::string which;
  for (const GoldLine& line : gold) {
    if (is_article(got[line.number]) == is_article(line.label)) continue;
    ++wrong;
    which += " " + std::to_string(line.number) + ":" + got[line.number];
  }
  EXPECT_LE(wrong, 1) << which;
}

INSTANTIATE_TEST_SUITE_P(Seeds, SeedDocument, testing::Values("000", "001", "002", "003", "004"));

}  // namespace
}  // namespace tamis::label_test
