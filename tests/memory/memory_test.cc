// SPDX-License-Identifier: Apache-2.0
#include "tamis/memory.h"

#include "memory/crawl.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace tamis {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace)

const CrawlPage kPage{"a/library", "a.example", {kLibrary, kLibraryRest}, "++", "新馆开放"};
const CrawlPage kOther{"b/ferry", "b.example", {kFerry, kFerryRest}, "++", ""};

std::string failure_of(const std::string& folder) {
  try {
    Memory::open(folder);
  } catch (const Failure& failure) {
    return std::string(failure.what()) + " | " + failure.remedy();
  }
  return "";
}

TEST(Memory, IsReadBackAsItWasWritten) {
  const Scratch scratch;
  EXPECT_FALSE(Memory::is_in(scratch.path("m")));
  test::remember(scratch.path("m"), {kPage, kOther});
  EXPECT_TRUE(Memory::is_in(scratch.path("m")));
  EXPECT_EQ(Memory::open(scratch.path("m")).pages(), 2U);
  EXPECT_EQ(scratch.names("m").size(), 7U);
}

TEST(Memory, ANewOneReplacesTheOld) {
  const Scratch scratch;
  test::remember(scratch.path("m"), {kPage, kOther});
  test::remember(scratch.path("m"), {kPage});
  EXPECT_EQ(Memory::open(scratch.path("m")).pages(), 1U);
  EXPECT_EQ(scratch.names("m").size(), 7U);
}

TEST(Memory, OneThatWasNotFinishedLeavesTheOldOne) {
  const Scratch scratch;
  test::remember(scratch.path("m"), {kPage, kOther});
  {
    MemoryWriter writer(scratch.path("m"));
    writer.add(sight(seen(kPage), blocks_of(kPage), labels_of(kPage), Canon()));
    writer.finish_pages();
  }
  EXPECT_EQ(Memory::open(scratch.path("m")).pages(), 2U);
}

TEST(Memory, DamageIsNamedWithWhatToDo) {
  const Scratch scratch;
  test::remember(scratch.path("m"), {kPage, kOther});
  for (const std::string& name : scratch.names("m")) {
    if (name == "header.json" || std::filesystem::file_size(scratch.path("m/" + name)) == 0)
      continue;
    const std::string bytes = scratch.read("m/" + name);
    std::string changed = bytes;
    changed[changed.size() / 2] ^= 1;
    for (const std::string& bad : {changed, bytes.substr(0, bytes.size() - 1)}) {
      scratch.write("m/" + name, bad);
      EXPECT_NE(failure_of(scratch.path("m")).find(name), std::string::npos) << name;
      EXPECT_NE(failure_of(scratch.path("m")).find("--no-corpus"), std::string::npos);
    }
    std::filesystem::remove(scratch.path("m/" + name));
    EXPECT_NE(failure_of(scratch.path("m")).find(name + " is gone"), std::string::npos);
    scratch.write("m/" + name, bytes);
  }
  EXPECT_EQ(failure_of(scratch.path("m")), "");
}

TEST(Memory, AnotherVersionsIsRefused) {
  const Scratch scratch;
  test::remember(scratch.path("m"), {kPage});
  scratch.write("m/header.json", R"({"tamis_memory":99,"pages":1,"files":[]})");
  EXPECT_NE(failure_of(scratch.path("m")).find("format 99"), std::string::npos);
  for (const char* bad :
       {"", "{", "[]", "{}", R"({"tamis_memory":1})", R"({"tamis_memory":1,"pages":-1,"files":[]})",
        R"({"tamis_memory":1,"pages":1,"files":[]})",
        R"({"tamis_memory":1,"pages":1,"files":[{"name":"../x","size":1}]})"}) {
    scratch.write("m/header.json", bad);
    EXPECT_NE(failure_of(scratch.path("m")), "") << bad;
  }
  EXPECT_NE(failure_of(scratch.path("none")).find("no memory"), std::string::npos);
}

}  // namespace
}  // namespace tamis
