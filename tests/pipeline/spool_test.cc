// SPDX-License-Identifier: Apache-2.0
#include "pipeline/spool.h"

#include "scratch.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::pipeline {
namespace {

// Short and empty lines, and some longer than any buffer.
std::vector<std::string> lines() {
  std::vector<std::string> all;
  for (std::size_t n = 0; n < 400; ++n) {
    all.emplace_back(n % 97 == 5 ? 700'000 : n * n % 5000, static_cast<char>('a' + n % 26));
  }
  return all;
}

void expect_lines(Spool& spool, const std::vector<std::string>& expected) {
  std::vector<LineSpan> spans;
  std::string line;
  LineSpan span;
  while (spool.next(line, span)) {
    ASSERT_LT(spans.size(), expected.size());
    EXPECT_TRUE(line == expected[spans.size()]) << spans.size();
    spans.push_back(span);
  }
  ASSERT_EQ(spans.size(), expected.size());
  for (std::size_t n = spans.size(); n-- > 0;)
    EXPECT_TRUE(spool.read(spans[n]) == expected[n]) << n;
}

TEST(Spool, GivesBackLinesInOrderAndByPlace) {
  const test::Scratch scratch;
  Spool spool = Spool::unnamed(scratch.path());
  for (const std::string& line : lines()) spool.append(line + "\n");
  EXPECT_TRUE(scratch.names().empty());
  expect_lines(spool, lines());
}

TEST(Spool, ReadsAFileWhoseLastLineHasNoEnd) {
  const test::Scratch scratch;
  std::string bytes;
  for (const std::string& line : lines()) bytes += line + "\n";
  Spool whole(scratch.write("a", bytes));
  expect_lines(whole, lines());
  bytes.pop_back();
  Spool cut(scratch.write("b", bytes));
  expect_lines(cut, lines());
  Spool empty(scratch.write("c", ""));
  expect_lines(empty, {});
}

TEST(Spool, AMissingFileOrFolderIsAFailure) {
  EXPECT_THROW(Spool("/nonexistent/a"), Failure);
  EXPECT_THROW(Spool::unnamed("/nonexistent"), Failure);
}

}  // namespace
}  // namespace tamis::pipeline
