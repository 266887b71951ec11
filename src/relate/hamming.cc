// SPDX-License-Identifier: Apache-2.0
#include "relate/hamming.h"

#include "relate/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace tamis::relating {

namespace {

constexpr std::size_t kChunk = 512;  // values a task
constexpr int kBlocks = 4;
constexpr std::size_t kKeys = 1u << 16;

#if defined(__x86_64__) && defined(__GNUC__)
#define TAMIS_POPCNT __attribute__((target("popcnt")))
bool has_popcnt() {
  return __builtin_cpu_supports("popcnt") != 0;
}
#else
#define TAMIS_POPCNT
bool has_popcnt() {
  return false;
}
#endif

using Scan = void (*)(const std::uint64_t*, std::uint32_t, const HammingOptions&,
                      std::vector<Pair>&);

// The partners of values[i] before it. The loop is compiled twice, since a popcount is one
// instruction only where the compiler may count on it.
#define TAMIS_SCAN(name, attribute)                                                                \
  attribute void name(const std::uint64_t* values, std::uint32_t i, const HammingOptions& options, \
                      std::vector<Pair>& out) {                                                    \
    const std::uint64_t value = values[i];                                                         \
    std::uint32_t found = 0;                                                                       \
    for (std::uint32_t j = 0; j < i; ++j) {                                                        \
      if (std::popcount(value ^ values[j]) > options.distance) continue;                           \
      out.emplace_back(j, i);                                                                      \
      if (++found >= options.most) return;                                                         \
    }                                                                                              \
  }
TAMIS_SCAN(scan_native, TAMIS_POPCNT)
TAMIS_SCAN(scan_portable, )
#undef TAMIS_SCAN

std::vector<std::uint32_t> masks_within(int radius) {
  std::vector<std::uint32_t> masks;
  for (std::uint32_t mask = 0; mask < kKeys; ++mask) {
    if (std::popcount(mask) <= radius) masks.push_back(mask);
  }
  std::stable_sort(masks.begin(), masks.end(), [](std::uint32_t x, std::uint32_t y) {
    return std::popcount(x) < std::popcount(y);
  });
  return masks;
}

std::uint32_t block_of(std::uint64_t value, int block) {
  return static_cast<std::uint32_t>(value >> (16 * block) & 0xffff);
}

// The values by one of their blocks: those of key k are at positions [begins[k], begins[k + 1]).
struct Table {
  std::vector<std::uint32_t> begins = std::vector<std::uint32_t>(kKeys + 1, 0);
  std::vector<std::uint32_t> members;  // ascending within a key

  Table(std::span<const std::uint64_t> values, int block) : members(values.size()) {
    for (const std::uint64_t value : values) ++begins[block_of(value, block) + 1];
    for (std::size_t k = 1; k < begins.size(); ++k) begins[k] += begins[k - 1];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      members[next[block_of(values[i], block)]++] = i;
    }
  }
};

class Blocks {
 public:
  Blocks(std::span<const std::uint64_t> values, const HammingOptions& options)
      : values_(values),
        options_(options),
        radius_(options.distance / kBlocks),
        masks_(masks_within(radius_)) {
    for (int block = 0; block < kBlocks; ++block) tables_.emplace_back(values, block);
  }

  void find_before(std::uint32_t i, std::vector<Pair>& out) const {
    const std::size_t start = out.size();
    for (int block = 0; block < kBlocks && out.size() - start < options_.most; ++block) {
      find_in(block, i, start, out);
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
  }

 private:
  void find_in(int block, std::uint32_t i, std::size_t start, std::vector<Pair>& out) const {
    const Table& table = tables_[static_cast<std::size_t>(block)];
    const std::uint32_t key = block_of(values_[i], block);
    for (const std::uint32_t mask : masks_) {
      const std::uint32_t near = key ^ mask;
      for (std::uint32_t at = table.begins[near]; at < table.begins[near + 1]; ++at) {
        const std::uint32_t j = table.members[at];
        if (j >= i) break;
        const std::uint64_t bits = values_[i] ^ values_[j];
        if (std::popcount(bits) > options_.distance || found_before(bits, block)) continue;
        out.emplace_back(j, i);
        if (out.size() - start >= options_.most) return;
      }
    }
  }

  // A pair that meets in several tables counts in the first.
  bool found_before(std::uint64_t bits, int block) const {
    for (int b = 0; b < block; ++b) {
      if (std::popcount(block_of(bits, b)) <= radius_) return true;
    }
    return false;
  }

  std::span<const std::uint64_t> values_;
  HammingOptions options_;
  int radius_;
  std::vector<std::uint32_t> masks_;
  std::vector<Table> tables_;
};

template <class FindBefore>
std::vector<Pair> for_all(std::size_t values, int threads, FindBefore find_before) {
  return gather<Pair>(values, kChunk, threads, [&](std::size_t begin, std::size_t end) {
    std::vector<Pair> out;
    for (std::size_t i = begin; i < end; ++i) find_before(static_cast<std::uint32_t>(i), out);
    return out;
  });
}

}  // namespace

std::vector<Pair> pairs_by_scan(std::span<const std::uint64_t> values,
                                const HammingOptions& options) {
  const Scan scan = has_popcnt() ? scan_native : scan_portable;
  return for_all(values.size(), options.threads, [&](std::uint32_t i, std::vector<Pair>& out) {
    scan(values.data(), i, options, out);
  });
}

std::vector<Pair> pairs_by_blocks(std::span<const std::uint64_t> values,
                                  const HammingOptions& options) {
  const Blocks blocks(values, options);
  return for_all(values.size(), options.threads,
                 [&](std::uint32_t i, std::vector<Pair>& out) { blocks.find_before(i, out); });
}

std::vector<Pair> near_pairs(std::span<const std::uint64_t> values, const HammingOptions& options) {
  // Measured: a look-up costs as much as about twenty steps of the scan, a candidate two.
  constexpr std::array<double, 5> kMasks = {1, 17, 137, 697, 2517};  // within radius 0 to 4
  const auto radius = static_cast<std::size_t>(options.distance / kBlocks);
  if (radius >= kMasks.size()) return pairs_by_scan(values, options);
  const auto n = static_cast<double>(values.size());
  const double look_ups = kBlocks * kMasks[radius];
  const double blocks = look_ups * (20 + 2 * n / kKeys);
  return blocks < n / 2 ? pairs_by_blocks(values, options) : pairs_by_scan(values, options);
}

}  // namespace tamis::relating
