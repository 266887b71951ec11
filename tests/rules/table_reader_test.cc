// SPDX-License-Identifier: Apache-2.0
#include "rules/table_reader.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

namespace tamis::rules {
namespace {

std::string failure_of(std::string_view text) {
  try {
    read_table("words", text);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(TableReader, CommentsAndBlankLinesAreNoRowsButCountAsLines) {
  const Table table = read_table("words", "# note\n\nword\tweight\n\n# more\nalpha\t1\r\nbeta\t2");
  ASSERT_EQ(table.columns, (std::vector<std::string>{"word", "weight"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].line, 6U);
  EXPECT_EQ(table.rows[0].fields, (std::vector<std::string>{"alpha", "1"}));
  EXPECT_EQ(table.rows[1].line, 7U);
}

TEST(TableReader, ARowWithTooFewFieldsNamesFileAndLine) {
  EXPECT_EQ(failure_of("word\tweight\nalpha\n"),
            "words.tsv:2: expected 2 tab-separated fields, found 1");
}

TEST(TableReader, ALineThatIsNotUtf8NamesFileAndLine) {
  EXPECT_EQ(failure_of("word\n\xD6\xD0\n"), "words.tsv:2: the line is not UTF-8");
}

TEST(TableReader, AFileWithoutAHeaderLineIsRefused) {
  EXPECT_EQ(failure_of("# nothing\n"), "words.tsv:1: the header line of column names is missing");
  EXPECT_NE(failure_of(""), "no failure");
}

TEST(TableReader, AMissingColumnIsRefused) {
  const Table table = read_table("words", "word\nalpha\n");
  EXPECT_EQ(column(table, "word"), 0U);
  EXPECT_THROW(column(table, "label"), Failure);
}

}  // namespace
}  // namespace tamis::rules
