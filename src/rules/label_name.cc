// SPDX-License-Identifier: Apache-2.0
#include "tamis/label_name.h"

#include <array>

namespace tamis {

namespace {
#define TAMIS_NAME(enumerator, name) name,
constexpr std::array<const char*, kLabelCount> kNames = {TAMIS_LABELS(TAMIS_NAME)};
#undef TAMIS_NAME
}  // namespace

const char* label_name(LabelName label) {
  return kNames[static_cast<std::size_t>(label)];
}

std::optional<LabelName> label_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (name == kNames[i]) return static_cast<LabelName>(i);
  }
  return std::nullopt;
}

bool is_kept(LabelName label) {
  return label == LabelName::kHeading || label == LabelName::kBody;
}

}  // namespace tamis
