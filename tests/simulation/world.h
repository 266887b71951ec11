// SPDX-License-Identifier: Apache-2.0
// A synthetic news web in virtual time: hosts with sections, section pages that change all day,
// articles that age, sidebars that churn, hosts that go down. Everything that will happen is laid
// down beforehand, so that every policy meets the same world.
#pragma once

#include "tamis/schedule.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace tamis::simulation {

// How the rate of an article's corrections goes with its age. The scheduler is never told.
enum class Ageing {
  kExponential,  // used while tuning
  kSteps,        // used while tuning
  kPowerLaw,     // held out: a long tail
  kTwoHumps,     // held out: rises for half a day, falls, and once more on the third day
};
const char* ageing_name(Ageing ageing);
double ageing_factor(Ageing ageing, double days);

struct WorldOptions {
  std::uint64_t seed = 1;
  Ageing ageing = Ageing::kExponential;
  std::uint32_t urls = 600;
  double days = 30;
  double hub_share = 0.1;     // of the URLs: section pages
  double hub_rate = 6;        // changes a day
  double article_rate = 1.5;  // a day, at the factor 1
  double floor_rate = 0.01;   // a day, at any age
  double every_fetch = 0.7;   // of the URLs: other bytes at every fetch
  double sidebar_rate = 0.5;  // a day, the other URLs' raw changes beside the body's
  double outages = 0.05;      // a day and host; 1 to 12 hours each
  double hosts = 12, sections = 3;
  double hint_share = 0;  // of the hosts: a sitemap tells of every change, see hint_noise
  double hint_noise = 0;  // false alarms a day and URL on those hosts
};

struct SimUrl {
  std::string host, section;
  ScheduleKind kind = ScheduleKind::kArticle;
  std::uint32_t host_number = 0;
  double born = 0, known = 0;       // days; known to every policy from then on, and fetched once
  double scale = 0;                 // changes a day at the factor 1
  bool churns = false;              // at every fetch
  std::vector<double> changes;      // days, of the body, after `known`
  std::vector<double> raw_changes;  // days, sidebar
  std::vector<double> hints;        // days
};

struct World {
  WorldOptions options;
  std::vector<SimUrl> urls;
  std::vector<std::vector<std::pair<double, double>>> outages;  // per host: days [from, until)

  double rate(const SimUrl& url, double day) const;  // the truth: body changes a day
  bool down(const SimUrl& url, double day) const;
};

World make_world(const WorldOptions& options);

}  // namespace tamis::simulation
