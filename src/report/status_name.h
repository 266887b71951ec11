// SPDX-License-Identifier: Apache-2.0
// The names of Status in records: "ok", "no-article", "error".
#pragma once

#include "tamis/assemble.h"

namespace tamis::report {

const char* status_name(Status status);

}  // namespace tamis::report
