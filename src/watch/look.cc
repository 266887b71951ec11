// SPDX-License-Identifier: Apache-2.0
#include "watch/look.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "json/json.h"
#include "tamis/discover.h"

#include <chrono>

namespace tamis::watching {
namespace {

constexpr std::size_t kMostLines = 20, kMostBytes = 300;

// Cut where a code point begins.
std::string_view cut(std::string_view line) {
  if (line.size() <= kMostBytes) return line;
  return line.substr(0, base::code_point_begin(line, kMostBytes));
}

void list(json::Writer& out, const char* key, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out.key(key);
  out.open_array();
  for (std::size_t n = 0; n < std::min(lines.size(), kMostLines); ++n) out.text(cut(lines[n]));
  out.close_array();
}

}  // namespace

std::string hash_of(std::string_view bytes) {
  const auto [high, low] = base::hash128(bytes);
  return base::hex(high) + base::hex(low);
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
  constexpr std::size_t kDay = 10;  // "2026-03-14": noon is nearest to whenever it was
  if (iso.size() < kDay) return 0;
  const Moment moment = instant_of(iso).value_or(0);
  return moment <= 0 ? 0 : moment + (iso.size() == kDay ? 12 * 3600 : 0);
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
