// SPDX-License-Identifier: Apache-2.0
#include "assemble/article_date.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace tamis::assembly {
namespace {

// How much a candidate is worth by itself; agreement decides first.
enum class Worth { kWeak, kFair, kGood, kBest };

struct Candidate {
  Moment moment;
  Worth worth = Worth::kWeak;
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
  void read_claims();
  void read_line(BlockId n, bool labelled);
  void read_visible();
  std::optional<Moment> decide() const;

  const View& view_;
  DayOrder order_;
  std::vector<Candidate> claims_, visible_;
};

void Choice::read_claims() {
  for (const Claim& claim : view_.head.dates)
    if (const std::optional<Moment> moment = view_.dates.read_value(claim.value, order_))
      claims_.push_back({*moment, worth_of_claim(claim.by)});
}

void Choice::read_line(BlockId n, bool labelled) {
  const std::string_view line = view_.line(n);
  const std::vector<FoundDate> dates = view_.dates.find_all(line, order_);
  if (dates.empty()) return;
  const bool repost = relative(line);
  if (repost && line.find("admin") != std::string_view::npos) return;
  const std::vector<Field> fields = view_.bylines.fields(line);
  for (const FoundDate& date : dates) {
    // The word the date stands behind.
    const Field* field = nullptr;
    for (const Field& candidate : fields)
      if (candidate.begin < date.begin) field = &candidate;
    const bool updated = field && field->role == Role::kUpdated;
    const bool published = field && field->role == Role::kDate;
    visible_.push_back({date.moment, repost || updated ? Worth::kWeak
                                     : published       ? Worth::kBest
                                     : labelled        ? Worth::kGood
                                                       : Worth::kFair});
  }
}

void Choice::read_visible() {
  for (const BlockId n : view_.small_print()) read_line(n, true);
  if (!visible_.empty()) return;
  for (const BlockId n : view_.edges()) read_line(n, false);
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

std::optional<Moment> Choice::run() {
  read_claims();
  read_visible();
  if (std::optional<Moment> found = decide()) return found;
  if (std::optional<Moment> found = date_in_url(view_.page.url)) return found;
  for (const Claim& url : view_.head.urls)
    if (std::optional<Moment> found = date_in_url(url.value)) return found;
  return std::nullopt;
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
