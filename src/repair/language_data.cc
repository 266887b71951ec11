// SPDX-License-Identifier: Apache-2.0
#include "repair/language_data.h"

#include "rules/lazy.h"

namespace tamis::repairing {

const LanguageData& language_data(const Rules& rules) {
  return rules.language_data().get<LanguageData>([&] {
    return LanguageData{Bigrams(rules.directory()), Readings(rules.directory()), Simplifier()};
  });
}

}  // namespace tamis::repairing
