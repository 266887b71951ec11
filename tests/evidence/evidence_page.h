// SPDX-License-Identifier: Apache-2.0
// The project's own rules, for the tests of this stage.
#pragma once

#include "tamis/rules.h"

namespace tamis::evidence_test {

inline const Rules& rules() {
  static const Rules loaded = Rules::load(TAMIS_RULES_DIR);
  return loaded;
}

}  // namespace tamis::evidence_test
