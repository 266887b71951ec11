// SPDX-License-Identifier: Apache-2.0
#include "schedule/model.h"

#include <algorithm>
#include <cmath>

namespace tamis::schedule {
namespace {

// Weights of the priors, in events: how much a level must see to be believed over the one above.
constexpr double kRootEvents = 0.5;     // against one change a day, a guess that soon is gone
constexpr double kNeighbourEvents = 2;  // an age is like the one before it
constexpr double kHostEvents = 4;       // a host is as busy as others of its kind
constexpr double kHostBinEvents = 6;    // its curve has the shape of theirs
constexpr double kSectionEvents = 4;    // a section is as busy as its host
constexpr double kHalfLifeDays = 90;
constexpr double kFirstRate = 1;      // a day, before anything is known
constexpr double kLowestRate = 1e-4;  // a day: nothing is believed never to change

std::string key(std::string_view host, std::string_view section, ScheduleKind kind) {
  std::string made(1, static_cast<char>('0' + static_cast<int>(kind)));
  made.append(host);
  made.push_back('\n');
  made.append(section);
  return made;
}

}  // namespace

Model::Model() {
  refresh(0);
}

HostNode& Model::host(std::string_view host, ScheduleKind kind, std::uint32_t place) {
  const auto [found, is_new] =
      host_ids_.try_emplace(key(host, {}, kind), static_cast<std::uint32_t>(hosts_.size()));
  if (is_new) {
    hosts_.push_back({kind, {}, place, std::string(host)});
    refresh_host(hosts_.back());
  }
  return hosts_[found->second];
}

std::uint32_t Model::section(std::string_view name, std::string_view section, ScheduleKind kind,
                             std::uint32_t place) {
  const auto [found, is_new] = section_ids_.try_emplace(
      key(name, section, kind), static_cast<std::uint32_t>(sections_.size()));
  if (is_new) {
    const auto number = static_cast<std::uint32_t>(&host(name, kind, place) - hosts_.data());
    sections_.push_back({number, 0, 0, 1, std::string(section)});
  }
  return found->second;
}

double Model::expected(std::uint32_t section, double begin, double end) const {
  double sum = 0;
  const Curve& curve = host_at(section).curve;
  for_each_bin(ageing(section), begin, end, [&](std::size_t bin, double from, double to) {
    sum += curve.rate[bin] * (to - from);
    return true;
  });
  return sum * sections_[section].scale / kDay;
}

void Model::learn(std::uint32_t section, double begin, double end, double events) {
  SectionNode& node = sections_[section];
  HostNode& host = hosts_[node.host];
  Curve& root = roots_[static_cast<std::size_t>(host.kind)];
  const double expected_here = expected(section, begin, end);
  for_each_bin(ageing(section), begin, end, [&](std::size_t bin, double from, double to) {
    const double days = (to - from) / kDay;
    const double share = host.curve.rate[bin] * node.scale * days / expected_here;
    host.curve.days[bin] += days;
    root.days[bin] += days;
    host.curve.events[bin] += events * share;
    root.events[bin] += events * share;
    return true;
  });
  node.events += events;
  node.expected += expected_here / node.scale;
}

void Model::refresh_root(Curve& curve, bool ageing) const {
  double before = kFirstRate;
  double weight = kRootEvents;
  for (std::size_t bin = ageing ? 0 : kSteadyBin; bin < kAgeBins; ++bin) {
    before = (weight + curve.events[bin]) / (weight / before + curve.days[bin]);
    before = std::max(before, kLowestRate);
    curve.rate[bin] = before;
    weight = kNeighbourEvents;
  }
}

void Model::refresh_host(HostNode& host) const {
  const Curve& root = roots_[static_cast<std::size_t>(host.kind)];
  double events = kHostEvents;
  double expected = kHostEvents;
  for (std::size_t bin = 0; bin < kAgeBins; ++bin) {
    events += host.curve.events[bin];
    expected += root.rate[bin] * host.curve.days[bin];
  }
  const double scale = events / expected;
  for (std::size_t bin = 0; bin < kAgeBins; ++bin) {
    const double guess = std::max(root.rate[bin] * scale, kLowestRate);
    host.curve.rate[bin] =
        (kHostBinEvents + host.curve.events[bin]) / (kHostBinEvents / guess + host.curve.days[bin]);
  }
}

void Model::refresh(double elapsed_days) {
  const double keep = std::exp2(-elapsed_days / kHalfLifeDays);
  const auto fade = [keep](Curve& curve) {
    for (double& value : curve.events) value *= keep;
    for (double& value : curve.days) value *= keep;
  };
  for (std::size_t kind = 0; kind < kScheduleKinds; ++kind) {
    fade(roots_[kind]);
    refresh_root(roots_[kind], static_cast<ScheduleKind>(kind) == ScheduleKind::kArticle);
  }
  for (HostNode& host : hosts_) {
    fade(host.curve);
    refresh_host(host);
  }
  for (SectionNode& node : sections_) {
    node.events *= keep;
    node.expected *= keep;
    node.scale = (kSectionEvents + node.events) / (kSectionEvents + node.expected);
  }
}

}  // namespace tamis::schedule
