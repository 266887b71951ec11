// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/wide.h"

#include "fingerprint/gram_hash.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace tamis::fingerprinting {
namespace {

// Every length around the blocks of the wide loops, with many letters and with three.
std::vector<std::u16string> texts(std::size_t from) {
  std::mt19937_64 random(3);
  std::vector<std::u16string> out;
  for (std::size_t n = from; n < 900; n += n < 420 ? 1 : 7) {
    std::u16string text;
    for (std::size_t i = 0; i < n; ++i)
      text += static_cast<char16_t>(1 + random() % (n % 5 == 0 ? 3 : 0xFFFF));
    out.push_back(std::move(text));
  }
  return out;
}

TEST(Wide, WinnowingIsOfTheSmallestHashOfEveryWindow) {
  for (const std::u16string& text : texts(kDense + 1)) {
    std::vector<std::uint64_t> hashes(text.size() - kGram + 1), expected;
    gram_hashes(text, hashes.data());
    for (std::size_t i = 0; i + kWindow <= hashes.size(); ++i) {
      const auto from = hashes.begin() + static_cast<std::ptrdiff_t>(i);
      expected.push_back(*std::min_element(from, from + kWindow));
    }
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    EXPECT_EQ(winnow(text), expected) << text.size();
  }
}

#if TAMIS_WIDE
TEST(Wide, SaysWhatThePlainLoopsSay) {
  if (!wide::is_here()) GTEST_SKIP() << "this processor has no AVX2";
  for (const std::u16string& text : texts(kShingle))
    EXPECT_EQ(wide::simhash(text), simhash_plain(text)) << text.size();
  for (const std::u16string& text : texts(kGram)) {
    std::vector<std::uint64_t> hashes(text.size() - kGram + 1);
    gram_hashes(text, hashes.data());
    EXPECT_EQ(wide::grams(text), hashes) << text.size();
  }
  for (const std::u16string& text : texts(kGram + kWindow))
    EXPECT_EQ(wide::minima(text), minima_plain(text)) << text.size();
}
#endif

}  // namespace
}  // namespace tamis::fingerprinting
