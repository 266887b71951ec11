// SPDX-License-Identifier: Apache-2.0
#include "assemble/table_grid.h"

#include <algorithm>
#include <array>

namespace tamis::assembly {

namespace {

constexpr std::uint32_t kLongCell = 300;  // characters: such a cell holds prose
constexpr std::uint32_t kManyLines = 8;   // blocks of one cell
constexpr std::uint32_t kUsualCell = 80;  // characters of a cell, on average

class Grid {
 public:
  explicit Grid(const Blocks& blocks) : blocks_(blocks) {}

  std::vector<GridCell> read(ContainerId table) {
    const ContainerId end = blocks_.containers[table].end;
    for (ContainerId c = table + 1; c < end;) {
      const Container& at = blocks_.containers[c];
      if (at.tag == Tag::kTr) {
        ++rows_;
        next_ = written_ = in_row_ = 0;
      }
      if (at.tag != Tag::kTd && at.tag != Tag::kTh) {
        if (is_layout(at.tag)) return {};
        ++c;
        continue;
      }
      if (rows_ == 0 || !holds_data(c) || !add(c)) return {};
      c = at.end;
    }
    return is_data() ? std::move(cells_) : std::vector<GridCell>();
  }

 private:
  static bool is_layout(Tag tag) {
    switch (tag) {
      case Tag::kTable:
      case Tag::kPre:
      case Tag::kH1:
      case Tag::kH2:
      case Tag::kH3:
      case Tag::kH4:
      case Tag::kBlockquote:
      case Tag::kFigure: return true;
      default: return false;
    }
  }

  bool holds_data(ContainerId cell) const {
    const Container& at = blocks_.containers[cell];
    if (at.stats.characters > kLongCell || at.last - at.first > kManyLines) return false;
    for (ContainerId c = cell + 1; c < at.end; ++c) {
      if (is_layout(blocks_.containers[c].tag)) return false;
    }
    return true;
  }

  // Cells take the first place that no cell of a row above reaches down to; cells without text are
  // no containers, but the ones behind them know how many stand before.
  bool add(ContainerId cell) {
    const Container& at = blocks_.containers[cell];
    const auto taken = [&] { return next_ < kMostColumns && reach_[next_] >= rows_; };
    for (; written_ < at.position && next_ < kMostColumns; ++written_) {
      while (taken()) ++next_;
      ++next_;
    }
    while (taken()) ++next_;
    if (next_ + at.columns > kMostColumns) return false;
    cells_.push_back({cell, rows_ - 1, next_});
    full_rows_ += ++in_row_ == 2 ? 1 : 0;
    characters_ += at.stats.characters;
    for (std::uint32_t n = 0; n < at.columns; ++n) reach_[next_ + n] = rows_ + at.rows - 1;
    covered_ += at.columns;
    written_ += at.columns;
    next_ += at.columns;
    columns_ = std::max(columns_, next_);
    return true;
  }

  bool is_data() const {
    return full_rows_ >= 2 && 2 * covered_ >= std::uint64_t{rows_} * columns_ &&
           characters_ <= kUsualCell * cells_.size();
  }

  const Blocks& blocks_;
  std::vector<GridCell> cells_;
  std::array<std::uint32_t, kMostColumns> reach_{};  // a column: the last row that is taken, from 1
  std::uint32_t rows_ = 0, columns_ = 0;
  std::uint32_t in_row_ = 0, full_rows_ = 0;  // cells of this row; rows of two cells and more
  std::uint32_t next_ = 0;                    // column of the next cell
  std::uint32_t written_ = 0;                 // columns that the row's own cells have taken
  std::uint64_t covered_ = 0, characters_ = 0;
};

}  // namespace

std::vector<GridCell> data_grid(const Blocks& blocks, ContainerId table) {
  return Grid(blocks).read(table);
}

}  // namespace tamis::assembly
