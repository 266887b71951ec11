// SPDX-License-Identifier: Apache-2.0
#include "segment/containers.h"

#include "base/hash.h"
#include "base/tokens.h"
#include "segment/names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>

namespace tamis::segment_detail {

namespace {

constexpr float kParagraphUnits = 20;
constexpr float kMostHidden = 0.5F;
constexpr float kPageForm = 0.5F;  // a form with this share of the page's text is the page itself

// Class words that differ between siblings of one list.
bool varies(std::string_view token) {
  for (const std::string_view word :
       {"first", "last", "odd", "even", "active", "current", "on", "hover", "selected", "cur"}) {
    if (token == word) return true;
  }
  return token.size() == 1;
}

std::string first_word(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(value.substr(begin, value.find_first_of(" \t\n", begin) - begin));
}

std::uint64_t class_hash(std::string_view names) {
  std::uint64_t hash = 1;
  base::each_token(names, [&](std::string_view token) {
    if (token != "|" && !varies(token)) hash = base::hash64(token, hash);
  });
  return hash;
}

std::uint32_t tag_context(Tag tag) {
  switch (tag) {
    case Tag::kLi:
    case Tag::kDd:
    case Tag::kDt: return kInList;
    case Tag::kTd:
    case Tag::kTh: return kInTable;
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6: return kInHeading;
    case Tag::kBlockquote: return kInQuote;
    case Tag::kPre: return kInPre;
    case Tag::kFigure:
    case Tag::kFigcaption:
    case Tag::kCaption: return kInFigure;
    case Tag::kForm:
    case Tag::kButton:
    case Tag::kLabel:
    case Tag::kFieldset: return kInForm;
    case Tag::kNav:
    case Tag::kMenu: return kInNav;
    case Tag::kAside: return kInAside;
    case Tag::kHeader: return kInHeader;
    case Tag::kFooter: return kInFooter;
    case Tag::kArticle: return kInArticle;
    case Tag::kMain: return kInMain;
    default: return 0;
  }
}

std::uint32_t role_context(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar") return kInNav;
  if (role == "complementary") return kInAside;
  if (role == "banner") return kInHeader;
  if (role == "contentinfo") return kInFooter;
  if (role == "article") return kInArticle;
  if (role == "main") return kInMain;
  return 0;
}

bool says_hidden(std::string_view style) {
  const std::size_t display = style.find("display");
  if (display == std::string_view::npos) return false;
  const std::size_t value = style.find_first_not_of(" :", display + 7);
  return value != std::string_view::npos && style.substr(value, 4) == "none";
}

// A number without sign, as "start" and the spans have it; none when it is not one.
std::optional<std::uint32_t> number_of(std::string_view value) {
  constexpr std::uint32_t kMost = 99'999'999;  // a list number of markdown has at most nine digits
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end == value.data() || number > kMost) return std::nullopt;
  return number;
}

std::uint16_t span_of(const Tree& tree, NodeId cell, AttributeName name) {
  constexpr std::uint32_t kMost = 1000;  // HTML's own limit for columns
  const std::uint32_t span = number_of(tree.attribute(cell, name)).value_or(1);
  return static_cast<std::uint16_t>(std::clamp<std::uint32_t>(span, 1, kMost));
}

// Siblings of one signature need not stand side by side: adverts stand between teasers.
void count_alike(Blocks& page) {
  struct Group {
    std::uint32_t alike = 0, linked = 0;
  };
  std::unordered_map<std::uint64_t, Group> groups;
  const auto key = [](const Container& c) { return c.signature * 0x9E3779B97F4A7C15U + c.parent; };
  for (const Container& c : page.containers) {
    Group& group = groups[key(c)];
    ++group.alike;
    group.linked += c.stats.links > 0 ? 1 : 0;
  }
  for (Container& c : page.containers) {
    const Group& group = groups[key(c)];
    c.siblings_alike = group.alike;
    c.siblings_linked = group.linked;
  }
}

// Pages that scripts unveil hide all of their text at first: then nothing of it counts as hidden.
void show_hidden(Blocks& page) {
  float hidden = 0, all = 0;
  for (const Block& block : page.blocks) {
    if (block.container == kNone) continue;
    all += block.stats.units;
    if (page.containers[block.container].context & kHidden) hidden += block.stats.units;
  }
  if (hidden <= kMostHidden * all) return;
  for (Container& c : page.containers) c.context &= ~kHidden;
}

}  // namespace

