// SPDX-License-Identifier: Apache-2.0
// Feeds, sitemaps and section pages among what is watched: their new URLs are watched too, and what
// they say of known ones is a hint.
#pragma once

#include "tamis/discover.h"
#include "tamis/watch.h"

namespace tamis::watching {

class Lists {
 public:
  Lists(const WatchOptions& options, Store& store, const Rules& rules)
      : options_(options), store_(store), discoverer_(rules) {}

  // By its kind; and whatever is neither HTML nor text is looked into.
  static bool is_list(const WatchedUrl& url, const Fetched& answer);
  // A list has changed when what it offers has.
  Observation at(const WatchedUrl& url, const Fetched& answer, Moment now, Schedule& schedule);
  // Those that robots.txt names, where the section's scope lets it follow them.
  void add_sitemaps(const WatchedUrl& section, const std::vector<std::string>& urls, Moment now,
                    Schedule& schedule);
  std::uint64_t found() const { return found_; }

 private:
  void take(const WatchedUrl& list, const FoundUrl& item, Hint hint, Moment now,
            Schedule& schedule);

  const WatchOptions& options_;
  Store& store_;
  Discoverer discoverer_;
  std::uint64_t found_ = 0;
};

}  // namespace tamis::watching
