// SPDX-License-Identifier: Apache-2.0
// What the skim hands on: the smaller page, or (tests) the page as it is but for what is cut.
#pragma once

#include "parse/elements.h"
#include "parse/markup.h"
#include "parse/set_aside.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamis::parsing {

class SkimWriter {
 public:
  // `small` false: everything of `html` that is not cut().
  SkimWriter(std::string_view html, bool small);

  // Spans are positions in the page. Text may lose repeated white space; raw text does not, and has
  // no character references in some elements. copy() is for what is no text.
  void text(std::size_t begin, std::size_t end, bool fold_space);
  void raw_text(std::size_t begin, std::size_t end, bool references);
  void copy(std::size_t begin, std::size_t end);
  void start_tag(const TagSpan& tag, ElementId element);
  void end_tag(const TagSpan& tag);
  void placeholder(ElementId element);  // <svg/> or <math/>
  void cut(std::size_t begin, std::size_t end);

  // Of the attributes: equal for formatting elements that the tree builder will find equal.
  static std::uint64_t hash_of(const TagSpan& tag);

  // Once, at the end.
  std::string finish();
  SetAside finish_aside() { return std::move(aside_); }

 private:
  void guard();
  bool set_aside(const TagSpan& tag, ElementId element);
  void attributes(const TagSpan& tag, ElementId element);

  std::string_view html_;
  std::string out_;
  SetAside aside_;
  std::vector<KeptAttribute> kept_;  // of one tag; a buffer
  bool small_;
  std::size_t copied_ = 0;  // not small: how far out_ has come in html_
};

}  // namespace tamis::parsing
