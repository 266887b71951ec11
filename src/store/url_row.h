// SPDX-License-Identifier: Apache-2.0
// A row of the table of URLs as a value.
#pragma once

#include "store/database.h"
#include "tamis/store.h"

namespace tamis::store {

inline constexpr const char* kUrlColumns =
    "SELECT id, url, host, section, kind, born, importance, least, most, more, shape, rate, "
    "raw_shape, raw_rate, fetches, body_changes, raw_changes, failures, last, due, gone, "
    "copies FROM url ";

WatchedUrl read_url(Statement& row);  // that has these columns

}  // namespace tamis::store
