// SPDX-License-Identifier: Apache-2.0
// A schedule from what a store has, and URLs as the schedule sees them.
#pragma once

#include "tamis/schedule.h"
#include "tamis/store.h"

#include <string>

namespace tamis::watching {

// Its numbers are the store's.
Schedule load_schedule(Store& store, const ScheduleOptions& options, Moment now);

// Host and section (the first folder of the path) of a URL.
WatchedUrl watched(const std::string& url);
WatchedUrl watched(const SeedSource& seed);
UrlSpec spec_of(const WatchedUrl& url);

}  // namespace tamis::watching
