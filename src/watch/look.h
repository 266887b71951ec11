// SPDX-License-Identifier: Apache-2.0
// What one answer says of a watched page, and what of it goes into the store.
#pragma once

#include "tamis/watch.h"

namespace tamis::watching {

class Look {
 public:
  Look(const WatchOptions& options, Store& store, const Rules& rules)
      : options_(options), store_(store), rules_(rules), differ_(rules) {}

  // A whole answer. `born`: when the article says that it was published; 0: it does not say.
  Observation at(UrlId id, const Fetched& answer, Moment now, Moment& born);
  void unchanged(UrlId id, Moment now);  // 304
  // 404 or 410: whether that is believed. One 404 may be a fault.
  bool missing(UrlId id, const Fetched& answer, Moment now);

  std::uint64_t first() const { return first_; }
  const std::map<DifferenceKind, std::uint64_t>& changes() const { return changes_; }

 private:
  bool read(UrlId id, const Fetched& answer, const LastSeen& seen, Moment now, Moment& born);
  void tell(UrlId id, const LastSeen& seen, std::uint32_t number, const std::string& title,
            const Difference& difference, Moment now);

  const WatchOptions& options_;
  Store& store_;
  const Rules& rules_;
  Differ differ_;
  std::uint64_t first_ = 0;
  std::map<DifferenceKind, std::uint64_t> changes_;
};

std::string hash_of(std::string_view bytes);
Page page_of(const Fetched& answer);
bool may_be_a_page(const Fetched& answer);  // HTML or text, by its type

// "2026-03-14T09:26:53+08:00", or as much of it as there is; 0: none of it. A day alone is its
// noon.
Moment moment_of(std::string_view iso);
std::string iso_moment(Moment moment);

}  // namespace tamis::watching
