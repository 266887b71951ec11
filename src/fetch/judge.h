// SPDX-License-Identifier: Apache-2.0
// From what libcurl and the server said to an Outcome. Pure.
#pragma once

#include "fetch/transfer.h"

namespace tamis::fetch {

struct Ending {
  CURLcode code = CURLE_OK;
  Stop stop = Stop::kNone;
  const char* words = "";      // libcurl's own
  bool contradiction = false;  // in the headers
  bool head_whole = true;
  bool conditional = false;  // the request carried validators
};

// Fills outcome, reason, location, retry_after, decoded and coded of `out`, whose other fields are
// there.
void judge(const Ending& ending, const FetchOptions& options, Fetched& out);

}  // namespace tamis::fetch
