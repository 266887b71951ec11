// SPDX-License-Identifier: Apache-2.0
#include "decode/prescan.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::decoding {
namespace {

TEST(Prescan, FollowsTheStandardsSteps) {
  const struct {
    const char *html, *charset;
  } cases[] = {
      {"<meta charset=gbk>", "gb18030"},
      {"<META CharSet = 'GB2312'>", "gb18030"},
      {"<meta http-equiv=Content-Type content='text/html; charset=big5'>", "big5"},
      {"<meta content='text/html; charset=big5' http-equiv=\"content-type\">", "big5"},
      {"<meta content='text/html; charset=big5'>", ""},
      {"<meta name=a content='charset=big5'>", ""},
      {"<meta http-equiv=refresh content='charset=big5'>", ""},
      {"<!-- <meta charset=big5> --><meta charset=gbk>", "gb18030"},
      {"<!--><meta charset=gbk>", "gb18030"},
      {"<!-- never ends <meta charset=gbk>", ""},
      {"<p title='<meta charset=big5>'><meta charset=gbk>", "gb18030"},
      {"</p title='<meta charset=big5>'><meta charset=gbk>", "gb18030"},
      {"<?x <meta charset=gbk><meta charset=big5>", "big5"},
      {"<meta charset=nonsense><meta charset=gbk>", "gb18030"},
      {"<meta charset=utf-16>", "utf-8"},
      {"<meta/charset=gbk>", "gb18030"},
      {"<metax charset=gbk>", ""},
      {"<meta charset=gbk charset=big5>", "gb18030"},
      {"<meta charset=gbk", "gb18030"},
      {"<body><meta charset=gbk>", ""},
      {"<?xml version='1.0' encoding='gb2312'?><html>", "gb18030"},
      {"<?xml version='1.0' encoding='gb2312'?><meta charset=big5>", "big5"},
      {"< <a", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(prescan(c.html), c.charset) << c.html;
}

TEST(Prescan, LooksPastTheFirstKilobyteButNotFarther) {
  EXPECT_EQ(prescan(std::string(4000, ' ') + "<meta charset=gbk>"), "gb18030");
  EXPECT_EQ(prescan(std::string(9000, ' ') + "<meta charset=gbk>"), "");
}

TEST(ContentType, CharsetParameterIsFoundAsInAMeta) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=GB2312"), "gb18030");
  EXPECT_EQ(charset_of_content_type("text/html;charset = \"utf-8\"; x=y"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/html; charset charset='big5'"), "big5");
  EXPECT_EQ(charset_of_content_type("text/html; charset=\"utf-8"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
}

}  // namespace
}  // namespace tamis::decoding
