// SPDX-License-Identifier: Apache-2.0
#include "assemble/article_date.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace tamis::assembly {
namespace {

// How much a candidate is worth by itself; agreement decides first.
// kChanged: a later change, where nothing says when it was published.
enum class Worth { kWeak, kChanged, kFair, kGood, kBest };

constexpr BlockId kNearTitle = 6;        // blocks before the headline that may date it
constexpr BlockId kNearFoot = 3;         // and blocks behind the body
constexpr BlockId kFarPrint = 40;        // blocks before the headline: another list's small print
constexpr std::size_t kOtherWords = 40;  // bytes beside the date in a line before the headline

struct Candidate {
  Moment moment;
  Worth worth = Worth::kWeak;
  bool issued = false;  // the day that a document bears
};

Worth worth_of_claim(std::string_view by) {
  if (by == "json-ld") return Worth::kBest;
  if (by == "og" || by == "id" || by.starts_with("itemprop:")) return Worth::kGood;
  if (by.starts_with("meta:article:") || by.starts_with("meta:weibo")) return Worth::kGood;
  return by == "time" ? Worth::kWeak : Worth::kFair;
}

// "9个月前", "3 hours ago": the date beside it is the repost's.
bool relative(std::string_view line) {
  for (std::string_view unit : {"个月", "天", "小时", "分钟", "周", "年", "個月", "小時", "分鐘"}) {
    for (std::string_view ago : {"前", "以前", "之前"}) {
      const std::string mark = std::string(unit) + std::string(ago);
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos && at > 0 && line[at - 1] >= '0' && line[at - 1] <= '9')
        return true;
    }
  }
  return false;
}

// About the same time: the zone of a claim may move it by a day.
bool agree(const Moment& a, const Moment& b) {
  return std::abs(day_number(a) - day_number(b)) <= 1;
}

class Choice {
 public:
  explicit Choice(const View& view) : view_(view), order_(day_order(view)) {}
  std::optional<Moment> run();

 private:
  std::optional<Moment> certain() const;
  void read_claims();
  Worth worth_of_place(BlockId n, std::size_t other, bool small_print) const;
  void read_line(BlockId n, bool small_print, YearDigits digits);
  void read_visible(YearDigits digits);
  void read_last_line();
  std::optional<Moment> signed_day() const;
  std::optional<Moment> decide() const;
  std::optional<Moment> last_resort() const;

  const View& view_;
  DayOrder order_;
  std::vector<Candidate> claims_, visible_;
};

// What a site rule points at; there may be words around the date.
std::optional<Moment> Choice::certain() const {
  if (view_.head.dates.empty() || !view_.head.dates.front().certain) return std::nullopt;
  const std::string& value = view_.head.dates.front().value;
  if (std::optional<Moment> moment = view_.dates.read_value(value, order_)) return moment;
  const std::vector<FoundDate> dates = view_.dates.find_all(value, order_);
  return dates.empty() ? std::nullopt : std::optional(dates.front().moment);
}

void Choice::read_claims() {
  for (const Claim& claim : view_.head.dates)
    if (const std::optional<Moment> moment = view_.dates.read_value(claim.value, order_))
      claims_.push_back({*moment, worth_of_claim(claim.by)});
}

// Of a date without a word for it. `other`: bytes of its line that are not the date.
Worth Choice::worth_of_place(BlockId n, std::size_t other, bool small_print) const {
  if (view_.kept.empty()) return small_print ? Worth::kGood : Worth::kFair;
  if (view_.at_head(n)) {
    const bool beside = n <= view_.top + kNearTitle && other <= kOtherWords;
    return small_print || beside ? Worth::kGood : Worth::kFair;
  }
  // The clock of the site stands above the headline too.
  if (n < view_.top)
    return view_.top - n > kNearTitle || other > kOtherWords ? Worth::kWeak : Worth::kFair;
  const bool near = n < view_.kept.back() + kNearFoot;
  return near && small_print ? Worth::kFair : Worth::kWeak;
}

void Choice::read_line(BlockId n, bool small_print, YearDigits digits) {
  const std::string line = view_.field_line(n);
  const std::vector<FoundDate> dates = view_.dates.find_all(line, order_, digits);
  if (dates.empty()) return;
  const bool repost = relative(line);
  if (repost && line.find("admin") != std::string_view::npos) return;
  const std::vector<Field> fields = view_.bylines.fields(line);
  for (const FoundDate& date : dates) {
    // The word the date stands behind.
    const Field* field = nullptr;
    for (const Field& candidate : fields)
      if (candidate.begin < date.begin) field = &candidate;
    const Role role = field ? field->role : Role::kOther;
    Candidate found{date.moment};
    const bool updated = role == Role::kUpdated;
    found.issued = role == Role::kIssued;
    found.worth = worth_of_place(n, line.size() - (date.end - date.begin), small_print);
    if (role == Role::kDate || found.issued)
      found.worth = n + kFarPrint < view_.top ? Worth::kGood : Worth::kBest;
    if (updated) found.worth = view_.at_head(n) ? Worth::kChanged : Worth::kWeak;
    if (repost) found.worth = Worth::kWeak;
    // Behind the body other articles begin: a date needs its word, or to stand in small print.
    const bool own = small_print || !view_.behind_body(n) || role == Role::kDate;
    if (own) visible_.push_back(found);
  }
}

