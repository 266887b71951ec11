// SPDX-License-Identifier: Apache-2.0
#include "watch/load.h"

#include "base/url.h"

#include <algorithm>

static_assert(static_cast<int>(tamis::ScheduleKind::kSitemap) ==
              static_cast<int>(tamis::SourceKind::kSitemap));

namespace tamis::watching {

Schedule load_schedule(Store& store, const ScheduleOptions& options, Moment now) {
  Schedule schedule(options);
  store.each_url([&](const WatchedUrl& url) {
    const UrlId id = schedule.add(spec_of(url), now);
    if (url.evidence.due != 0) schedule.restore(id, url.evidence);
  });
  const std::string learned = store.note("learned");
  if (learned.empty()) return schedule;
  try {
    schedule.restore_learned(learned);
  } catch (const Failure&) {  // another version's: the rates of the pages themselves are there
    return schedule;
  }
  return schedule;
}

WatchedUrl watched(const std::string& url) {
  WatchedUrl made;
  made.url = url;
  made.host = base::host_of(url);
  const std::size_t path = url.find('/', std::min(url.find("://"), url.size() - 1) + 3);
  const std::size_t end = path == url.npos ? path : url.find('/', path + 1);
  if (end != url.npos) made.section = url.substr(path, end - path);
  return made;
}

WatchedUrl watched(const SeedSource& seed) {
  WatchedUrl made = watched(seed.url);
  // The kinds of both lists are in one order.
  made.kind = static_cast<ScheduleKind>(seed.kind.value_or(SourceKind::kArticle));
  made.importance = seed.importance;
  made.least = static_cast<std::uint32_t>(seed.least.count() / 1000);
  made.most = static_cast<std::uint32_t>(seed.most.count() / 1000);
  made.hours = seed.hours;
  made.scope = seed.scope;
  made.headers = seed.headers;
  return made;
}

UrlSpec spec_of(const WatchedUrl& url) {
  UrlSpec spec;
  spec.host = url.host;
  spec.section = url.section;
  spec.kind = url.kind;
  spec.born = url.born;
  spec.importance = static_cast<float>(url.importance);
  spec.min = url.least;
  spec.max = url.most;
  spec.group = url.copies;
  spec.windows = url.hours;
  return spec;
}

}  // namespace tamis::watching
