// SPDX-License-Identifier: Apache-2.0
// What all pages together have taught about rates of change: for each kind of page a curve of the
// rate by age; per host its own curve, shrunk to that; per section of a host a scale. A page that
// is new gets its section's rate from its first hour.
#pragma once

#include "schedule/age_bins.h"
#include "schedule/gamma.h"
#include "tamis/schedule.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tamis::schedule {

// Changes and the days in which they happened, for pages of scale 1.
struct Curve {
  std::array<double, kAgeBins> events{}, days{};
  std::array<double, kAgeBins> rate{};  // changes a day, as of the last refresh
};

struct SectionNode {
  std::uint32_t host = 0;
  double events = 0, expected = 0;  // against its host's curve
  double scale = 1;
  std::string name;
};

struct HostNode {
  ScheduleKind kind = ScheduleKind::kArticle;
  Curve curve;
  std::uint32_t place = 0;  // in the list of hosts that share a budget
  std::string name;
};

class Model {
 public:
  static constexpr double kOwnShape = 2;

  Model();
  std::uint32_t section(std::string_view name, std::string_view section, ScheduleKind kind,
                        std::uint32_t place);
  const SectionNode& section_at(std::uint32_t section) const { return sections_[section]; }
  const HostNode& host_at(std::uint32_t section) const { return hosts_[sections_[section].host]; }
  const std::vector<SectionNode>& sections() const { return sections_; }
  const std::vector<HostNode>& hosts() const { return hosts_; }
  // The host's node for pages of that kind; the reference holds until another host is named.
  HostNode& host(std::string_view host, ScheduleKind kind, std::uint32_t place);
  Curve& root(std::size_t kind) { return roots_[kind]; }
  const Curve& root(std::size_t kind) const { return roots_[kind]; }
  void set_section(std::uint32_t section, double events, double expected) {
    sections_[section].events = events;
    sections_[section].expected = expected;
  }

  // Changes a day at an age, for a page of scale 1 of this section.
  double rate(std::uint32_t section, std::size_t bin) const {
    const SectionNode& node = sections_[section];
    return hosts_[node.host].curve.rate[bin] * node.scale;
  }
  // The changes expected of a page of scale 1 between two ages in seconds.
  double expected(std::uint32_t section, double begin, double end) const;
  // An interval between two ages of a page with `own_scale`, and the changes it is taken to have
  // had.
  void learn(std::uint32_t section, double begin, double end, double events);
  // Counts to rates, top down; what was learned fades with a half-life of months.
  void refresh(double elapsed_days);

  // How unlike the pages of one section are: the gamma prior of a page's own scale.
  static Gamma own_prior() { return {kOwnShape, kOwnShape}; }

 private:
  bool ageing(std::uint32_t section) const {
    return host_at(section).kind == ScheduleKind::kArticle;
  }
  void refresh_root(Curve& curve, bool ageing) const;
  void refresh_host(HostNode& host) const;

  std::array<Curve, kScheduleKinds> roots_;
  std::vector<HostNode> hosts_;
  std::vector<SectionNode> sections_;
  std::unordered_map<std::string, std::uint32_t> host_ids_, section_ids_;
};

}  // namespace tamis::schedule
