// SPDX-License-Identifier: Apache-2.0
#include "tamis/repair.h"

#include "repair/census.h"
#include "repair/double_decoding.h"
#include "repair/edits.h"

#include <algorithm>

namespace tamis {

namespace {

using namespace repairing;

constexpr int kMostRounds = 3;  // a text that was decoded wrongly twice, and once more to be sure
// Lost characters: at least as many, in these shares of the characters that are not ASCII and of
// all bytes (a Western page has few of the first).
constexpr double kHopeless = 8, kHopelessShare = 0.1, kHopelessBytes = 0.01;

constexpr std::array kDoubleDecodings = {RepairKind::kUtf8AsLatin1, RepairKind::kUtf8AsGbk,
                                         RepairKind::kUtf8AsBig5, RepairKind::kGbkAsLatin1};

// The gate of a later round counts when it opened.
void note(std::vector<RepairGate>& gates, const RepairGate& gate) {
  const auto same = std::find_if(gates.begin(), gates.end(),
                                 [&](const RepairGate& g) { return g.kind == gate.kind; });
  if (same == gates.end()) {
    gates.push_back(gate);
  } else if (gate.open && !same->open) {
    *same = gate;
  }
}

// One round: the first kind whose gate opens is put right. False: none did.
bool undo_one(Repaired& repaired, Census& census) {
  for (const RepairKind kind : kDoubleDecodings) {
    const DoubleDecoding found = find_double_decoding(repaired.text.utf8, kind, census);
    note(repaired.gates, found.gate);
    if (!found.gate.open) continue;
    apply_edits(found.edits, repaired);
    census = take_census(repaired.text.utf8);
    return true;
  }
  return false;
}

// What is left decides: a text that lacks characters is damaged however much was put right.
Damage verdict(const Repaired& repaired, const Census& left) {
  const double characters = static_cast<double>(left.signs.characters);
  const double lost = static_cast<double>(left.signs.replacement + 3 * left.signs.replaced_twice +
                                          left.signs.controls);
  const double bytes = static_cast<double>(repaired.text.utf8.size());
  const bool hopeless =
      lost >= kHopeless && lost >= kHopelessShare * characters && lost >= kHopelessBytes * bytes;
  if (hopeless) return Damage::kHopeless;
  if (lost > 0) return Damage::kDamaged;
  const auto changed = [](std::uint64_t count) { return count > 0; };
  const bool any = std::any_of(repaired.counts.begin(), repaired.counts.end(), changed);
  return any ? Damage::kRepaired : Damage::kClean;
}

}  // namespace

Repaired repair(Text text, bool /*html*/, const Rules& /*rules*/) {
  Repaired repaired;
  repaired.text = std::move(text);
  Census census = take_census(repaired.text.utf8);
  repaired.signs = census.signs;
  for (int round = 0; round < kMostRounds && undo_one(repaired, census); ++round) {
  }
  repaired.damage = verdict(repaired, census);
  return repaired;
}

}  // namespace tamis
