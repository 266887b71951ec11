// SPDX-License-Identifier: Apache-2.0
// Permanent redirects: believed when they were seen again and again, or lead to https. The page is
// then watched by its new name; its history goes with it.
#pragma once

#include "tamis/watch.h"

namespace tamis::watching {

class Moving {
 public:
  explicit Moving(Store& store) : store_(store) {}
  // A whole answer came. False: it leads to a page that is watched by its own name, and this one
  // needs no looks of its own.
  bool at(UrlId id, const CrawlResult& result, Moment now);
  std::uint64_t moved() const { return moved_; }

 private:
  Store& store_;
  std::uint64_t moved_ = 0;
};

}  // namespace tamis::watching
