// SPDX-License-Identifier: Apache-2.0
#include "tamis/report.h"

namespace tamis {
std::string duplicates_report(const Relations&, const std::vector<Entry>&, std::size_t) {
  return {};
}
}  // namespace tamis
