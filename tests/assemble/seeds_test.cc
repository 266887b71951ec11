// SPDX-License-Identifier: Apache-2.0
// The five seed documents with their gold labels: what this stage makes of a perfect labelling.
#include "fixture.h"
#include "json/json.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace tamis::assembly {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

class Seeds : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const fs::path shared = TAMIS_SHARED_DIR;
    if (!fs::exists(shared / "bench/seeds/gold")) GTEST_SKIP() << "no seeds in " << shared;
    gold_ = shared / "bench/seeds/gold";
    for (const auto& entry : fs::directory_iterator(shared / "seeds"))
      if (entry.path().filename().string().starts_with(GetParam())) build(read(entry.path()));
    meta_ = *json::parse(read(gold_ / (std::string(GetParam()) + ".meta.json")));
  }

  void build(const std::string& seed) {
    std::map<std::uint32_t, LabelName> labels;
    std::istringstream rows(read(gold_ / (std::string(GetParam()) + ".jsonl")));
    for (std::string row; std::getline(rows, row);) {
      const json::Value value = *json::parse(row);
      if (const auto label = label_from_name(value.text_at("label")))
        labels[static_cast<std::uint32_t>(std::get<std::int64_t>(value.find("line")->data))] =
            *label;
    }
    sample_.blocks = segment_text(seed);
    for (const Block& block : sample_.blocks.blocks) {
      const auto label = labels.find(block.first_line);
      sample_.labels.push_back({label == labels.end() ? LabelName::kUi : label->second, "gold"});
    }
    article_ = sample_.article();
  }

  Strings list(const char* key) const {
    Strings out;
    const json::Value* value = meta_.find(key);
    if (value && value->text()) out.push_back(*value->text());
    if (value && value->array())
      for (const json::Value& item : *value->array()) out.push_back(*item.text());
    return out;
  }

  fs::path gold_;
  Sample sample_{};
  Article article_;
  json::Value meta_;
};

TEST_P(Seeds, MetadataIsTheGolds) {
  EXPECT_EQ(article_.source, meta_.text_at("source"));
  EXPECT_EQ(article_.date, std::string(meta_.text_at("published")).substr(0, article_.date.size()));
  EXPECT_EQ(article_.date.empty(), meta_.text_at("published").empty());
  EXPECT_EQ(article_.author, list("reporters"));
  EXPECT_EQ(article_.editor, list("editor"));
  EXPECT_EQ(article_.channel, meta_.text_at("channel"));
  EXPECT_EQ(article_.url, meta_.text_at("url"));
  const std::string_view site = meta_.text_at("site");
  EXPECT_TRUE(site.empty() || site == article_.sitename || site == article_.hostname);
}

TEST_P(Seeds, DigestsAreTheGolds) {
  std::istringstream rows(read(gold_ / (std::string(GetParam()) + ".digests.jsonl")));
  std::size_t n = 0;
  for (std::string row; std::getline(rows, row); ++n) {
    const json::Value gold = *json::parse(row);
    ASSERT_LT(n, article_.digests.size());
    const Digest& digest = article_.digests[n];
    EXPECT_EQ(bare(digest.title), bare(gold.text_at("title")));
    EXPECT_EQ(bare(digest.teaser), bare(gold.text_at("teaser")));
    EXPECT_EQ(bare(digest.date).substr(0, 8), bare(gold.text_at("date")).substr(0, 8));
    EXPECT_EQ(digest.channel, gold.text_at("channel"));
    EXPECT_EQ(digest.truncated, std::get<bool>(gold.find("truncated")->data));
    EXPECT_EQ(digest.spam, std::get<bool>(gold.find("spam")->data));
    const json::Value* self = gold.find("self");
    EXPECT_EQ(digest.self, self != nullptr && std::get<bool>(self->data));
  }
  EXPECT_EQ(article_.digests.size(), n);
}

INSTANTIATE_TEST_SUITE_P(All, Seeds, testing::Values("000", "001", "002", "003", "004"));

}  // namespace
}  // namespace tamis::assembly
