// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"
#include "memory/behind.h"
#include "memory/lead.h"
#include "memory/masked.h"
#include "memory/places.h"
#include "memory/store.h"

#include <algorithm>
#include <tuple>

namespace tamis {

namespace memory {
namespace {

constexpr std::size_t kTitleLetters = 6;  // a shorter title may be anybody's
constexpr std::size_t kItemLetters = 20, kLeastItem = 6;
constexpr std::uint64_t kTitles = 1, kUrls = 2, kItems = 3;  // seeds

std::uint64_t hash_of(std::u16string_view letters, std::uint64_t seed) {
  const std::string_view bytes(reinterpret_cast<const char*>(letters.data()),
                               letters.size() * sizeof(char16_t));
  return base::hash64(bytes, seed) & ~std::uint64_t{1};
}

// Of equal runs, bit 0 aside, the one that is a minimum.
void keep_minima(std::vector<PlacedHash>& hashes) {
  std::sort(hashes.begin(), hashes.end(), [](const PlacedHash& a, const PlacedHash& b) {
    return std::tie(a.hash, a.at) < std::tie(b.hash, b.at);
  });
  const auto same = [](const PlacedHash& a, const PlacedHash& b) {
    return a.hash >> 1 == b.hash >> 1;
  };
  hashes.erase(std::unique(hashes.begin(), hashes.end(), same), hashes.end());
}

void sort_once_each(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

// Letters, and what stands behind them.
void read_body(const Canon& canon, const Memory& before, Sighting& sighting) {
  const std::string& body = sighting.page.body;
  if (!before.empty()) {
    const std::uint32_t number = before.store()->number_of(sighting.page.id);
    if (number != kNoPage) {
      const StoredPage known = before.store()->page(number);
      if (known.body == body) {
        sighting.letters = known.letters;
        sighting.behind = known.behind;
        return;
      }
    }
  }
  Canonical read = canon.read(body);
  sighting.behind = behind_letters(body, read);
  sighting.letters = std::move(read.letters);
}

}  // namespace

std::uint64_t title_hash(std::u16string_view letters) {
  return letters.size() < kTitleLetters ? 0 : hash_of(letters, kTitles);
}

// Without scheme and fragment, for one page is linked in all these ways.
std::uint64_t url_hash(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return 0;
  url = url.substr(scheme + 3);
  url = url.substr(0, url.find('#'));
  return base::hash64(url, kUrls) & ~std::uint64_t{1};
}

std::uint64_t item_hash(std::u16string_view letters) {
  return letters.size() < kLeastItem ? 0 : hash_of(letters.substr(0, kItemLetters), kItems);
}

}  // namespace memory

Sighting sight(SeenPage page, const Blocks& blocks, const std::vector<Label>& labels,
               const Canon& canon, const Memory& before) {
  Sighting sighting;
  sighting.page = std::move(page);
  const SeenPage& seen = sighting.page;
  if (!seen.body.empty()) {
    memory::read_body(canon, before, sighting);
    memory::PlacedRuns runs = memory::placed_runs(sighting.letters);
    sighting.bodies = std::move(runs.minima);
    sighting.bodies.insert(sighting.bodies.end(), runs.lead.begin(), runs.lead.end());
    memory::keep_minima(sighting.bodies);
    if (const auto hash = memory::title_hash(canon.letters(seen.title)); hash != 0)
      sighting.names.push_back(hash);
    if (const auto hash = memory::url_hash(seen.url); hash != 0) sighting.names.push_back(hash);
  }
  if (const auto hash = memory::host_hash(seen.host); hash != 0 && !blocks.blocks.empty())
    sighting.blocks.push_back(hash);
  for (BlockId b = 0; b < blocks.blocks.size(); ++b) {
    const auto hash = memory::masked_hash(seen.host, blocks.blocks[b]);
    if (hash == 0) continue;
    sighting.blocks.push_back(hash);
    if (is_kept(labels[b].name)) sighting.blocks.push_back(memory::kept_hash(hash));
  }
  memory::sort_once_each(sighting.blocks);
  return sighting;
}

}  // namespace tamis
