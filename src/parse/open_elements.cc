// SPDX-License-Identifier: Apache-2.0
// Start and end tags outside tables, formatting and foreign content.
#include "parse/open_elements.h"

namespace tamis::parsing {

namespace {
constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);
}  // namespace

bool OpenElements::Open::special() const {
  if (!foreign()) return traits_of(element) & kSpecial;
  const bool svg =
      element == element::kForeignObject || element == element::kDesc || element == element::kTitle;
  if (space == Space::kSvg) return svg;
  return !svg && (traits_of(element) & kIntegration || element == element::kAnnotationXml);
}

bool OpenElements::Open::bounds_scope() const {
  return foreign() ? special() : (traits_of(element) & kScope) != 0;
}

OpenElements::OpenElements() {
  push({element::kHtml});
  push({element::kBody});
}

void OpenElements::add_child() {
  ++nodes_;
  ++stack_.back().children;
}

void OpenElements::push(const StartTag& tag, Space space, bool integration) {
  const bool foreign = space != Space::kHtml;
  if (!stack_.empty()) add_child();
  if (tag.element == element::kTemplate && !foreign) ++hidden_;
  if (foreign && !stack_.back().foreign()) ++hidden_;
  stack_.push_back({tag.element, space, integration, ++serial_, 0});
  if (!foreign && tag.element < element::kCount) ++counts_[tag.element];
}

void OpenElements::uncount(const Open& open) {
  if (!open.foreign() && open.element < element::kCount) --counts_[open.element];
}

void OpenElements::pop() {
  const Open open = stack_.back();
  stack_.pop_back();
  uncount(open);
  if (open.foreign()) {
    hidden_ -= !stack_.back().foreign();
  } else if (traits_of(open.element) & kMarker) {
    hidden_ -= open.element == element::kTemplate;
    clear_formats();
  }
}

void OpenElements::pop_to_size(std::size_t size) {
  steps_ += stack_.size() - size;
  while (stack_.size() > size) pop();
}

// Formatting elements, forms and what stands between them: nothing that is hidden or a marker.
void OpenElements::erase(std::size_t index) {
  uncount(stack_[index]);
  steps_ += stack_.size() - index;
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
}

std::size_t OpenElements::find_open(std::uint32_t serial) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].serial == serial) {
      steps_ += stack_.size() - i;
      return i;
    }
  }
  steps_ += stack_.size();
  return kNotFound;
}

std::size_t OpenElements::find_in_scope(ElementId element, ElementId extra_bound) {
  if (element < element::kCount && counts_[element] == 0) return kNotFound;
  for (std::size_t i = stack_.size(); i-- > 1;) {
    const Open& open = stack_[i];
    if (open.element == element && !open.foreign()) return i;
    if (open.bounds_scope()) break;
    if (open.element == extra_bound) break;
  }
  return kNotFound;
}

void OpenElements::close_through(ElementId element, ElementId extra_bound) {
  const std::size_t found = find_in_scope(element, extra_bound);
  if (found != kNotFound) pop_to_size(found);
}

void OpenElements::close_p() {
  if (counts_[element::kP] > 0) close_through(element::kP, element::kButton);
}

void OpenElements::pop_implied(ElementId except) {
  while (traits_of(stack_.back().element) & kImplied && stack_.back().element != except) pop();
}

bool OpenElements::in_select() const {
  if (counts_[element::kSelect] == 0) return false;
  for (std::size_t i = stack_.size(); i-- > 1;) {
    const ElementId open = stack_[i].element;
    if (open == element::kSelect) return !stack_[i].foreign();
    if (open != element::kOption && open != element::kOptgroup) return false;
  }
  return false;
}

OpenElements::Effect OpenElements::start(const StartTag& tag) {
  steps_ += stack_.size();
  const Open& top = stack_.back();
  if (top.foreign() && !top.integration) return start_foreign(tag);
  return in_select() ? start_in_select(tag) : start_html(tag);
}

void OpenElements::before_block(const StartTag& tag) {
  const std::uint32_t traits = traits_of(tag.element);
  if (tag.element == element::kLi || tag.element == element::kDd || tag.element == element::kDt) {
    start_list_item(tag.element);
  }
  if (traits & kClosesP) close_p();
  if (traits & kHeading && traits_of(stack_.back().element) & kHeading) pop();
  if (tag.element == element::kButton) close_through(element::kButton);
  if (tag.element == element::kOption || tag.element == element::kOptgroup) {
    if (stack_.back().element == element::kOption) pop();
  }
  const bool ruby = tag.element == element::kRb || tag.element == element::kRt ||
                    tag.element == element::kRtc || tag.element == element::kRp;
  if (ruby && find_in_scope(element::kRuby) != kNotFound) {
    pop_implied(tag.element == element::kRt || tag.element == element::kRp ? element::kRtc
                                                                           : element::kCount);
  }
}

