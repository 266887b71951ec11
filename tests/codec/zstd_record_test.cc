// SPDX-License-Identifier: Apache-2.0
#include "codec/zstd_record.h"

#include <gtest/gtest.h>

namespace tamis::codec {
namespace {

TEST(ZstdRecord, IsReadBack) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(100'000, 'b')}) {
    const std::string frame = zstd_packed(bytes);
    EXPECT_EQ(zstd_unpacked(frame, 100'000), bytes);
    EXPECT_EQ(zstd_packed(bytes), frame);
  }
  EXPECT_LT(zstd_packed(std::string(100'000, 'b')).size(), 1000U);
}

TEST(ZstdRecord, WhatIsNoWholeFrameIsRefused) {
  const std::string frame = zstd_packed("河堤上的樱花开了，每天有几千人前来观赏。");
  for (std::size_t size = 0; size < frame.size(); ++size)
    EXPECT_FALSE(zstd_unpacked(std::string_view(frame).substr(0, size), 1000)) << size;
  EXPECT_FALSE(zstd_unpacked("no frame", 1000));
  EXPECT_FALSE(zstd_unpacked(frame, 5));
  EXPECT_FALSE(zstd_unpacked(frame + frame, 1000));
}

}  // namespace
}  // namespace tamis::codec
