// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/repair.h"

#include <string>
#include <utility>

namespace tamis {

inline Text text_of(std::string utf8) {
  return {std::move(utf8), {"utf-8", "valid", 0}};
}

inline const Rules& test_rules() {
  static const Rules kRules = Rules::load(TAMIS_RULES_DIR);
  return kRules;
}

inline Repaired repaired(std::string utf8, bool html = false) {
  return repair(text_of(std::move(utf8)), html, test_rules());
}

}  // namespace tamis
