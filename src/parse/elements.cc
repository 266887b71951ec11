// SPDX-License-Identifier: Apache-2.0
#include "parse/elements.h"

#include "parse/names.h"

#include <array>

namespace tamis::parsing {

namespace {

constexpr std::array kNames = {
#define TAMIS_NAME(enumerator, name, traits) std::string_view(name),
    TAMIS_ELEMENTS(TAMIS_NAME)
#undef TAMIS_NAME
};
constexpr std::array kTraits = {
#define TAMIS_TRAITS(enumerator, name, traits) static_cast<std::uint32_t>(traits),
    TAMIS_ELEMENTS(TAMIS_TRAITS)
#undef TAMIS_TRAITS
};
constexpr NameTable<1024, kNames.size()> kTable(kNames);

}  // namespace

ElementId element_from_name(std::string_view lower_case_name) {
  const int index = kTable.find(lower_case_name);
  return index >= 0 ? static_cast<ElementId>(index) : ElementId{element::kUnknown};
}

std::uint32_t traits_of(ElementId element) {
  return element < kTraits.size() ? kTraits[element] : 0;
}

}  // namespace tamis::parsing
