// SPDX-License-Identifier: Apache-2.0
#include "memory/places.h"

#include "memory/lead.h"
#include "tamis/fingerprint.h"

#include <algorithm>
#include <span>

namespace tamis::memory {
namespace {

using Runs = std::span<const std::uint64_t>;

// Calls keep(i) for the smallest of every window, the first of equals; i only grows.
template <class Keep>
void smallest_of_windows(Runs runs, std::size_t window, Keep keep) {
  window = std::min(window, runs.size());
  std::size_t least = runs.size();
  for (std::size_t end = window; end <= runs.size(); ++end) {
    const std::size_t begin = end - window;
    if (least < begin || least == runs.size()) {
      least = begin;
      for (std::size_t i = begin + 1; i < end; ++i) {
        if (runs[i] < runs[least]) least = i;
      }
      keep(least);
    } else if (runs[end - 1] < runs[least]) {
      least = end - 1;
      keep(least);
    }
  }
}

// Of equal runs one: where the first begins; bit 0 is clear when one of them is a minimum.
void sort_once_each(std::vector<PlacedHash>& placed) {
  std::sort(placed.begin(), placed.end(), [](const PlacedHash& a, const PlacedHash& b) {
    return a.hash >> 1 != b.hash >> 1 ? a.hash < b.hash : a.at < b.at;
  });
  std::size_t size = 0;
  for (const PlacedHash& next : placed) {
    if (size > 0 && placed[size - 1].hash >> 1 == next.hash >> 1) {
      placed[size - 1].hash &= next.hash;
    } else {
      placed[size++] = next;
    }
  }
  placed.resize(size);
}

std::vector<PlacedHash> place(Runs runs, bool dense) {
  std::vector<PlacedHash> out;
  if (runs.empty()) return out;
  const auto at = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  if (dense) {
    out.resize(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) out[i] = {runs[i] | 1, at(i)};
    smallest_of_windows(runs, kDenseWindow, [&](std::size_t i) { out[i].hash = runs[i]; });
  } else {
    out.reserve(runs.size() / 6);
    smallest_of_windows(runs, kWindow, [&](std::size_t i) { out.push_back({runs[i], at(i)}); });
  }
  sort_once_each(out);
  return out;
}

}  // namespace

std::vector<PlacedHash> winnow_placed(std::u16string_view letters) {
  return place(gram_hashes(letters), letters.size() <= kDense);
}

PlacedRuns placed_runs(std::u16string_view letters) {
  const std::vector<std::uint64_t> runs = gram_hashes(letters);
  const std::size_t lead = lead_of(letters).size();
  const std::size_t of_lead = lead < kGram ? 0 : lead - kGram + 1;
  return {place(runs, letters.size() <= kDense), place(Runs(runs).first(of_lead), true)};
}

}  // namespace tamis::memory
