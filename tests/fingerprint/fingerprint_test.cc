// SPDX-License-Identifier: Apache-2.0
#include "tamis/fingerprint.h"

#include "base/hash.h"

#include <gtest/gtest.h>

#include <bit>

namespace tamis {
namespace {

constexpr const char* kText =
    "省卫健委今天通报，昨天全省新增确诊病例12例，其中省会8例，均为此前确诊病例的密切接触者；"
    "新增出院病例30例。目前尚有1204人在接受医学观察，全省已连续三天没有新增重症病例。";

TEST(Fingerprint, IgnoresSpacePunctuationCaseAndWidth) {
  const Fingerprint a = fingerprint("CAR-T 疗法获批，价格为１２０万元。");
  const Fingerprint b = fingerprint("ｃａｒ－ｔ疗法获批\n价格为 120 万元");
  EXPECT_EQ(a.exact, b.exact);
  EXPECT_EQ(a.simhash, b.simhash);
  EXPECT_EQ(a.sketch, b.sketch);
}

TEST(Fingerprint, OfNothingIsZero) {
  for (const char* text : {"", " \n", "……！？", "\xFF\xFE\x80"}) {
    const Fingerprint print = fingerprint(text);
    EXPECT_EQ(print.exact, Hash128{}) << text;
    EXPECT_EQ(print.simhash, 0u);
    EXPECT_EQ(print.shingles, 0u);
  }
}

TEST(Fingerprint, OfTheShortestTextStillHasAnExactHash) {
  EXPECT_NE(fingerprint("简讯").exact, Hash128{});
  EXPECT_EQ(fingerprint("简讯").shingles, 0u);
}

TEST(Fingerprint, SketchesTheSmallestHashes) {
  const std::vector<std::uint64_t> hashes = shingles(canonical(kText));
  const Fingerprint print = fingerprint(kText);
  ASSERT_GT(hashes.size(), kSketch);
  EXPECT_EQ(print.shingles, hashes.size());
  for (std::size_t i = 0; i < kSketch; ++i) {
    EXPECT_EQ(print.sketch[i], static_cast<std::uint32_t>(hashes[i]));
  }
}

TEST(Fingerprint, MovesLittleWhenLittleChanges) {
  std::string edited = kText;
  edited.replace(edited.find("今天"), std::string("今天").size(), "今日");
  const Fingerprint a = fingerprint(kText), b = fingerprint(edited);
  EXPECT_NE(a.exact, b.exact);
  EXPECT_LE(std::popcount(a.simhash ^ b.simhash), 16);
}

// Stored fingerprints outlive a release: these change only with a note in CHANGELOG.
TEST(Fingerprint, IsTheSameOnEveryMachine) {
  const Fingerprint print = fingerprint("新华社北京1月9日电");
  EXPECT_EQ(base::hex(print.exact.high), "d3bfae52d2587686");
  EXPECT_EQ(print.shingles, 8u);
  EXPECT_EQ(base::hex(print.simhash), "10125ed40da10928");
}

}  // namespace
}  // namespace tamis
