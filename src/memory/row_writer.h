// SPDX-License-Identifier: Apache-2.0
// Sorts rows on disk, however many there are.
#pragma once

#include "memory/header.h"
#include "memory/rows.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tamis::memory {

// Takes rows in any order. Holds at most `most` of them; the rest waits in sorted runs on disk.
class RowWriter {
 public:
  static constexpr std::size_t kMost = 1u << 19;  // 8 MiB

  RowWriter(std::string folder, std::string kind, std::size_t most = kMost);
  ~RowWriter();
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  void add(std::uint64_t hash, std::uint32_t page, std::uint32_t at = 0);
  StoredFile finish();  // sorted; of those that differ in `at` alone, the first

 private:
  void spill();
  std::string run_path(std::size_t run) const;

  std::string folder_, kind_;
  std::size_t most_, runs_ = 0;
  std::vector<Row> rows_;
};

}  // namespace tamis::memory
