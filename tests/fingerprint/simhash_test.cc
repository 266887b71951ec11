// SPDX-License-Identifier: Apache-2.0
#include "base/mix.h"
#include "fingerprint/dice.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

#include <array>

namespace tamis {
namespace {

// The textbook loop: plus or minus one a bit, then the signs.
std::uint64_t slow_simhash(std::u16string_view letters) {
  std::array<long, 64> sums{};
  for (std::size_t i = 0; i + kShingle <= letters.size(); ++i) {
    const std::uint64_t hash = base::hash_word(
        std::uint64_t{letters[i]} << 32 | std::uint64_t{letters[i + 1]} << 16 | letters[i + 2]);
    for (int bit = 0; bit < 64; ++bit)
      sums[static_cast<std::size_t>(bit)] += (hash >> bit & 1) != 0 ? 1 : -1;
  }
  std::uint64_t out = 0;
  for (int bit = 0; bit < 64; ++bit) {
    if (sums[static_cast<std::size_t>(bit)] > 0) out |= std::uint64_t{1} << bit;
  }
  return out;
}

TEST(SimHash, IsTheTextbooksOnTextsOfEveryLength) {
  Dice dice(3);
  for (std::size_t size = 0; size < 300; ++size) {
    std::u16string letters;
    for (std::size_t i = 0; i < size; ++i)
      letters += static_cast<char16_t>(0x4E00 + dice.below(3000));
    ASSERT_EQ(simhash(letters), slow_simhash(letters)) << size;
  }
}

TEST(SimHash, IsTheTextbooksWhereShinglesRepeat) {
  Dice dice(4);
  for (const std::size_t size : {3u, 10u, 1000u, 65536u, 100001u}) {
    std::u16string few;
    for (std::size_t i = 0; i < size; ++i) few += static_cast<char16_t>(u'甲' + dice.below(2));
    EXPECT_EQ(simhash(few), slow_simhash(few));
    EXPECT_EQ(simhash(std::u16string(size, u'啊')), slow_simhash(std::u16string(size, u'啊')));
  }
}

}  // namespace
}  // namespace tamis
