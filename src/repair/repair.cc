// SPDX-License-Identifier: Apache-2.0
#include "tamis/repair.h"

#include "base/utf8.h"
#include "repair/census.h"
#include "repair/disguise.h"
#include "repair/double_decoding.h"
#include "repair/edits.h"
#include "repair/hidden_noise.h"
#include "repair/language_data.h"
#include "repair/shift.h"

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

void remove_hidden_noise(Repaired& repaired) {
  const HiddenNoise found = find_hidden_noise(repaired.text.utf8);
  repaired.gates.push_back(found.gate);
  apply_edits(found.edits, repaired);
}

std::string begin_of(std::string_view text, std::size_t at) {
  text = text.substr(at, kRepairSample);
  while (!text.empty() && !base::valid_utf8(text)) text.remove_suffix(1);
  return std::string(text);
}

// One record for the whole text, with the first place that changed.
void simplify(Repaired& repaired, bool html, const LanguageData& data) {
  std::string& text = repaired.text.utf8;
  std::string simple = data.simplifier.simplify(text, html, data.readings, data.bigrams);
  const auto differ = std::mismatch(text.begin(), text.end(), simple.begin(), simple.end()).first;
  if (differ == text.end()) return;
  const auto at = base::code_point_begin(text, static_cast<std::size_t>(differ - text.begin()));
  const auto start = static_cast<std::uint32_t>(base::count_code_points(text.substr(0, at)));
  const auto end = static_cast<std::uint32_t>(base::count_code_points(text));
  const Repair record{RepairKind::kTraditional, start, end,  begin_of(text, at),
                      begin_of(simple, at),     0,     false};
  ++repaired.counts[static_cast<std::size_t>(RepairKind::kTraditional)];
  if (repaired.repairs.size() < kMostRepairs) {
    const auto behind = [&](const Repair& other) { return other.start > record.start; };
    repaired.repairs.insert(std::find_if(repaired.repairs.begin(), repaired.repairs.end(), behind),
                            record);
  }
  text = std::move(simple);
}

// Readings behind Traditional characters: the three repairs of one disguise, and one gate.
void take_off_disguise(Repaired& repaired, const Census& census, bool html, const Rules& rules) {
  RepairGate gate{RepairKind::kAnnotation, false, census.readings, kNeededAnnotations};
  if (census.readings > 0) {
    const LanguageData& data = language_data(rules);
    const Disguise disguise = find_disguise(repaired.text.utf8, data);
    gate.seen = disguise.annotations;
    gate.open = disguise.found;
    if (gate.open) {
      const std::string text = repaired.text.utf8;
      ShiftPage page{text, data, disguise, html};
      page.private_use_kept = census.signs.private_use > 0;
      page.folded = census.signs.folded > 0 && text.find("，") == std::string::npos;
      apply_edits(undo_annotations(page), repaired);
      simplify(repaired, html, data);
    }
  }
  repaired.gates.push_back(gate);
}

// What is left decides: a text that lacks characters is damaged however much was put right.
Damage verdict(const Repaired& repaired, const Census& left) {
  const auto characters = static_cast<double>(left.signs.characters);
  const auto lost = static_cast<double>(left.signs.replacement + 3 * left.signs.replaced_twice +
                                        left.signs.controls);
  const auto bytes = static_cast<double>(repaired.text.utf8.size());
  const bool hopeless =
      lost >= kHopeless && lost >= kHopelessShare * characters && lost >= kHopelessBytes * bytes;
  if (hopeless) return Damage::kHopeless;
  if (lost > 0) return Damage::kDamaged;
  const auto changed = [](std::uint64_t count) { return count > 0; };
  const bool any = std::any_of(repaired.counts.begin(), repaired.counts.end(), changed);
  return any ? Damage::kRepaired : Damage::kClean;
}

}  // namespace

Repaired repair(Text text, bool html, const Rules& rules) {
  Repaired repaired;
  repaired.text = std::move(text);
  Census census = take_census(repaired.text.utf8);
  repaired.signs = census.signs;
  for (int round = 0; round < kMostRounds && undo_one(repaired, census); ++round) {
  }
  if (html) remove_hidden_noise(repaired);
  take_off_disguise(repaired, census, html, rules);
  if (!repaired.repairs.empty()) census = take_census(repaired.text.utf8);
  repaired.damage = verdict(repaired, census);
  return repaired;
}

}  // namespace tamis
