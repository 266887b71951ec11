// SPDX-License-Identifier: Apache-2.0
#include "decode/dev_pages.h"

#include "base/utf8.h"
#include "json/json.h"
#include "tamis/decode.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <variant>

namespace tamis {
namespace {

// id of a page to the gold's word that its bytes are UTF-8.
std::map<std::string, bool> gold_utf8(const std::string& set) {
  std::map<std::string, bool> gold;
  std::ifstream file(testing::dev_set(set) + "/gold.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto row = json::parse(line);
    const json::Value* utf8 = row ? row->find("utf8") : nullptr;
    if (utf8 == nullptr) continue;
    gold[std::string(row->text_at("id"))] = std::get<bool>(utf8->data);
  }
  return gold;
}

TEST(DevPages, HandcraftedPagesAreUtf8WhereTheGoldSaysSoAndGb18030Elsewhere) {
  if (!testing::has_dev_set("zh_handcrafted")) GTEST_SKIP() << "no ../shared/bench/data";
  const auto gold = gold_utf8("zh_handcrafted");
  ASSERT_FALSE(gold.empty());
  std::size_t seen = 0;
  testing::for_each_page("zh_handcrafted", [&](const Page& page) {
    const std::string id = page.id.substr(0, page.id.find(".html"));
    const Text text = decode(page);
    ASSERT_TRUE(gold.contains(id)) << id;
    EXPECT_EQ(text.charset.name, gold.at(id) ? "utf-8" : "gb18030") << id;
    EXPECT_EQ(text.charset.errors, 0u) << id << " by " << text.charset.by;
    ++seen;
  });
  EXPECT_EQ(seen, gold.size());
}

TEST(DevPages, PagesWhoseBytesAreUtf8AreReadWithoutLoss) {
  for (const char* set : {"daniel", "magic_article", "scrapinghub"}) {
    if (!testing::has_dev_set(set)) GTEST_SKIP() << "no ../shared/bench/data";
    testing::for_each_page(set, [&](const Page& page) {
      const Text text = decode(page);
      EXPECT_EQ(text.charset.name == "utf-8", base::valid_utf8(page.bytes, true)) << page.id;
      EXPECT_EQ(text.charset.errors, 0u) << set << " " << page.id;
    });
  }
}

}  // namespace
}  // namespace tamis
