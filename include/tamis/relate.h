// SPDX-License-Identifier: Apache-2.0
// relate: which articles tell the same story. Candidates by fingerprint (exact search, no
// approximation), each verified by a direct comparison of the two texts; clusters are stars.
#pragma once

#include "tamis/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

enum class RelationType {
  kExact,
  kNear,
  kRevision,
  kExcerpt,
  kDigestOf,
  kRoundupOf,
  kSibling,
  kUnrelated,  // compare() only: never among Relations::pairs
};
const char* relation_name(RelationType type);

// What relate knows of an article without its text.
struct Entry {
  std::string id;
  std::string site;  // host, for the clusters' list
  std::string date;  // ISO 8601 or empty
  Fingerprint print;
  std::uint32_t characters = 0;  // of the body: the keeper is the fullest
  std::string title;             // for reports only; may stay empty
  bool may_collect = true;       // what may_collect() says of the body; true: not known
};

// Can the text be a collection, three numbered or marked lines or more? One look at each line.
bool may_collect(std::string_view text);

struct Evidence {
  std::uint32_t shared = 0, only_a = 0, only_b = 0;  // shingles
  // Figures, at most 24 of each: "1271例" of both; "940例|945例" (a's and b's in one place),
  // "12人|" (only a's), "|3月" (only b's).
  std::vector<std::string> agree, differ;
  int distance = 0;  // SimHash bits
};

// a and b index the entries; a is the later page (no dates: the greater id); of an excerpt or a
// digest a is the part.
struct Relation {
  RelationType type = RelationType::kNear;
  std::uint32_t a = 0, b = 0;
  double score = 0;  // share of a's shingles found in b
  Evidence evidence;
  const char* because = "";  // one clause for people: what decided
};

struct ClusterMember {
  std::uint32_t entry = 0;
  RelationType type = RelationType::kExact;  // to the keeper
  double score = 1;                          // share of the member's shingles found in the keeper
};

struct Cluster {
  std::string id;  // the keeper's exact hash, hex: stable when pages are added
  std::uint32_t keeper = 0;
  std::vector<ClusterMember> members;  // the keeper not among them; by id
  std::string earliest;                // id of the earliest dated page, or empty
  std::vector<std::string> sites;      // sorted, distinct
};

// Of the relations of one type that sampled pages have by exact comparison: how many the index
// brought together.
struct CertificateRow {
  std::uint64_t related = 0, found = 0;
  std::pair<double, double> interval() const;  // 95 % of the recall (Wilson 1927)
};

// What the index misses, measured on the run's own pages. Siblings, which are not looked for, do
// not count.
struct Certificate {
  std::uint64_t sampled = 0, comparisons = 0;  // pages; pairs of texts held against each other
  std::map<RelationType, CertificateRow> rows;
};

// How hard the pairs were looked for: shared winnowing hashes, and those too common to follow.
struct IndexCounts {
  std::uint64_t hashes = 0, cut = 0, largest = 0;
};

struct RelateOptions {
  int max_distance = 7;            // SimHash bits of a candidate pair
  double min_jaccard = 0.7;        // of the verified pair
  bool siblings = false;           // list siblings in Relations::pairs too, not only their number
  std::uint32_t certificate = 32;  // pages sampled for the recall certificate; 0: none
  // Bytes for what can wait on a disk: half for the postings of the inverted join, with a shelf for
  // what is more, half for the letters and hashes that `dups` keeps. Changes no result. Beside it
  // stand the entries, four bytes for each hash that two texts share, and what is found.
  std::uint64_t memory = 1u << 30;
  int threads = 1;
};

struct Relations {
  std::vector<Relation> pairs;    // sorted by (id a, id b)
  std::vector<Cluster> clusters;  // largest first, then by id
  // Pairs whose texts were compared, and pairs (exact ones by hash among them) found related.
  std::uint64_t candidates = 0, verified = 0;
  std::uint64_t siblings = 0;  // same template, other facts; not in `verified`
  IndexCounts index;
  Certificate certificate;
};

// Verdict on one pair, whatever its distance. In the result 0 stands for the first article and 1
// for the second; a and b are turned as the type asks. Pure; any thread.
Relation compare(const Entry& a, std::string_view text_a, const Entry& b, std::string_view text_b,
                 const Canon& canon, const RelateOptions& options);

// May the pair stand in one cluster? Exact, near, revision, and an excerpt of at least 3/10 of the
// whole.
bool is_duplicate(const Relation& relation, const RelateOptions& options);

// What relate puts aside when it would take more memory than it may: the caller's, since relate
// itself touches no disk. One thread's.
class Shelf {
 public:
  virtual ~Shelf() = default;
  virtual std::uint64_t append(std::string_view bytes) = 0;  // where they are from now on
  virtual void read(std::uint64_t at, std::size_t size, char* to) = 0;
};

// Where relate reads the texts of the entries. Threads may call them side by side; what they throw
// comes out of relate().
struct Texts {
  std::function<std::string(std::uint32_t)> body;  // of entry i
  // What Canon::letters gives for it. Most pairs that are looked at need no more. Empty: they are
  // made of the body, each time.
  std::function<std::u16string(std::uint32_t)> letters;
  // Fingerprint::minima of it. Empty: the entries have them. One thread's.
  std::function<std::vector<std::uint64_t>(std::uint32_t)> minima;
  std::function<std::unique_ptr<Shelf>()> shelf;  // empty: all stays in memory
};

// The result does not depend on the order of the entries, the indices apart, nor on the threads or
// the memory. The number of compared pairs is bounded by a constant an entry, however many pages
// are alike.
Relations relate(const std::vector<Entry>& entries, const Texts& texts, const Canon& canon,
                 const RelateOptions& options);

}  // namespace tamis
