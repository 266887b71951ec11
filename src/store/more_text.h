// SPDX-License-Identifier: Apache-2.0
// What else is known of a watched URL, as text, a line each:
//   host H     path P     of its scope     depth N     hours HOURS     header NAME: VALUE
#pragma once

#include "tamis/store.h"

#include <string>
#include <string_view>

namespace tamis::store {

std::string more_text(const WatchedUrl& url);
void read_more(std::string_view text, WatchedUrl& url);

}  // namespace tamis::store
