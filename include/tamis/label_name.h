// SPDX-License-Identifier: Apache-2.0
// The labels a block can have. Rules name them, label gives them, records carry them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tamis {

// The first seven are the article's. X(enumerator, name); the names are the records' and the
// rules'.
// clang-format off
#define TAMIS_LABELS(X) \
  X(kTitle, "title") X(kHeading, "heading") X(kBody, "body") X(kCaption, "caption") \
  X(kMeta, "meta") X(kEditorNote, "editor-note") X(kTags, "tags") \
  X(kDigestTitle, "digest-title") X(kDigestText, "digest-text") X(kDigestMeta, "digest-meta") \
  X(kRecLink, "rec-link") X(kRanking, "ranking") X(kSectionLabel, "section-label") \
  X(kSpam, "spam") X(kShare, "share") X(kUi, "ui") X(kContact, "contact") \
  X(kCopyright, "copyright") X(kNav, "nav") X(kSelfRef, "self-ref") X(kAppPromo, "app-promo") \
  X(kComment, "comment") X(kTemplate, "template")
// clang-format on

#define TAMIS_ENUMERATOR(enumerator, name) enumerator,
enum class LabelName : std::uint8_t { TAMIS_LABELS(TAMIS_ENUMERATOR) };
#undef TAMIS_ENUMERATOR
inline constexpr int kLabelCount = 23;

const char* label_name(LabelName label);
std::optional<LabelName> label_from_name(std::string_view name);

// kHeading and kBody: what `text` is made of.
bool is_kept(LabelName label);

}  // namespace tamis
