// SPDX-License-Identifier: Apache-2.0
#include "archive/sha1.h"

#include "archive/sha1_blocks.h"

#include <cstring>

namespace tamis::archive {
namespace {

void add_blocks(Sha1State& state, const unsigned char* blocks, std::size_t count) {
  static const bool native = has_sha1_instructions();
  native ? add_blocks_natively(state, blocks, count) : add_blocks_plainly(state, blocks, count);
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  Sha1State state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t whole = bytes.size() / 64 * 64;
  add_blocks(state, data, whole / 64);
  std::array<unsigned char, 128> tail{};
  const std::size_t rest = bytes.size() - whole;
  if (rest > 0) std::memcpy(tail.data(), data + whole, rest);
  tail[rest] = 0x80;
  const std::size_t size = rest < 56 ? 64 : 128;
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (std::size_t i = 0; i < 8; ++i)
    tail[size - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
  add_blocks(state, tail.data(), size / 64);
  std::array<std::uint8_t, 20> out;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  return out;
}

std::string sha1_label(std::string_view bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const auto digest = sha1(bytes);
  std::string out = "sha1:";
  for (std::size_t i = 0; i < 32; ++i) {  // 32 digits of 5 bits are 160 bits
    const std::size_t bit = 5 * i, byte = bit / 8;
    const unsigned pair = static_cast<unsigned>(digest[byte]) << 8 |
                          (byte + 1 < digest.size() ? digest[byte + 1] : 0u);
    out += kDigits[pair >> (11 - bit % 8) & 31];
  }
  return out;
}

}  // namespace tamis::archive
