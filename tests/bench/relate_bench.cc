// SPDX-License-Identifier: Apache-2.0
// Fingerprints of made articles of 1,000 letters that are in canonical form already; also the way
// there and the comparison of two texts. One iteration is one article.
#include "relate/compare.h"
#include "tamis/fingerprint.h"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace tamis::bench {
namespace {

constexpr std::size_t kArticles = 200, kLetters = 1000;

// Letters of unequal frequency, so that shingles repeat as they do in print.
std::vector<std::u16string> made_articles() {
  std::mt19937_64 random(1);
  std::vector<std::u16string> out(kArticles);
  for (std::u16string& article : out) {
    for (std::size_t i = 0; i < kLetters; ++i) {
      const auto pick = static_cast<double>(random() % 1000000) / 1000000;
      article += static_cast<char16_t>(0x4E00 + static_cast<int>(pick * pick * pick * 3000));
    }
  }
  return out;
}

std::string utf8(const std::u16string& letters) {
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char16_t c = letters[i];
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
    if (i % 20 == 19) out += "。";
  }
  return out;
}

template <class Work>
void run(benchmark::State& state, Work work) {
  std::size_t i = 0;
  for (auto _ : state) work(i++ % kArticles);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void sim_hash(benchmark::State& state) {
  const auto articles = made_articles();
  run(state, [&](std::size_t i) { benchmark::DoNotOptimize(simhash(articles[i])); });
}
BENCHMARK(sim_hash);

void winnowing(benchmark::State& state) {
  const auto articles = made_articles();
  run(state, [&](std::size_t i) { benchmark::DoNotOptimize(winnow(articles[i])); });
}
BENCHMARK(winnowing);

void canonical_form(benchmark::State& state) {
  const Canon canon;
  std::vector<std::string> texts;
  for (const auto& article : made_articles()) texts.push_back(utf8(article));
  run(state, [&](std::size_t i) { benchmark::DoNotOptimize(canon.letters(texts[i])); });
}
BENCHMARK(canonical_form);

void judge_two(benchmark::State& state) {
  const Canon canon;
  std::vector<std::string> texts;
  for (const auto& article : made_articles()) texts.push_back(utf8(article));
  const Entry a, b;
  const relating::Profile first(texts[0], canon);
  run(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        relating::judge(a, first, b, relating::Profile(texts[i], canon), RelateOptions{}));
  });
}
BENCHMARK(judge_two);

}  // namespace
}  // namespace tamis::bench

BENCHMARK_MAIN();
