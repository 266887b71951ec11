// SPDX-License-Identifier: Apache-2.0
// Test data, compressed. The only tests that include zlib and zstd.
#pragma once

#include "codec/byte_stream.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::test {

std::string gzip(std::string_view bytes);
std::string zlib(std::string_view bytes);
std::string raw_deflate(std::string_view bytes);
std::string zstd(std::string_view bytes, int window_log = 0);  // 0: the level's own

// `piece` over and over, `total` bytes in all, made without holding them.
std::string gzip_repeated(std::string_view piece, std::uint64_t total);
std::string zstd_repeated(std::string_view piece, std::uint64_t total);

// "<p>news news ...", 30 times "news ", as brotli -q 11 writes it.
std::string brotli_sample();
std::string brotli_sample_text();

// Gives its bytes `step` at a time, then an error (when `fault` is set) instead of the end.
class Trickle : public codec::ByteStream {
 public:
  Trickle(std::string bytes, std::size_t step, bool fault = false)
      : bytes_(std::move(bytes)), step_(step), fault_(fault) {}
  std::size_t read(std::span<char> out) override;

 private:
  std::string bytes_;
  std::size_t at_ = 0, step_;
  bool fault_;
};

// Deterministic bytes without a pattern.
std::string noise(std::size_t size, std::uint32_t seed = 1);

}  // namespace tamis::test
