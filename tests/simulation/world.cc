// SPDX-License-Identifier: Apache-2.0
#include "simulation/world.h"

#include <algorithm>
#include <cmath>

namespace tamis::simulation {
namespace {

// Draws that are the same with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  double exponential(double rate) { return -std::log1p(-unit()) / rate; }
  double log_normal(double sigma) {  // mean 1
    const double normal =
        std::sqrt(-2 * std::log1p(-unit())) * std::cos(2 * 3.14159265358979324 * unit());
    return std::exp(sigma * normal - sigma * sigma / 2);
  }

 private:
  std::mt19937_64 engine_;
};

void add_poisson(Random& random, double rate, double from, double until, std::vector<double>& out) {
  if (rate <= 0) return;
  for (double day = from + random.exponential(rate); day < until; day += random.exponential(rate))
    out.push_back(day);
}

// An article's changes, by thinning.
void add_ageing(Random& random, const World& world, SimUrl& url) {
  const double most = url.scale + world.options.floor_rate;
  for (double day = url.known + random.exponential(most); day < world.options.days;
       day += random.exponential(most))
    if (random.unit() * most < world.rate(url, day)) url.changes.push_back(day);
}

void add_hints(Random& random, const World& world, SimUrl& url) {
  url.hints = url.changes;
  add_poisson(random, world.options.hint_noise, url.known, world.options.days, url.hints);
  std::sort(url.hints.begin(), url.hints.end());
}

}  // namespace

const char* ageing_name(Ageing ageing) {
  switch (ageing) {
    case Ageing::kExponential: return "exponential";
    case Ageing::kSteps: return "steps";
    case Ageing::kPowerLaw: return "power-law";
    case Ageing::kTwoHumps: return "two-humps";
  }
  return "";
}

double ageing_factor(Ageing ageing, double days) {
  switch (ageing) {
    case Ageing::kExponential: return std::exp(-days / 0.8);
    case Ageing::kSteps: return days < 0.25 ? 1 : days < 1.5 ? 0.3 : days < 7 ? 0.05 : 0;
    case Ageing::kPowerLaw: return std::pow(1 + days / 0.15, -1.2);
    case Ageing::kTwoHumps: {
      const double second = (days - 3) / 0.5;
      return std::min(
          1.0, 0.85 * days / 0.5 * std::exp(1 - days / 0.5) + 0.3 * std::exp(-second * second / 2));
    }
  }
  return 0;
}

double World::rate(const SimUrl& url, double day) const {
  if (url.kind != ScheduleKind::kArticle) return url.scale;
  return url.scale * ageing_factor(options.ageing, day - url.born) + options.floor_rate;
}

bool World::down(const SimUrl& url, double day) const {
  for (const auto& [from, until] : outages[url.host_number])
    if (day >= from && day < until) return true;
  return false;
}

World make_world(const WorldOptions& options) {
  Random random(options.seed * 0x9E3779B97F4A7C15);
  World world{options, {}, {}};
  const auto hosts = static_cast<std::uint32_t>(options.hosts);
  const auto sections = static_cast<std::uint32_t>(options.sections);
  std::vector<double> host_scale;
  std::vector<double> section_scale;
  for (std::uint32_t host = 0; host < hosts; ++host) {
    host_scale.push_back(random.log_normal(0.5));
    for (std::uint32_t n = 0; n < sections; ++n) section_scale.push_back(random.log_normal(0.4));
    std::vector<double> starts;
    add_poisson(random, options.outages, 0, options.days, starts);
    world.outages.emplace_back();
    for (const double start : starts)
      world.outages.back().emplace_back(start, start + random.between(1, 12) / 24);
  }
  const auto hubs = static_cast<std::uint32_t>(options.hub_share * options.urls);
  for (std::uint32_t n = 0; n < options.urls; ++n) {
    SimUrl url;
    const std::uint32_t place = n % (hosts * sections);
    url.host_number = place / sections;
    url.host = "host" + std::to_string(url.host_number) + ".example";
    url.section = "section" + std::to_string(place % sections);
    url.kind = n < hubs ? ScheduleKind::kSection : ScheduleKind::kArticle;
    url.churns = random.unit() < options.every_fetch;
    const double busy = host_scale[url.host_number] * section_scale[place] * random.log_normal(0.6);
    if (url.kind == ScheduleKind::kSection) {
      url.scale = options.hub_rate * busy;
      add_poisson(random, url.scale, 0, options.days, url.changes);
    } else {
      url.scale = options.article_rate * busy;
      // A quarter is older than the simulation.
      url.born = random.between(-options.days / 3, options.days);
      url.known = std::max(0.0, url.born + random.between(5, 35) / 1440);
      add_ageing(random, world, url);
    }
    add_poisson(random, options.sidebar_rate, url.known, options.days, url.raw_changes);
    if (url.host_number < options.hint_share * options.hosts) add_hints(random, world, url);
    world.urls.push_back(std::move(url));
  }
  std::stable_sort(world.urls.begin(), world.urls.end(),
                   [](const SimUrl& a, const SimUrl& b) { return a.known < b.known; });
  return world;
}

}  // namespace tamis::simulation
