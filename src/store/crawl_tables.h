// SPDX-License-Identifier: Apache-2.0
// What a crawl remembers of servers and answers, as tables.
#pragma once

#include "store/database.h"
#include "tamis/crawl.h"

#include <optional>
#include <string>
#include <vector>

namespace tamis::store {

class CrawlTables {
 public:
  explicit CrawlTables(Database& database);
  std::optional<KnownUrl> find(const std::string& url);
  std::vector<ServerState> servers();
  std::optional<RobotsMemory> robots(const std::string& authority);
  void set_server(const ServerState& server);
  void set_robots(const std::string& authority, const RobotsMemory& memory);
  void fetched(const Fetched& answer, const Capture& capture);
  bool sum_up(Time before, std::size_t most);
  void refused(const std::string& url, Outcome outcome, const std::string& reason, Time now);

 private:
  Statement find_, keep_, servers_, set_server_, robots_, set_robots_, fetch_;
  Statement oldest_, drop_, add_day_;
};

}  // namespace tamis::store
