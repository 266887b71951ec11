// SPDX-License-Identifier: Apache-2.0
#include "archive/sha1.h"

#include <bit>
#include <cstring>

namespace tamis::archive {
namespace {

using State = std::array<std::uint32_t, 5>;

std::uint32_t word_at(const unsigned char* p) {
  return std::uint32_t{p[0]} << 24 | std::uint32_t{p[1]} << 16 | std::uint32_t{p[2]} << 8 | p[3];
}

void add_block(State& state, const unsigned char* block) {
  std::array<std::uint32_t, 80> w;
  for (std::size_t i = 0; i < 16; ++i) w[i] = word_at(block + 4 * i);
  for (std::size_t i = 16; i < 80; ++i)
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  std::uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  const auto twenty = [&](auto mix, std::uint32_t k, std::size_t from) {
    // The five variables change places instead of values.
    const auto step = [&](std::uint32_t p, std::uint32_t& q, std::uint32_t r, std::uint32_t s,
                          std::uint32_t& t, std::uint32_t word) {
      t += std::rotl(p, 5) + mix(q, r, s) + k + word;
      q = std::rotl(q, 30);
    };
    for (std::size_t i = from; i < from + 20; i += 5) {
      step(a, b, c, d, e, w[i]);
      step(e, a, b, c, d, w[i + 1]);
      step(d, e, a, b, c, w[i + 2]);
      step(c, d, e, a, b, w[i + 3]);
      step(b, c, d, e, a, w[i + 4]);
    }
  };
  using Word = std::uint32_t;
  const auto parity = [](Word x, Word y, Word z) { return x ^ y ^ z; };
  twenty([](Word x, Word y, Word z) { return (x & y) | (~x & z); }, 0x5a827999, 0);
  twenty(parity, 0x6ed9eba1, 20);
  twenty([](Word x, Word y, Word z) { return (x & y) | (x & z) | (y & z); }, 0x8f1bbcdc, 40);
  twenty(parity, 0xca62c1d6, 60);
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  State state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t whole = bytes.size() / 64 * 64;
  for (std::size_t at = 0; at < whole; at += 64) add_block(state, data + at);
  std::array<unsigned char, 128> tail{};
  const std::size_t rest = bytes.size() - whole;
  if (rest > 0) std::memcpy(tail.data(), data + whole, rest);
  tail[rest] = 0x80;
  const std::size_t size = rest < 56 ? 64 : 128;
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (std::size_t i = 0; i < 8; ++i)
    tail[size - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
  for (std::size_t at = 0; at < size; at += 64) add_block(state, tail.data() + at);
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
