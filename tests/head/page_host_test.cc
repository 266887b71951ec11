// SPDX-License-Identifier: Apache-2.0
#include "tamis/page_host.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(PageUrl, IsTheCrawlsOrTheFirstAbsoluteClaim) {
  Page page;
  Head head;
  EXPECT_EQ(page_url(page, head), "");
  head.urls = {{"/relative", "link"}, {"https://a.example/1", "og"}};
  EXPECT_EQ(page_url(page, head), "https://a.example/1");
  page.url = "https://b.example/2";
  EXPECT_EQ(page_url(page, head), "https://b.example/2");
}

TEST(PageHost, IsTheUrlsOrAFolderThatLooksLikeOne) {
  Page page;
  page.folder = "www.a.example";
  EXPECT_EQ(page_host(page, "https://b.example/2"), "b.example");
  EXPECT_EQ(page_host(page, ""), "www.a.example");
  page.folder = "pages";
  EXPECT_EQ(page_host(page, ""), "");
}

}  // namespace
}  // namespace tamis
