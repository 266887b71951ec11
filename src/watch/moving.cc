// SPDX-License-Identifier: Apache-2.0
#include "watch/moving.h"

#include "watch/load.h"

namespace tamis::watching {
namespace {

constexpr std::uint32_t kSightings = 3;
constexpr Moment kOver = 7 * 86400;

bool is_upgrade(const std::string& from, const std::string& to) {
  return from.starts_with("http://") && "https" + from.substr(4) == to;
}

}  // namespace

bool Moving::at(UrlId id, const CrawlResult& result, Moment now) {
  Moved known = store_.moved(id);
  if (!result.permanent) {
    if (!known.target.empty()) store_.set_moved(id, {});
    return true;
  }
  const std::string& from = result.item.url;
  const std::string& to = result.answer.url;
  if (known.target != to) known = {to, 0, now};
  ++known.count;
  if (!is_upgrade(from, to) && (known.count < kSightings || now < known.first + kOver)) {
    store_.set_moved(id, known);
    return true;
  }
  const auto other = store_.find_url(to);
  const bool taken = other && *other != id;
  store_.set_moved(id, taken ? known : Moved());  // what is believed once need not be seen again
  if (taken) return false;
  if (other) return true;  // back to a name that it had
  store_.rename_url(id, watched(to));
  ++moved_;
  return true;
}

}  // namespace tamis::watching
