// SPDX-License-Identifier: Apache-2.0
#include "memory/rows.h"

#include "memory/row_writer.h"
#include "scratch.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

namespace tamis::memory {
namespace {

// 2,000 rows, some of them twice, in an order of their own.
StoredFile write_rows(const std::string& folder, std::size_t most) {
  RowWriter writer(folder, "bodies", most);
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const std::uint64_t mixed = i * 0x9E3779B97F4A7C15 & ~std::uint64_t{1};
    writer.add(mixed, static_cast<std::uint32_t>(i % 7));
    if (i % 3 == 0) writer.add(mixed, static_cast<std::uint32_t>(i % 7));
    if (i % 5 == 0) writer.add(mixed | 1, 9);
  }
  return writer.finish();
}

TEST(Rows, SpilledRunsGiveTheSameFile) {
  const test::Scratch a, b;
  const StoredFile at_once = write_rows(a.path(), RowWriter::kMost);
  const StoredFile spilled = write_rows(b.path(), 100);
  EXPECT_EQ(at_once.name, spilled.name);
  EXPECT_EQ(a.read(at_once.name), b.read(spilled.name));
  EXPECT_EQ(at_once.size, 2400 * sizeof(Row));
  EXPECT_EQ(b.names(), std::vector<std::string>{spilled.name});  // no run is left
}

TEST(Rows, FindsAllPagesOfAHashWhateverItsLowestBit) {
  const test::Scratch scratch;
  const StoredFile file = write_rows(scratch.path(), RowWriter::kMost);
  const Rows rows(scratch.path(), file);
  const std::uint64_t five = 5 * 0x9E3779B97F4A7C15;
  for (const std::uint64_t asked : {five & ~std::uint64_t{1}, five | 1}) {
    const auto found = rows.find(asked, 10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].page, 5U);
    EXPECT_EQ(found[1].page, 9U);
  }
  EXPECT_EQ(rows.find(five, 1).size(), 1U);
  EXPECT_TRUE(rows.find(12345, 10).empty());
}

// What is held and what is read when it is asked for, against a plain look through all rows.
TEST(Rows, AreFoundWhereTheyLie) {
  const test::Scratch scratch;
  RowWriter writer(scratch.path(), "bodies");
  std::vector<Row> all;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const std::uint64_t hash = i % 3 == 0 ? 77 << 20 : i * 0x9E3779B97F4A7C15 & ~std::uint64_t{1};
    all.push_back({hash | (i % 2), i, i % 11});
    writer.add(all.back().hash, i, i % 11);
  }
  std::sort(all.begin(), all.end());
  const StoredFile file = writer.finish();
  const Rows held(scratch.path(), file), read(scratch.path(), file, 0);
  for (const Row& row : all) {
    std::vector<Row> wanted;
    for (const Row& other : all) {
      if (other.hash >> 1 == row.hash >> 1 && wanted.size() < 700) wanted.push_back(other);
    }
    ASSERT_EQ(held.find(row.hash ^ 1, 700), wanted);
    ASSERT_EQ(read.find(row.hash ^ 1, 700), wanted);
    ASSERT_EQ(held.find_at(row.hash ^ 1, row.page), row);
    ASSERT_EQ(read.find_at(row.hash ^ 1, row.page), row);
    ASSERT_EQ(read.find_at(row.hash, 5000), std::nullopt);
  }
}

TEST(Rows, UnsortedOnesAreRefused) {
  const test::Scratch scratch;
  const StoredFile file = write_rows(scratch.path(), RowWriter::kMost);
  std::string bytes = scratch.read(file.name);
  std::rotate(bytes.begin(), bytes.begin() + 100 * sizeof(Row), bytes.end());
  std::ofstream(scratch.path(file.name), std::ios::binary) << bytes;
  EXPECT_THROW(Rows(scratch.path(), file), Failure);
}

TEST(Rows, OfAnEmptyFileNothingIsFound) {
  const test::Scratch scratch;
  const StoredFile file = RowWriter(scratch.path(), "names").finish();
  EXPECT_TRUE(Rows(scratch.path(), file).find(1, 10).empty());
}

TEST(Rows, AFileThatWasCutIsRefused) {
  const test::Scratch scratch;
  const StoredFile file = write_rows(scratch.path(), RowWriter::kMost);
  std::filesystem::resize_file(scratch.path(file.name), file.size - 5);
  EXPECT_THROW(Rows(scratch.path(), file), Failure);
}

}  // namespace
}  // namespace tamis::memory
