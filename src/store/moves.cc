// SPDX-License-Identifier: Apache-2.0
#include "store/moves.h"

namespace tamis::store {

Moves::Moves(Database& database)
    : get_(database, "SELECT target, count, first FROM moved WHERE url = ?"),
      forget_(database, "DELETE FROM moved WHERE url = ?"),
      set_(database, "INSERT INTO moved VALUES (?, ?, ?, ?)"),
      alias_(database, "INSERT OR REPLACE INTO alias VALUES (?, ?)"),
      rename_(database, "UPDATE url SET url = ?, host = ?, section = ? WHERE id = ?") {}

Moved Moves::moved(UrlId id) {
  Moved moved;
  get_.bind(std::int64_t{id} + 1);
  while (get_.step()) {
    moved.target = get_.text();
    moved.count = static_cast<std::uint32_t>(get_.number());
    moved.first = get_.number();
  }
  return moved;
}

void Moves::set_moved(UrlId id, const Moved& moved) {
  const std::int64_t url = std::int64_t{id} + 1;
  forget_.bind(url).run();
  if (moved.target.empty()) return;
  set_.bind(url).bind(moved.target).bind(std::int64_t{moved.count}).bind(moved.first).run();
}

void Moves::rename(UrlId id, const std::string& old, const WatchedUrl& named) {
  const std::int64_t url = std::int64_t{id} + 1;
  alias_.bind(old).bind(url).run();
  rename_.bind(named.url).bind(named.host).bind(named.section).bind(url).run();
}

}  // namespace tamis::store
