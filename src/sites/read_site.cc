// SPDX-License-Identifier: Apache-2.0
// What the rule of a site says of one page: elements that its selectors match, to blocks.
#include "base/utf8.h"
#include "sites/rule_body.h"
#include "tamis/sites.h"

#include <algorithm>
#include <utility>

namespace tamis {
namespace {

using sites::Entry;
using sites::Key;

constexpr std::size_t kMaxValue = 2000;  // bytes of a title, date or author
constexpr std::size_t kMaxAuthors = 20;

// What an element says: <time datetime>, <meta content>, else its text.
std::string value_of(const Tree& tree, NodeId element) {
  for (const AttributeName name : {AttributeName::kDatetime, AttributeName::kContent})
    if (const std::string_view value = base::trim(tree.attribute(element, name)); !value.empty())
      return base::collapse_space(value.substr(0, kMaxValue));
  std::string text;
  for (NodeId node = element; node < tree.nodes[element].end && text.size() < kMaxValue; ++node) {
    if (tree.is_text(node)) {
      text += tree.text(node).substr(0, kMaxValue);
    } else if (!is_inline(tree.nodes[node].tag)) {
      text += ' ';
    }
  }
  return base::collapse_space(text);
}

// Blocks [first, last): those that stand in an element as a whole.
struct Span {
  BlockId first, last;
  std::uint32_t parts;  // blocks beside them that only a part of is in the element

  std::uint32_t size() const { return last - first; }
};

class Reading {
 public:
  Reading(const SiteRule& rule, const Tree& tree, const Blocks& blocks)
      : rule_(rule), tree_(tree), blocks_(blocks.blocks), found_(rule.body->matcher.match(tree)) {
    out_.file = rule.file;
    out_.verdicts.resize(blocks_.size());
  }

  SiteReading run() {
    const std::vector<Entry>& entries = rule_.body->entries;
    count_uses();
    // The later has the last word.
    for (std::size_t e = 0; e < entries.size(); ++e)
      if (entries[e].key == Key::kKeep) keep(e);
    leave_outside();
    for (std::size_t e = 0; e < entries.size(); ++e)
      if (entries[e].key == Key::kCutBefore || entries[e].key == Key::kCutAfter) cut(e);
    for (std::size_t e = 0; e < entries.size(); ++e)
      if (entries[e].key == Key::kDrop) mark(e, SiteCall::kDrop);
    count_overridden();
    for (std::size_t e = 0; e < entries.size(); ++e) name_facts(e);
    return std::move(out_);
  }

 private:
  Span span_of(NodeId element) const {
    const NodeId end = tree_.nodes[element].end;
    const auto before = [](const Block& block, NodeId node) { return block.first_node < node; };
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), element, before);
    auto last = std::lower_bound(first, blocks_.end(), end, before);
    std::uint32_t parts = 0;
    if (first != blocks_.begin() && std::prev(first)->last_node > element) ++parts;
    // Only the last one that begins in the element can reach out of it.
    if (last != first && std::prev(last)->last_node >= end) --last, ++parts;
    return {static_cast<BlockId>(first - blocks_.begin()),
            static_cast<BlockId>(last - blocks_.begin()), parts};
  }

  // Elements in others that the selector matches too add nothing.
  template <class Use>
  void each_outer_span(std::size_t entry, Use use) const {
    NodeId covered = 0;
    for (const NodeId element : found_[entry]) {
      if (element < covered) continue;
      covered = tree_.nodes[element].end;
      use(span_of(element));
    }
  }

  void count_uses() {
    const std::vector<Entry>& entries = rule_.body->entries;
    for (std::size_t e = 0; e < entries.size(); ++e) {
      SelectorUse use;
      use.key = sites::kKeyNames[static_cast<std::size_t>(entries[e].key)];
      use.selector = entries[e].text;
      use.line = entries[e].line;
      use.elements = static_cast<std::uint32_t>(found_[e].size());
      each_outer_span(e, [&](const Span& span) {
        use.blocks += span.size();
        use.parts += span.parts;
      });
      out_.uses.push_back(std::move(use));
    }
  }

  void mark(std::size_t entry, SiteCall call) {
    const std::uint32_t line = rule_.body->entries[entry].line;
    each_outer_span(entry, [&](const Span& span) {
      for (BlockId n = span.first; n < span.last; ++n)
        if (out_.verdicts[n].call != call) out_.verdicts[n] = {call, line};
    });
  }

