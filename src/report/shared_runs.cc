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

// The canonical letters of a text and where each stands.
struct Letters {
  std::u16string_view text;
  const Canonical& canonical;
  std::string_view source;

  Letters(std::string_view utf8, const Canonical& of_it)
      : text(std::u16string_view(of_it.letters).substr(0, kMostRead)),
        canonical(of_it),
        source(utf8) {}

  // The bytes of letters [begin, end). A number's letters all stand where it begins.
  Span span(std::size_t begin, std::size_t end) const {
    Span out{canonical.at[begin], canonical.at[end]};
    while (out.end > out.begin) {  // without the marks behind
      const std::size_t last = std::max(base::code_point_begin(source, out.end - 1), out.begin);
      std::size_t next = last;
      if (base::is_letter_or_digit(base::next_code_point(source, next))) break;
      out.end = last;
    }
    return out;
  }

  std::uint64_t seed_at(std::size_t i) const {
    return base::hash64({reinterpret_cast<const char*>(text.data() + i), kSeed * sizeof(char16_t)});
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

// A run does not end inside a number: 22 of 221 is nothing that both have.
std::size_t to_whole_number(const Letters& letters, std::size_t begin, std::size_t end) {
  const std::vector<CanonicalNumber>& numbers = letters.canonical.numbers;
  const auto after = std::upper_bound(
      numbers.begin(), numbers.end(), end,
      [](std::size_t at, const CanonicalNumber& number) { return at <= number.begin; });
  if (after == numbers.begin()) return end;
  const CanonicalNumber& last = *std::prev(after);
  return end < last.end ? std::max<std::size_t>(begin, last.begin) : end;
}

std::size_t length_of_run(const Letters& a, std::size_t i, const Letters& b, std::size_t j) {
  std::size_t length = 0;
  while (i + length < a.text.size() && j + length < b.text.size() &&
         a.text[i + length] == b.text[j + length])
    ++length;
  return length;
}

}  // namespace

std::vector<SharedRun> shared_runs(std::string_view a, std::string_view b, const Canon& canon,
                                   std::size_t least, std::size_t most) {
  const Canonical of_a = canon.read(a), of_b = canon.read(b);
  const Letters in_a(a, of_a), in_b(b, of_b);
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
    const std::size_t walked = std::max<std::size_t>(best, 1);
    if (best > 0) {
      best = std::min(to_whole_number(in_a, i, i + best) - i,
                      to_whole_number(in_b, best_at, best_at + best) - best_at);
    }
    if (best >= least) {
      runs.push_back({best, in_a.span(i, i + best), in_b.span(best_at, best_at + best)});
    }
    i += walked;
  }
  std::stable_sort(runs.begin(), runs.end(), [](const SharedRun& x, const SharedRun& y) {
    return x.characters > y.characters;
  });
  if (runs.size() > most) runs.resize(most);
  return runs;
}

}  // namespace tamis::report
