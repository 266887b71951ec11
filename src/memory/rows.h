// SPDX-License-Identifier: Apache-2.0
// Rows of (hash, page, letter), sorted, looked up where they lie.
#pragma once

#include "base/file.h"
#include "memory/header.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
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

// The rows of a finished file. A small file is held; of a large one a directory is, some bytes for
// every 16 rows, and a look-up reads what it needs: neither grows the memory of a run by what was
// once looked at, as a mapped file would. Any thread.
class Rows {
 public:
  static constexpr std::size_t kMostHeld = 1u << 20;  // rows: 16 MiB

  Rows() = default;
  // Reads it once. Throws Failure when the size is no multiple of a row's, or the rows are not
  // sorted.
  Rows(const std::string& folder, const StoredFile& file, std::size_t most_held = kMostHeld);

  // Appends the rows of a hash, bit 0 of both ignored, by page; the first `most` when there are
  // more. The number of rows.
  std::size_t find(std::uint64_t hash, std::size_t most, std::vector<Row>& to) const;
  std::vector<Row> find(std::uint64_t hash, std::size_t most) const;
  // The row of a hash, bit 0 ignored, and a page.
  std::optional<Row> find_at(std::uint64_t hash, std::uint32_t page) const;

 private:
  static constexpr std::size_t kPiece = 64;  // rows read at once
  // A place among the rows: `rows` are some from `number` on, none at the end.
  struct Cursor {
    std::size_t number = 0;
    std::span<const Row> rows;
    std::array<Row, kPiece> piece;
  };

  void check(const std::string& folder, const StoredFile& file);
  void add_to_directory(const Row& row, std::size_t number);
  void seek(const Row& least, Cursor& cursor) const;  // the first row that is not less
  void step(Cursor& cursor) const;                    // to the next row
  void read(std::size_t number, std::size_t count, Cursor& cursor) const;

  std::string path_;
  base::Fd fd_;  // none: held
  std::size_t size_ = 0;
  std::vector<Row> held_;
  int shift_ = 0;                     // a hash shifted by it is its place in the directory
  std::vector<std::uint32_t> first_;  // row of each place; one place more for the end
};

}  // namespace tamis::memory
