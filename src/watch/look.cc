// SPDX-License-Identifier: Apache-2.0
#include "watch/look.h"

#include "base/hash.h"
#include "json/json.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace tamis::watching {
namespace {

constexpr std::size_t kMostLines = 20, kMostBytes = 300;

// Cut where a code point begins.
std::string_view cut(std::string_view line) {
  if (line.size() <= kMostBytes) return line;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end);
}

void list(json::Writer& out, const char* key, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out.key(key);
  out.open_array();
  for (std::size_t n = 0; n < std::min(lines.size(), kMostLines); ++n) out.text(cut(lines[n]));
  out.close_array();
}

int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (at + count > text.size()) return -1;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  return value;
}

}  // namespace

std::string hash_of(std::string_view bytes) {
  const auto [high, low] = base::hash128(bytes);
  std::array<char, 33> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                static_cast<unsigned long long>(high), static_cast<unsigned long long>(low));
  return digits.data();
}

Page page_of(const Fetched& answer) {
  Page page;
  page.id = page.url = answer.url;
  const std::string_view type = answer.header("Content-Type");
  if (type.starts_with("text/plain")) page.kind = PageKind::kText;
  page.headers = answer.headers;
  page.bytes = answer.body();
  return page;
}

bool may_be_a_page(const Fetched& answer) {
  const std::string_view type = answer.header("Content-Type");
  return type.empty() || type.find("html") != type.npos || type.starts_with("text/plain");
}

Moment moment_of(std::string_view iso) {
  using namespace std::chrono;
  const int y = digits(iso, 0, 4), m = digits(iso, 5, 2), d = digits(iso, 8, 2);
  const year_month_day date{year(y), month(static_cast<unsigned>(std::max(m, 0))),
                            day(static_cast<unsigned>(std::max(d, 0)))};
  if (y < 1970 || m < 0 || d < 0 || !date.ok()) return 0;
  const Moment midnight = Moment{sys_days(date).time_since_epoch().count()} * 86400;
  const int hour = digits(iso, 11, 2), minute = digits(iso, 14, 2);
  if (hour < 0 || minute < 0) return midnight + 12 * 3600;
  const int second = std::max(0, digits(iso, 17, 2));
  Moment offset = 0;
  if (const std::size_t sign = iso.find_first_of("+-", 16); sign != iso.npos) {
    const int hours = digits(iso, sign + 1, 2), minutes = digits(iso, sign + 4, 2);
    offset = (std::max(hours, 0) * 3600 + std::max(minutes, 0) * 60) * (iso[sign] == '-' ? -1 : 1);
  }
  return midnight + hour * 3600 + minute * 60 + second - offset;
}

std::string iso_moment(Moment moment) {
  return iso_time(Time(Span(moment * 1000)));
}

void Look::unchanged(UrlId id, Moment now) {
  const LastSeen seen = store_.last_seen(id);
  store_.set_seen(id, seen.raw, now, 0);
}

Observation Look::at(UrlId id, const Fetched& answer, Moment now, Moment& born) {
  const LastSeen seen = store_.last_seen(id);
  const std::string raw = hash_of(answer.body());
  Observation found;
  found.raw_changed = !seen.raw.empty() && raw != seen.raw;
  if (seen.missing == 2 && seen.number > 0) {
    Difference back;
    back.kind = DifferenceKind::kBack;
    tell(id, seen, seen.number, seen.title, back, now);
  }
  if (raw != seen.raw) found.body_changed = read(id, answer, seen, now, born);
  store_.set_seen(id, raw, now, 0);
  return found;
}

// Whether the article has changed.
bool Look::read(UrlId id, const Fetched& answer, const LastSeen& seen, Moment now, Moment& born) {
  if (!may_be_a_page(answer)) return false;
  const Article article = clean_page(page_of(answer), rules_, options_.clean).article;
  const bool whole = article.status == Status::kOk && !article.text.empty();
  Difference difference;
  if (seen.number > 0) {
    difference = differ_.judge({seen.title, seen.text}, {article.title, article.text});
    // No article on a page that had one: a fault of the page, unless it says what happened.
    if (!whole && difference.kind != DifferenceKind::kRetraction) return false;
    if (difference.kind == DifferenceKind::kSame) return false;
  } else if (!whole) {
    return false;
  }
  BodyVersion version;
  version.number = seen.number + 1;
  version.seen = now;
  version.kind = seen.number > 0 ? difference_name(difference.kind) : "";
  version.title = article.title.empty() ? seen.title : article.title;
  version.text = article.text;
  version.date = article.date;
  store_.add_version(id, version);
  if (seen.number == 0) {
    ++first_;
    born = moment_of(article.date);
    return false;
  }
  tell(id, seen, version.number, version.title, difference, now);
  return true;
}

bool Look::missing(UrlId id, const Fetched& answer, Moment now) {
  const LastSeen seen = store_.last_seen(id);
  const bool believed = answer.status == 410 || seen.missing > 0;
  store_.set_seen(id, seen.raw, seen.at, believed ? 2 : 1);
  if (believed && seen.number > 0 && seen.missing < 2) {
    Difference gone;
    gone.kind = DifferenceKind::kGone;
    tell(id, seen, seen.number, seen.title, gone, now);
  }
  return believed;
}

void Look::tell(UrlId id, const LastSeen& seen, std::uint32_t number, const std::string& title,
                const Difference& difference, Moment now) {
  ++changes_[difference.kind];
  json::Writer out;
  out.open_object();
  out.key("time");
  out.text(iso_moment(now));
  out.key("since");
  out.text(iso_moment(seen.at));
  out.key("url");
  out.text(store_.url_of(id));
  out.key("kind");
  out.text(difference_name(difference.kind));
  out.key("number");
  out.number(number);
  if (!title.empty()) {
    out.key("title");
    out.text(cut(title));
  }
  list(out, "removed", difference.removed);
  list(out, "added", difference.added);
  list(out, "facts", difference.facts);
  if (!difference.removed.empty() || !difference.added.empty()) {
    out.key("score");
    out.real(difference.score, 3);
  }
  out.close_object();
  const std::string object = out.take();
  store_.add_change(id, object.substr(1, object.size() - 2));
}

}  // namespace tamis::watching
