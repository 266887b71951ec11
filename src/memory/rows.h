// SPDX-License-Identifier: Apache-2.0
// Rows of (hash, page, letter): sorted on disk however many there are, looked up where they lie.
#pragma once

#include "base/mapped.h"
#include "memory/header.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tamis::memory {

// 16 bytes, as in the file (little-endian machines only). A row a hash and page.
struct Row {
  std::uint64_t hash = 0;
  std::uint32_t page = 0;
  std::uint32_t at = 0;  // the letter of the body where it begins; 0 where that says nothing

  bool same_but_at(const Row& other) const { return hash == other.hash && page == other.page; }
  auto operator<=>(const Row&) const = default;
};
static_assert(sizeof(Row) == 16);

// Takes rows in any order. Holds at most `most` of them; the rest waits in sorted runs on disk.
class RowWriter {
 public:
  static constexpr std::size_t kMost = 1u << 20;  // 16 MiB

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

// The rows of a finished file. Any thread.
class Rows {
 public:
  Rows() = default;
  // Throws Failure when the size is no multiple of a row's, or the rows are not sorted as far as
  // the directory sees.
  Rows(const std::string& folder, const StoredFile& file);

  // The rows of a hash, bit 0 of both ignored, by page; the first `most` when there are more.
  std::span<const Row> find(std::uint64_t hash, std::size_t most) const;
  // The row of a hash, bit 0 ignored, and a page; null: there is none.
  const Row* find_at(std::uint64_t hash, std::uint32_t page) const;
  std::span<const Row> all() const { return rows_; }

 private:
  // The rest of the bucket from that row on.
  std::span<const Row> from(std::uint64_t hash, std::uint32_t page) const;

  base::Mapped mapped_;
  std::span<const Row> rows_;
  std::vector<std::uint64_t> first_;  // of each value of the highest bits
};

}  // namespace tamis::memory
