// SPDX-License-Identifier: Apache-2.0
#include "repair/data_file.h"

#include "repair/language_data.h"
#include "repair/text_of.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace tamis::repairing {
namespace {

std::string bytes_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::string failure_of(const std::string& bytes) {
  const std::string folder = testing::TempDir() + "data_file_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/zh-bigrams.dat", std::ios::binary) << bytes;
  try {
    const Bigrams bigrams(folder);
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.remedy()).find("make_language_data"), std::string::npos);
    return failure.what();
  }
  return "";
}

TEST(DataFile, SaysWhatIsWrongWithIt) {
  const std::string good = bytes_of(TAMIS_RULES_DIR "/zh-bigrams.dat");
  ASSERT_GT(good.size(), 64u);
  EXPECT_EQ(failure_of(good), "");
  std::string bad = good;
  bad[12] = 9;  // the version
  EXPECT_NE(failure_of(bad).find("version 9; this tamis reads version 1"), std::string::npos);
  bad = good;
  bad[5000] ^= 1;
  EXPECT_NE(failure_of(bad).find("checksum"), std::string::npos);
  EXPECT_NE(failure_of(good.substr(0, 30)).find("header"), std::string::npos);
  EXPECT_NE(failure_of(good.substr(0, 300)).find("too early"), std::string::npos);
  EXPECT_NE(failure_of(bytes_of(TAMIS_RULES_DIR "/zh-readings.dat")).find("kind"),
            std::string::npos);
  EXPECT_THROW(Bigrams("/nowhere"), Failure);
}

TEST(LanguageData, KnowsWhatFollowsWhat) {
  const LanguageData& data = language_data(test_rules());
  const Bigrams& bigrams = data.bigrams;
  const auto cost = [&](char32_t a, char32_t b) {
    return bigrams.cost(bigrams.index_of(a), bigrams.index_of(b));
  };
  EXPECT_LT(cost(U'中', U'国'), cost(U'中', U'鸟'));
  EXPECT_EQ(cost(U'1', U'２'), 0);  // a run of digits is one
  EXPECT_EQ(bigrams.index_of(U'，'), bigrams.index_of(U','));
  EXPECT_EQ(bigrams.index_of(U'$'), Bigrams::kUnknown);
  const Readings& readings = data.readings;
  ASSERT_TRUE(readings.id_of("jīng"));
  EXPECT_TRUE(readings.has(U'經', *readings.id_of("jīng")));
  EXPECT_FALSE(readings.has(U'節', *readings.id_of("jīng")));
  EXPECT_FALSE(readings.id_of("blog"));
  EXPECT_EQ(readings.simplified(U'經'), U'经');
  EXPECT_EQ(readings.keys(0xBD, *readings.id_of("jīng")), std::vector<char32_t>{U'經'});
}

TEST(LanguageData, IsReadOnceForAllThreads) {
  const Rules rules = Rules::load(TAMIS_RULES_DIR);
  std::vector<const LanguageData*> seen(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    threads.emplace_back([&, i] { seen[i] = &language_data(Rules(rules)); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const LanguageData* one : seen) EXPECT_EQ(one, seen[0]);
}

}  // namespace
}  // namespace tamis::repairing
