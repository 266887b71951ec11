// SPDX-License-Identifier: Apache-2.0
#include "tamis/fingerprint.h"

#include "base/hash.h"
#include "fingerprint/dice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace tamis {
namespace {

constexpr const char* kText =
    "省卫健委今天通报，昨天全省新增确诊病例12例，其中省会8例，均为此前确诊病例的密切接触者；"
    "新增出院病例30例。目前尚有1204人在接受医学观察，全省已连续三天没有新增重症病例。";

TEST(Fingerprint, IgnoresSpacePunctuationCaseAndWidth) {
  const Canon canon;
  const Fingerprint a = fingerprint("CAR-T 疗法获批，价格为１２０万元。", canon);
  const Fingerprint b = fingerprint("ｃａｒ－ｔ疗法获批\n价格为 1,200,000 元", canon);
  EXPECT_EQ(a.exact, b.exact);
  EXPECT_EQ(a.simhash, b.simhash);
  EXPECT_EQ(a.minima, b.minima);
}

TEST(Fingerprint, OfNothingIsZero) {
  for (const char* text : {"", " \n", "……！？", "\xFF\xFE\x80"}) {
    const Fingerprint print = fingerprint(text, Canon());
    EXPECT_EQ(print.exact, Hash128{}) << text;
    EXPECT_EQ(print.simhash, 0u);
    EXPECT_EQ(print.letters, 0u);
    EXPECT_EQ(print.shingles(), 0u);
    EXPECT_TRUE(print.minima.empty());
  }
}

TEST(Fingerprint, OfTheShortestTextStillHasAnExactHash) {
  EXPECT_NE(fingerprint("简讯", Canon()).exact, Hash128{});
  EXPECT_EQ(fingerprint("简讯", Canon()).shingles(), 0u);
}

TEST(Fingerprint, MovesLittleWhenLittleChanges) {
  std::string edited = kText;
  edited.replace(edited.find("今天"), std::string("今天").size(), "今日");
  const Fingerprint a = fingerprint(kText, Canon()), b = fingerprint(edited, Canon());
  EXPECT_NE(a.exact, b.exact);
  EXPECT_LE(std::popcount(a.simhash ^ b.simhash), 16);
}

// Stored fingerprints outlive a release: these change only with a note in CHANGELOG.
TEST(Fingerprint, IsTheSameOnEveryMachine) {
  const Fingerprint print = fingerprint("新华社北京1月9日电", Canon());
  EXPECT_EQ(base::hex(print.exact.high), "517f473090703f63");
  EXPECT_EQ(print.shingles(), 8u);
  EXPECT_EQ(base::hex(print.simhash), "49c42014180c9889");
  ASSERT_EQ(print.minima.size(), 3u);
  EXPECT_EQ(base::hex(print.minima[0]), "7d3945e1780ed630");
}

std::u16string words(Dice& dice, unsigned count) {
  std::u16string out;
  for (unsigned i = 0; i < count; ++i) out += static_cast<char16_t>(0x4E00 + dice.below(3000));
  return out;
}

TEST(Winnow, KeepsAHashOfEveryRunThatTwoTextsShare) {
  Dice dice(2);
  for (int round = 0; round < 200; ++round) {
    const std::u16string run = words(dice, kGram + kWindow - 1);
    const auto a = winnow(words(dice, 250) + run + words(dice, dice.below(300)));
    const auto b = winnow(words(dice, dice.below(300)) + run + words(dice, 250));
    const bool met = std::any_of(a.begin(), a.end(), [&](std::uint64_t hash) {
      return std::binary_search(b.begin(), b.end(), hash);
    });
    ASSERT_TRUE(met) << round;
  }
}

TEST(Winnow, KeepsAnEighthOfALongTextAndAllOfAShortOne) {
  Dice dice(3);
  const auto of_long = winnow(words(dice, 17000));
  EXPECT_NEAR(static_cast<double>(of_long.size()), 2000, 200);
  EXPECT_TRUE(std::none_of(of_long.begin(), of_long.end(), [](auto hash) { return hash & 1; }));
  const auto of_short = winnow(words(dice, kDense));
  EXPECT_EQ(of_short.size(), kDense - kGram + 1);
  const auto kept =
      std::count_if(of_short.begin(), of_short.end(), [](auto h) { return !(h & 1); });
  EXPECT_NEAR(static_cast<double>(kept), 55, 15);
}

// A million texts are held at once.
TEST(Winnow, HoldsNoMoreMemoryThanItsHashes) {
  Dice dice(12);
  std::u16string text;
  for (int i = 0; i < 2000; ++i) text += static_cast<char16_t>(0x4E00 + dice.below(3000));
  const std::vector<std::uint64_t> hashes = winnow(text);
  EXPECT_LE(hashes.capacity(), hashes.size() + hashes.size() / 4);
}

TEST(Winnow, OfADigestMeetsItsArticleByWhatTheArticleKeeps) {
  Dice dice(4);
  for (int round = 0; round < 200; ++round) {
    const std::u16string digest = words(dice, kGram + kWindow);
    const auto of_digest = winnow(digest);
    const auto of_article = winnow(words(dice, 300) + digest + words(dice, 300));
    const bool met = std::any_of(of_digest.begin(), of_digest.end(), [&](std::uint64_t hash) {
      return std::binary_search(of_article.begin(), of_article.end(), hash >> 1 << 1);
    });
    ASSERT_TRUE(met) << round;
  }
}

TEST(Winnow, OfTooShortOrUniformTexts) {
  Dice dice(5);
  EXPECT_TRUE(winnow(words(dice, kGram - 1)).empty());
  EXPECT_EQ(winnow(words(dice, kGram)).size(), 1u);
  EXPECT_EQ(winnow(std::u16string(5000, u'啊')).size(), 1u);
}

}  // namespace
}  // namespace tamis
