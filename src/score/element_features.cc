// SPDX-License-Identifier: Apache-2.0
#include "score/feature_groups.h"

namespace tamis::score_detail {

namespace {

float heading_level(Tag tag) {
  if (tag < Tag::kH1 || tag > Tag::kH6) return 0;
  return static_cast<float>(static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1);
}

}  // namespace

void add_element(const Layout& at, FeatureColumns& out) {
  const auto is = [&](const char* name, Tag tag) {
    out.add_each(name, [&, tag](std::size_t b) { return at.block(b).tag == tag; });
  };
  is("element.p", Tag::kP);
  is("element.div", Tag::kDiv);
  is("element.li", Tag::kLi);
  is("element.td", Tag::kTd);
  out.add_each("element.heading", [&](std::size_t b) { return heading_level(at.block(b).tag); });
  const auto in = [&](const char* name, Context bit) {
    out.add_each(name, [&, bit](std::size_t b) { return (at.block(b).context & bit) != 0; });
  };
  in("element.in_link", kInLink);
  in("element.in_list", kInList);
  in("element.in_table", kInTable);
  in("element.in_quote", kInQuote);
  in("element.in_pre", kInPre);
  in("element.in_figure", kInFigure);
  in("element.in_form", kInForm);
  in("element.in_nav", kInNav);
  in("element.in_aside", kInAside);
  in("element.in_header", kInHeader);
  in("element.in_footer", kInFooter);
  in("element.in_article", kInArticle);
  in("element.in_main", kInMain);
  in("element.hidden", kHidden);
  in("element.bold", kBold);
  out.add_each("element.depth", [&](std::size_t b) {
    const ContainerId c = at.up[0][b];
    return c == kNone ? 0 : at.container(c).depth;
  });
}

}  // namespace tamis::score_detail
