// SPDX-License-Identifier: Apache-2.0
// Rows of (hash, page): sorted on disk however many there are, looked up where they lie.
#pragma once

#include "base/mapped.h"
#include "memory/header.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tamis::memory {

// 12 bytes, as in the file (little-endian machines only).
struct Row {
  std::uint32_t low = 0, high = 0, page = 0;

  std::uint64_t hash() const { return std::uint64_t{high} << 32 | low; }
  static Row of(std::uint64_t hash, std::uint32_t page) {
    return {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32), page};
  }
  bool operator==(const Row&) const = default;
  bool operator<(const Row& other) const {
    return hash() != other.hash() ? hash() < other.hash() : page < other.page;
  }
};
static_assert(sizeof(Row) == 12);

// Takes rows in any order. Holds at most `most` of them; the rest waits in sorted runs on disk.
class RowWriter {
 public:
  static constexpr std::size_t kMost = 4u << 20;  // 48 MiB

  RowWriter(std::string folder, std::string kind, std::size_t most = kMost);
  ~RowWriter();
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  void add(std::uint64_t hash, std::uint32_t page);
  StoredFile finish();  // sorted, each row once

 private:
  void spill();
  std::string run_path(std::size_t run) const;

  std::string folder_, kind_;
  std::size_t most_, runs_ = 0;
  std::vector<Row> rows_;
};

// The rows of a finished file. Any thread.
class Rows {
 public:
  Rows() = default;
  // Throws Failure when the size is no multiple of a row's, or the rows are not sorted as far as
  // the directory sees.
  Rows(const std::string& folder, const StoredFile& file);

  // The rows of a hash, bit 0 of both ignored, by page; the first `most` when there are more.
  std::span<const Row> find(std::uint64_t hash, std::size_t most) const;
  std::span<const Row> all() const { return rows_; }

 private:
  base::Mapped mapped_;
  std::span<const Row> rows_;
  std::vector<std::uint64_t> first_;  // of each value of the highest bits
};

}  // namespace tamis::memory
