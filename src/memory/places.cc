// SPDX-License-Identifier: Apache-2.0
#include "memory/places.h"

#include "tamis/fingerprint.h"

#include <algorithm>
#include <bit>

namespace tamis::memory {
namespace {

constexpr std::uint32_t kNowhere = 0xffffffff;

// Hashes are spread evenly: their first bits lead to the place, or nearly.
class Chosen {
 public:
  explicit Chosen(std::vector<PlacedHash>& placed)
      : placed_(placed), shift_(64 - static_cast<int>(std::bit_width(placed.size()))) {
    first_.resize((std::size_t{1} << (64 - shift_)) + 1);
    for (const PlacedHash& p : placed_) ++first_[(p.hash >> shift_) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }

  PlacedHash* find(std::uint64_t hash) {
    const std::size_t bucket = hash >> shift_;
    const auto end = placed_.begin() + first_[bucket + 1];
    const auto found =
        std::lower_bound(placed_.begin() + first_[bucket], end, hash >> 1,
                         [](const PlacedHash& p, std::uint64_t h) { return p.hash >> 1 < h; });
    return found == end || found->hash >> 1 != hash >> 1 ? nullptr : &*found;
  }

 private:
  std::vector<PlacedHash>& placed_;
  int shift_;
  std::vector<std::uint32_t> first_;
};

}  // namespace

std::vector<PlacedHash> winnow_placed(std::u16string_view letters) {
  std::vector<PlacedHash> out;
  const std::vector<std::uint64_t> hashes = winnow(letters);
  out.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) out.push_back({hash, kNowhere});
  if (out.empty()) return out;
  Chosen chosen(out);
  const std::vector<std::uint64_t> runs = gram_hashes(letters);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    PlacedHash* placed = chosen.find(runs[i]);
    if (placed != nullptr && placed->at == kNowhere) placed->at = static_cast<std::uint32_t>(i);
  }
  return out;
}

}  // namespace tamis::memory
