// SPDX-License-Identifier: Apache-2.0
#include "codec/decoder.h"

#include "codec/pack.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::codec {
namespace {

struct Decoded {
  std::string out;
  Step::State state = Step::kGoing;
  std::size_t consumed = 0;
};

// Feeds `in` whole or a byte at a time, with an output buffer of `room` bytes.
Decoded decode(Coding coding, std::string_view in, bool by_byte, std::size_t room) {
  const auto decoder = make_decoder(coding);
  std::string buffer(room, '\0');
  Decoded result;
  std::size_t shown = by_byte ? std::min<std::size_t>(2, in.size()) : in.size();
  for (;;) {
    const Step step = decoder->step(in.substr(0, shown).substr(result.consumed), buffer);
    result.out.append(buffer, 0, step.produced);
    result.consumed += step.consumed;
    result.state = step.state;
    if (step.state != Step::kGoing) return result;
    if (step.consumed + step.produced > 0) continue;
    if (shown == in.size()) return result;
    ++shown;
  }
}

TEST(Decoder, RoundTripsEveryCodingInAnyPieces) {
  const std::string text = "<html>" + test::noise(5000) + std::string(100000, 'a');
  const struct {
    Coding coding;
    std::string packed, text;
  } cases[] = {{Coding::kGzip, test::gzip(text), text},
               {Coding::kDeflate, test::zlib(text), text},
               {Coding::kDeflate, test::raw_deflate(text), text},
               {Coding::kZstd, test::zstd(text), text},
               {Coding::kBrotli, test::brotli_sample(), test::brotli_sample_text()}};
  for (const auto& c : cases) {
    for (bool by_byte : {false, true}) {
      for (std::size_t room : {1000u, 7u}) {
        const Decoded got = decode(c.coding, c.packed + "behind", by_byte, room);
        EXPECT_EQ(got.state, Step::kEnd) << coding_name(c.coding);
        EXPECT_TRUE(got.out == c.text) << coding_name(c.coding);
        EXPECT_EQ(got.consumed, c.packed.size()) << coding_name(c.coding);
      }
    }
  }
}

TEST(Decoder, CutDataNeverEnds) {
  const std::string text = test::noise(3000);
  const struct {
    Coding coding;
    std::string packed;
  } cases[] = {{Coding::kGzip, test::gzip(text)},
               {Coding::kDeflate, test::zlib(text)},
               {Coding::kZstd, test::zstd(text)},
               {Coding::kBrotli, test::brotli_sample()}};
  for (const auto& c : cases) {
    for (std::size_t size = 0; size < c.packed.size(); size += 11) {
      EXPECT_NE(decode(c.coding, c.packed.substr(0, size), false, 512).state, Step::kEnd)
          << coding_name(c.coding) << " at " << size;
    }
  }
}

TEST(Decoder, WhatIsNotTheCodingIsBrokenAndResetStartsAnew) {
  for (Coding coding : {Coding::kGzip, Coding::kZstd}) {
    const auto decoder = make_decoder(coding);
    std::string out(100, '\0');
    const Step broken = decoder->step("<html> no compression here", out);
    EXPECT_EQ(broken.state, Step::kBroken);
    EXPECT_STRNE(broken.reason, "");
    decoder->reset();
    const std::string packed = coding == Coding::kGzip ? test::gzip("ab") : test::zstd("ab");
    EXPECT_EQ(decoder->step(packed, out).produced, 2u);
  }
}

TEST(Decoder, AWindowOverTheLimitIsTooBig) {
  const std::string packed = test::zstd("small text, large window", 28);
  EXPECT_EQ(decode(Coding::kZstd, packed, false, 100).state, Step::kTooBig);
  EXPECT_EQ(decode(Coding::kZstd, test::zstd("x", 27), false, 100).out, "x");
}

TEST(CodingOf, ByMagicNumber) {
  EXPECT_EQ(coding_of(test::gzip("a")), Coding::kGzip);
  EXPECT_EQ(coding_of(test::zstd("a")), Coding::kZstd);
  EXPECT_EQ(coding_of("\x5e\x2a\x4d\x18----"), Coding::kZstd);  // a skippable frame
  EXPECT_EQ(coding_of("\x1f\x8b\x08"), std::nullopt);
  EXPECT_EQ(coding_of("\x1f\x8b\x08\xff----"), std::nullopt);  // reserved flags
  EXPECT_EQ(coding_of("<html>"), std::nullopt);
  EXPECT_EQ(coding_of(""), std::nullopt);
}

}  // namespace
}  // namespace tamis::codec
