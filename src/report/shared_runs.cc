// SPDX-License-Identifier: Apache-2.0
#include "report/shared_runs.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "tamis/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace tamis::report {

namespace {

constexpr std::size_t kSeed = 6;     // characters that a run begins with
constexpr std::size_t kPlaces = 16;  // places of one seed in b that are followed
constexpr std::size_t kMostRead = 1u << 20;

// The canonical characters of a text and where each stands.
struct Letters {
  std::u32string text;
  std::vector<Span> at;

  explicit Letters(std::string_view utf8) {
    for (std::size_t next = 0; next < utf8.size() && text.size() < kMostRead;) {
      const std::size_t begin = next;
      base::next_code_point(utf8, next);
      const std::string folded = canonical(utf8.substr(begin, next - begin));
      if (folded.empty()) continue;
      std::size_t first = 0;
      text += base::next_code_point(folded, first);
      at.push_back({begin, next});
    }
  }

  std::uint64_t seed_at(std::size_t i) const {
    return base::hash64({reinterpret_cast<const char*>(text.data() + i), kSeed * sizeof(char32_t)});
  }
};

struct Seed {
  std::uint64_t hash;
  std::size_t at;
};

std::vector<Seed> seeds_of(const Letters& letters) {
  std::vector<Seed> seeds;
  for (std::size_t i = 0; i + kSeed <= letters.text.size(); ++i) {
    seeds.push_back({letters.seed_at(i), i});
  }
  std::sort(seeds.begin(), seeds.end(), [](const Seed& x, const Seed& y) {
    return x.hash != y.hash ? x.hash < y.hash : x.at < y.at;
  });
  return seeds;
}

std::size_t length_of_run(const Letters& a, std::size_t i, const Letters& b, std::size_t j) {
  std::size_t length = 0;
  while (i + length < a.text.size() && j + length < b.text.size() &&
         a.text[i + length] == b.text[j + length])
    ++length;
  return length;
}

}  // namespace

std::vector<SharedRun> shared_runs(std::string_view a, std::string_view b, std::size_t least,
                                   std::size_t most) {
  const Letters in_a(a), in_b(b);
  const std::vector<Seed> seeds = seeds_of(in_b);
  least = std::max(least, kSeed);
  std::vector<SharedRun> runs;
  for (std::size_t i = 0; i + kSeed <= in_a.text.size();) {
    const std::uint64_t hash = in_a.seed_at(i);
    auto seed = std::lower_bound(seeds.begin(), seeds.end(), hash,
                                 [](const Seed& s, std::uint64_t h) { return s.hash < h; });
    std::size_t best = 0, best_at = 0;
    for (std::size_t n = 0; n < kPlaces && seed != seeds.end() && seed->hash == hash; ++n, ++seed) {
      const std::size_t length = length_of_run(in_a, i, in_b, seed->at);
      if (length > best) {
        best = length;
        best_at = seed->at;
      }
    }
    if (best >= least) {
      runs.push_back({best,
                      {in_a.at[i].begin, in_a.at[i + best - 1].end},
                      {in_b.at[best_at].begin, in_b.at[best_at + best - 1].end}});
    }
    i += std::max<std::size_t>(best, 1);
  }
  std::stable_sort(runs.begin(), runs.end(), [](const SharedRun& x, const SharedRun& y) {
    return x.characters > y.characters;
  });
  if (runs.size() > most) runs.resize(most);
  return runs;
}

}  // namespace tamis::report