OpenElements::Effect OpenElements::start_html(const StartTag& tag) {
  const std::uint32_t traits = traits_of(tag.element);
  switch (tag.element) {
    case element::kHtml:
    case element::kHead:
    case element::kBody: return Effect::kNone;
    case element::kForm:
      if (form_open_ && count(element::kTemplate) == 0) return Effect::kNone;
      form_open_ = true;
      break;
    default: break;
  }
  if (traits & kTablePart) return start_table_part(tag);
  before_block(tag);
  if (tag.element == element::kTable) start_table_part(tag);
  if (tag.element == element::kA && find_format(element::kA) != kNotFound) adopt(element::kA);
  const bool keeps_formats = traits & (kHeadOnly | kClosesP | kTablePart) ||
                             tag.element == element::kTable || tag.element == element::kTextarea ||
                             tag.element == element::kLi;
  if (!keeps_formats || tag.element == element::kXmp) reconstruct();
  if (tag.element == element::kNobr && find_in_scope(element::kNobr) != kNotFound) {
    adopt(element::kNobr);
    reconstruct();
  }
  if (traits & kVoid || traits & kRawText) {
    add_child();
    return traits & kRawText ? Effect::kRawText : Effect::kNone;
  }
  const Space space = tag.element == element::kSvg    ? Space::kSvg
                      : tag.element == element::kMath ? Space::kMath
                                                      : Space::kHtml;
  if (space != Space::kHtml && tag.self_closing) {
    add_child();
    return Effect::kNone;
  }
  push(tag, space);
  if (traits & kFormatting) add_format(tag);
  if (traits & kMarker) formats_.push_back({tag.element, 0, 0});
  return Effect::kOpened;
}

void OpenElements::start_list_item(ElementId element) {
  for (std::size_t i = stack_.size(); i-- > 1;) {
    const ElementId open = stack_[i].element;
    const bool same = element == element::kLi ? open == element::kLi
                                              : open == element::kDd || open == element::kDt;
    if (same && !stack_[i].foreign()) return pop_to_size(i);
    const bool passed = open == element::kAddress || open == element::kDiv || open == element::kP;
    if (stack_[i].special() && (!passed || stack_[i].foreign())) return;
  }
}

// "In select": options and groups; a few controls and table parts end it; all else is dropped.
OpenElements::Effect OpenElements::start_in_select(const StartTag& tag) {
  switch (tag.element) {
    case element::kOption:
    case element::kOptgroup:
      if (stack_.back().element == element::kOption) pop();
      if (tag.element == element::kOptgroup && stack_.back().element == element::kOptgroup) pop();
      push(tag);
      return Effect::kOpened;
    case element::kScript: add_child(); return Effect::kRawText;
    case element::kTemplate:
      push(tag);
      formats_.push_back({tag.element, 0, 0});
      return Effect::kOpened;
    case element::kSelect: close_through(element::kSelect); return Effect::kNone;
    case element::kInput:
    case element::kKeygen:
    case element::kTextarea: break;
    default:
      if (!(traits_of(tag.element) & kTablePart) || count(element::kTable) == 0) {
        return Effect::kNone;
      }
      break;
  }
  close_through(element::kSelect);
  return in_select() ? Effect::kNone : start_html(tag);
}

void OpenElements::end(ElementId element) {
  steps_ += stack_.size();
  if (stack_.back().foreign()) return end_foreign(element);
  end_html(element);
}

void OpenElements::end_html(ElementId element) {
  const std::uint32_t traits = traits_of(element);
  if (element == element::kHtml || element == element::kBody || element == element::kHead) return;
  if (in_select() && element != element::kSelect && element != element::kOption &&
      element != element::kOptgroup && element != element::kTemplate && !(traits & kTablePart) &&
      element != element::kTable) {
    return;
  }
  if (traits & kTablePart || element == element::kTable) return end_table_part(element);
  if (traits & kFormatting) return adopt(element);
  if (traits & kHeading) {
    for (std::size_t i = stack_.size(); i-- > 1;) {
      const bool heading = traits_of(stack_[i].element) & kHeading && !stack_[i].foreign();
      if (heading) return pop_to_size(i);
      if (stack_[i].bounds_scope()) return;
    }
    return;
  }
  if (element == element::kForm) {
    form_open_ = false;
    const std::size_t found = find_in_scope(element);
    if (found == kNotFound) return;
    pop_implied(element::kCount);
    if (found < stack_.size()) erase(found);
    return;
  }
  if (element == element::kP) return close_p();
  if (element == element::kLi || element == element::kDd || element == element::kDt) {
    // <ol> and <ul> bound the search for <li>.
    if (element == element::kLi && find_in_scope(element, element::kUl) == kNotFound) return;
    return close_through(element, element == element::kLi ? element::kOl : element::kCount);
  }
  const bool in_scope = traits & (kBlockEnd | kMarker) || element == element::kSelect;
  if (in_scope && element != element::kTemplate) return close_through(element);
  end_other(element);
}

// "Any other end tag", and <template>.
void OpenElements::end_other(ElementId element) {
  const bool is_template = element == element::kTemplate;
  if (element < element::kCount && counts_[element] == 0) return;
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (stack_[i].element == element && !stack_[i].foreign()) return pop_to_size(i);
    if (!is_template && stack_[i].special()) return;
  }
}

void OpenElements::text(std::size_t bytes) {
  if (!stack_.back().foreign()) reconstruct();
  add_child();
  if (formats_.empty() || formats_.back().serial == 0) return;
  // The builder looks up the last formatting element, from the root, at every character.
  steps_ += bytes / 16 * stack_.size();
}

}  // namespace tamis::parsing
