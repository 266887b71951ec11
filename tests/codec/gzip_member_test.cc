// SPDX-License-Identifier: Apache-2.0
#include "codec/gzip_member.h"

#include "codec/byte_reader.h"
#include "codec/decoded_stream.h"

#include <gtest/gtest.h>

namespace tamis::codec {
namespace {

std::string some_bytes(std::size_t size) {
  std::string bytes(size, ' ');
  std::uint32_t state = 1;
  for (char& c : bytes) {
    state = state * 1664525 + 1013904223;
    c = static_cast<char>(state >> 28 | 0x60);
  }
  return bytes;
}

// Stored, small and large ones, and the borders between them.
TEST(GzipMember, IsReadBackAndTellsItsLength) {
  GzipMember packer(6);
  std::string all, wanted;
  std::vector<std::size_t> starts;
  for (const std::size_t size : {0u, 1u, 1023u, 1024u, 1025u, 4096u, 4097u, 70'000u, 300'000u}) {
    starts.push_back(all.size());
    wanted += some_bytes(size);
    packer.append(all, some_bytes(size));
  }
  starts.push_back(all.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::string_view header = std::string_view(all).substr(starts[i], GzipMember::kHeader);
    EXPECT_EQ(GzipMember::length(header), starts[i + 1] - starts[i]) << i;
  }
  ByteReader reader(std::make_unique<DecodedStream>(std::make_unique<MemoryStream>(all),
                                                    Coding::kGzip, DecodeLimits()));
  std::string read;
  reader.read(read, wanted.size() + 1);
  EXPECT_TRUE(reader.whole());
  EXPECT_EQ(read, wanted);
  EXPECT_LT(all.size(), wanted.size());
}

TEST(GzipMember, OthersHaveNoLength) {
  EXPECT_EQ(GzipMember::length(""), std::nullopt);
  EXPECT_EQ(GzipMember::length(std::string(GzipMember::kHeader, '\0')), std::nullopt);
  std::string member;
  GzipMember(6).append(member, "x");
  // Shorter than its own header.
  member[16] = 5, member[17] = 0;
  EXPECT_EQ(GzipMember::length(member), std::nullopt);
}

}  // namespace
}  // namespace tamis::codec
