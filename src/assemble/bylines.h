// SPDX-License-Identifier: Apache-2.0
// BylineReader: the fields of a meta line, "来源:榕城网 记者 丁爽 编辑 陈莉" or "By Jane Doe and
// Tom Roe". Its words are rules/bylines.tsv.
#pragma once

#include "tamis/rules.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::assembly {

enum class Role : std::uint8_t {
  kAuthor,
  kEditor,
  kSource,
  kDate,
  kUpdated,
  kIssued,  // the day that a document bears
  kIssuer,  // the authority that a document is from
  kOther
};

struct Field {
  Role role;
  std::string_view value;  // trimmed, up to the next field
  std::size_t begin = 0;   // byte of the line where its word begins
  bool colon = false;      // a colon, slash or bar stood between word and value
  bool writer = false;     // kAuthor: 作者, "by": who wrote it all; not 记者, one of several
};

// Immutable; any thread. Refers to the rules it was made from.
class BylineReader {
 public:
  explicit BylineReader(const Rules& rules);

  // The fields of a line, left to right; views into `line`. Lines over 1,000 bytes have none.
  std::vector<Field> fields(std::string_view line) const;

  // The people a value begins with: parted by spaces, commas, 、 and "and"; stops at the first
  // thing that is no name. `labelled`: a colon stood before it, so that one Latin word may be one.
  // What somebody is ("Senior Editor", "Globe Correspondent") is left out.
  std::vector<std::string> people(std::string_view value, bool labelled) const;

  // A name that nobody bears ("admin", 佚名), lower case.
  bool refused_person(std::string_view name) const;
  bool refused_source(std::string_view name) const;

  // Two or three Han characters that begin with a surname: a name by itself.
  bool lone_name(std::string_view text) const;

  // `name` without the words behind it that say what the person is; empty when that is all.
  std::string without_job(std::string_view name) const;

  // A line with the spaces that markup left out: "ByJane DoeStaff Writer".
  std::string unglued(std::string_view line) const;

  // The name of a news agency that signs for its people (Reuters, AFP).
  bool agency(std::string_view name) const;

  // A class, an id or a piece of a URL that says: here stands the author (author, byline).
  bool author_token(std::string_view token) const;

  // Ends like the name of a paper, a station or a site (新京报, 榕城网).
  bool outlet_like(std::string_view name) const;

 private:
  enum class Needs : std::uint8_t { kNothing, kColon, kLine, kAround };
  struct Cue {
    std::string_view word;   // of the table, case folded; _ is a space
    std::string_view close;  // kAround: what stands behind the value
    Role role;
    Needs needs;
    bool latin;
  };
  std::vector<std::string_view>* list_of(std::string_view role);  // null: a role of fields
  const Cue* cue_at(std::string_view folded, std::size_t at) const;
  static std::size_t close_of(const Cue& cue, std::string_view folded, std::size_t end);
  static bool fits(const Cue& cue, std::string_view folded, std::size_t at);

  void index();

  std::vector<Cue> cues_;                     // those of one bucket side by side
  std::array<std::uint16_t, 257> buckets_{};  // where the cues of a bucket begin
  std::vector<std::string_view> outlets_, people_, sources_, surnames_, jobs_, agencies_,
      author_tokens_;
};

}  // namespace tamis::assembly
