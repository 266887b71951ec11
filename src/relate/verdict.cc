// SPDX-License-Identifier: Apache-2.0
#include "relate/verdict.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace tamis::relating {

namespace {

// Thresholds, chosen on one half of two development sets of Chinese news (zh-synth-dxy,
// dxy-digest-zh): shares of the smaller text (containment), of both (Jaccard), of the figures.
constexpr double kPartOf = .85;             // containment of an excerpt
constexpr double kPartOfLoose = .75;        // ... when nothing longer than a phrase is its own
constexpr double kSameProse = .75;          // containment of a revision whose figures agree
constexpr double kSameProseNews = .8;       // ... whose figures differ in part
constexpr double kSameSize = .25;           // Jaccard of a revision: not a phrase in a long text
constexpr std::uint32_t kProse = 60;        // shingles of a revision's shorter text
constexpr double kFewDiffer = .1;           // share of figures that a near copy may have got wrong
constexpr double kManyDiffer = .4;          // share of figures from which it is another story
constexpr double kOtherCounts = .6;         // the same among quantities alone: dates may be kept
constexpr double kOtherDays = .25;          // share of days, of the text with fewer
constexpr double kSiblingDiffer = .2;       // conflicts that make two alike texts a template
constexpr double kDigestShare = .2;         // of the whole: a shorter part is a digest ...
constexpr std::uint32_t kDigestMost = 128;  // ... when it has no more letters than this
constexpr double kSameLetters = .72;        // in one order: a text with many typos
constexpr double kPartOfShort = .8;         // ... of a line or two
constexpr double kPartWhole = .97;          // containment of a part without any edit
constexpr std::uint32_t kSentence = 13;     // letters that a whole has more than its part ...
constexpr std::uint32_t kCutWord = 3;       // ... which ends in mid-sentence

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

bool is_cut_off(const Profile& text) {
  if (text.canonical().has_more) return true;
  return !base::ends_sentence(base::trim(text.text()));
}

RelationType type_of_part(const Profile& part, const Alike& alike) {
  const double of_whole = share(alike.smaller().core(), alike.larger().core());
  const bool is_short = alike.smaller().core() <= kDigestMost;
  const bool digest = is_short && (of_whole < kDigestShare || is_cut_off(part));
  return digest ? RelationType::kDigestOf : RelationType::kExcerpt;
}

class Judge {
 public:
  Judge(const Profile& x, const Profile& y, const Alike& alike, const Facts& facts,
        const RelateOptions& options)
      : x_(x),
        y_(y),
        alike_(alike),
        facts_(facts),
        options_(options),
        contained_(alike.smaller().contained()),
        jaccard_(alike.jaccard()) {
    const FigureMatch& f = facts.figures;
    conflicts_ = share(f.conflicts, f.conflicts + f.agree);
    const bool x_smaller = alike.x_is_smaller();
    missing_ = share(x_smaller ? f.only_a : f.only_b, x_smaller ? facts.total_x : facts.total_y);
    const std::uint32_t fewer = std::min(facts.total_x, facts.total_y);
    worst_ = std::max(conflicts_, share(std::min(f.only_a, f.only_b), fewer));
    quantities_ = share(f.quantity_conflicts, f.quantity_conflicts + f.quantity_agree);
    other_lead_ = f.lead_days > 0;
  }

  Verdict verdict() const {
    if (worst_ <= kFewDiffer && !other_lead_) {
      if (is_part() && !other_places()) {
        return {type_of_part(alike_.x_is_smaller() ? x_ : y_, alike_),
                "one text is in the other, which goes on"};
      }
      if (jaccard_ >= options_.min_jaccard && !other_places()) {
        return {RelationType::kNear, "small edits, the figures agree"};
      }
      if (is_retyped()) {
        return {RelationType::kRevision, "many small edits in one order of words"};
      }
    }
    if (is_revision()) {
      return {RelationType::kRevision, worst_ <= kFewDiffer ? "passages changed, figures agree"
                                                            : "some of the figures changed"};
    }
    return negative();
  }

 private:
  // Each names places that the other does not: not one with a typo in it.
  bool other_places() const {
    if (!other_places_) {
      const Places places = facts_.places();
      other_places_ = places.only_larger > 0 && places.only_smaller > 0 &&
                      2 * places.only_smaller >= places.smaller;
    }
    return *other_places_;
  }

  bool is_part() const {
    const Side &part = alike_.smaller(), &whole = alike_.larger();
    const Profile& text = alike_.x_is_smaller() ? x_ : y_;
    const bool has_more = text.canonical().has_more, cut = is_cut_off(text);
    const std::uint32_t more = has_more ? kCutWord : cut ? 2 * kCutWord : kSentence;
    const bool longer = whole.core() >= part.core() + more && whole.own >= part.own + more / 2;
    const bool goes_on =
        longer && (contained_ >= kPartWhole || whole.long_own >= part.long_own + kSentence);
    const double loose = part.core() < kProse ? kPartOfShort : kPartOfLoose;
    return missing_ <= kFewDiffer && goes_on &&
           (contained_ >= kPartOf || (contained_ >= loose && part.long_own < kSentence));
  }

  bool is_retyped() const {
    return contained_ >= .4 && alike_.smaller().core() * 5 >= alike_.larger().core() * 4 &&
           !other_places() && same_letters(x_.letters(), y_.letters(), kSameLetters) > 0;
  }

  // A bulletin of another day is another story, however few its figures: each names days that the
  // other does not. A slip in a long text is forgiven.
  bool is_revision() const {
    const FigureMatch& f = facts_.figures;
    const double days = std::min(f.days_a, f.days_b);
    const bool other_day = share(days, days + f.days_agree) >= kOtherDays &&
                           (worst_ > kFewDiffer || jaccard_ < options_.min_jaccard);
    const double needed = worst_ <= kFewDiffer ? kSameProse : kSameProseNews;
    return worst_ < kManyDiffer && quantities_ < kOtherCounts && !other_day && !other_lead_ &&
           contained_ >= needed && jaccard_ >= kSameSize && alike_.smaller().core() >= kProse &&
           !other_places();
  }

  Verdict negative() const {
    if (facts_.figures.conflicts > 0 &&
        (conflicts_ >= kSiblingDiffer || quantities_ >= kOtherCounts)) {
      return {RelationType::kSibling, "one form of words, other figures"};
    }
    if (contained_ >= kSameProse && (other_places() || other_lead_)) {
      return {RelationType::kSibling, other_places() ? "one form of words, other places"
                                                     : "one form of words, of another day"};
    }
    return {RelationType::kUnrelated,
            worst_ > kFewDiffer ? "too many figures differ" : "too little is shared"};
  }

  const Profile &x_, &y_;
  const Alike& alike_;
  const Facts& facts_;
  const RelateOptions& options_;
  double contained_, jaccard_;
  double conflicts_ = 0, missing_ = 0, worst_ = 0, quantities_ = 0;
  bool other_lead_ = false;
  mutable std::optional<bool> other_places_;
};

}  // namespace

Verdict verdict_on(const Profile& x, const Profile& y, const Alike& alike, const Facts& facts,
                   const RelateOptions& options) {
  return Judge(x, y, alike, facts, options).verdict();
}

}  // namespace tamis::relating
