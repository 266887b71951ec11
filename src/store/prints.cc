// SPDX-License-Identifier: Apache-2.0
#include "store/prints.h"

#include "base/hash.h"
#include "tamis/store.h"

#include <algorithm>
#include <map>

namespace tamis::store {
namespace {

constexpr std::uint64_t kSampled = 4;    // one of so many hashes is kept
constexpr std::size_t kFew = 32;         // of fewer than so many all are kept
constexpr std::size_t kTiny = 8;         // hashes of a text of a line
constexpr std::int64_t kMostPages = 64;  // that one hash leads to

std::string exact_text(const Hash128& hash) {
  return base::hex(hash.high, hash.low);
}

// Which hashes stand for a body. Two bodies choose alike: by value. Bit 0 says only how dense the
// text was.
std::vector<std::int64_t> sample_of(const Fingerprint& print) {
  std::vector<std::int64_t> all, some;
  for (const std::uint64_t hash : print.minima) {
    const std::uint64_t value = hash >> 1;
    all.push_back(static_cast<std::int64_t>(value));
    if (value % kSampled == 0) some.push_back(static_cast<std::int64_t>(value));
  }
  std::vector<std::int64_t>& kept = all.size() < kFew ? all : some;
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  kept.resize(std::min(kept.size(), kPrintGrams));
  return std::move(kept);
}

}  // namespace

Prints::Prints(Database& database)
    : drop_grams_(database, "DELETE FROM gram WHERE url = ?"),
      add_gram_(database, "INSERT OR IGNORE INTO gram VALUES (?, ?)"),
      set_exact_(database, "INSERT OR REPLACE INTO print VALUES (?, ?)"),
      same_(database, "SELECT url FROM print WHERE exact = ? ORDER BY url LIMIT ?"),
      with_gram_(database, "SELECT url FROM gram WHERE hash = ? ORDER BY url LIMIT ?") {}

void Prints::set(UrlId id, const Fingerprint& print) {
  const std::int64_t url = std::int64_t{id} + 1;
  const std::string exact = exact_text(print.exact);
  drop_grams_.bind(url).run();
  set_exact_.bind(url).bind(exact).run();
  for (const std::int64_t hash : sample_of(print)) add_gram_.bind(hash).bind(url).run();
}

std::vector<UrlId> Prints::alike(UrlId id, const Fingerprint& print, std::size_t most) {
  const std::string exact = exact_text(print.exact);
  std::map<UrlId, std::uint32_t> shared;
  const auto take = [&](Statement& rows, std::uint32_t worth) {
    while (rows.step())
      if (const auto other = static_cast<UrlId>(rows.number() - 1); other != id)
        shared[other] += worth;
  };
  if (print.letters > 0) {
    same_.bind(exact).bind(kMostPages);
    take(same_, kPrintGrams + 1);
  }
  const std::vector<std::int64_t> sample = sample_of(print);
  for (const std::int64_t hash : sample) {
    with_gram_.bind(hash).bind(kMostPages);
    take(with_gram_, 1);
  }
  std::vector<std::pair<std::uint32_t, UrlId>> ranked;
  ranked.reserve(shared.size());
  // One run of letters in common is a phrase that everybody uses.
  const std::uint32_t least = sample.size() < kTiny ? 1 : 2;
  for (const auto& [other, count] : shared)
    if (count >= least) ranked.emplace_back(count, other);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  ranked.resize(std::min(ranked.size(), most));
  std::vector<UrlId> found;
  found.reserve(ranked.size());
  for (const auto& [count, other] : ranked) found.push_back(other);
  return found;
}

}  // namespace tamis::store
