// SPDX-License-Identifier: Apache-2.0
// schedule_bench: mean delay to catch a body change, of our schedule, of other crawlers' rules and
// of an oracle, at equal budget.
//
//   schedule_bench [--seeds FROM-UNTIL] [--ageing NAME,...] [--budget F,...] [--days N] [--urls N]
#include "simulation/run.h"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::simulation {
namespace {

struct Plan {
  std::uint64_t from = 1, until = 10;
  std::vector<Ageing> ageings{Ageing::kExponential, Ageing::kSteps};
  std::vector<double> budgets{0.25, 1};
  double count_from = 0;  // day
  std::string only;       // policies whose name has this
  WorldOptions world;
};

struct Named {
  const char* name;
  std::function<std::unique_ptr<Policy>(const World&, double)> make;
};

const std::vector<Named>& policies() {
  static const std::vector<Named> all{
      {"uniform", [](const World&, double) { return make_uniform(); }},
      {"nutch raw",
       [](const World& w, double b) {
         return make_nutch(Signal::kRaw, true, static_cast<double>(w.urls.size()) / b);
       }},
      {"nutch raw, no sync",
       [](const World& w, double b) {
         return make_nutch(Signal::kRaw, false, static_cast<double>(w.urls.size()) / b);
       }},
      {"nutch body",
       [](const World& w, double b) {
         return make_nutch(Signal::kBody, false, static_cast<double>(w.urls.size()) / b);
       }},
      {"stormcrawler raw",
       [](const World& w, double b) {
         return make_storm_crawler(Signal::kRaw, static_cast<double>(w.urls.size()) / b);
       }},
      {"stormcrawler body",
       [](const World& w, double b) {
         return make_storm_crawler(Signal::kBody, static_cast<double>(w.urls.size()) / b);
       }},
      {"tamis raw",
       [](const World& w, double b) { return make_tamis(w, b, Signal::kRaw, Objective::kDelay); }},
      {"tamis harmonic",
       [](const World& w, double b) {
         return make_tamis(w, b, Signal::kBody, Objective::kHarmonic);
       }},
      {"tamis",
       [](const World& w, double b) { return make_tamis(w, b, Signal::kBody, Objective::kDelay); }},
      {"oracle harmonic", [](const World& w, double b) { return make_harmonic_oracle(w, b); }},
      {"oracle", [](const World& w, double) { return make_oracle(w); }},
  };
  return all;
}

void compare(const Plan& plan, Ageing ageing, double per_url) {
  std::printf("%s, %.2f fetches a day and URL, seeds %llu-%llu, %u URLs, %.0f days\n",
              ageing_name(ageing), per_url, static_cast<unsigned long long>(plan.from),
              static_cast<unsigned long long>(plan.until), plan.world.urls, plan.world.days);
  std::printf("  %-20s %9s %9s %9s %6s %6s\n", "policy", "delay h", "least", "most", "hits",
              "used");
  for (const Named& named : policies()) {
    if (std::string_view(named.name).find(plan.only) == std::string_view::npos) continue;
    double delay = 0;
    double least = 1e9;
    double most = 0;
    double hits = 0;
    double used = 0;
    for (std::uint64_t seed = plan.from; seed <= plan.until; ++seed) {
      WorldOptions options = plan.world;
      options.seed = seed;
      options.ageing = ageing;
      const World world = make_world(options);
      const double budget = per_url * static_cast<double>(options.urls);
      const Score score = run(world, *named.make(world, budget), budget, plan.count_from);
      delay += score.delay;
      least = std::min(least, score.delay);
      most = std::max(most, score.delay);
      hits += score.hits;
      used += score.used;
    }
    const auto seeds = static_cast<double>(plan.until - plan.from + 1);
    std::printf("  %-20s %9.2f %9.2f %9.2f %5.0f%% %5.0f%%\n", named.name, delay / seeds, least,
                most, 100 * hits / seeds, 100 * used / seeds);
  }
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == ',')
      parts.emplace_back();
    else
      parts.back().push_back(c);
  }
  return parts;
}

int usage() {
  std::fputs(
      "usage: schedule_bench [--seeds FROM-UNTIL] [--ageing NAME,...] [--budget F,...] [--days N] "
      "[--urls N] [--hints SHARE] [--noise F]\n",
      stderr);
  return 2;
}

int compare_main(int argc, char** argv) {
  Plan plan;
  for (int n = 1; n + 1 < argc; n += 2) {
    const std::string_view option = argv[n];
    char* value = argv[n + 1];
    if (option == "--seeds") {
      plan.from = std::strtoull(value, &value, 10);
      plan.until = *value == '-' ? std::strtoull(value + 1, nullptr, 10) : plan.from;
    } else if (option == "--ageing") {
      plan.ageings.clear();
      for (const std::string& name : split(value))
        for (const Ageing ageing :
             {Ageing::kExponential, Ageing::kSteps, Ageing::kPowerLaw, Ageing::kTwoHumps})
          if (name == ageing_name(ageing)) plan.ageings.push_back(ageing);
    } else if (option == "--budget") {
      plan.budgets.clear();
      for (const std::string& part : split(value)) plan.budgets.push_back(std::stod(part));
    } else if (option == "--days") {
      plan.world.days = std::strtod(value, nullptr);
    } else if (option == "--urls") {
      plan.world.urls = static_cast<std::uint32_t>(std::strtoul(value, nullptr, 10));
    } else if (option == "--from") {
      plan.count_from = std::strtod(value, nullptr);
    } else if (option == "--policy") {
      plan.only = value;
    } else if (option == "--hints") {
      plan.world.hint_share = std::strtod(value, nullptr);
    } else if (option == "--noise") {
      plan.world.hint_noise = std::strtod(value, nullptr);
    } else {
      return usage();
    }
  }
  if (argc % 2 == 0) return usage();
  for (const Ageing ageing : plan.ageings)
    for (const double budget : plan.budgets) compare(plan, ageing, budget);
  return 0;
}

}  // namespace
}  // namespace tamis::simulation

int main(int argc, char** argv) {
  return tamis::simulation::compare_main(argc, argv);
}
