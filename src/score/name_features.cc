// SPDX-License-Identifier: Apache-2.0
// Steps up to the nearest element of a kind: by its tag, and by what its class and id say.
#include "score/feature_groups.h"

#include <algorithm>
#include <array>

namespace tamis::score_detail {

namespace {

constexpr std::uint8_t kFar = 30;

struct TagKind {
  const char* name;
  Tag tag, or_tag;
};
constexpr std::array kTagKinds = {
    TagKind{"up.li", Tag::kLi, Tag::kDd},
    TagKind{"up.list", Tag::kUl, Tag::kOl},
    TagKind{"up.table", Tag::kTable, Tag::kTd},
    TagKind{"up.header", Tag::kHeader, Tag::kNav},
    TagKind{"up.footer", Tag::kFooter, Tag::kFooter},
    TagKind{"up.aside", Tag::kAside, Tag::kAside},
    TagKind{"up.article", Tag::kArticle, Tag::kArticle},
    TagKind{"up.main", Tag::kMain, Tag::kMain},
    TagKind{"up.section", Tag::kSection, Tag::kSection},
    TagKind{"up.form", Tag::kForm, Tag::kForm},
    TagKind{"up.figure", Tag::kFigure, Tag::kFigcaption},
    TagKind{"up.quote", Tag::kBlockquote, Tag::kPre},
    TagKind{"up.dl", Tag::kDl, Tag::kDetails},
};

struct NameKind {
  const char* name;
  LabelName label, or_label;
};
constexpr std::array kNameKinds = {
    NameKind{"named.comment", LabelName::kComment, LabelName::kComment},
    NameKind{"named.related", LabelName::kRecLink, LabelName::kRanking},
    NameKind{"named.share", LabelName::kShare, LabelName::kAppPromo},
    NameKind{"named.nav", LabelName::kNav, LabelName::kTags},
    NameKind{"named.copyright", LabelName::kCopyright, LabelName::kContact},
    NameKind{"named.ui", LabelName::kUi, LabelName::kSpam},
    NameKind{"named.meta", LabelName::kMeta, LabelName::kEditorNote},
    NameKind{"named.caption", LabelName::kCaption, LabelName::kCaption},
};
constexpr std::size_t kBody = kNameKinds.size(), kStrongBody = kBody + 1, kNames = kBody + 2;

using Distances = std::array<std::uint8_t, kTagKinds.size() + kNames>;

void mark_names(const Hints& hints, std::uint8_t* nearest) {
  if (hints.drop) {
    for (std::size_t k = 0; k < kNameKinds.size(); ++k) {
      const NameKind& kind = kNameKinds[k];
      if (hints.drop->label == kind.label || hints.drop->label == kind.or_label) nearest[k] = 0;
    }
  }
  if (hints.keep) {
    nearest[kBody] = 0;
    if (hints.keep->strength == Strength::kStrong) nearest[kStrongBody] = 0;
  }
}

std::vector<Distances> container_distances(const Layout& at) {
  std::vector<Distances> out(at.page.containers.size());
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    Distances& own = out[c];
    if (container.parent == kNone) {
      own.fill(kFar);
    } else {
      own = out[container.parent];
      for (std::uint8_t& steps : own) {
        steps = static_cast<std::uint8_t>(std::min<int>(steps + 1, kFar));
      }
    }
    for (std::size_t k = 0; k < kTagKinds.size(); ++k) {
      if (container.tag == kTagKinds[k].tag || container.tag == kTagKinds[k].or_tag) own[k] = 0;
    }
    mark_names(at.evidence.containers[c], own.data() + kTagKinds.size());
  }
  return out;
}

}  // namespace

void add_names(const Layout& at, FeatureColumns& out) {
  const std::vector<Distances> nearest = container_distances(at);
  const auto column = [&](const char* name, std::size_t k) {
    out.add_each(name, [&, k](std::size_t b) {
      const ContainerId c = at.up[0][b];
      return c == kNone ? kFar : nearest[c][k];
    });
  };
  for (std::size_t k = 0; k < kTagKinds.size(); ++k) column(kTagKinds[k].name, k);
  for (std::size_t k = 0; k < kNameKinds.size(); ++k) {
    column(kNameKinds[k].name, kTagKinds.size() + k);
  }
  column("named.body", kTagKinds.size() + kBody);
  column("named.body_strong", kTagKinds.size() + kStrongBody);
  out.add_each("named.token_strength", [&](std::size_t b) {
    const auto& token = at.evidence.blocks[b].token;
    return token ? static_cast<int>(token->strength) + 1 : 0;
  });
  out.add_each("named.inline", [&](std::size_t b) {
    const Hints& names = at.evidence.blocks[b].names;
    return names.drop ? static_cast<int>(names.drop->strength) + 1 : names.keep ? -1 : 0;
  });
}

}  // namespace tamis::score_detail
