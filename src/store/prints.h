// SPDX-License-Identifier: Apache-2.0
// Fingerprints of the newest bodies, as tables: which pages may be alike.
#pragma once

#include "store/database.h"
#include "tamis/fingerprint.h"
#include "tamis/schedule.h"

#include <vector>

namespace tamis::store {

class Prints {
 public:
  explicit Prints(Database& database);
  void set(UrlId id, const Fingerprint& print);
  std::vector<UrlId> alike(UrlId id, const Fingerprint& print, std::size_t most);

 private:
  Statement drop_grams_, add_gram_, set_exact_, same_, with_gram_;
};

}  // namespace tamis::store
