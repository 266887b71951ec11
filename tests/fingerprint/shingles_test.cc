// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"
#include "base/utf8.h"
#include "fingerprint/dice.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

#include <set>

namespace tamis {
namespace {

// Cut into characters, joined again by the kShingle.
std::vector<std::uint64_t> slow_shingles(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    characters.emplace_back();
    base::append_utf8(characters.back(), base::next_code_point(text, at));
  }
  std::set<std::uint64_t> out;
  for (std::size_t i = 0; i + kShingle <= characters.size(); ++i) {
    std::string run;
    for (std::size_t j = 0; j < kShingle; ++j) run += characters[i + j];
    out.insert(base::hash64(run));
  }
  return {out.begin(), out.end()};
}

TEST(Shingles, AreTheHashesOfAllRunsSortedAndDistinct) {
  Dice dice(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (unsigned i = dice.below(400); i > 0; --i) {
      const unsigned kind = dice.below(4);
      base::append_utf8(text, kind == 0   ? U'a' + dice.below(3)
                              : kind == 1 ? 0xE0 + dice.below(4)
                              : kind == 2 ? 0x4E00 + dice.below(5)
                                          : 0x20000 + dice.below(3));
    }
    ASSERT_EQ(shingles(text), slow_shingles(text));
  }
}

TEST(Shingles, OfATextThatIsTooShortAreNone) {
  EXPECT_TRUE(shingles("").empty());
  EXPECT_TRUE(shingles("新华").empty());
  EXPECT_EQ(shingles("新华社").size(), 1u);
}

TEST(Shingles, OfOneCharacterAMillionTimesAreOne) {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "啊";
  EXPECT_EQ(shingles(text).size(), 1u);
}

TEST(Shingles, OfBytesThatAreNoTextStayInBounds) {
  Dice dice(9);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (unsigned i = dice.below(40); i > 0; --i) {
      bytes += static_cast<char>(dice.below(2) == 0 ? 0x80 + dice.below(64) : dice.below(256));
    }
    EXPECT_LE(shingles(bytes).size(), bytes.size());
  }
}

}  // namespace
}  // namespace tamis
