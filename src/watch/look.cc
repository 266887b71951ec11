// SPDX-License-Identifier: Apache-2.0
#include "watch/look.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "json/json.h"
#include "tamis/discover.h"

#include <algorithm>
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

void list(json::Writer& out, const std::vector<Kin>& kin) {
  if (kin.empty()) return;
  out.key("relations");
  out.open_array();
  for (const Kin& one : kin) {
    out.open_object();
    out.key("type");
    out.text(relation_name(one.type));
    out.key("url");
    out.text(one.url);
    out.key("score");
    out.real(one.score, 4);
    out.close_object();
  }
  out.close_array();
}

// The latest dateModified that the page claims and that may be true; 0: none.
Moment claimed_at(const Head& head, Moment now) {
  constexpr Moment kZones = 14 * 3600;  // a time without a zone may be anybody's
  Moment latest = 0;
  for (const Claim& claim : head.modified)
    if (const Moment at = moment_of(claim.value); at <= now + kZones) latest = std::max(latest, at);
  return latest;
}

}  // namespace

std::string hash_of(std::string_view bytes) {
  const auto [high, low] = base::hash128(bytes);
  return base::hex(high, low);
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

Looked Look::at(UrlId id, const Fetched& answer, Moment now) {
  const LastSeen seen = store_.last_seen(id);
  const std::string raw = hash_of(answer.body());
  Looked looked;
  looked.found.raw_changed = !seen.raw.empty() && raw != seen.raw;
  if (seen.missing == 2 && seen.number > 0) {
    Event back{seen.number, seen.title, {}, {}};
    back.difference.kind = DifferenceKind::kBack;
    tell(id, seen, back, now);
  }
  if (raw != seen.raw) read(id, answer, seen, now, looked);
  store_.set_seen(id, raw, now, 0);
  return looked;
}

void Look::read(UrlId id, const Fetched& answer, const LastSeen& seen, Moment now, Looked& looked) {
  if (!may_be_a_page(answer)) return;
  const Cleaned cleaned = clean_page(page_of(answer), rules_, options_.clean);
  const Article& article = cleaned.article;
  const Moment claimed = claimed_at(cleaned.head, now);
  if (claimed != seen.claimed) store_.set_claimed(id, claimed);
  const bool whole = article.status == Status::kOk && !article.text.empty();
  Event event;
  if (seen.number > 0) {
    event.difference = differ_.judge({seen.title, seen.text}, {article.title, article.text});
    const DifferenceKind kind = event.difference.kind;
    looked.claim_moved =
        kind == DifferenceKind::kSame && seen.claimed != 0 && claimed > seen.claimed;
    // No article on a page that had one: a fault of the page, unless it says what happened.
    if ((!whole && kind != DifferenceKind::kRetraction) || kind == DifferenceKind::kSame) return;
  } else if (!whole) {
    return;
  }
  BodyVersion version;
  version.number = seen.number + 1;
  version.seen = now;
  version.kind = seen.number > 0 ? difference_name(event.difference.kind) : "";
  version.title = article.title.empty() ? seen.title : article.title;
  version.text = article.text;
  version.date = article.date;
  store_.add_version(id, version);
  event.kin = kin_.find(id, store_.url_of(id), version);
  group(id, event.kin, looked);
  if (seen.number == 0) {
    ++first_;
    looked.born = moment_of(article.date);
    return;
  }
  event.number = version.number;
  event.title = version.title;
  tell(id, seen, event, now);
  looked.found.body_changed = true;
}

// Copies on other sites share a rate; a copy that went its own way leaves.
void Look::group(UrlId id, const std::vector<Kin>& kin, Looked& looked) {
  const WatchedUrl url = store_.url(id);
  bool stays = false;
  for (const Kin& one : kin) {
    const WatchedUrl other = store_.url(one.other);
    if (other.host == url.host) continue;
    if (url.copies != 0 && other.copies == url.copies) stays |= one.story;
    if (!one.copy || url.copies != 0 || looked.copies) continue;
    looked.copies = other.copies != 0 ? other.copies : one.other + 1;
    if (other.copies != 0) continue;
    looked.first_copy = one.other;
    store_.set_copies(one.other, *looked.copies);
  }
  if (url.copies != 0 && !stays) looked.copies = 0;
  if (looked.copies) store_.set_copies(id, *looked.copies);
}

bool Look::missing(UrlId id, const Fetched& answer, Moment now) {
  const LastSeen seen = store_.last_seen(id);
  const bool believed = answer.status == 410 || seen.missing > 0;
  store_.set_seen(id, seen.raw, seen.at, believed ? 2 : 1);
  if (believed && seen.number > 0 && seen.missing < 2) {
    Event gone{seen.number, seen.title, {}, {}};
    gone.difference.kind = DifferenceKind::kGone;
    tell(id, seen, gone, now);
  }
  return believed;
}

void Look::tell(UrlId id, const LastSeen& seen, const Event& event, Moment now) {
  const Difference& difference = event.difference;
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
  out.number(event.number);
  if (!event.title.empty()) {
    out.key("title");
    out.text(cut(event.title));
  }
  list(out, "removed", difference.removed);
  list(out, "added", difference.added);
  list(out, "facts", difference.facts);
  if (!difference.removed.empty() || !difference.added.empty()) {
    out.key("score");
    out.real(difference.score, 3);
  }
  list(out, event.kin);
  out.close_object();
  const std::string object = out.take();
  store_.add_change(id, object.substr(1, object.size() - 2));
}

}  // namespace tamis::watching
