// SPDX-License-Identifier: Apache-2.0
// The stack of open elements and the list of active formatting elements of the HTML standard
// (13.2.4.2, 13.2.4.3) without a tree: how deep the page would nest and what that would cost,
// counted before a real tree builder sees it. It follows the standard's "in body", table, select,
// template and foreign rules; where it is coarser it counts too much, never too little.
#pragma once

#include "parse/elements.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tamis::parsing {

struct StartTag {
  ElementId element = 0;
  bool self_closing = false;
  bool styled_font = false;      // <font> with color, face or size: ends <svg> and <math>
  bool html_annotation = false;  // <annotation-xml encoding="text/html">: its content is HTML
  std::uint64_t hash = 0;        // of name and attributes; equal for tags that are equal
};

enum class Space : std::uint8_t { kHtml, kSvg, kMath };

class OpenElements {
 public:
  OpenElements();

  // What the tokenizer and the skim must know about a start tag.
  enum class Effect {
    kNone,     // ignored, or without content
    kOpened,   // on the stack
    kRawText,  // its content is raw text
  };
  Effect start(const StartTag& tag);
  void end(ElementId element);
  void text(std::size_t bytes);

  std::size_t depth() const { return stack_.size(); }
  std::size_t nodes() const { return nodes_; }
  std::uint64_t steps() const { return steps_; }

  // The innermost open element is in <svg> or <math>: CDATA sections, no raw text.
  bool in_foreign() const { return stack_.back().foreign(); }
  // Inside <svg>, <math> or <template>, which the Tree has no content of.
  bool hidden() const { return hidden_ != 0; }
  bool preserves_space() const { return count(element::kPre) + count(element::kListing) > 0; }
  bool in_select() const;

 private:
  struct Open {
    ElementId element;
    Space space = Space::kHtml;
    bool integration = false;  // foreign, but start tags and text in it are HTML
    std::uint32_t serial = 0;
    std::uint32_t children = 0;

    bool foreign() const { return space != Space::kHtml; }
    bool special() const;  // also in <svg> and <math>, where few names are
    bool bounds_scope() const;
  };
  struct Format {
    ElementId element;
    std::uint32_t serial;  // 0: a marker
    std::uint64_t hash;
  };

  std::uint32_t count(ElementId element) const {
    return element < element::kCount ? counts_[element] : 0;
  }
  void push(const StartTag& tag, Space space = Space::kHtml, bool integration = false);
  void pop();
  void pop_to_size(std::size_t size);
  void erase(std::size_t index);
  void uncount(const Open& open);
  void add_child();

  std::size_t find_in_scope(ElementId element, ElementId extra_bound = element::kCount);
  std::size_t find_open(std::uint32_t serial);
  void close_p();
  void close_through(ElementId element, ElementId extra_bound = element::kCount);
  void pop_implied(ElementId except);

  Effect start_html(const StartTag& tag);
  Effect start_in_select(const StartTag& tag);
  Effect start_foreign(const StartTag& tag);
  Effect start_table_part(const StartTag& tag);
  void start_list_item(ElementId element);
  void before_block(const StartTag& tag);
  void end_html(ElementId element);
  void end_foreign(ElementId element);
  void end_table_part(ElementId element);
  void end_other(ElementId element);

  void reconstruct();
  void add_format(const StartTag& tag);
  void clear_formats();
  std::size_t find_format(ElementId element) const;
  void adopt(ElementId element);
  bool adopt_once(ElementId element);

  std::vector<Open> stack_;
  std::vector<Format> formats_;
  std::array<std::uint32_t, element::kCount> counts_{};
  std::size_t nodes_ = 0;
  std::uint64_t steps_ = 0;
  std::uint32_t serial_ = 0;
  std::uint32_t hidden_ = 0;  // open <template>, and outermost <svg> and <math>
  bool form_open_ = false;
};

}  // namespace tamis::parsing
