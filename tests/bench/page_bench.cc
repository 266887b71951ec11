// SPDX-License-Identifier: Apache-2.0
// One timed pass over a folder: page_bench [--pages DIR]. All pages are read and unzipped first, 20
// warm up, then each is cleaned once on one thread, bytes to record. Prints one JSON line with CPU
// seconds, in the form that scripts/compare_speed reads from the other systems.
#include "bench/bench_pages.h"
#include "tamis/pipeline.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <exception>

namespace {

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void run(const std::string& folder) {
  const tamis::Rules rules = tamis::bench::load_rules();
  const std::vector<tamis::Page> pages = tamis::bench::load_pages(folder);
  std::size_t errors = 0, characters = 0;
  tamis::CleanOptions options;
  options.detail = tamis::BlockDetail::kCounts;  // as `tamis clean` asks
  const auto clean = [&](const tamis::Page& page) {
    const tamis::Article article = tamis::clean_page(page, rules, options).article;
    errors += article.status == tamis::Status::kError ? 1 : 0;
    characters += article.text.size();
  };
  for (std::size_t i = 0; i < pages.size() && i < 20; ++i) clean(pages[i]);

  errors = characters = 0;
  const auto begin = std::chrono::steady_clock::now();
  const double cpu_before = cpu_seconds();
  for (const tamis::Page& page : pages) clean(page);
  const double cpu = cpu_seconds() - cpu_before;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;

  const double megabytes = static_cast<double>(tamis::bench::total_bytes(pages)) / 1e6;
  std::printf(
      "{\"peer\": \"tamis\", \"pages\": %zu, \"mb\": %.2f, \"cpu_s\": %.3f, \"wall_s\": %.3f, "
      "\"pages_s\": %.2f, \"mb_s\": %.2f, \"errors\": %zu, \"text_bytes\": %zu, \"rss_mb\": %ld}\n",
      pages.size(), megabytes, cpu, wall.count(), static_cast<double>(pages.size()) / cpu,
      megabytes / cpu, errors, characters, peak_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(tamis::bench::take_option(argc, argv, "pages", tamis::bench::default_pages()));
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "page_bench: %s\n", failure.what());
    return 1;
  }
}
