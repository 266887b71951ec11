// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tamis::base {

// What is wrong with "news.example" or "*.news.example" as the user wrote it (in lower case), as it
// goes on behind "'...' is"; null when nothing is.
const char* fault_of_host_pattern(std::string_view host);

}  // namespace tamis::base
