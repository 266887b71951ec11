// SPDX-License-Identifier: Apache-2.0
#include "relate/certificate.h"

#include "relate/made_articles.h"

#include <gtest/gtest.h>

#include <numeric>

namespace tamis::relating {
namespace {

Certificate certified(const Library& library, const std::function<bool(const Pair&)>& index) {
  const Texts texts = library.bodies();
  const Canon canon;
  RelateOptions options;
  options.certificate = 40;
  CertificateProblem problem{library.entries, {}, texts, canon, options, index};
  problem.firsts.resize(library.entries.size());
  std::iota(problem.firsts.begin(), problem.firsts.end(), 0u);
  return certify(problem);
}

TEST(Certificate, OfASoundIndexIsOne) {
  const Library library = families(60, 21);
  RelateOptions options;
  options.certificate = 40;
  const Certificate certificate = library.relate(options).certificate;
  EXPECT_EQ(certificate.sampled, 40u);
  EXPECT_EQ(certificate.comparisons, 40u * 179);
  ASSERT_TRUE(certificate.rows.contains(RelationType::kNear));
  ASSERT_TRUE(certificate.rows.contains(RelationType::kExcerpt));
  for (const auto& [type, row] : certificate.rows) {
    EXPECT_EQ(row.found, row.related) << relation_name(type);
    EXPECT_GT(row.interval().first, .7);
    EXPECT_NEAR(row.interval().second, 1, 1e-9);
  }
}

TEST(Certificate, FallsWhenTheIndexHasABug) {
  const Library library = families(60, 21);
  // An index that has lost the pairs of every third family.
  const auto buggy = [](const Pair& pair) { return pair.first / 3 % 3 != 0; };
  const Certificate certificate = certified(library, buggy);
  const CertificateRow& row = certificate.rows.at(RelationType::kNear);
  EXPECT_LT(row.found, row.related);
  EXPECT_LT(row.interval().second, .97);
  const Certificate dead = certified(library, [](const Pair&) { return false; });
  for (const auto& [type, dead_row] : dead.rows) EXPECT_EQ(dead_row.found, 0u);
}

TEST(Certificate, CountsAPairOfTwoSampledPagesOnce) {
  Dice dice(22);
  Library library;
  const std::string text = made_article(dice, 24);
  library.add("1", text);
  library.add("2", with_typos(text, dice, 60));
  RelateOptions options;
  const Certificate certificate = library.relate(options).certificate;
  EXPECT_EQ(certificate.sampled, 2u);
  EXPECT_EQ(certificate.rows.at(RelationType::kNear).related, 1u);
}

TEST(Certificate, OfNothingSaysNothing) {
  const Certificate certificate = Library{}.relate().certificate;
  EXPECT_EQ(certificate.sampled, 0u);
  EXPECT_TRUE(certificate.rows.empty());
}

TEST(Certificate, IntervalIsWilsons) {
  CertificateRow row{20, 20};
  EXPECT_NEAR(row.interval().first, .839, .001);
  row.found = 10;
  EXPECT_NEAR(row.interval().first, .299, .001);
  EXPECT_NEAR(row.interval().second, .701, .001);
}

}  // namespace
}  // namespace tamis::relating
