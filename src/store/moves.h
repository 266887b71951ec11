// SPDX-License-Identifier: Apache-2.0
// Pages that moved, as tables: redirects not yet believed, and the names that a page had before.
#pragma once

#include "store/database.h"
#include "tamis/store.h"

namespace tamis::store {

class Moves {
 public:
  explicit Moves(Database& database);
  Moved moved(UrlId id);
  void set_moved(UrlId id, const Moved& moved);
  void rename(UrlId id, const std::string& old, const WatchedUrl& named);

 private:
  Statement get_, forget_, set_, alias_, rename_;
};

}  // namespace tamis::store
