// SPDX-License-Identifier: Apache-2.0
#include "score/feature_groups.h"
#include "score/runs.h"

#include <algorithm>
#include <array>

namespace tamis::score_detail {

namespace {

constexpr float kMarkUnits = 25;  // a mark is a line of its own, not a phrase in a paragraph

struct Kind {
  const char* name;
  LabelName label;
};
constexpr std::array kKinds = {
    Kind{"phrase.editor_note", LabelName::kEditorNote},
    Kind{"phrase.meta", LabelName::kMeta},
    Kind{"phrase.copyright", LabelName::kCopyright},
    Kind{"phrase.ui", LabelName::kUi},
    Kind{"phrase.section", LabelName::kSectionLabel},
    Kind{"phrase.share", LabelName::kShare},
    Kind{"phrase.related", LabelName::kRecLink},
    Kind{"phrase.nav", LabelName::kNav},
    Kind{"phrase.app", LabelName::kAppPromo},
    Kind{"phrase.contact", LabelName::kContact},
    Kind{"phrase.spam", LabelName::kSpam},
    Kind{"phrase.comment", LabelName::kComment},
    Kind{"phrase.caption", LabelName::kCaption},
    Kind{"phrase.tags", LabelName::kTags},
};

}  // namespace

void add_phrases(const Layout& at, FeatureColumns& out) {
  const auto strength = [&](std::size_t b, LabelName label) {
    return at.evidence.blocks[b].phrases[static_cast<std::size_t>(label)];
  };
  for (const Kind& kind : kKinds) {
    out.add_each(kind.name, [&](std::size_t b) { return strength(b, kind.label); });
  }
  out.add_each("phrase.any", [&](std::size_t b) {
    const auto& all = at.evidence.blocks[b].phrases;
    return *std::max_element(all.begin(), all.end());
  });
  out.add_each("phrase.names_line", [&](std::size_t b) {
    const auto& phrase = at.evidence.blocks[b].phrase;
    return phrase ? static_cast<int>(phrase->strength) + 1 : 0;
  });
  const auto mark = [&](LabelName label) {
    return
        [&, label](std::size_t b) { return strength(b, label) >= 2 && at.units[b] < kMarkUnits; };
  };
  add_since(at, mark(LabelName::kSectionLabel), "since.section", "until.section", out);
  add_since(at, mark(LabelName::kEditorNote), "since.editor_note", "until.editor_note", out);
  add_since(at, mark(LabelName::kCopyright), "since.copyright", "until.copyright", out);
  add_since(at, mark(LabelName::kShare), "since.share", "until.share", out);
  const auto any = [&](std::size_t b) {
    const auto& phrase = at.evidence.blocks[b].phrase;
    return phrase && phrase->strength != Strength::kWeak;
  };
  add_since(at, any, "since.phrase", "until.phrase", out);
}

}  // namespace tamis::score_detail
