// SPDX-License-Identifier: Apache-2.0
// Rules: the phrases, class tokens and word lists under rules/, checked when loaded.
#pragma once

#include "tamis/forest.h"
#include "tamis/gram_weights.h"
#include "tamis/label_name.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

namespace rules {
class Lazy;
}

enum class Strength : std::uint8_t { kWeak, kMedium, kStrong };
std::optional<Strength> strength_from_name(std::string_view name);

// Where a line of text matched a phrase of rules/phrases.tsv.
enum class PhraseMatch : std::uint8_t {
  kExact,       // the whole line, a final colon ignored
  kPrefix,      // the line begins with it
  kPrefixBody,  // a dateline that opens a paragraph: never a reason to drop
  kContains,
  kSuffix,
};

struct PhraseHit {
  LabelName label;
  PhraseMatch match;
  Strength strength;
  std::uint32_t line;  // of rules/phrases.tsv, 1-based
};

// What a class or id token says of its element (rules/class-tokens.tsv).
struct TokenHint {
  bool keeps = false;  // the token of an article body; `label` is then kBody
  LabelName label = LabelName::kBody;
  Strength strength = Strength::kWeak;
  std::uint32_t line = 0;
};

// A tab-separated file: '#' comments, one header line of column names, rows.
struct Row {
  std::uint32_t line;  // 1-based
  std::vector<std::string> fields;
};
struct Table {
  std::string name;  // "bylines"
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

// Immutable once loaded; any number of threads may read it. Cheap to copy.
class Rules {
 public:
  // Reads every DIR/*.tsv, *.model and *.grams. Throws Failure naming file:line and what is wrong
  // there.
  static Rules load(const std::string& directory);
  // The tables alone, for who judges no pages: there are then no models and no n-grams.
  static Rules load_tables(const std::string& directory);

  // All phrases that match a line (trimmed, white space collapsed), strongest first.
  std::vector<PhraseHit> match_phrases(std::string_view line) const;

  // The hint of one lower-case token; none when the list does not have it.
  std::optional<TokenHint> hint(std::string_view token) const;

  // A whole file by its name without ".tsv"; throws Failure when the directory lacks it.
  const Table& table(std::string_view name) const;

  // A trained model by its name without ".model"; null when the directory has none: stages then go
  // by rules alone.
  const Forest* forest(std::string_view name) const;

  // Trained weights of n-grams by the file's name without ".grams"; null when there are none.
  const GramWeights* grams(std::string_view name) const;

  // The folder they came from: data files (*.dat) are read from it on first need.
  const std::string& directory() const;

  // What a stage made of the data files; see rules/lazy.h.
  const rules::Lazy& language_data() const;

  // 16 hex digits over the bytes of all tables and the headers of the data files.
  const std::string& digest() const;

  struct State;

 private:
  static Rules of(std::shared_ptr<State> state);
  std::shared_ptr<const State> state_;
};

}  // namespace tamis
