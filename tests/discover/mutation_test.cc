// SPDX-License-Identifier: Apache-2.0
// The documents of cases/, damaged at random places: whatever comes of it holds to what the header
// promises.
#include "base/utf8.h"
#include "discover/from_rules.h"
#include "discover/iso_date.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace tamis {
namespace {

std::vector<std::string> documents() {
  std::vector<std::filesystem::path> paths;
  const std::string folder = std::string(TAMIS_TESTS_DIR) + "/discover/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".in") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return out;
}

void check(const Discovered& found, const Scope& scope) {
  for (const FoundUrl& item : found.items) {
    EXPECT_EQ(test::discoverer().normal_url(item.url), item.url);
    EXPECT_TRUE(in_scope({scope.hosts, {}, 1}, item.url)) << item.url;
    EXPECT_LE(item.url.size(), kMaxUrlBytes);
    EXPECT_TRUE(base::valid_utf8(item.title));
    EXPECT_EQ(item.title.find('\n'), std::string::npos);
    EXPECT_EQ(discovery::iso_date(item.date), item.date);
    EXPECT_EQ(discovery::iso_date(item.lastmod), item.lastmod);
    EXPECT_GE(item.likely, 0);
    EXPECT_LE(item.likely, 1);
  }
}

TEST(Mutations, WhatIsFoundHoldsToTheHeader) {
  const Scope scope{{"news.example"}, {}, 1};
  std::mt19937 chance(20250321);
  const auto below = [&](std::size_t end) { return static_cast<std::size_t>(chance()) % end; };
  constexpr std::string_view kTelling = "<>&;!?-[]\"'/:=%\\ \n\xEF\xBB\xBF\xE4\0#";
  for (const std::string& document : documents()) {
    for (int round = 0; round < 100 && !document.empty(); ++round) {
      std::string text = document;
      for (std::size_t times = 1 + below(4); times > 0 && !text.empty(); --times) {
        const std::size_t at = below(text.size());
        switch (below(4)) {
          case 0: text[at] = kTelling[below(kTelling.size())]; break;
          case 1: text.insert(at, 1, kTelling[below(kTelling.size())]); break;
          case 2: text.erase(at, 1 + below(20)); break;
          default: text.insert(at, text.substr(below(text.size()), below(60))); break;
        }
      }
      check(test::discover_in(text, scope), scope);
    }
  }
}

}  // namespace
}  // namespace tamis
