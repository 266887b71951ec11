// SPDX-License-Identifier: Apache-2.0
#include "evidence/gathering.h"

#include "base/utf8.h"
#include "evidence/tokens.h"

#include <algorithm>

namespace tamis::evidence_detail {

namespace {

constexpr float kProseUnits = 12, kLongProseUnits = 30;
constexpr float kProseLinks = 0.4F;
constexpr float kLongestTeaser = 60;
constexpr std::size_t kCanonicalLimit = 1200;  // bytes read for titles and repeats
constexpr float kShortLine = 22;   // units: a medium phrase at the start of more is not the line
constexpr float kStrongLine = 60;  // the same for a strong one; disclaimers are long
constexpr float kDisclaimer = 200;

bool is_prose(const Block& block, bool from_text) {
  const TextStats& s = block.stats;
  // Text is cut for teasers; only plain text has long ones without a list around them to tell.
  const bool teaser = block.truncated && (from_text || s.units < kLongestTeaser);
  if (s.link_density() > kProseLinks || teaser || block.date_only) return false;
  return (block.ends_sentence && s.units >= kProseUnits) ||
         (s.units >= kLongProseUnits && s.punctuation >= 2);
}

// How long a line may be for a phrase to name it.
float reach(const PhraseHit& hit) {
  if (hit.match == PhraseMatch::kExact) return kStrongLine;
  const bool strong = hit.strength == Strength::kStrong;
  if (hit.match == PhraseMatch::kContains) {
    return hit.label == LabelName::kCopyright && strong ? kDisclaimer
           : strong                                     ? kStrongLine
                                                        : kShortLine;
  }
  if (hit.label == LabelName::kCopyright) return strong ? kDisclaimer : kStrongLine;
  if (hit.label == LabelName::kDigestText) return kDisclaimer;
  if (hit.strength == Strength::kWeak) return 12;
  return strong ? kStrongLine : kShortLine;
}

// Behind "發(": the end of the bracket when it holds a reading like "fā", else 0.
std::size_t annotation_end(std::string_view text, std::size_t at) {
  for (int letters = 0; at < text.size() && letters < 9; ++letters) {
    const char32_t c = base::next_code_point(text, at);
    if (c == ')') return letters > 0 ? at : 0;
    if (!((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0x1DC))) return 0;
  }
  return 0;
}

void read_phrases(const Block& block, const Rules& rules, BlockEvidence& out) {
  for (const PhraseHit& hit : rules.match_phrases(without_annotations(block.text))) {
    std::uint8_t& strongest = out.phrases[static_cast<std::size_t>(hit.label)];
    strongest = std::max(strongest, static_cast<std::uint8_t>(static_cast<int>(hit.strength) + 1));
    if (hit.match == PhraseMatch::kPrefixBody) {
      out.dateline = true;
    } else if (!out.phrase && block.stats.units <= reach(hit) &&
               hit.label != LabelName::kDigestText) {
      out.phrase = hit;
    }
  }
  // A dateline speaks for the paragraph, except against a strong phrase.
  if (out.dateline && out.phrase && out.phrase->strength != Strength::kStrong) out.phrase.reset();
}

// A hint on an element that holds most of the page's prose or text is a fault of its class names.
bool holds_the_page(const Blocks& page, const Container& at, float all_prose, float own_prose) {
  if (at.parent == kNone || own_prose > 0.75F * all_prose) return true;
  const TextStats& all = page.containers[0].stats;
  const float own_text = at.stats.units - at.stats.link_units;
  return (own_prose > 0.4F * all_prose && at.paragraphs >= 2) ||
         own_text > 0.5F * (all.units - all.link_units);
}

}  // namespace

std::string without_annotations(std::string_view text) {
  if (text.find('(') == std::string_view::npos) return std::string(text);
  std::string out;
  bool after_han = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = base::next_code_point(text, at);
    if (c == '(' && after_han) {
      if (const std::size_t end = annotation_end(text, at); end > 0) {
        at = end;
        continue;
      }
    }
    after_han = base::is_han(c);
    out.append(text, begin, at - begin);
  }
  return out;
}

std::string canonical_line(std::string_view text) {
  const std::string plain = without_annotations(text.substr(0, kCanonicalLimit));
  std::string out;
  out.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(plain, at)));
    if (base::is_letter_or_digit(c)) base::append_utf8(out, c);
  }
  return out;
}

Page gather(const Blocks& blocks, const Head& head, const Rules& rules) {
  Page page{blocks, head, rules, std::vector<BlockEvidence>(blocks.blocks.size()), {}};
  std::vector<float> prose(blocks.blocks.size() + 1, 0);
  for (BlockId b = 0; b < blocks.blocks.size(); ++b) {
    const Block& block = blocks.blocks[b];
    BlockEvidence& e = page.evidence[b];
    e.prose = is_prose(block, blocks.from_text);
    e.canonical = canonical_line(block.text);
    prose[b + 1] = prose[b] + (e.prose ? block.stats.units : 0);
    read_phrases(block, rules, e);
    e.names = hints_of(block.names, rules);
    e.token = e.names.drop;
    if (e.token && (e.prose || e.token->strength != Strength::kStrong)) e.token.reset();
  }
  page.hints.reserve(blocks.containers.size());
  // Each container's hint reaches its blocks; an inner, stronger one wins.
  for (ContainerId c = 0; c < blocks.containers.size(); ++c) {
    const Container& container = blocks.containers[c];
    const Hints& hints = page.hints.emplace_back(hints_of(container.names, rules));
    // A quoted post ("twitter-tweet") is quoted text, not a share bar.
    if (container.tag == Tag::kBlockquote) continue;
    if (!hints.drop) continue;
    const float own = prose[container.last] - prose[container.first];
    const bool whole = holds_the_page(blocks, container, prose.back(), own);
    for (BlockId b = container.first; b < container.last; ++b) {
      BlockEvidence& e = page.evidence[b];
      if (!whole && (!e.token || hints.drop->strength >= e.token->strength)) {
        e.token = hints.drop;
        e.token_at = c;
      }
    }
  }
  find_teaser_runs(page);
  return page;
}

}  // namespace tamis::evidence_detail