void Choice::read_visible(YearDigits digits) {
  const auto wanted = [&](BlockId n) { return digits == YearDigits::kFour || view_.at_head(n); };
  for (const BlockId n : view_.small_print())
    if (wanted(n)) read_line(n, true, digits);
  for (const BlockId n : view_.edges())
    if (wanted(n)) read_line(n, false, digits);
}

// "This story was originally published December 22, 2023" ends the body.
void Choice::read_last_line() {
  if (view_.kept.empty()) return;
  const std::string& line = view_.line(view_.kept.back());
  const std::vector<Field> fields = view_.bylines.fields(line);
  const bool says = std::any_of(fields.begin(), fields.end(),
                                [](const Field& field) { return field.role == Role::kDate; });
  if (says && line.size() <= kOtherWords * 3)
    for (const FoundDate& date : view_.dates.find_all(line, order_))
      visible_.push_back({date.moment, Worth::kBest});
}

// The first candidate of the highest worth.
const Candidate* best_of(const std::vector<Candidate>& candidates) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates)
    if (best == nullptr || candidate.worth > best->worth) best = &candidate;
  return best;
}

// Of two spellings of one moment the more exact.
Moment more_exact(const Moment& claim, const Moment& seen) {
  if (!claim.has_time()) return claim.same_day(seen) ? seen : claim;
  // Midnight is how systems write "no time".
  const bool midnight = claim.hour == 0 && claim.minute == 0 && claim.second <= 0;
  return midnight && seen.has_time() && claim.same_day(seen) ? seen : claim;
}

std::optional<Moment> Choice::decide() const {
  const Candidate* claim = best_of(claims_);
  const Candidate* seen = best_of(visible_);
  if (!claim && !seen) return std::nullopt;
  if (!claim) return seen->moment;
  if (!seen) return claim->moment;
  for (const Candidate& candidate : claims_)
    if (candidate.worth >= Worth::kFair && agree(candidate.moment, seen->moment))
      return more_exact(candidate.moment, seen->moment);
  for (const Candidate& candidate : visible_)
    if (agree(claim->moment, candidate.moment)) return more_exact(claim->moment, candidate.moment);
  return claim->worth >= seen->worth ? claim->moment : seen->moment;
}

// A notice bears the day it was issued on, and is signed with it.
std::optional<Moment> Choice::signed_day() const {
  if (view_.kept.empty()) return std::nullopt;
  const BlockId body_end = view_.kept.back();
  for (const Candidate& seen : visible_) {
    if (!seen.issued) continue;
    for (BlockId n = body_end > 0 ? body_end - 1 : 0;
         n < std::min(view_.size(), body_end + kNearFoot); ++n) {
      if (!view_.blocks.blocks[n].date_only) continue;
      for (const FoundDate& date : view_.dates.find_all(view_.line(n), order_))
        if (date.moment.same_day(seen.moment)) return seen.moment;
    }
  }
  return std::nullopt;
}

// The paragraph's own date ("05.01.2012, Tiraspol ..."), the URL, the issue of a magazine.
std::optional<Moment> Choice::last_resort() const {
  if (!view_.kept.empty() && !view_.cjk_page()) {
    const std::string_view line = view_.line(view_.kept.front());
    const std::vector<FoundDate> dates = view_.dates.find_all(line.substr(0, 60), order_);
    if (!dates.empty() && dates[0].begin == 0 && line.substr(dates[0].end).starts_with(','))
      return dates[0].moment;
  }
  if (std::optional<Moment> found = date_in_url(view_.page.url)) return found;
  for (const Claim& url : view_.head.urls)
    if (std::optional<Moment> found = date_in_url(url.value)) return found;
  for (const BlockId n : view_.edges())
    if (std::optional<Moment> found = view_.dates.issue(view_.line(n))) return found;
  if (!view_.kept.empty() && view_.line(view_.kept.back()).size() <= kOtherWords * 2)
    return view_.dates.issue(view_.line(view_.kept.back()));
  return std::nullopt;
}

std::optional<Moment> Choice::run() {
  if (std::optional<Moment> found = certain()) return found;
  read_claims();
  read_visible(YearDigits::kFour);
  read_last_line();
  const Candidate* best = best_of(visible_);
  if ((best == nullptr || best->worth == Worth::kWeak) && !view_.cjk_page())
    read_visible(YearDigits::kTwo);
  if (std::optional<Moment> found = signed_day()) return found;
  if (std::optional<Moment> found = decide()) return found;
  return last_resort();
}

}  // namespace

DayOrder day_order(const View& view) {
  std::string_view language = view.head.language;
  if (language == "en-US" || language == "en_US") return DayOrder::kMonthFirst;
  if (language == "en-GB" || language == "en_GB" || language == "en-AU" || language == "en-IN")
    return DayOrder::kDayFirst;
  language = language.substr(0, language.find_first_of("-_"));
  // English alone says nothing; Chinese and Japanese pages write the year first.
  if (language.empty() || language == "en" || language == "zh") return DayOrder::kUnknown;
  return DayOrder::kDayFirst;
}

std::optional<Moment> article_date(const View& view) {
  return Choice(view).run();
}

}  // namespace tamis::assembly
