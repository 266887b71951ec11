// SPDX-License-Identifier: Apache-2.0
#include "head/claims.h"

#include "head_builder.h"

namespace tamis::head {
namespace {

TEST(Claims, CollapseSpaceAndSkipEmptyAndRepeatedValues) {
  ClaimList list;
  list.add("  a \n b ", "x", Trust::kMeta);
  list.add("a b", "y", Trust::kWeak);
  list.add(" \t", "z", Trust::kJsonLd);
  std::vector<Claim> claims = list.take();
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].value, "a b");
  EXPECT_EQ(claims[0].by, "x");
}

TEST(Claims, KeepTheMoreTrustedOfEqualValues) {
  ClaimList list;
  list.add("same", "title", Trust::kWeak);
  list.add("other", "og", Trust::kOpenGraph);
  list.add("same", "json-ld", Trust::kJsonLd);
  std::vector<Claim> claims = list.take();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].by, "json-ld");
}

TEST(Claims, AreOrderedByTrustThenByArrival) {
  ClaimList list;
  list.add("4", "title", Trust::kWeak);
  list.add("2", "og", Trust::kOpenGraph);
  list.add("3", "og", Trust::kOpenGraph);
  list.add("1", "json-ld", Trust::kJsonLd);
  EXPECT_EQ(values(list.take()), (Strings{"1", "2", "3", "4"}));
}

TEST(Claims, AreBoundedInNumberAndLength) {
  ClaimList list;
  std::string han;
  for (int n = 0; n < 2000; ++n) han += "字";
  list.add(han, "x", Trust::kMeta);
  for (int n = 0; n < 1000; ++n) list.add(std::to_string(n), "x", Trust::kMeta);
  std::vector<Claim> claims = list.take();
  EXPECT_EQ(claims.size(), kMaxClaims);
  EXPECT_EQ(claims[0].value.size(), 3 * kMaxCharacters);
}

TEST(Claims, KeywordsAreCutAtCommasOfBothWidths) {
  ClaimList list;
  add_keywords(list, "a b, c，d、e;f", "meta", Trust::kMeta);
  EXPECT_EQ(values(list.take()), (Strings{"a b", "c", "d", "e", "f"}));
}

TEST(Claims, ChineseKeywordsAreCutAtSpacesWhenNothingElsePartsThem) {
  ClaimList list;
  add_keywords(list, "天津 生物医药", "meta", Trust::kMeta);
  add_keywords(list, "New York", "meta", Trust::kMeta);
  EXPECT_EQ(values(list.take()), (Strings{"天津", "生物医药", "New York"}));
}

}  // namespace
}  // namespace tamis::head
