// SPDX-License-Identifier: Apache-2.0
// Ages in bins half an octave wide: what a page does at an age is learned per bin.
#pragma once

#include <array>
#include <cstddef>
#include <limits>

namespace tamis::schedule {

inline constexpr std::size_t kAgeBins = 24;
inline constexpr double kDay = 86400;
// Pages that do not age use the last bin only.
inline constexpr std::size_t kSteadyBin = kAgeBins - 1;

// Upper edges in seconds: 30 minutes, x sqrt(2) each, ... about 43 days, no end.
inline constexpr std::array<double, kAgeBins> make_edges() {
  std::array<double, kAgeBins> edges{};
  double edge = 1800;
  for (std::size_t bin = 0; bin < kAgeBins; ++bin) {
    edges[bin] = edge;
    edge *= 1.4142135623730951;
  }
  edges[kAgeBins - 1] = std::numeric_limits<double>::infinity();
  return edges;
}
inline constexpr std::array<double, kAgeBins> kAgeEdges = make_edges();

inline std::size_t age_bin(double age) {
  std::size_t bin = 0;
  while (age >= kAgeEdges[bin]) ++bin;
  return bin;
}

// The course of a page's rate: f(bin, from, to) for each bin of [begin, end) in order; stops when f
// returns false.
template <class F>
void for_each_bin(bool ageing, double begin, double end, F&& f) {
  if (!ageing) {
    f(kSteadyBin, begin, end);
    return;
  }
  for (std::size_t bin = age_bin(begin); begin < end; ++bin) {
    const double to = end < kAgeEdges[bin] ? end : kAgeEdges[bin];
    if (!f(bin, begin, to)) return;
    begin = to;
  }
}

}  // namespace tamis::schedule
