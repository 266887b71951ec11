// SPDX-License-Identifier: Apache-2.0
#include "segment/block_builder.h"

#include "base/utf8.h"
#include "segment/date_line.h"
#include "segment/line_marks.h"
#include "segment/names.h"
#include "segment/text_stats.h"

#include <algorithm>
#include <utility>

namespace tamis::segment_detail {

namespace {

constexpr std::size_t kMostHrefs = 4, kMostNames = 200;
constexpr float kWholeText = 0.9F;  // share of the units that makes "all of it"
constexpr float kWrappedLine = 25;  // units: shorter lines before a <br> were not wrapped by width

// An indent (two ideographic or no-break spaces) opens a new paragraph.
bool indented(std::string_view text) {
  int wide = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (!base::is_space(c)) break;
    wide += c == 0x3000 ? 2 : (c == 0xA0 ? 1 : 0);
  }
  return wide >= 2;
}

bool last_is_cjk(std::string_view text) {
  std::size_t start = base::code_point_begin(text, text.size() - 1);
  const char32_t c = base::next_code_point(text, start);
  return base::is_cjk(c) || (c > 0x2FFF && base::is_punctuation(c));
}

}  // namespace

void finish_block(Block& block) {
  block.ends_sentence = base::ends_sentence(block.text);
  block.truncated = is_truncated(block.text);
  const DateSigns dates = date_signs(block.text);
  block.date_only = dates.date_only;
  block.has_date = dates.has_date;
}

void BlockBuilder::open_link(std::string_view href) {
  if (after_link_ && !text_.empty()) space_ = true;  // links side by side are set apart by style
  ++link_depth_;
  ++stats_.links;
  if (hrefs_.size() < kMostHrefs && !href.empty()) hrefs_.emplace_back(href.substr(0, 2000));
}

void BlockBuilder::add_names(std::string_view class_value, std::string_view id_value) {
  append_names(class_value, names_, kMostNames);
  append_names(id_value, names_, kMostNames);
}

bool BlockBuilder::break_before(std::string_view next) const {
  if (breaks_ == 0 || text_.empty() || base::trim(next).empty()) return false;
  return breaks_ > 1 || base::ends_sentence(text_) || stats_.units < kWrappedLine || indented(next);
}

void BlockBuilder::count(std::string_view text) {
  const float before = stats_.units;
  count_text(text, link_depth_ > 0, in_word_, stats_);
  if (bold_depth_ > 0) bold_units_ += stats_.units - before;
}

void BlockBuilder::add_text(std::string_view text, NodeId node) {
  after_link_ = false;
  const std::string_view trimmed = base::trim(text);
  if (trimmed.empty()) {
    space_ = space_ || !text.empty();
    return;
  }
  if (breaks_ > 0 && !text_.empty()) {  // a wrapped line goes on
    space_ = !last_is_cjk(text_);
    breaks_ = 0;
  }
  if (text_.empty()) first_node_ = node;
  last_node_ = node;
  std::size_t first = 0;
  if (space_ || base::is_space(base::next_code_point(text, first))) {
    if (!text_.empty()) text_ += ' ';
    in_word_ = false;
  }
  breaks_ = 0;
  text_ += base::collapse_space(trimmed);
  space_ = text.data() + text.size() != trimmed.data() + trimmed.size();
  count(trimmed);
}

void BlockBuilder::add_preformatted(std::string_view text, NodeId node, ContainerId container,
                                    Tag tag) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (base::trim(line).empty() && end != std::string_view::npos) add_break();
    if (break_before(line)) flush_line(container, tag);
    add_text(line, node);
    if (end == std::string_view::npos) return;
    add_break();
    text.remove_prefix(end + 1);
  }
}

void BlockBuilder::flush(ContainerId container, Tag tag) {
  Block block;
  block.text = std::exchange(text_, {});
  block.names = std::exchange(names_, {});
  block.hrefs = std::exchange(hrefs_, {});
  block.stats = std::exchange(stats_, {});
  block.breaks_before = static_cast<std::uint8_t>(std::exchange(breaks_before_, 0));
  const float bold = std::exchange(bold_units_, 0);
  if (link_depth_ > 0) stats_.links = 1;  // the link goes on in the next block
  breaks_ = 0;
  in_word_ = space_ = false;
  if (block.text.empty()) return;
  block.first_node = first_node_;
  block.last_node = last_node_;
  block.container = container;
  block.tag = tag;
  if (block.stats.units > 0 && block.stats.link_density() >= kWholeText) block.context |= kInLink;
  if (block.stats.units > 0 && bold >= kWholeText * block.stats.units) block.context |= kBold;
  finish_block(block);
  out_.blocks.push_back(std::move(block));
}

void BlockBuilder::flush_line(ContainerId container, Tag tag) {
  const int breaks = std::min(breaks_, 9);
  flush(container, tag);
  breaks_before_ = breaks;
}

}  // namespace tamis::segment_detail
