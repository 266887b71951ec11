// SPDX-License-Identifier: Apache-2.0
#include "relate/compare.h"

#include "relate/keeper.h"

#include <algorithm>
#include <bit>

namespace tamis {

namespace relating {

namespace {

// Thresholds, chosen on two development sets of Chinese news (zh-synth-dxy, dxy-digest-zh): shares
// of the smaller shingle set (containment), of both (Jaccard), of the figures.
constexpr double kLooksAlike = .5;          // containment below which figures are not even read
constexpr double kPartOf = .9;              // containment of an excerpt
constexpr double kSameProse = .75;          // containment of a revision whose figures agree
constexpr double kSameProseNews = .8;       // ... whose figures differ in part
constexpr double kSameSize = .25;           // Jaccard of a revision: not a phrase in a long text
constexpr std::uint32_t kProse = 60;        // shingles of a revision's shorter text
constexpr double kFewDiffer = .1;           // share of figures that a near copy may have got wrong
constexpr double kManyDiffer = .4;          // share of figures from which it is another story
constexpr double kOtherCounts = .6;         // the same among quantities alone: dates may be kept
constexpr double kOtherDays = .25;          // share of days, of the text with fewer
constexpr double kSiblingDiffer = .2;       // conflicts that make two alike texts a template
constexpr double kDigestShare = .3;         // of the whole: a shorter part is a digest ...
constexpr std::uint32_t kDigestMost = 200;  // ... when it has no more shingles than this

struct Alike {
  double jaccard = 0, containment = 0;  // containment of the smaller set
  std::uint32_t smaller = 0;
};

std::uint32_t count_shared(const std::vector<std::uint64_t>& x,
                           const std::vector<std::uint64_t>& y) {
  std::uint32_t shared = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    const std::uint64_t a = x[i], b = y[j];
    shared += a == b;
    i += a <= b;
    j += b <= a;
  }
  return shared;
}

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

RelationType type_of_part(const Alike& alike) {
  const bool digest = alike.jaccard < kDigestShare && alike.smaller <= kDigestMost;
  return digest ? RelationType::kDigestOf : RelationType::kExcerpt;
}

RelationType type_of(const Alike& alike, const FigureMatch& facts, std::size_t fewer_figures,
                     double min_jaccard) {
  const double conflicts = share(facts.conflicts, facts.conflicts + facts.agree);
  const double missing =
      share(std::min(facts.only_a, facts.only_b), static_cast<double>(fewer_figures));
  const double worst = std::max(conflicts, missing);
  if (worst <= kFewDiffer) {
    if (alike.jaccard >= min_jaccard) return RelationType::kNear;
    if (alike.containment >= kPartOf) return type_of_part(alike);
  }
  // A bulletin of another day is another story, however few its figures: each names days that the
  // other does not. A slip in a long text is forgiven.
  const double days = std::min(facts.days_a, facts.days_b);
  const bool other_day = share(days, days + facts.days_agree) >= kOtherDays &&
                         (worst > kFewDiffer || alike.jaccard < min_jaccard);
  const double quantities =
      share(facts.quantity_conflicts, facts.quantity_conflicts + facts.quantity_agree);
  const bool same_story = worst < kManyDiffer && quantities < kOtherCounts && !other_day;
  const double needed = worst <= kFewDiffer ? kSameProse : kSameProseNews;
  if (same_story && alike.containment >= needed && alike.jaccard >= kSameSize &&
      alike.smaller >= kProse) {
    return RelationType::kRevision;
  }
  const bool template_alike = conflicts >= kSiblingDiffer || quantities >= kOtherCounts;
  return facts.conflicts > 0 && template_alike ? RelationType::kSibling : RelationType::kUnrelated;
}

// Turns the pair so that a is what the type says it is.
void turn(Relation& relation, bool x_is_a) {
  relation.a = x_is_a ? 0 : 1;
  relation.b = x_is_a ? 1 : 0;
  if (x_is_a) return;
  std::swap(relation.evidence.only_a, relation.evidence.only_b);
  for (std::string& fact : relation.evidence.differ) {
    const std::size_t bar = fact.find('|');
    fact = fact.substr(bar + 1) + "|" + fact.substr(0, bar);
  }
}

}  // namespace

Profile::Profile(std::string text)
    : text_(std::move(text)), shingles_(tamis::shingles(canonical(text_))) {}

const std::vector<Figure>& Profile::figures() const {
  if (!figures_) figures_ = figures_of(text_);
  return *figures_;
}

Relation judge(const Entry& x, const Profile& of_x, const Entry& y, const Profile& of_y,
               const RelateOptions& options) {
  Relation relation;
  relation.type = RelationType::kUnrelated;
  Evidence& evidence = relation.evidence;
  evidence.distance = std::popcount(x.print.simhash ^ y.print.simhash);
  const auto size_x = static_cast<double>(of_x.shingles().size());
  const auto size_y = static_cast<double>(of_y.shingles().size());
  evidence.shared = count_shared(of_x.shingles(), of_y.shingles());
  evidence.only_a = static_cast<std::uint32_t>(of_x.shingles().size()) - evidence.shared;
  evidence.only_b = static_cast<std::uint32_t>(of_y.shingles().size()) - evidence.shared;
  const double shared = evidence.shared;
  Alike alike;
  alike.smaller = static_cast<std::uint32_t>(std::min(size_x, size_y));
  alike.jaccard = share(shared, size_x + size_y - shared);
  alike.containment = share(shared, alike.smaller);

  const bool exact = x.print.exact == y.print.exact && x.print.exact != Hash128{};
  if (exact || (alike.containment >= kLooksAlike && alike.smaller >= kFewShingles)) {
    FigureMatch facts = match_figures(of_x.figures(), of_y.figures());
    relation.type =
        exact ? RelationType::kExact
              : type_of(alike, facts, std::min(of_x.figures().size(), of_y.figures().size()),
                        options.min_jaccard);
    evidence.agree = std::move(facts.agreeing);
    evidence.differ = std::move(facts.differing);
  }
  const bool part =
      relation.type == RelationType::kExcerpt || relation.type == RelationType::kDigestOf;
  const bool x_is_a = part && size_x != size_y ? size_x < size_y : is_later(x, y);
  turn(relation, x_is_a);
  relation.score = exact ? 1 : share(shared, x_is_a ? size_x : size_y);
  return relation;
}

}  // namespace relating

Relation compare(const Entry& a, std::string_view text_a, const Entry& b, std::string_view text_b,
                 const RelateOptions& options) {
  return relating::judge(a, relating::Profile(std::string(text_a)), b,
                         relating::Profile(std::string(text_b)), options);
}

bool is_duplicate(const Relation& relation, const RelateOptions&) {
  switch (relation.type) {
    case RelationType::kExact:
    case RelationType::kNear:
    case RelationType::kRevision: return true;
    case RelationType::kExcerpt: {
      const Evidence& evidence = relation.evidence;
      return relating::share(evidence.shared, evidence.shared + evidence.only_b) >=
             relating::kDigestShare;
    }
    default: return false;
  }
}

}  // namespace tamis
