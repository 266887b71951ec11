// SPDX-License-Identifier: Apache-2.0
#include "watch/lists.h"

#include "base/url.h"
#include "watch/load.h"
#include "watch/look.h"

#include <algorithm>

namespace tamis::watching {

bool Lists::is_list(const WatchedUrl& url, const Fetched& answer) {
  return url.kind != ScheduleKind::kArticle || !may_be_a_page(answer);
}

Observation Lists::at(const WatchedUrl& url, const Fetched& answer, Moment now,
                      Schedule& schedule) {
  DiscoverOptions options;
  options.scope = url.scope;
  if (options.scope.hosts.empty()) options.scope.hosts.push_back(url.host);
  const Discovered found = discoverer_.discover(page_of(answer), options);
  const bool sitemap = found.format.starts_with("sitemap") || found.format == "url-list";
  // What a page says of others' dates is a claim like their own.
  const Hint hint = sitemap                  ? Hint::kSitemap
                    : found.format == "html" ? Hint::kDateModified
                                             : Hint::kFeed;
  std::vector<std::string> offers;
  for (const FoundUrl& item : found.items) {
    offers.push_back(item.url + " " + item.lastmod + "\n");
    take(url, item, hint, now, schedule);
  }
  std::sort(offers.begin(), offers.end());
  std::string all;
  for (const std::string& offer : offers) all += offer;
  const std::string raw = hash_of(all);
  const LastSeen seen = store_.last_seen(url.id);
  // A list that is cut short offers less, which says nothing.
  const bool changed = !seen.raw.empty() && raw != seen.raw && !found.error;
  store_.set_seen(url.id, found.error ? seen.raw : raw, now, 0);
  return {changed, changed};
}

void Lists::add_sitemaps(const WatchedUrl& section, const std::vector<std::string>& urls,
                         Moment now, Schedule& schedule) {
  Scope scope{section.scope.hosts, {}, 1};  // paths are those of articles
  if (scope.hosts.empty()) scope.hosts.push_back(section.host);
  for (const std::string& text : urls) {
    FoundUrl item;
    item.url = base::resolve_url(text, "");
    item.kind = SourceKind::kSitemap;
    if (!item.url.empty() && in_scope(scope, item.url))
      take(section, item, Hint::kSitemap, now, schedule);
  }
}

void Lists::take(const WatchedUrl& list, const FoundUrl& item, Hint hint, Moment now,
                 Schedule& schedule) {
  if (const auto known = store_.find_url(item.url)) {
    const auto modified = instant_of(item.lastmod);
    if (modified && *modified > schedule.evidence(*known).last && *modified <= now)
      schedule.hint(*known, hint, now);
    return;
  }
  // Sitemaps of an index are the same step; other lists are one more.
  const bool same_step = item.kind == SourceKind::kArticle || item.kind == SourceKind::kSitemap;
  if (list.scope.depth < (same_step ? 1U : 2U) || store_.size() >= options_.max_urls) return;
  SeedSource seed;
  seed.url = item.url;
  seed.kind = item.kind;
  seed.importance = list.importance;
  seed.hours = list.hours;
  seed.scope = list.scope;
  if (seed.scope.hosts.empty()) seed.scope.hosts.push_back(list.host);
  if (item.kind != SourceKind::kSitemap) --seed.scope.depth;
  seed.headers = list.headers;
  WatchedUrl made = watched(seed);
  made.born = std::min(now, Moment{instant_of(item.date).value_or(now)});
  store_.add_url(made);
  schedule.add(spec_of(made), now);
  ++found_;
}

}  // namespace tamis::watching
