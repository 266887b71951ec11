// SPDX-License-Identifier: Apache-2.0
// schedule_scale: what a decision costs with N scheduled URLs, and the memory they take. The budget
// is one fetch a day and URL, so that every decision carries the same share of the price's sweep.
//
//   schedule_scale N...
#include "tamis/schedule.h"

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace {

using namespace tamis;

constexpr Moment kStart = 1'700'000'000;
constexpr Moment kDay = 86400;

Schedule filled(UrlId count) {
  ScheduleOptions options;
  options.fetches_per_day = count;
  Schedule schedule(options);
  for (UrlId n = 0; n < count; ++n) {
    const std::string host = "host" + std::to_string(n % (count / 500 + 1)) + ".example";
    UrlSpec spec;
    spec.host = host;
    spec.section = n % 3 == 0 ? "a" : "b";
    spec.kind = n % 10 == 0 ? ScheduleKind::kSection : ScheduleKind::kArticle;
    spec.born = kStart - static_cast<Moment>(n % 1000) * 3600;
    const UrlId url = schedule.add(spec, kStart - kDay);
    UrlEvidence known;
    known.fetches = 1;
    known.last = kStart - 1 - static_cast<Moment>(std::uint64_t{n} * 2654435761U % kDay);
    known.due = kStart + static_cast<Moment>(std::uint64_t{n} * 40503U % kDay);
    schedule.restore(url, known);
  }
  return schedule;
}

// Nanoseconds a decision: take, what the fetch found, and the next due time.
void measure(UrlId count) {
  Schedule schedule = filled(count);
  std::uint64_t decisions = 0;
  const auto day = [&](Moment from) {
    for (Moment now = from; now < from + kDay; now += 10)
      while (const auto url = schedule.take(now)) {
        schedule.fetched(*url, now, {(*url * 7919U + decisions) % 11 == 0, true});
        ++decisions;
      }
  };
  day(kStart);  // to settle
  decisions = 0;
  const std::clock_t before = std::clock();  // of this process alone
  day(kStart + kDay);
  const double spent = 1e9 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%9u URLs %9llu decisions %8.0f ns each, peak memory %ld MB\n", count,
              static_cast<unsigned long long>(decisions), spent / static_cast<double>(decisions),
              usage.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  for (int n = 1; n < argc; ++n) measure(static_cast<UrlId>(std::strtoul(argv[n], nullptr, 10)));
  return 0;
}
