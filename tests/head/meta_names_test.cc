// SPDX-License-Identifier: Apache-2.0
#include "head/meta_names.h"

#include <gtest/gtest.h>

namespace tamis::head {
namespace {

TEST(MetaNames, CaseAndSeparatorsDoNotCount) {
  for (const char* name : {"PubDate", "pubdate", "pub_date", "pub-date", "PUBDATE"})
    EXPECT_EQ(meta_field(name), Field::kDate) << name;
  EXPECT_EQ(meta_field("article:published_time"), Field::kDate);
  EXPECT_EQ(meta_field("dc.date.issued"), Field::kDate);
  EXPECT_EQ(meta_field("weibo: article:create_at"), Field::kDate);
}

TEST(MetaNames, KnowChinesePublishingSystems) {
  EXPECT_EQ(meta_field("ArticleTitle"), Field::kTitle);
  EXPECT_EQ(meta_field("ContentSource"), Field::kSource);
  EXPECT_EQ(meta_field("Author"), Field::kAuthor);
  EXPECT_EQ(meta_field("editor"), Field::kEditor);
  EXPECT_EQ(id_field("pubtime_baidu"), Field::kDate);
  EXPECT_EQ(id_field("source_baidu"), Field::kSource);
}

TEST(MetaNames, UnknownNamesClaimNothing) {
  EXPECT_EQ(meta_field("viewport"), Field::kNone);
  EXPECT_EQ(meta_field(""), Field::kNone);
  EXPECT_EQ(meta_field(std::string(100000, 'x')), Field::kNone);
  EXPECT_EQ(itemprop_field("name"), Field::kNone);
  EXPECT_EQ(id_field("main"), Field::kNone);
}

}  // namespace
}  // namespace tamis::head
