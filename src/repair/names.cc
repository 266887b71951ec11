// SPDX-License-Identifier: Apache-2.0
#include "tamis/repair.h"

namespace tamis {

namespace {

constexpr std::array kDamageNames = {"clean", "repaired", "damaged", "hopeless"};
constexpr std::array<const char*, kRepairKinds> kRepairNames = {
    "utf8-as-gbk", "utf8-as-big5", "utf8-as-latin1", "gbk-as-latin1", "hidden-noise",
    "annotation",  "shift",        "quote",          "traditional"};

template <class Value, class Names>
std::optional<Value> value_of(const Names& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

const char* damage_name(Damage damage) {
  return kDamageNames[static_cast<std::size_t>(damage)];
}

const char* repair_name(RepairKind kind) {
  return kRepairNames[static_cast<std::size_t>(kind)];
}

std::optional<Damage> damage_from_name(std::string_view name) {
  return value_of<Damage>(kDamageNames, name);
}

std::optional<RepairKind> repair_from_name(std::string_view name) {
  return value_of<RepairKind>(kRepairNames, name);
}

}  // namespace tamis
