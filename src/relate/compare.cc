// SPDX-License-Identifier: Apache-2.0
#include "relate/compare.h"

#include "relate/keeper.h"
#include "relate/roundup.h"
#include "relate/verdict.h"

#include <algorithm>
#include <bit>
#include <set>

namespace tamis {

namespace relating {

namespace {

constexpr double kLooksAlike = .35;  // containment below which figures are not even read

constexpr std::size_t kItemShingles = 12;  // that a collection and an article share

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

// The figures outside frames. A number that ends the text may be cut: 5 of 5000.
std::vector<Figure> core_figures(const Profile& text, const Side& side) {
  std::vector<Figure> out;
  for (const Figure& figure : text.figures()) {
    const bool framed = figure.at < side.cover.size() && side.cover[figure.at] == Cover::kFramed;
    const bool cut =
        figure.unit.empty() && figure.at + figure.value.size() >= text.letters().size();
    if (!framed && !cut) out.push_back(figure);
  }
  return out;
}

std::set<std::u16string_view> core_places(const Profile& text, const Side& side) {
  std::set<std::u16string_view> out;
  for (const PlaceName& place : text.places()) {
    const bool framed = place.at < side.cover.size() && side.cover[place.at] == Cover::kFramed;
    if (!framed) out.insert(place.name);
  }
  return out;
}

Places places_in(const Profile& x, const Profile& y, const Alike& alike) {
  Places places;
  const bool x_smaller = alike.x_is_smaller();
  const auto smaller = core_places(x_smaller ? x : y, x_smaller ? alike.x : alike.y);
  const auto larger = core_places(x_smaller ? y : x, x_smaller ? alike.y : alike.x);
  places.smaller = static_cast<std::uint32_t>(smaller.size());
  for (const auto name : smaller) places.only_smaller += !larger.contains(name);
  for (const auto name : larger) places.only_larger += !smaller.contains(name);
  return places;
}

// They refer to all three.
Facts facts_of(const Profile& x, const Profile& y, const Alike& alike) {
  Facts facts;
  const std::vector<Figure> of_x = core_figures(x, alike.x), of_y = core_figures(y, alike.y);
  facts.total_x = static_cast<std::uint32_t>(of_x.size());
  facts.total_y = static_cast<std::uint32_t>(of_y.size());
  facts.figures = match_figures(of_x, of_y);
  facts.places = [&] { return places_in(x, y, alike); };
  return facts;
}

// Are the figures of the item its article's?
bool facts_agree(const Profile& list, const TextLine& item, const Profile& article) {
  std::vector<Figure> of_item;
  for (const Figure& figure : list.figures()) {
    const bool last = figure.unit.empty() && figure.at + figure.value.size() >= item.end;
    const bool number = figure.at == item.begin;  // the item's own: 3、
    if (figure.at >= item.begin && figure.at < item.end && !last && !number)
      of_item.push_back(figure);
  }
  const FigureMatch match = match_figures(of_item, article.figures());
  return match.only_a * 10 <= of_item.size();
}

// Which text collects: 1 x, 2 y, 0 neither.
int collector(const Profile& x, const Profile& y) {
  const auto collects = [](const Profile& list, const Profile& article) {
    if (!may_have_item(list, article)) return false;
    const TextLine* item = item_of(list, article);
    return item != nullptr && facts_agree(list, *item, article);
  };
  return collects(x, y) ? 1 : collects(y, x) ? 2 : 0;
}

}  // namespace

bool may_be_alike(const Profile& x, const Profile& y) {
  const std::size_t most = x.filter().most_shared(y.letters());
  const std::size_t least = std::min(x.filter().least_distinct(), y.positions());
  const bool alike = static_cast<double>(most) >= .8 * kLooksAlike * static_cast<double>(least);
  return alike || (most >= kItemShingles && (x.may_collect() || y.may_collect()));
}

bool may_be_related(const Profile& x, const Profile& y) {
  const ShingleSet& set = x.shingles();
  const std::size_t n = y.positions();
  std::size_t shared = 0;  // by positions: at least as many as distinct ones
  for (std::size_t i = 0; i < n; ++i) shared += set.contains(shingle_at(y.letters(), i));
  const auto smaller = static_cast<double>(std::min(set.distinct().size(), n));
  // Shingles that y repeats make its set smaller than n.
  if (static_cast<double>(shared) >= .8 * kLooksAlike * smaller) return true;
  return shared >= kItemShingles && (may_have_item(x, y) || may_have_item(y, x));
}

void turn_sides(Relation& relation) {
  Evidence& evidence = relation.evidence;
  std::swap(evidence.only_a, evidence.only_b);
  relation.score = share(evidence.shared, evidence.shared + evidence.only_a);
  for (std::string& fact : evidence.differ) {
    const std::size_t bar = fact.find('|');
    fact = fact.substr(bar + 1) + "|" + fact.substr(0, bar);
  }
}

Relation judge(const Entry& x, const Profile& of_x, const Entry& y, const Profile& of_y,
               const RelateOptions& options) {
  Relation relation;
  relation.type = RelationType::kUnrelated;
  relation.because = "too little is shared";
  Evidence& evidence = relation.evidence;
  evidence.distance = std::popcount(x.print.simhash ^ y.print.simhash);
  const auto size_x = static_cast<std::uint32_t>(of_x.shingles().distinct().size());
  const auto size_y = static_cast<std::uint32_t>(of_y.shingles().distinct().size());
  evidence.shared = count_shared(of_x, of_y);
  evidence.only_a = size_x - evidence.shared;
  evidence.only_b = size_y - evidence.shared;
  const std::uint32_t smaller = std::min(size_x, size_y);

  const bool exact = x.print.exact == y.print.exact && x.print.exact != Hash128{};
  bool x_is_a = is_later(x, y);
  if (exact) {
    relation.type = RelationType::kExact;
    relation.because = "the same canonical text";
  } else if (smaller < kFewShingles) {
    relation.because = "too short to match but as a whole";
  } else if (const int list = evidence.shared < kItemShingles ? 0 : collector(of_x, of_y);
             list != 0) {
    relation.type = RelationType::kRoundupOf;
    relation.because = "an item of one is a piece of the other";
    x_is_a = list == 1;
  } else if (share(evidence.shared, smaller) >= kLooksAlike) {
    const Alike alike = look_at(of_x, of_y);
    Facts facts = facts_of(of_x, of_y, alike);
    const Verdict verdict = verdict_on(of_x, of_y, alike, facts, options);
    relation.type = verdict.type;
    relation.because = verdict.because;
    evidence.agree = std::move(facts.figures.agreeing);
    evidence.differ = std::move(facts.figures.differing);
    const bool part =
        verdict.type == RelationType::kExcerpt || verdict.type == RelationType::kDigestOf;
    if (part && alike.x.core() != alike.y.core()) x_is_a = alike.x_is_smaller();
  }
  relation.a = x_is_a ? 0 : 1;
  relation.b = x_is_a ? 1 : 0;
  relation.score = share(evidence.shared, size_x);
  if (!x_is_a) turn_sides(relation);
  if (exact) relation.score = 1;
  return relation;
}

}  // namespace relating

Relation compare(const Entry& a, std::string_view text_a, const Entry& b, std::string_view text_b,
                 const Canon& canon, const RelateOptions& options) {
  return relating::judge(a, relating::Profile(std::string(text_a), canon), b,
                         relating::Profile(std::string(text_b), canon), options);
}

bool is_duplicate(const Relation& relation, const RelateOptions&) {
  constexpr double kLeast = .3;  // of the whole
  switch (relation.type) {
    case RelationType::kExact:
    case RelationType::kNear:
    case RelationType::kRevision: return true;
    case RelationType::kExcerpt: {
      const Evidence& evidence = relation.evidence;
      return relating::share(evidence.shared, evidence.shared + evidence.only_b) >= kLeast;
    }
    default: return false;
  }
}

}  // namespace tamis