std::uint32_t context_of(const Tree& tree, NodeId element) {
  std::uint32_t bits = tag_context(tree.nodes[element].tag);
  const Node& node = tree.nodes[element];
  for (std::uint32_t i = 0; i < node.size; ++i) {
    const Attribute& attribute = tree.attributes[node.begin + i];
    const std::string_view value =
        std::string_view(tree.strings).substr(attribute.begin, attribute.size);
    const AttributeName name = attribute.name;
    if (name == AttributeName::kRole) bits |= role_context(value);
    if (name == AttributeName::kItemprop && value == "articleBody") bits |= kInArticle;
    if ((name == AttributeName::kHidden && value != "until-found") ||
        (name == AttributeName::kAriaHidden && value == "true") ||
        (name == AttributeName::kStyleAttr && says_hidden(value))) {
      bits |= kHidden;
    }
  }
  return bits;
}

void ContainerStack::open(NodeId element) {
  Open level;
  level.element = element;
  const Tag tag = tree_.nodes[element].tag;
  if (tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kTh) {
    if (tag != Tag::kLi) {
      level.columns = span_of(tree_, element, AttributeName::kColspan);
      level.rows = span_of(tree_, element, AttributeName::kRowspan);
    }
    if (!open_.empty()) {
      level.position = open_.back().next;
      open_.back().next += level.columns;
    }
  } else if (tag == Tag::kOl) {
    level.next = number_of(tree_.attribute(element, AttributeName::kStart)).value_or(1);
  }
  open_.push_back(level);
}

ContainerId ContainerStack::close() {
  const ContainerId container = open_.back().container;
  open_.pop_back();
  if (container == kNone) return kNone;
  out_.containers[container].end = static_cast<ContainerId>(out_.containers.size());
  out_.containers[container].last = static_cast<BlockId>(out_.blocks.size());
  return container;
}

Container ContainerStack::make(const Open& level, ContainerId parent) const {
  const NodeId element = level.element;
  Container made;
  made.parent = parent;
  made.position = level.position;
  made.columns = level.columns;
  made.rows = level.rows;
  made.tag = tree_.nodes[element].tag;
  made.context = context_of(tree_, element);
  made.first = static_cast<BlockId>(out_.blocks.size());
  if (parent != kNone) {
    made.depth = out_.containers[parent].depth + 1;
    made.context |= out_.containers[parent].context;
  }
  // A header inside the article is the article's head, not the site's.
  if (made.tag == Tag::kHeader && (made.context & kInArticle)) made.context &= ~kInHeader;
  const std::string_view klass = tree_.attribute(element, AttributeName::kClass);
  const std::string_view id = tree_.attribute(element, AttributeName::kId);
  append_names(klass, made.names);
  append_names(id, made.names);
  made.path_step = tag_name(made.tag);
  const std::string mark = first_word(klass.empty() ? id : klass).substr(0, 60);
  if (!mark.empty()) made.path_step += (klass.empty() ? '#' : '.') + mark;
  std::string names;
  append_names(klass, names);
  made.signature = base::hash64(tag_name(made.tag), class_hash(names));
  return made;
}

ContainerId ContainerStack::materialise() {
  ContainerId parent = kNone;
  for (Open& level : open_) {
    if (level.container == kNone) {
      level.container = static_cast<ContainerId>(out_.containers.size());
      out_.containers.push_back(make(level, parent));
    }
    parent = level.container;
  }
  return parent;
}

void finish_containers(Blocks& page) {
  for (const Block& block : page.blocks) {
    if (block.container == kNone) continue;
    Container& own = page.containers[block.container];
    own.stats.add(block.stats);
    own.paragraphs += block.ends_sentence && block.stats.units >= kParagraphUnits ? 1 : 0;
  }
  for (auto c = static_cast<ContainerId>(page.containers.size()); c-- > 0;) {
    const Container& from = page.containers[c];
    if (from.parent == kNone) continue;
    page.containers[from.parent].stats.add(from.stats);
    page.containers[from.parent].paragraphs += from.paragraphs;
  }
  const float total = page.containers.empty() ? 0 : page.containers[0].stats.units;
  for (Container& c : page.containers) {
    // ASP.NET wraps whole pages in one form.
    if ((c.context & kInForm) && c.tag == Tag::kForm && c.stats.units > kPageForm * total) {
      for (auto inner = static_cast<ContainerId>(&c - page.containers.data()); inner < c.end;
           ++inner) {
        page.containers[inner].context &= ~kInForm;
      }
    }
  }
  show_hidden(page);
  count_alike(page);
  for (Block& block : page.blocks) {
    if (block.container != kNone) block.context |= page.containers[block.container].context;
  }
}

}  // namespace tamis::segment_detail
