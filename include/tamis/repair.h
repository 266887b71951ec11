// SPDX-License-Identifier: Apache-2.0
// repair: damaged text put right where that can be known, and a report of what was found.
//
// Runs on the whole text of a page, before parse, in this order; each repair has a gate of its own,
// and a page whose gate stays closed leaves it byte for byte as it came:
//   1. double decodings: UTF-8 read as GBK, Big5, Latin-1 or windows-1252 (also twice over), GBK
//      read as Latin-1. First, since they hide every other damage.
//   2. hidden noise of mirror sites (HTML): elements that no reader sees.
//   3. pinyin annotations on Traditional characters, and the text that such an annotation has
//      shifted by one byte of GBK. Before anything folds width or drops private use.
//   4. Traditional to Simplified (OpenCC), on pages where 3 found the disguise.
// All work on markup as it stands: a tag is ASCII, which none of the first three changes (a "<"
// that a shift swallowed is put back), and 4 converts what stands between tags, and the values of
// content, alt and title attributes.
#pragma once

#include "tamis/decode.h"
#include "tamis/rules.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

enum class Damage : std::uint8_t {
  kClean,     // nothing found, nothing changed
  kRepaired,  // changed, and nothing doubtful is left
  kDamaged,   // characters are missing (U+FFFD) or garbled that could not be put right
  kHopeless,  // so many that the text is of no use
};

enum class RepairKind : std::uint8_t {
  kUtf8AsGbk,
  kUtf8AsBig5,
  kUtf8AsLatin1,  // or windows-1252; also UTF-8 encoded twice
  kGbkAsLatin1,
  kHiddenNoise,
  kAnnotation,   // "協(xié)" -> "協"
  kShift,        // text off by one byte after an annotation inside a character
  kQuote,        // the same after a byte got into a full stop before a quotation mark
  kTraditional,  // the disguise taken off: one record for the text, begin of it in before and after
};
inline constexpr std::size_t kRepairKinds = 9;

// The stable names in the records: "clean" ..., "utf8-as-gbk" ...
const char* damage_name(Damage damage);
const char* repair_name(RepairKind kind);
std::optional<Damage> damage_from_name(std::string_view name);
std::optional<RepairKind> repair_from_name(std::string_view name);

// One changed span. `start` and `end` count characters (code points) of the repaired text.
struct Repair {
  RepairKind kind = RepairKind::kUtf8AsGbk;
  std::uint32_t start = 0, end = 0;
  std::string before, after;  // cut to kRepairSample bytes, at a character
  double margin = 0;          // bits by which `after` is likelier than the next best reading
  bool uncertain = false;     // the margin is small
};
inline constexpr std::size_t kRepairSample = 240;
inline constexpr std::size_t kMostRepairs = 2000;  // records a page; `counts` has them all

// Signs of damage in the text as it came, in characters.
struct DamageSigns {
  std::uint64_t characters = 0;                                  // not ASCII
  std::uint64_t replacement = 0, private_use = 0, controls = 0;  // U+FFFD; U+E000-F8FF; U+0080-9F
  std::uint64_t replaced_twice = 0;  // U+FFFD read as GBK: the well-known three characters
  std::uint64_t half_width = 0;      // half-width kana
  std::uint64_t folded = 0;          // Chinese text with ASCII commas and colons
};

// What the gate of a repair saw.
struct RepairGate {
  RepairKind kind;
  bool open = false;
  std::uint64_t seen = 0, needed = 0;  // signs of this kind of damage; open from `needed` on
};

struct Repaired {
  Text text;
  Damage damage = Damage::kClean;
  DamageSigns signs;
  std::vector<RepairGate> gates;
  std::array<std::uint64_t, kRepairKinds> counts{};  // changed spans by kind
  std::vector<Repair> repairs;                       // by start
};

// Never fails on a page; throws Failure when a data file of rules/ is missing, broken or of another
// version (they are read on first need, once for all threads). Pure; any thread. Linear in the text
// when the gates are closed; what the search for shifted text may cost is bounded.
Repaired repair(Text text, bool html, const Rules& rules);

}  // namespace tamis
