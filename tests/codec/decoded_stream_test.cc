// SPDX-License-Identifier: Apache-2.0
#include "codec/decoded_stream.h"

#include "codec/pack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tamis::codec {
namespace {

using test::Trickle;

std::unique_ptr<DecodedStream> decoded(std::string packed, Coding coding = Coding::kGzip,
                                       DecodeLimits limits = {}, std::size_t step = 1 << 20) {
  return std::make_unique<DecodedStream>(std::make_unique<Trickle>(std::move(packed), step), coding,
                                         limits);
}

std::string drain(ByteStream& stream) {
  std::string out, buffer(1000, '\0');
  while (const std::size_t got = stream.read(buffer)) out.append(buffer, 0, got);
  return out;
}

std::string numbered(int from, int to) {
  std::string out;
  for (int i = from; i < to; ++i) out += "line " + std::to_string(i) + "\n";
  return out;
}

TEST(DecodedStream, MembersAndFramesFollowEachOther) {
  const struct {
    Coding coding;
    std::string (*pack)(std::string_view);
  } cases[] = {{Coding::kGzip, test::gzip},
               {Coding::kZstd, [](std::string_view bytes) { return test::zstd(bytes); }}};
  for (const auto& c : cases) {
    const std::string packed = c.pack("one ") + c.pack("") + c.pack("two ") +
                               c.pack(numbered(0, 50000)) + std::string(5000, '\0');
    for (std::size_t step : {1u, 100u, 1u << 20}) {
      auto stream = decoded(packed, c.coding, {}, step);
      EXPECT_TRUE(drain(*stream) == "one two " + numbered(0, 50000));
      EXPECT_FALSE(stream->error());
    }
  }
}

TEST(DecodedStream, SkippableFramesAreSkipped) {
  const std::string skippable("\x50\x2a\x4d\x18\3\0\0\0abc", 11);
  auto stream = decoded(skippable + test::zstd("text") + skippable, Coding::kZstd);
  EXPECT_EQ(drain(*stream), "text");
  EXPECT_FALSE(stream->error());
}

TEST(DecodedStream, CutDataGivesWhatCameBeforeAndIsBroken) {
  const std::string text = numbered(0, 20000);
  for (Coding coding : {Coding::kGzip, Coding::kZstd, Coding::kDeflate}) {
    const std::string packed = coding == Coding::kGzip   ? test::gzip(text)
                               : coding == Coding::kZstd ? test::zstd(text)
                                                         : test::zlib(text);
    auto stream = decoded(packed.substr(0, packed.size() - 3), coding);
    const std::string got = drain(*stream);
    EXPECT_GT(got.size(), text.size() / 3);
    EXPECT_TRUE(text.starts_with(got));
    ASSERT_TRUE(stream->error());
    EXPECT_EQ(stream->error()->kind, ErrorKind::kBroken);
    EXPECT_FALSE(stream->whole());
    EXPECT_FALSE(stream->recover({}));
  }
}

TEST(DecodedStream, GarbageBehindWholeMembersLeavesThemWhole) {
  for (const char* garbage : {"x", "garbage that is no member"}) {
    auto stream = decoded(test::gzip("page") + garbage);
    EXPECT_EQ(drain(*stream), "page");
    ASSERT_TRUE(stream->error());
    EXPECT_TRUE(stream->whole());
  }
  auto stream = decoded("garbage in front");
  EXPECT_EQ(drain(*stream), "");
  EXPECT_FALSE(stream->whole());
}

TEST(DecodedStream, AnErrorOfTheInputIsPassedOn) {
  const std::string packed = test::gzip(test::noise(100000));
  DecodedStream stream(std::make_unique<Trickle>(packed.substr(0, 50000), 999, true), Coding::kGzip,
                       {});
  EXPECT_GT(drain(stream).size(), 10000u);
  ASSERT_TRUE(stream.error());
  EXPECT_EQ(stream.error()->kind, ErrorKind::kUnreadable);
  EXPECT_FALSE(stream.whole());
  EXPECT_FALSE(stream.recover({}));
}

TEST(DecodedStream, OutputAndRatioAreBounded) {
  auto capped = decoded(test::gzip_repeated("a", 10 << 20), Coding::kGzip, {1 << 20, 5000});
  EXPECT_LE(drain(*capped).size(), 1u << 20);
  EXPECT_EQ(capped->error()->kind, ErrorKind::kTooBig);

  const std::string bomb = test::zstd_repeated("a", 64 << 20);
  EXPECT_LT(bomb.size(), 64u << 10);
  auto stopped = decoded(bomb, Coding::kZstd, {~std::uint64_t{0}, 2000});
  EXPECT_LT(drain(*stopped).size(), 60u << 20);
  ASSERT_TRUE(stopped->error());
  EXPECT_EQ(stopped->error()->kind, ErrorKind::kTooBig);

  auto let = decoded(bomb, Coding::kZstd, {~std::uint64_t{0}, 1000000});
  EXPECT_EQ(drain(*let).size(), 64u << 20);
  auto small = decoded(test::zstd(std::string(1 << 20, 'a')), Coding::kZstd, {1 << 20, 10});
  EXPECT_EQ(drain(*small).size(), 1u << 20);  // up to 1 MiB the ratio is not asked
}

TEST(DecodedStream, RecoversAtTheNextMemberThatFits) {
  const std::string first = test::gzip("A" + numbered(0, 500));
  const std::string third = test::gzip("A" + numbered(1000, 1500));
  std::string flipped = test::gzip("A" + test::noise(300, 5));
  flipped[150] = static_cast<char>(flipped[150] ^ 0x55);
  const std::string cut = test::gzip("A" + test::noise(3000, 6)).substr(0, 700);
  const std::string headless = test::gzip("A" + numbered(0, 9)).substr(3);
  const std::string other = test::gzip("B not wanted");
  for (const std::string& damage : {flipped, cut, headless, cut + other, flipped + cut + other}) {
    auto stream = decoded(first + damage + third, Coding::kGzip, {}, 333);
    std::string got = drain(*stream);
    EXPECT_TRUE(got.starts_with("A" + numbered(0, 500)));
    int rounds = 0;
    while (stream->error() && stream->recover("A")) got = drain(*stream), ++rounds;
    EXPECT_GE(rounds, 1);
    EXPECT_LE(rounds, 3);
    EXPECT_TRUE(got.ends_with(numbered(1000, 1500)));
    EXPECT_FALSE(stream->error());
  }
}

TEST(DecodedStream, RecoversAtTheNextZstdFrame) {
  std::string damaged = test::zstd(test::noise(200000, 5));
  damaged[100000] = static_cast<char>(damaged[100000] ^ 0x10);
  auto stream = decoded(damaged + test::zstd("WARC " + test::noise(300000, 9)), Coding::kZstd);
  drain(*stream);
  ASSERT_TRUE(stream->error());
  ASSERT_TRUE(stream->recover("WARC"));
  EXPECT_TRUE(drain(*stream) == "WARC " + test::noise(300000, 9));
}

// Every few bytes a member begins well and fails later, far behind. What is read again is bounded,
// so that this ends soon.
TEST(DecodedStream, ManyFalseMembersEndSoon) {
  const std::string head = test::gzip(test::noise(60000)).substr(0, 40);
  // A header and that of a stored block of 65535 bytes, which holds the same again and again.
  const std::string stored("\x1f\x8b\x08\0\0\0\0\0\0\3\0\xff\xff\0\0", 15);
  for (const std::string& unit : {head, stored}) {
    std::string hostile;
    while (hostile.size() < (4 << 20)) hostile += unit;
    auto stream = decoded(hostile);
    std::size_t output = 0, rounds = 0;
    do output += drain(*stream).size(), ++rounds;
    while (stream->recover({}));
    EXPECT_GT(rounds, 1u);
    EXPECT_LT(output, 4 * hostile.size());
  }
}

}  // namespace
}  // namespace tamis::codec
