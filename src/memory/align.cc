// SPDX-License-Identifier: Apache-2.0
#include "memory/align.h"

#include <algorithm>
#include <vector>

namespace tamis::memory {
namespace {

constexpr int kBand = 6;  // letters that a line may drift
constexpr int kWidth = 2 * kBand + 1;
constexpr std::size_t kTail = 4;  // letters at the end that need not agree
constexpr int kMostSwaps = 2;     // digits that stand against other letters
constexpr std::uint16_t kFar = 10000;

bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

int most_edits(std::size_t letters) {
  return std::max(1, static_cast<int>(letters / 8));
}

// Edit distance (Wagner and Fischer 1974) in a band around one offset; both ends of the text free.
// A row whose least cost is over the bound is the last (Ukkonen 1985): every path crosses it.
// Behind the first row that may end the line nothing is given up.
class Band {
 public:
  // `cost`: room to work in. `most`: edits that are of use.
  Band(std::u16string_view line, std::u16string_view text, std::ptrdiff_t offset, int most,
       std::vector<std::uint16_t>& cost)
      : line_(line), text_(text), offset_(offset), cost_(cost) {
    cost_.resize((line.size() + 1) * kWidth);
    std::fill_n(cost_.begin(), kWidth, kFar);
    for (int d = 0; d < kWidth; ++d) {
      if (inside(column(0, d))) cell(0, d) = 0;
    }
    for (std::size_t i = 1; i <= line_.size() && !hopeless_; ++i)
      hopeless_ = fill(i) > most && i <= first_end();
  }

  std::optional<Aligned> best() const {
    if (hopeless_) return std::nullopt;
    std::size_t end = line_.size();
    int end_d = 0, least = 2 * kFar;
    for (std::size_t i = line_.size() + 1; i-- > first_end();) {
      for (int d = 0; d < kWidth; ++d) {
        const int weight = 2 * at(i, d) + static_cast<int>(line_.size() - i);
        if (weight < least) {
          least = weight;
          end = i;
          end_d = d;
        }
      }
    }
    if (least >= kFar || at(end, end_d) > most_edits(end)) return std::nullopt;
    return walk_back(end, end_d);
  }

 private:
  std::size_t first_end() const { return line_.size() > kTail ? line_.size() - kTail : 0; }
  std::ptrdiff_t column(std::size_t i, int d) const {
    return offset_ + static_cast<std::ptrdiff_t>(i) + d - kBand;
  }
  bool inside(std::ptrdiff_t j) const {
    return j >= 0 && j <= static_cast<std::ptrdiff_t>(text_.size());
  }
  std::uint16_t& cell(std::size_t i, int d) {
    return cost_[i * kWidth + static_cast<std::size_t>(d)];
  }
  int at(std::size_t i, int d) const {
    return d < 0 || d >= kWidth ? kFar : cost_[i * kWidth + static_cast<std::size_t>(d)];
  }
  bool same(std::size_t i, std::ptrdiff_t j) const {
    return line_[i - 1] == text_[static_cast<std::size_t>(j - 1)];
  }

  // The least cost of the row.
  int fill(std::size_t i) {
    int row = kFar, left = kFar;
    for (int d = 0; d < kWidth; ++d) {
      const std::ptrdiff_t j = column(i, d);
      int least = kFar;
      if (inside(j)) {
        least = std::min(least, at(i - 1, d + 1) + 1);                            // a letter added
        if (j > 0) least = std::min(least, at(i - 1, d) + (same(i, j) ? 0 : 1));  // kept or changed
        least = std::min(least, left + 1);                                        // one missing
      }
      cell(i, d) = static_cast<std::uint16_t>(least);
      left = least;
      row = std::min(row, least);
    }
    return row;
  }

  std::optional<Aligned> walk_back(std::size_t i, int d) const {
    Aligned out;
    out.end = static_cast<std::uint32_t>(column(i, d));
    out.edits = static_cast<std::uint32_t>(at(i, d));
    int swaps = 0;
    while (i > 0) {
      const std::ptrdiff_t j = column(i, d);
      const int here = at(i, d);
      if (j > 0 && here == at(i - 1, d) + (same(i, j) ? 0 : 1)) {
        const bool a = is_digit(line_[i - 1]), b = is_digit(text_[static_cast<std::size_t>(j - 1)]);
        if (!same(i, j) && (a || b) && (a == b || ++swaps > kMostSwaps)) return std::nullopt;
        --i;
      } else if (here == at(i - 1, d + 1) + 1) {
        if (is_digit(line_[i - 1])) return std::nullopt;
        --i;
        ++d;
      } else {
        if (j > 0 && is_digit(text_[static_cast<std::size_t>(j - 1)])) return std::nullopt;
        --d;
      }
    }
    out.begin = static_cast<std::uint32_t>(column(0, d));
    return out;
  }

  std::u16string_view line_, text_;
  std::ptrdiff_t offset_;
  std::vector<std::uint16_t>& cost_;
  bool hopeless_ = false;
};

}  // namespace

std::optional<Aligned> align(std::u16string_view line, std::u16string_view text,
                             std::span<const std::ptrdiff_t> offsets) {
  line = line.substr(0, kMostAligned);
  std::optional<Aligned> best;
  for (const std::ptrdiff_t offset : offsets) {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
    if (offset >= 0 && at <= text.size() && text.substr(at, line.size()) == line)
      return Aligned{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + line.size()),
                     0};
  }
  std::vector<std::uint16_t> cost;
  int most = most_edits(line.size());
  for (const std::ptrdiff_t offset : offsets) {
    const auto aligned = Band(line, text, offset, most, cost).best();
    if (!aligned || (best && aligned->edits >= best->edits)) continue;
    best = aligned;
    if (best->edits == 0) break;
    most = std::min(most, static_cast<int>(best->edits) - 1);
  }
  return best;
}

}  // namespace tamis::memory
