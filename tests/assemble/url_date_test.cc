// SPDX-License-Identifier: Apache-2.0
#include "assemble/article_date.h"

#include <gtest/gtest.h>

namespace tamis::assembly {
namespace {

TEST(UrlDate, ReadsThePathsOfNewsSites) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://a.example/2022/11/16/story.html", "2022-11-16"},
      {"https://a.example/n/2022-11/16/content_1.htm", "2022-11-16"},
      {"https://a.example/2022-11-16/story.html", "2022-11-16"},
      {"https://a.example/20221116/story.html", "2022-11-16"},
      {"https://a.example/t20221116_123.html", "2022-11-16"},
      {"https://a.example/n1/2022/1116/c1-2.html", "2022-11-16"},
      {"https://a.example/202211/16/1.html", "2022-11-16"},
      {"https://a.example/2022/1/6/1.html", "2022-01-06"},
      {"https://a.example/2022/13/16/1.html", ""},
      {"https://a.example/20229999/1.html", ""},
      {"https://a.example/story-12345678.html", ""},
      {"https://a.example/?d=2022-11-16", ""},
      {"https://20221116.example", ""},
      {"", ""},
  };
  for (const auto& [url, expected] : cases) {
    const auto found = date_in_url(url);
    EXPECT_EQ(found ? iso(*found) : "", expected) << url;
  }
}

}  // namespace
}  // namespace tamis::assembly
