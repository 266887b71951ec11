// SPDX-License-Identifier: Apache-2.0
#include "tamis/tags.h"

#include "parse/names.h"

#include <array>

namespace tamis {

namespace {

constexpr std::array kTagNames = {
#define TAMIS_NAME(enumerator, name) std::string_view(name),
    TAMIS_TAGS(TAMIS_NAME)
#undef TAMIS_NAME
};
constexpr std::array kAttributeNames = {
#define TAMIS_NAME(enumerator, name) std::string_view(name),
    TAMIS_ATTRIBUTES(TAMIS_NAME)
#undef TAMIS_NAME
};

constexpr parsing::NameTable<1024, kTagNames.size()> kTagTable(kTagNames);
constexpr parsing::NameTable<256, kAttributeNames.size()> kAttributeTable(kAttributeNames);

}  // namespace

const char* tag_name(Tag tag) {
  return kTagNames[static_cast<std::size_t>(tag)].data();
}

Tag tag_from_name(std::string_view lower_case_name) {
  const int index = kTagTable.find(lower_case_name);
  return index < 0 ? Tag::kOther : static_cast<Tag>(index);
}

namespace parsing {

std::optional<AttributeName> attribute_from_name(std::string_view lower_case_name) {
  const int index = kAttributeTable.find(lower_case_name);
  if (index < 0) return std::nullopt;
  return static_cast<AttributeName>(index);
}

std::string_view attribute_name(AttributeName name) {
  return kAttributeNames[static_cast<std::size_t>(name)];
}

}  // namespace parsing

}  // namespace tamis
