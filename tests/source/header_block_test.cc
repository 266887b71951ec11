// SPDX-License-Identifier: Apache-2.0
#include "source/header_block.h"

#include <gtest/gtest.h>

namespace tamis::source {
namespace {

TEST(HeaderBlock, LinesToPairsUpToTheEmptyLine) {
  std::string_view rest =
      "A: 1\r\nb :  two words \nfolded: a\r\n\t b\r\nno colon\r\nEmpty:\r\n\r\nbody: x";
  const Headers headers = take_headers(rest);
  const Headers expected = {{"A", "1"}, {"b", "two words"}, {"folded", "a b"}, {"Empty", ""}};
  EXPECT_EQ(headers, expected);
  EXPECT_EQ(rest, "body: x");
  EXPECT_EQ(find_header(headers, "B"), "two words");
  EXPECT_EQ(find_header(headers, "c"), "");
}

TEST(HeaderBlock, TheNumberOfHeadersIsBounded) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "a: b\n";
  std::string_view rest = many;
  EXPECT_EQ(take_headers(rest).size(), kMaxHeaders);
  EXPECT_EQ(rest, "");
}

TEST(HeaderBlock, StatusLines) {
  const struct {
    std::string_view line;
    std::optional<std::string> status;
  } cases[] = {{"HTTP/1.1 200 OK\r\n", "200"},    {"HTTP/2 404\r\n", "404"},
               {"HTTP/1.0  301  Moved\n", "301"}, {"ICY 200 OK", "200"},
               {"HTTP/1.1 OK\r\n", std::nullopt}, {"HTTP/1.1\r\n", std::nullopt},
               {"<html>", std::nullopt},          {"", std::nullopt}};
  for (const auto& c : cases) {
    std::string_view rest = c.line;
    EXPECT_EQ(take_status_line(rest), c.status) << c.line;
    EXPECT_EQ(rest.empty(), c.status.has_value() || c.line.empty()) << c.line;
  }
}

TEST(HeaderBlock, MediaTypes) {
  EXPECT_EQ(media_type(" Text/HTML ; charset=gbk"), "text/html");
  EXPECT_EQ(media_type(""), "");
}

}  // namespace
}  // namespace tamis::source
