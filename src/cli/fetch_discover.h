// SPDX-License-Identifier: Apache-2.0
// What a fetched page leads to: the sources that the user named, and the URLs found below them,
// within each source's scope.
#pragma once

#include "cli/fetch_lists.h"
#include "tamis/crawl.h"
#include "tamis/discover.h"
#include "tamis/seedlist.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::cli {

struct FollowOptions {
  std::uint32_t depth = 0;        // for sources that say no kind: 0: their pages alone
  std::uint64_t most = 100'000;   // URLs found below one source
  bool obey_page_robots = false;  // a page's own nofollow
  std::string agent;
};

class Discovery {
 public:
  // A source without a kind gets that which its URL looks like; a page is a list of links only
  // when `depth` is more than 0, which is then how far they are followed.
  Discovery(const Rules& rules, std::vector<SeedSource> sources, FollowOptions options);
  // What lists offered before: they are then asked for on conditions.
  void remember(OfferedLists& lists) { lists_ = &lists; }

  std::vector<CrawlItem> take_items();  // the sources themselves; once
  // For CrawlWatcher.
  void follow(const CrawlResult& result, std::vector<CrawlItem>& more);
  bool allows(const CrawlItem& item, const std::string& url) const;

  // Those that a server's robots.txt names, for the sections there.
  void sitemaps(const std::string& authority, const std::vector<std::string>& urls,
                std::vector<CrawlItem>& more);

  std::string bounds() const;  // a line for each source that lists others: where it may lead
  std::string text() const;    // and what came of it

 private:
  // A source that lists others; of an article nothing needs to be known but its item.
  struct Source {
    SeedSource seed;
    SourceKind kind = SourceKind::kArticle;
    bool own_host = false;  // the user named no hosts
    std::uint64_t found = 0, outside = 0, unlikely = 0, over_limit = 0;
    std::string fault;  // the first
  };

  void add(SeedSource seed, SourceKind kind);
  bool may_follow(const CrawlResult& result, const Discovered& found, Source& source) const;
  void take(const Discovered& found, const CrawlItem& from, Source& source,
            std::vector<CrawlItem>& more);

  bool whole(const CrawlItem& item) const;  // its body is needed
  void follow_again(const CrawlResult& result, Source& source, std::vector<CrawlItem>& more);

  OfferedLists* lists_ = nullptr;
  Discoverer discoverer_;
  FollowOptions options_;
  std::vector<CrawlItem> items_;
  std::vector<Source> sources_;
};

}  // namespace tamis::cli
