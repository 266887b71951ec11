// SPDX-License-Identifier: Apache-2.0
// What feeds, sitemaps and sections offered when they were last read whole: with it they can be
// asked for on conditions, and a 304 still leads on. CRAWL/.tamis/lists.jsonl, version 1, appended,
// the last line of a URL holds:
//   {"version":1,"url":"...","at":"...","scope":"16 hex digits","format":"rss",
//    "items":[{"url":"...","kind":"article"}]}
// url: as it was asked for; at: where the answer came from in the end; scope: a hash of the hosts
// and paths that the items were chosen by.
#pragma once

#include "base/file.h"
#include "tamis/discover.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace tamis::cli {

class OfferedLists {
 public:
  explicit OfferedLists(const std::string& crawl);  // throws Failure

  bool has(const std::string& url, const Scope& scope) const;
  // What `url` offered when it was read at `at`.
  std::optional<Discovered> find(const std::string& url, const std::string& at,
                                 const Scope& scope) const;
  void put(const std::string& url, const std::string& at, const Scope& scope,
           const Discovered& found);

 private:
  struct Place {
    std::uint64_t begin = 0;
    std::size_t size = 0;
    std::string scope;
  };
  std::string path_;
  base::Fd fd_;
  std::uint64_t end_ = 0;
  std::unordered_map<std::string, Place> lines_;  // by URL; the texts stay in the file
};

}  // namespace tamis::cli
