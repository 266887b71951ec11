// SPDX-License-Identifier: Apache-2.0
#include "assemble/layout.h"

#include "assemble/table_grid.h"
#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {

namespace {

// An element that holds more of the article than this lays it out: a page in one list item, in one
// cell, a body in a blockquote for its indent.
constexpr double kMostOfItem = 0.5, kMostOfQuote = 0.7, kMostOfCode = 0.8;
// Tables and code are one thing: kept by this share of their characters they stand as a whole.
constexpr double kKeptWhole = 0.6;
constexpr BlockId kCaptionBehind = 3;  // blocks behind the last one kept
constexpr int kMostClimb = 8;          // elements between a block and its heading

// What a block is although it stands in a plainer element of it.
bool is_heading_or_caption(Tag tag) {
  switch (tag) {
    case Tag::kFigcaption:
    case Tag::kCaption:
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6: return true;
    default: return false;
  }
}

bool is_ruled_off(std::string_view text) {  // "1 2 3 ...": the line numbers beside code
  std::size_t at = 0;
  for (std::uint32_t number = 1; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (base::trim(text.substr(at, end - at)) != std::to_string(number)) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

Layout::Layout(const View& view) : blocks_(view.blocks), shown_(view.size(), false) {
  if (view.kept.empty()) return;
  find_captions(view);
  kept_.assign(view.size() + std::size_t{1}, 0);
  for (BlockId n = 0; n < view.size(); ++n) {
    const bool counts = shown_[n] || is_kept(view.label(n));
    kept_[n + 1] = kept_[n] + (counts ? blocks_.blocks[n].stats.characters : 0);
  }
  find_roles();
  find_whole();
}

void Layout::find_captions(const View& view) {
  const BlockId body = view.kept.front();
  const BlockId first = std::min(view.title, body);  // kNone is the largest number
  const BlockId end = std::min(view.size(), view.kept.back() + 1 + kCaptionBehind);
  for (BlockId n = first; n < end; ++n) shown_[n] = view.label(n) == LabelName::kCaption;
}

std::uint32_t Layout::kept_in(const Container& container) const {
  return kept_[container.last] - kept_[container.first];
}

void Layout::give(ContainerId container, Role role) {
  if (level_[container] >= kMostFrames) return;
  roles_[container] = role;
  up_[container] = container;
  ++level_[container];
}

void Layout::find_roles() {
  const std::size_t count = blocks_.containers.size();
  roles_.assign(count, Role::kNone);
  up_.assign(count, kNone);
  level_.assign(count, 0);
  const double all = kept_.back();
  std::vector<bool> closed(count, false);  // inside a cell or code nothing else counts
  for (ContainerId c = 0; c < count; ++c) {
    const Container& at = blocks_.containers[c];
    if (at.parent != kNone) {
      up_[c] = up_[at.parent];
      level_[c] = level_[at.parent];
      closed[c] = closed[at.parent];
    }
    const std::uint32_t kept = kept_in(at);
    if (roles_[c] == Role::kCell) give(c, Role::kCell);  // add_table saw it
    if (closed[c] || kept == 0) continue;
    switch (at.tag) {
      case Tag::kBlockquote:
        if (kept < kMostOfQuote * all) give(c, Role::kQuote);
        break;
      case Tag::kLi:
      case Tag::kDd:
        if (kept < kMostOfItem * all) give(c, Role::kItem);
        break;
      case Tag::kTable: closed[c] = kept >= kKeptWhole * at.stats.characters && add_table(c); break;
      case Tag::kPre:
        if (is_code(c)) {
          give(c, Role::kCode);
          closed[c] = true;
        }
        break;
      default: break;
    }
  }
}

bool Layout::add_table(ContainerId table) {
  const std::vector<GridCell> grid = data_grid(blocks_, table);
  for (const GridCell& cell : grid) {
    roles_[cell.container] = Role::kCell;
    cells_.push_back({cell.container, table, cell.row, cell.column});
  }
  return !grid.empty();
}

// Verse and letters stand in <pre> too; those are text.
bool Layout::is_code(ContainerId pre) const {
  const Container& at = blocks_.containers[pre];
  const std::uint32_t kept = kept_in(at);
  return kept >= kKeptWhole * at.stats.characters && kept < kMostOfCode * kept_.back() &&
         2 * at.stats.cjk < at.stats.characters && code_of(pre) != nullptr;
}

const std::string* Layout::code_of(ContainerId pre) const {
  const auto found = std::lower_bound(
      blocks_.preformatted.begin(), blocks_.preformatted.end(), pre,
      [](const Preformatted& one, ContainerId wanted) { return one.container < wanted; });
  return found != blocks_.preformatted.end() && found->container == pre ? &found->text : nullptr;
}

// Tables and code have their other lines with them.
void Layout::find_whole() {
  for (ContainerId c = 0; c < roles_.size(); ++c) {
    if (roles_[c] != Role::kCell && roles_[c] != Role::kCode) continue;
    const Container& at = blocks_.containers[c];
    for (BlockId n = at.first; n < at.last; ++n) shown_[n] = true;
  }
}

Frame Layout::frame_of(ContainerId container) const {
  const Container& at = blocks_.containers[container];
  Frame frame;
  frame.id = container;
  frame.parent = at.parent;
  switch (roles_[container]) {
    case Role::kItem: {
      const bool ordered = at.parent != kNone && blocks_.containers[at.parent].tag == Tag::kOl;
      frame.kind = ordered ? Frame::Kind::kNumber : Frame::Kind::kBullet;
      frame.number = at.position;
      break;
    }
    case Role::kCell: {
      const auto cell = std::lower_bound(
          cells_.begin(), cells_.end(), container,
          [](const Cell& one, ContainerId wanted) { return one.container < wanted; });
      frame.kind = Frame::Kind::kCell;
      frame.parent = cell->table;
      frame.number = cell->row;
      frame.column = cell->column;
      break;
    }
    case Role::kCode: frame.kind = Frame::Kind::kCode; break;
    default: break;
  }
  return frame;
}

void Layout::place(BlockId n, BlockRecord& record) const {
  const Block& block = blocks_.blocks[n];
  record.tag = block.tag;
  record.element = block.container;
  record.breaks_before = block.breaks_before;
  record.shown = shown_[n];
  if (block.container == kNone || roles_.empty()) return;
  if (!record.shown && !is_kept(record.label.name)) return;
  if (block.context & (kInHeading | kInFigure)) {
    ContainerId up = block.container;
    for (int n_up = 0; n_up < kMostClimb && up != kNone; ++n_up) {
      if (is_heading_or_caption(blocks_.containers[up].tag)) {
        record.tag = blocks_.containers[up].tag;
        record.element = up;
        break;
      }
      up = blocks_.containers[up].parent;
    }
  }
  for (ContainerId c = up_[block.container]; c != kNone;) {
    record.frames.push_back(frame_of(c));
    const ContainerId parent = blocks_.containers[c].parent;
    c = parent == kNone ? kNone : up_[parent];
  }
  std::reverse(record.frames.begin(), record.frames.end());
  if (record.frames.empty() || record.frames.back().kind != Frame::Kind::kCode) return;
  const ContainerId pre = record.frames.back().id;
  const std::string* code = code_of(pre);
  if (blocks_.containers[pre].first == n && !is_ruled_off(*code)) record.code = *code;
}

}  // namespace tamis::assembly
