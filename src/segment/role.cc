// SPDX-License-Identifier: Apache-2.0
#include "segment/role.h"

namespace tamis::segment_detail {

Role role_of(Tag tag) {
  switch (tag) {
    case Tag::kHead:
    case Tag::kTitle:
    case Tag::kMeta:
    case Tag::kLink:
    case Tag::kBase:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kTemplate:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kDatalist:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kEmbed:
    case Tag::kCanvas:
    case Tag::kVideo:
    case Tag::kAudio:
    case Tag::kInput:
    case Tag::kImg:
    case Tag::kMap:
    case Tag::kFrameset:
    case Tag::kRt:
    case Tag::kRp: return Role::kSkipped;
    case Tag::kBr: return Role::kBreak;
    case Tag::kButton: return Role::kBlock;  // its words are not part of the line around it
    default: return is_inline(tag) ? Role::kInline : Role::kBlock;
  }
}

}  // namespace tamis::segment_detail
