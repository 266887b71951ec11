// SPDX-License-Identifier: Apache-2.0
// Each stage alone over a folder of HTML pages, on what the stage before it made: stages_bench
// [--pages DIR] and Google Benchmark's own options. One iteration is the whole folder.
#include "bench/bench_pages.h"
#include "tamis/decode.h"
#include "tamis/head.h"
#include "tamis/label.h"
#include "tamis/parse.h"
#include "tamis/pipeline.h"
#include "tamis/repair.h"
#include "tamis/segment.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace tamis::bench {
namespace {

// What every stage gets as input, made once. Pages that hit a limit are left out.
struct Made {
  Rules rules;
  std::vector<Page> pages;
  std::vector<Text> texts;
  std::vector<Tree> trees;
  std::vector<Head> heads;
  std::vector<Blocks> blocks;
  std::vector<PageEvidence> evidence;
  std::vector<Scores> scores;
};

Made make(const std::string& folder) {
  Made made{load_rules(), {}, {}, {}, {}, {}, {}, {}};
  for (Page& page : html_only(load_pages(folder))) {
    Text text = decode(page);
    Result<Tree> tree = parse(text.utf8, {});
    if (!tree) continue;
    made.heads.push_back(read_head(*tree));
    made.blocks.push_back(segment(*tree));
    made.evidence.push_back(gather_evidence(made.blocks.back(), made.heads.back(), made.rules));
    made.scores.push_back(
        score(made.blocks.back(), made.heads.back(), made.evidence.back(), made.rules));
    made.trees.push_back(*std::move(tree));
    made.texts.push_back(std::move(text));
    made.pages.push_back(std::move(page));
  }
  return made;
}

// A case calls `work(i)` for each page; its rates are in bytes of HTML and in pages.
void add_case(const char* name, const Made& made, const std::function<void(std::size_t)>& work) {
  benchmark::RegisterBenchmark(name, [&made, work](benchmark::State& state) {
    for (auto _ : state) {
      for (std::size_t i = 0; i < made.pages.size(); ++i) work(i);
    }
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetBytesProcessed(rounds * static_cast<std::int64_t>(total_bytes(made.pages)));
    state.counters["pages/s"] =
        benchmark::Counter(static_cast<double>(rounds) * static_cast<double>(made.pages.size()),
                           benchmark::Counter::kIsRate);
  })->Unit(benchmark::kMillisecond);
}

void add_cases(const Made& made) {
  ParseLimits everything;
  everything.skim = false;
  add_case("decode", made, [&](std::size_t i) { benchmark::DoNotOptimize(decode(made.pages[i])); });
  add_case("repair", made, [&](std::size_t i) {
    benchmark::DoNotOptimize(repair(made.texts[i], true, made.rules));
  });
  add_case("parse", made,
           [&](std::size_t i) { benchmark::DoNotOptimize(parse(made.texts[i].utf8, {})); });
  add_case("parse_without_skim", made, [&made, everything](std::size_t i) {
    benchmark::DoNotOptimize(parse(made.texts[i].utf8, everything));
  });
  add_case("head", made,
           [&](std::size_t i) { benchmark::DoNotOptimize(read_head(made.trees[i])); });
  add_case("segment", made,
           [&](std::size_t i) { benchmark::DoNotOptimize(segment(made.trees[i])); });
  add_case("evidence", made, [&](std::size_t i) {
    benchmark::DoNotOptimize(gather_evidence(made.blocks[i], made.heads[i], made.rules));
  });
  add_case("score", made, [&](std::size_t i) {
    benchmark::DoNotOptimize(score(made.blocks[i], made.heads[i], made.evidence[i], made.rules));
  });
  add_case("label", made, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        label(made.blocks[i], made.heads[i], made.evidence[i], made.scores[i], made.rules));
  });
  add_case("page", made, [&](std::size_t i) {
    benchmark::DoNotOptimize(clean_page(made.pages[i], made.rules, {}));
  });
}

}  // namespace
}  // namespace tamis::bench

int main(int argc, char** argv) {
  try {
    const auto made = tamis::bench::make(
        tamis::bench::take_option(argc, argv, "pages", tamis::bench::default_pages()));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    tamis::bench::add_cases(made);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "stages_bench: %s\n", failure.what());
    return 1;
  }
}
