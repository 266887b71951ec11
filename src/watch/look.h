// SPDX-License-Identifier: Apache-2.0
// What one answer says of a watched page, and what of it goes into the store.
#pragma once

#include "tamis/watch.h"
#include "watch/kin.h"

#include <optional>
#include <vector>

namespace tamis::watching {

// What a whole answer told.
struct Looked {
  Observation found;
  Moment born = 0;           // when the article says that it was published; 0: it does not say
  bool claim_moved = false;  // it claims a later dateModified than before, and is the same
  std::optional<std::uint32_t> copies;  // the number of its group of copies has changed to that
  std::optional<UrlId> first_copy;      // which begins this group with it
};

class Look {
 public:
  Look(const WatchOptions& options, Store& store, const Rules& rules)
      : options_(options), store_(store), rules_(rules), differ_(rules), kin_(store, rules) {}

  Looked at(UrlId id, const Fetched& answer, Moment now);
  void unchanged(UrlId id, Moment now);  // 304
  // 404 or 410: whether that is believed. One 404 may be a fault.
  bool missing(UrlId id, const Fetched& answer, Moment now);

  std::uint64_t first() const { return first_; }
  const std::map<DifferenceKind, std::uint64_t>& changes() const { return changes_; }

 private:
  // One event.
  struct Event {
    std::uint32_t number = 0;
    std::string title;
    Difference difference;
    std::vector<Kin> kin;
  };
  void read(UrlId id, const Fetched& answer, const LastSeen& seen, Moment now, Looked& looked);
  void group(UrlId id, const std::vector<Kin>& kin, Looked& looked);
  void tell(UrlId id, const LastSeen& seen, const Event& event, Moment now);

  const WatchOptions& options_;
  Store& store_;
  const Rules& rules_;
  Differ differ_;
  KinFinder kin_;
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
