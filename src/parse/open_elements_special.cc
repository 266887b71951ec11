// SPDX-License-Identifier: Apache-2.0
// Formatting elements (reconstruction, the adoption agency), tables, and foreign content.
#include "parse/open_elements.h"

#include <algorithm>

namespace tamis::parsing {

namespace {
constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);
constexpr int kOuterRounds = 8, kInnerRounds = 3, kEqualFormats = 3;
}  // namespace

// Opens again what a block has closed without its end tag: the entries after the last open one.
void OpenElements::reconstruct() {
  if (formats_.empty() || formats_.back().serial == 0) return;
  std::size_t first = formats_.size();
  while (first > 0 && formats_[first - 1].serial != 0 &&
         find_open(formats_[first - 1].serial) == kNotFound) {
    --first;
  }
  for (; first < formats_.size(); ++first) {
    push({formats_[first].element});
    formats_[first].serial = serial_;
  }
}

// The list holds at most three equal elements after the last marker ("Noah's Ark").
void OpenElements::add_format(const StartTag& tag) {
  int equal = 0;
  std::size_t earliest = kNotFound;
  for (std::size_t i = formats_.size(); i-- > 0 && formats_[i].serial != 0;) {
    if (formats_[i].element != tag.element || formats_[i].hash != tag.hash) continue;
    ++equal;
    earliest = i;
  }
  steps_ += formats_.size();
  if (equal >= kEqualFormats)
    formats_.erase(formats_.begin() + static_cast<std::ptrdiff_t>(earliest));
  formats_.push_back({tag.element, serial_, tag.hash});
}

void OpenElements::clear_formats() {
  while (!formats_.empty()) {
    const bool marker = formats_.back().serial == 0;
    formats_.pop_back();
    if (marker) return;
  }
}

std::size_t OpenElements::find_format(ElementId element) const {
  for (std::size_t i = formats_.size(); i-- > 0 && formats_[i].serial != 0;) {
    if (formats_[i].element == element) return i;
  }
  return kNotFound;
}

void OpenElements::adopt(ElementId element) {
  if (stack_.back().element == element && !stack_.back().foreign()) {
    const std::size_t format = find_format(element);
    if (format == kNotFound || formats_[format].serial != stack_.back().serial) return pop();
  }
  for (int round = 0; round < kOuterRounds; ++round) {
    if (!adopt_once(element)) return;
  }
}

// One round of the adoption agency (13.2.6.4.7), on the stack only. True: there may be another.
bool OpenElements::adopt_once(ElementId element) {
  steps_ += stack_.size() + formats_.size();
  const std::size_t format = find_format(element);
  if (format == kNotFound) {
    end_other(element);
    return false;
  }
  const auto erase_format = [&](std::size_t index) {
    formats_.erase(formats_.begin() + static_cast<std::ptrdiff_t>(index));
  };
  const std::size_t open = find_open(formats_[format].serial);
  if (open == kNotFound) {
    erase_format(format);
    return false;
  }
  std::size_t furthest = open + 1;
  while (furthest < stack_.size() && !stack_[furthest].special()) ++furthest;
  for (std::size_t i = open + 1; i < stack_.size(); ++i) {
    if (stack_[i].bounds_scope()) return false;  // not in scope: the tag is ignored
  }
  if (furthest == stack_.size()) {
    pop_to_size(open);
    erase_format(format);
    return false;
  }
  // Between the two only formatting elements stay open, and of these the three innermost.
  int inner = 0;
  for (std::size_t i = furthest; i-- > open + 1;) {
    const std::uint32_t serial = stack_[i].serial;
    steps_ += formats_.size();
    const auto entry = std::find_if(formats_.begin(), formats_.end(),
                                    [&](const Format& f) { return f.serial == serial; });
    if (entry == formats_.end() || ++inner > kInnerRounds) {
      erase(i);
      --furthest;
      if (entry != formats_.end()) formats_.erase(entry);
    } else {
      ++nodes_;  // replaced by a copy
    }
  }
  // The formatting element moves below the furthest block, and takes over its children.
  steps_ += stack_[furthest].children;
  Open moved = stack_[open];
  moved.serial = ++serial_;
  moved.children = stack_[furthest].children;
  stack_[furthest].children = 1;
  ++nodes_;
  const std::size_t entry = find_format(element);
  if (entry != kNotFound) formats_[entry].serial = moved.serial;
  stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(furthest + 1), moved);
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(open));
  return true;
}

