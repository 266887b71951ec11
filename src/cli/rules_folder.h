// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tamis::cli {

// Where the rules are: `given` when it is not empty, else beside the installed command
// (../share/tamis/rules), else in the source tree this was built from. Throws Failure when there
// are none.
std::string rules_folder(const std::string& given);

}  // namespace tamis::cli
