// SPDX-License-Identifier: Apache-2.0
// When the article was published.
#pragma once

#include "assemble/view.h"

#include <optional>

namespace tamis::assembly {

// The page's claims (JSON-LD, meta, time) and the dates in the small print and near the title are
// weighed against each other; the URL is the last resort. Never a date of a digest, of a repost
// ("admin9个月前") or of the prose.
std::optional<Moment> article_date(const View& view);

// A date in the path of a URL: /2022/11/16/, /2022-11/16/, /20221116/, t20221116_123.html.
std::optional<Moment> date_in_url(std::string_view url);

// The order in which the page's language writes day and month.
DayOrder day_order(const View& view);

}  // namespace tamis::assembly