// Caption, columns, row groups, rows and cells of the innermost table; <table> inside the parts of
// another one that take no content ends that one.
OpenElements::Effect OpenElements::start_table_part(const StartTag& tag) {
  const ElementId element = tag.element;
  const bool cell = element == element::kTd || element == element::kTh;
  const bool row = element == element::kTr;
  std::size_t keep = kNotFound;  // the element that the new one goes into
  for (std::size_t i = stack_.size(); i-- > 1 && keep == kNotFound;) {
    const Open& open = stack_[i];
    if (open.foreign()) continue;
    const bool group = open.element == element::kTbody || open.element == element::kThead ||
                       open.element == element::kTfoot;
    if (element == element::kTable) {
      const bool content = open.element == element::kTd || open.element == element::kTh ||
                           open.element == element::kCaption || open.element == element::kTemplate;
      if (content) return Effect::kNone;
      if (open.element == element::kTable) pop_to_size(i);
      if (stack_.size() == i) return Effect::kNone;
      continue;
    }
    if (open.element == element::kTable || open.element == element::kTemplate) keep = i;
    if (cell && open.element == element::kTr) keep = i;
    if ((cell || row) && group) keep = i;
    if (element == element::kCol && open.element == element::kColgroup) keep = i;
  }
  if (element == element::kTable || keep == kNotFound) return Effect::kNone;
  pop_to_size(keep + 1);
  const bool in_table = stack_.back().element == element::kTable;
  if ((cell || row) && in_table) push({element::kTbody});
  if (cell && stack_.back().element != element::kTr) push({element::kTr});
  if (element == element::kCol) {
    if (in_table) push({element::kColgroup});
    add_child();
    return Effect::kNone;
  }
  push(tag);
  if (traits_of(element) & kMarker) formats_.push_back({element, 0, 0});
  return Effect::kOpened;
}

void OpenElements::end_table_part(ElementId element) {
  if (element < element::kCount && counts_[element] == 0) return;
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (stack_[i].foreign()) continue;
    if (stack_[i].element == element) return pop_to_size(i);
    if (stack_[i].element == element::kTable || stack_[i].element == element::kTemplate) return;
  }
}

namespace {
bool is_integration_point(const StartTag& tag, Space space) {
  const bool svg = tag.element == element::kForeignObject || tag.element == element::kDesc ||
                   tag.element == element::kTitle;
  if (space == Space::kSvg) return svg;
  return tag.html_annotation || (!svg && traits_of(tag.element) & kIntegration);
}
}  // namespace

OpenElements::Effect OpenElements::start_foreign(const StartTag& tag) {
  const bool breaks_out =
      traits_of(tag.element) & kBreakout || (tag.element == element::kFont && tag.styled_font);
  if (breaks_out) {
    do pop();
    while (stack_.back().foreign() && !stack_.back().integration);
    return in_select() ? start_in_select(tag) : start_html(tag);
  }
  if (tag.self_closing) {
    add_child();
    return Effect::kNone;
  }
  const Space space = stack_.back().space;
  push(tag, space, is_integration_point(tag, space));
  return Effect::kOpened;
}

// Closes a foreign element of that name; one that no foreign element has is HTML's.
void OpenElements::end_foreign(ElementId element) {
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (!stack_[i].foreign()) return end_html(element);
    if (stack_[i].element == element) return pop_to_size(i);
  }
}

}  // namespace tamis::parsing
