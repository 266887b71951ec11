// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_writer.h"

namespace tamis::report {

namespace {

bool is_item(const Frame& frame) {
  return frame.kind == Frame::Kind::kBullet || frame.kind == Frame::Kind::kNumber;
}

}  // namespace

bool MarkdownWriter::next_item(const Frame& frame, std::size_t common) const {
  return is_item(frame) && common < levels_.size() && is_item(levels_[common].frame) &&
         levels_[common].frame.parent == frame.parent;
}

// The first item of a list right below the words of the item around it. Numbers other than 1 would
// be read as words of the paragraph.
bool MarkdownWriter::item_in_item(const Frame& frame, std::size_t common) const {
  return is_item(frame) && common > 0 && common == levels_.size() &&
         is_item(levels_[common - 1].frame) &&
         (frame.kind == Frame::Kind::kBullet || frame.number == 1);
}

// Two lists that touch would be one: the second has another mark.
std::string MarkdownWriter::opening_of(const Frame& frame, std::size_t level) const {
  if (frame.kind == Frame::Kind::kQuote) return "> ";
  const bool bullet = frame.kind == Frame::Kind::kBullet;
  char mark = bullet ? '-' : '.';
  if (level < levels_.size() && levels_[level].frame.kind == frame.kind) {
    const std::string& before = levels_[level].opening;
    mark = before[before.size() - 2];
    if (levels_[level].frame.parent != frame.parent) {
      mark = bullet ? (mark == '-' ? '*' : '-') : (mark == '.' ? ')' : '.');
    }
  }
  return (bullet ? "" : std::to_string(frame.number)) + mark + ' ';
}

// `opened`: the first level whose opening stands on this line; behind it come only spaces for
// items.
void MarkdownWriter::add_line(std::size_t levels, std::string_view line, std::size_t opened) {
  const std::size_t begin = out_.size();
  for (std::size_t i = 0; i < levels; ++i) {
    const Level& level = levels_[i];
    if (i >= opened || level.frame.kind == Frame::Kind::kQuote) {
      out_ += level.opening;
    } else {
      out_.append(level.opening.size(), ' ');
    }
  }
  out_ += line;
  if (line.empty()) {
    while (out_.size() > begin && out_.back() == ' ') out_.pop_back();
  }
  out_ += '\n';
}

void MarkdownWriter::block(std::span<const Frame> frames, const std::vector<std::string>& lines,
                           bool paragraph) {
  if (lines.empty()) return;
  std::size_t common = 0;
  while (common < frames.size() && common < levels_.size() &&
         frames[common].id == levels_[common].frame.id) {
    ++common;
  }
  const bool opens_item = common < frames.size() && is_item(frames[common]);
  const bool joins =
      opens_item && (next_item(frames[common], common) || item_in_item(frames[common], common));
  if (!out_.empty() && !(joins && last_tight_)) add_line(common, "", common);
  for (std::size_t i = common; i < frames.size(); ++i) {
    std::string opening = opening_of(frames[i], i);  // looks at the last block's level
    levels_.resize(i);
    levels_.push_back({frames[i], std::move(opening)});
  }
  levels_.resize(frames.size());
  for (std::size_t n = 0; n < lines.size(); ++n) {
    add_line(levels_.size(), lines[n], n == 0 ? common : levels_.size());
  }
  last_tight_ = paragraph && opens_item;
}

}  // namespace tamis::report
