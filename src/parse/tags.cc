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

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::kOther:
    case Tag::kA:
    case Tag::kSpan:
    case Tag::kB:
    case Tag::kStrong:
    case Tag::kI:
    case Tag::kEm:
    case Tag::kU:
    case Tag::kS:
    case Tag::kDel:
    case Tag::kIns:
    case Tag::kFont:
    case Tag::kBig:
    case Tag::kSmall:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kMark:
    case Tag::kQ:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kKbd:
    case Tag::kSamp:
    case Tag::kTt:
    case Tag::kVar:
    case Tag::kAbbr:
    case Tag::kAcronym:
    case Tag::kTime:
    case Tag::kData:
    case Tag::kRuby:
    case Tag::kRt:
    case Tag::kRp:
    case Tag::kWbr:
    case Tag::kNobr:
    case Tag::kStrike:
    case Tag::kLabel:
    case Tag::kInput:
    case Tag::kButton:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kOutput:
    case Tag::kImg:
    case Tag::kPicture:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kText: return true;
    default: return false;
  }
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
