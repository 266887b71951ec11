// SPDX-License-Identifier: Apache-2.0
// What the threads of a run share; the one file of these tests that ThreadSanitizer builds run.
#include "relate/made_articles.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace tamis {
namespace {

// Copies of a text stand far apart, so that several threads meet the same sampled text at once.
Library copies(unsigned articles, unsigned of_each) {
  Dice dice(22);
  std::vector<std::string> texts;
  for (unsigned i = 0; i < articles; ++i) texts.push_back(made_article(dice, 8));
  Library library;
  for (unsigned i = 0; i < articles * of_each; ++i) {
    library.add(std::to_string(10000 + i), with_typos(texts[i % articles], dice, 40));
  }
  return library;
}

std::string certified(const Certificate& certificate) {
  std::string out = std::to_string(certificate.comparisons);
  for (const auto& [type, row] : certificate.rows) {
    out += std::string(" ") + relation_name(type) + " " + std::to_string(row.found) + "/" +
           std::to_string(row.related);
  }
  return out;
}

TEST(Threads, OfAnyNumberSayTheSame) {
  const Library library = copies(70, 10);
  RelateOptions options;
  options.certificate = 40;
  const Relations one = library.relate(options);
  ASSERT_EQ(one.clusters.size(), 70u);
  ASSERT_FALSE(one.certificate.rows.empty());
  for (const int threads : {2, 3, 8}) {
    options.threads = threads;
    const Relations many = library.relate(options);
    EXPECT_EQ(written(many, library.entries), written(one, library.entries)) << threads;
    EXPECT_EQ(certified(many.certificate), certified(one.certificate)) << threads;
  }
}

TEST(Threads, PassOnWhatTheTextsReaderThrows) {
  const Library library = copies(10, 4);
  for (const int threads : {1, 3}) {
    RelateOptions options;
    options.threads = threads;
    Texts broken;
    broken.body = [](std::uint32_t) -> std::string { throw std::runtime_error("disk"); };
    EXPECT_THROW(tamis::relate(library.entries, broken, Canon(), options), std::runtime_error);
  }
}

}  // namespace
}  // namespace tamis
