// SPDX-License-Identifier: Apache-2.0
// The table of features while it is being filled: a named column at a time.
#pragma once

#include "tamis/score.h"

#include <span>
#include <utility>

namespace tamis::score_detail {

class FeatureColumns {
 public:
  explicit FeatureColumns(std::size_t rows) {
    table_.rows = rows;
    table_.values.reserve(rows * kMost);
  }

  // A column of `fill`. The span is valid until take(). At most kMost columns.
  std::span<float> add(const char* name, float fill = 0) {
    table_.names.push_back(name);
    const std::size_t begin = table_.values.size();
    table_.values.resize(begin + table_.rows, fill);
    return std::span(table_.values).subspan(begin, table_.rows);
  }

  // A column filled by a function of the row.
  template <class Function>
  std::span<float> add_each(const char* name, const Function& value) {
    const std::span<float> column = add(name);
    for (std::size_t row = 0; row < column.size(); ++row) {
      column[row] = static_cast<float>(value(row));
    }
    return column;
  }

  FeatureTable take() { return std::move(table_); }

 private:
  static constexpr std::size_t kMost = 320;
  FeatureTable table_;
};

}  // namespace tamis::score_detail
