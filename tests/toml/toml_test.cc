// SPDX-License-Identifier: Apache-2.0
#include "toml/toml.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::config {
namespace {

template <class Call>
std::string fault_of(const std::string& text, const Call& call) {
  try {
    const File file(text, "a.toml", "see the README");
    call(file);
  } catch (const Failure& failure) {
    EXPECT_FALSE(failure.remedy().empty());
    return failure.what();
  }
  return "no fault";
}

std::string fault_of(const std::string& text) {
  return fault_of(text, [](const File&) {});
}

TEST(Toml, ValuesKnowWhereTheyStand) {
  const File file("# note\nversion = 1\n[[source]]\nurl = 'a'\n  pace = 2.5\ndays = [1, 'x']\n",
                  "a.toml", "");
  const Node* sources = file.root().find("source");
  ASSERT_NE(sources, nullptr);
  ASSERT_NE(sources->array(), nullptr);
  const Node& source = sources->array()->at(0);
  EXPECT_EQ(file.text(*source.find("url"), "url"), "a");
  EXPECT_EQ(source.find("url")->at.line, 4U);
  EXPECT_EQ(source.find("url")->at.column, 7U);
  EXPECT_EQ(file.number(*source.find("pace"), "pace"), 2.5);
  EXPECT_EQ(file.number(*file.root().find("version"), "version"), 1);
  EXPECT_EQ(source.find("days")->array()->at(1).at.line, 6U);
  EXPECT_EQ(source.find("nothing"), nullptr);
  EXPECT_EQ(source.find("url")->find("x"), nullptr);
}

TEST(Toml, FaultsNameFileLineAndColumn) {
  EXPECT_EQ(fault_of("a = 1\nb = \n").substr(0, 11), "a.toml:2:5:");
  EXPECT_EQ(fault_of("a = 1\na = 2\n").substr(0, 9), "a.toml:2:");
  const auto version = [](const File& file) { file.check_version(1); };
  EXPECT_EQ(fault_of("", version), "a.toml:1:1: the version is missing");
  EXPECT_EQ(fault_of("version = '1'", version), "a.toml:1:11: version must be 1");
  EXPECT_EQ(fault_of("\nversion = 2", version),
            "a.toml:2:11: version 2 is of a later tamis; this one reads version 1");
  EXPECT_EQ(fault_of("version = 1", version), "no fault");
  const auto keys = [](const File& file) {
    file.check_keys(file.root(), {"version", "source"}, " here");
  };
  EXPECT_EQ(fault_of("sorce = 1", keys),
            "a.toml:1:1: there is no key sorce here; did you mean source?");
  EXPECT_EQ(fault_of("a = true",
                     [](const File& file) { (void)file.integer(*file.root().find("a"), "a"); }),
            "a.toml:1:5: a must be a whole number");
  EXPECT_EQ(
      fault_of("a = [1]", [](const File& file) { (void)file.texts(*file.root().find("a"), "a"); }),
      "a.toml:1:6: each a must be a string");
}

TEST(Toml, HostileFilesAreFaults) {
  EXPECT_NE(fault_of(std::string(kMaxFileBytes + 1, '#')).find("1 MiB"), std::string::npos);
  EXPECT_NE(fault_of("a = " + std::string(100'000, '[')).find("no TOML"), std::string::npos);
  std::string dotted = "a";
  for (int n = 0; n < 2'000; ++n) dotted += ".a";
  EXPECT_NO_FATAL_FAILURE((void)fault_of(dotted + " = 1"));
  EXPECT_NE(fault_of("a = '\xFF'").find("no TOML"), std::string::npos);
}

TEST(Toml, OneStringOrAnArrayOfThem) {
  const File file("one = 'a'\nmany = ['b', 'c']\n", "a.toml", "");
  const auto one = file.texts(*file.root().find("one"), "one");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].first, "a");
  const auto many = file.texts(*file.root().find("many"), "many");
  ASSERT_EQ(many.size(), 2U);
  EXPECT_EQ(many[1].first, "c");
}

}  // namespace
}  // namespace tamis::config
