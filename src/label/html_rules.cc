// SPDX-License-Identifier: Apache-2.0
// First labels of a page with a tree: phrases, then class tokens, element contexts, lists of linked
// siblings, then the place inside or outside the main text.
#include "label/draft.h"

#include <algorithm>

namespace tamis::label_detail {

namespace {

constexpr float kMostlyLinks = 0.5F;
constexpr float kListLinks = 0.35F;  // link density of a container that is a list of links
constexpr float kHeadingUnits = 30;

struct LinkedList {
  ContainerId container = kNone;
  std::uint32_t alike = 0, linked = 0;
};

// The innermost ancestor that is one of several alike, link-bearing siblings (magic-html's test,
// by equal signatures), `main` itself and what holds it left out.
LinkedList linked_list_around(const Page& page, const MainText& main, const Block& block) {
  int levels = 0;
  for (ContainerId c = block.container; c != kNone && levels < 5; ++levels) {
    const Container& at = page.blocks.containers[c];
    if (at.first <= main.first && at.last >= main.last) break;
    const bool alike = at.siblings_alike >= 4 && at.siblings_linked * 20 >= at.siblings_alike * 19;
    if (alike && at.stats.link_density() > kListLinks && at.paragraphs <= 1) {
      return {c, at.siblings_alike, at.siblings_linked};
    }
    c = at.parent;
  }
  return {};
}

bool by_phrase(const Page& page, BlockId b, Drafts& drafts) {
  const BlockEvidence& e = page.evidence[b];
  if (!e.phrase) return false;
  const Block& block = page.blocks.blocks[b];
  const bool weak = e.phrase->strength == Strength::kWeak;
  if (weak || (e.phrase->label == LabelName::kSpam && e.prose)) return false;
  if (e.phrase->strength == Strength::kMedium && e.prose && !e.token &&
      e.phrase->match != PhraseMatch::kExact && block.stats.units > 22) {
    return false;
  }
  drafts.set(b, e.phrase->label, reason_of(*e.phrase), true);
  return true;
}

bool by_token(const Page& page, BlockId b, Drafts& drafts) {
  const BlockEvidence& e = page.evidence[b];
  if (!e.token) return false;
  const Block& block = page.blocks.blocks[b];
  const LabelName name = e.token->label;
  if (name == LabelName::kCaption || name == LabelName::kMeta) {
    // An author's or a date's element holds one line, not the article.
    if (e.prose && block.stats.units > 22) return false;
    drafts.set(b, name, reason_of(*e.token), true);
    return true;
  }
  const bool strong = e.token->strength == Strength::kStrong;
  if (e.token->strength == Strength::kWeak) return false;
  // A medium token needs the text to agree: no running text, and links where it speaks of links.
  const bool links = block.stats.link_density() >= kMostlyLinks;
  const bool of_links = name == LabelName::kRecLink || name == LabelName::kNav;
  if (!strong && (e.prose || (of_links && !links))) return false;
  drafts.set(b, name, reason_of(*e.token), true);
  return true;
}

bool by_context(const Page& page, BlockId b, Drafts& drafts) {
  const Block& block = page.blocks.blocks[b];
  const auto drop = [&](LabelName name, const char* reason) {
    drafts.set(b, name, reason, true);
    return true;
  };
  if (block.context & kInNav) return drop(LabelName::kNav, "element: nav");
  if (block.context & kInFooter) return drop(LabelName::kCopyright, "element: footer");
  if (block.context & kHidden) return drop(LabelName::kUi, "element: hidden");
  if (block.context & kInForm) return drop(LabelName::kUi, "element: form");
  if ((block.context & kInAside) && !page.evidence[b].prose) {
    return drop(LabelName::kRecLink, "element: aside");
  }
  return false;
}

bool by_list(const Page& page, const MainText& main, BlockId b, Drafts& drafts) {
  const LinkedList list = linked_list_around(page, main, page.blocks.blocks[b]);
  if (list.container == kNone) return false;
  const bool before = b < main.first;
  drafts.set(b, before ? LabelName::kNav : LabelName::kRecLink,
             "structure: " + std::to_string(list.alike) + " alike siblings, " +
                 std::to_string(list.linked) + " with links",
             true);
  return true;
}

void outside(const Page& page, const MainText& main, BlockId b, Drafts& drafts) {
  const Block& block = page.blocks.blocks[b];
  if (block.date_only) return drafts.set(b, LabelName::kMeta, "structure: a date alone", false);
  const bool linked = block.stats.link_density() >= kMostlyLinks;
  const LabelName name = b < main.first                              ? LabelName::kNav
                         : linked                                    ? LabelName::kRecLink
                         : page.evidence[b].prose || block.truncated ? LabelName::kDigestText
                                                                     : LabelName::kUi;
  drafts.set(b, name, "place: outside the main text", false);
}

void inside(const Page& page, BlockId b, Drafts& drafts) {
  const Block& block = page.blocks.blocks[b];
  const BlockEvidence& e = page.evidence[b];
  const bool cell = block.context & kInTable;  // a timetable is full of times
  if (block.date_only && !cell) {
    return drafts.set(b, LabelName::kMeta, "structure: a date alone", true);
  }
  if (block.context & kInFigure) {
    return drafts.set(b, LabelName::kCaption, "element: figure", true);
  }
  if (block.context & kInLink && !(block.context & kInHeading) && !e.prose) {
    return drafts.set(b, LabelName::kRecLink, "structure: nothing but a link", false);
  }
  if (block.stats.link_density() >= 0.6F && block.stats.links >= 3 && !e.prose) {
    return drafts.set(b, LabelName::kNav, "structure: a row of links", false);
  }
  const bool heading = (block.context & kInHeading) || ((block.context & kBold) && !e.prose);
  if (heading && block.stats.units <= kHeadingUnits) {
    return drafts.set(b, LabelName::kHeading, "structure: a heading", false);
  }
  drafts.set(b, LabelName::kBody, e.prose ? "prose in the main text" : "place: in the main text",
             false);
}

}  // namespace

void label_tree(const Page& page, const MainText& main, Drafts& drafts) {
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    if (drafts.is_set(b)) continue;
    if (by_phrase(page, b, drafts) || by_token(page, b, drafts) || by_context(page, b, drafts) ||
        by_list(page, main, b, drafts)) {
      continue;
    }
    if (b >= main.first && b < main.last) {
      inside(page, b, drafts);
    } else {
      outside(page, main, b, drafts);
    }
  }
}

}  // namespace tamis::label_detail
