// SPDX-License-Identifier: Apache-2.0
#include "repair/edits.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::repairing {

namespace {

std::string sample(std::string_view text) {
  if (text.size() <= kRepairSample) return std::string(text);
  return std::string(text.substr(0, base::code_point_begin(text, kRepairSample)));
}

// An edit in characters: where it was, and how long it is now.
struct Moved {
  std::size_t begin, end;  // before
  std::size_t now, size;   // after
};

// Where a position of the text before stands now. Inside an edit: at its begin, or at its end.
std::uint32_t moved(const std::vector<Moved>& moves, std::uint32_t position, bool to_end) {
  auto next = std::upper_bound(moves.begin(), moves.end(), position,
                               [](std::size_t p, const Moved& move) { return p < move.begin; });
  if (next == moves.begin()) return position;
  const Moved& last = *std::prev(next);
  if (position >= last.end) {
    return static_cast<std::uint32_t>(last.now + last.size + (position - last.end));
  }
  if (position == last.begin) return static_cast<std::uint32_t>(last.now);
  return static_cast<std::uint32_t>(last.now + (to_end ? last.size : 0));
}

}  // namespace

void apply_edits(const std::vector<Edit>& edits, Repaired& repaired) {
  if (edits.empty()) return;
  const std::string before = std::move(repaired.text.utf8);
  const std::string_view old = before;
  std::string text;
  text.reserve(before.size());
  std::vector<Moved> moves;
  std::vector<Repair> records;
  std::size_t copied = 0, was = 0, now = 0;  // bytes; characters before and after
  for (const Edit& edit : edits) {
    const std::size_t kept = base::count_code_points(old.substr(copied, edit.begin - copied));
    text.append(before, copied, edit.begin - copied).append(edit.after);
    copied = edit.end;
    was += kept;
    now += kept;
    const std::string_view changed = old.substr(edit.begin, edit.end - edit.begin);
    const std::size_t size = base::count_code_points(edit.after);
    moves.push_back({was, was + base::count_code_points(changed), now, size});
    ++repaired.counts[static_cast<std::size_t>(edit.kind)];
    if (records.size() + repaired.repairs.size() < kMostRepairs) {
      records.push_back({edit.kind, static_cast<std::uint32_t>(now),
                         static_cast<std::uint32_t>(now + size), sample(changed),
                         sample(edit.after), edit.margin, edit.uncertain});
    }
    was = moves.back().end;
    now += size;
  }
  text.append(before, copied);
  for (Repair& earlier : repaired.repairs) {
    earlier.start = moved(moves, earlier.start, false);
    earlier.end = moved(moves, earlier.end, true);
  }
  repaired.repairs.insert(repaired.repairs.end(), records.begin(), records.end());
  std::stable_sort(repaired.repairs.begin(), repaired.repairs.end(),
                   [](const Repair& a, const Repair& b) { return a.start < b.start; });
  repaired.text.utf8 = std::move(text);
}

}  // namespace tamis::repairing
