// SPDX-License-Identifier: Apache-2.0
#include "store/url_row.h"

#include "store/more_text.h"

namespace tamis::store {

WatchedUrl read_url(Statement& row) {
  WatchedUrl url;
  url.id = static_cast<UrlId>(row.number() - 1);
  url.url = row.text();
  url.host = row.text();
  url.section = row.text();
  url.kind = static_cast<ScheduleKind>(row.number());
  url.born = row.number();
  url.importance = row.real();
  url.least = static_cast<std::uint32_t>(row.number());
  url.most = static_cast<std::uint32_t>(row.number());
  read_more(row.text(), url);
  UrlEvidence& known = url.evidence;
  known.shape = static_cast<float>(row.real());
  known.rate = static_cast<float>(row.real());
  known.raw_shape = static_cast<float>(row.real());
  known.raw_rate = static_cast<float>(row.real());
  known.fetches = static_cast<std::uint32_t>(row.number());
  known.body_changes = static_cast<std::uint32_t>(row.number());
  known.raw_changes = static_cast<std::uint32_t>(row.number());
  known.failures = static_cast<std::uint32_t>(row.number());
  known.last = row.number();
  known.due = row.number();
  known.gone = row.number() != 0;
  url.copies = static_cast<std::uint32_t>(row.number());
  return url;
}

}  // namespace tamis::store
