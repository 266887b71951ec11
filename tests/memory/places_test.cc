// SPDX-License-Identifier: Apache-2.0
#include "memory/places.h"

#include "memory/lead.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tamis::memory {
namespace {

std::u16string letters(std::size_t size) {
  std::u16string out;
  std::uint32_t seed = 7;
  while (out.size() < size) {
    seed = seed * 1664525 + 1013904223;
    out += static_cast<char16_t>(0x4E00 + (seed >> 16) % 3000);
  }
  return out;
}

TEST(WinnowPlaced, SaysWhereEachHashFirstStands) {
  for (const std::size_t size : {kGram, kGram + 5, kDense, kDense + 1, 3000U}) {
    std::u16string text = letters(size);
    text += text;  // each run stands twice
    const std::vector<std::uint64_t> hashes = winnow(text), runs = gram_hashes(text);
    const std::vector<PlacedHash> placed = winnow_placed(text);
    ASSERT_EQ(placed.size(), hashes.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
      EXPECT_EQ(placed[i].hash, hashes[i]);
      ASSERT_LT(placed[i].at, size + kWindow);  // the text's beginning has fewer windows
      EXPECT_EQ(runs[placed[i].at], hashes[i] >> 1 << 1);
    }
  }
}

TEST(PlacedRuns, AreThoseOfTheTextAndOfItsLead) {
  for (const std::size_t size : {0U, kGram - 1, kGram, 30U, kDense, kDense + 1, 3000U}) {
    const std::u16string text = letters(size);
    const PlacedRuns runs = placed_runs(text);
    const auto same = [](const std::vector<PlacedHash>& a, const std::vector<PlacedHash>& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                        [](const PlacedHash& x, const PlacedHash& y) {
                          return x.hash == y.hash && x.at == y.at;
                        });
    };
    EXPECT_TRUE(same(runs.minima, winnow_placed(text))) << size;
    EXPECT_TRUE(same(runs.lead, winnow_placed(lead_of(text)))) << size;
  }
}

TEST(WinnowPlaced, OfTooShortATextThereIsNone) {
  EXPECT_TRUE(winnow_placed(u"").empty());
  EXPECT_TRUE(winnow_placed(letters(kGram - 1)).empty());
}

}  // namespace
}  // namespace tamis::memory