  void keep(std::size_t entry) {
    const std::uint32_t line = rule_.body->entries[entry].line;
    each_outer_span(entry, [&](const Span& span) {
      for (BlockId n = span.first; n < span.last; ++n)
        if (out_.verdicts[n].call == SiteCall::kSilent) out_.verdicts[n] = {SiteCall::kKeep, line};
    });
    for (const NodeId element : found_[entry])
      if (const Span span = span_of(element); span.size() == 1)
        out_.verdicts[span.first] = {SiteCall::kText, line};
  }

  // What no keep selector names is not the text, if any names something.
  void leave_outside() {
    std::uint32_t line = 0, blocks = 0;
    for (const SelectorUse& use : out_.uses) {
      if (use.key != "keep") continue;
      if (line == 0) line = use.line;
      blocks += use.blocks;
    }
    if (line == 0) return;
    if (blocks == 0) {
      out_.warning = "site rule " + out_.reason(line) + ": keep matches nothing on this page";
      return;
    }
    out_.decides_text = true;
    for (SiteVerdict& verdict : out_.verdicts)
      if (verdict.call == SiteCall::kSilent) verdict = {SiteCall::kOutside, line};
  }

  void cut(std::size_t entry) {
    if (found_[entry].empty()) return;
    out_.decides_text = true;
    const NodeId element = found_[entry].front(), end = tree_.nodes[element].end;
    const bool before = rule_.body->entries[entry].key == Key::kCutBefore;
    for (std::size_t n = 0; n < blocks_.size(); ++n)
      if (before ? blocks_[n].last_node < element : blocks_[n].first_node >= end)
        out_.verdicts[n] = {SiteCall::kOutside, rule_.body->entries[entry].line};
  }

  void count_overridden() {
    for (std::size_t e = 0; e < out_.uses.size(); ++e) {
      if (rule_.body->entries[e].key != Key::kKeep) continue;
      each_outer_span(e, [&](const Span& span) {
        for (BlockId n = span.first; n < span.last; ++n) {
          const SiteCall call = out_.verdicts[n].call;
          out_.uses[e].overridden += call == SiteCall::kDrop || call == SiteCall::kOutside ? 1 : 0;
        }
      });
    }
  }

  // The first selector of a key that finds something is the one that counts.
  void name_facts(std::size_t entry) {
    const Entry& from = rule_.body->entries[entry];
    switch (from.key) {
      case Key::kTitle:
        if (!out_.title) out_.title = first_claim(entry);
        break;
      case Key::kDate:
        if (!out_.date) out_.date = first_claim(entry);
        break;
      case Key::kAuthor:
        if (out_.authors.empty()) out_.authors = claims(entry, kMaxAuthors);
        break;
      default: break;
    }
  }

  std::optional<Claim> first_claim(std::size_t entry) {
    std::vector<Claim> found = claims(entry, 1);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  }

  std::vector<Claim> claims(std::size_t entry, std::size_t most) {
    const Entry& from = rule_.body->entries[entry];
    std::vector<Claim> out;
    NodeId covered = 0;
    for (const NodeId element : found_[entry]) {
      if (out.size() == most) break;
      if (element < covered) continue;
      std::string value = value_of(tree_, element);
      if (value.empty()) continue;
      covered = tree_.nodes[element].end;
      name_blocks(element, from);
      out.push_back({std::move(value), out_.reason(from.line), true});
    }
    return out;
  }

  void name_blocks(NodeId element, const Entry& from) {
    const Span span = span_of(element);
    if (from.key != Key::kTitle) {
      for (BlockId n = span.first; n < span.last; ++n)
        out_.verdicts[n] = {SiteCall::kMeta, from.line};
    } else if (span.size() > 0) {
      out_.title_block = span.first;
      out_.verdicts[span.first] = {SiteCall::kTitle, from.line};
    }
  }

  const SiteRule& rule_;
  const Tree& tree_;
  const std::vector<Block>& blocks_;
  std::vector<std::vector<NodeId>> found_;
  SiteReading out_;
};

}  // namespace

SiteReading read_site(const SiteRule& rule, const Tree& tree, const Blocks& blocks) {
  return Reading(rule, tree, blocks).run();
}

std::string SiteReading::reason(std::uint32_t line) const {
  return file + ":" + std::to_string(line);
}

}  // namespace tamis
