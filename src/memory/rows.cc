// SPDX-License-Identifier: Apache-2.0
#include "memory/rows.h"

#include <fcntl.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace tamis::memory {
namespace {

constexpr std::size_t kRowsAPlace = 16;
constexpr int kMostBits = 20;             // of the directory: 4 MiB
constexpr std::size_t kSweep = 1u << 14;  // rows read at once when all are

// Of the directory for so many rows; at least one, for a shift by 64 is none.
int bits_for(std::size_t rows) {
  return std::clamp(static_cast<int>(std::bit_width(rows / kRowsAPlace)), 1, kMostBits);
}

}  // namespace

Rows::Rows(const std::string& folder, const StoredFile& file, std::size_t most_held)
    : path_(folder + "/" + file.name), size_(file.size / sizeof(Row)) {
  if (file.size % sizeof(Row) != 0 || size_ >= std::numeric_limits<std::uint32_t>::max())
    throw_damaged(folder, file.name + " is not as long as it should be");
  fd_ = base::open_file(path_, O_RDONLY);
  const int bits = bits_for(size_);
  shift_ = 64 - bits;
  first_.reserve((std::size_t{1} << bits) + 1);
  if (size_ <= most_held) held_.reserve(size_);
  check(folder, file);
  first_.resize((std::size_t{1} << bits) + 1, static_cast<std::uint32_t>(size_));
  if (size_ <= most_held) fd_.reset();
}

void Rows::check(const std::string& folder, const StoredFile& file) {
  const bool hold = held_.capacity() >= size_;
  std::vector<Row> rows(std::min(kSweep, size_ + 1));
  Row last;
  std::size_t number = 0, got = 0, rest = 0;
  char* const bytes = reinterpret_cast<char*>(rows.data());
  while ((got = base::read_some(fd_.get(), bytes + rest, rows.size() * sizeof(Row) - rest,
                                path_)) != 0) {
    const std::size_t whole = (rest + got) / sizeof(Row);
    for (std::size_t i = 0; i < whole; ++i, ++number) {
      if (rows[i] < last) throw_damaged(folder, file.name + " is not sorted");
      last = rows[i];
      add_to_directory(last, number);
      if (hold && number < size_) held_.push_back(last);
    }
    rest = (rest + got) % sizeof(Row);
    std::copy_n(bytes + whole * sizeof(Row), rest, bytes);
  }
  if (number != size_ || rest != 0)
    throw_damaged(folder, file.name + " is not as long as it should be");
}

void Rows::add_to_directory(const Row& row, std::size_t number) {
  while (first_.size() <= row.hash >> shift_) first_.push_back(static_cast<std::uint32_t>(number));
}

void Rows::read(std::size_t number, std::size_t count, Cursor& cursor) const {
  cursor.number = number;
  count = std::min(count, size_ - number);
  if (!fd_) {
    cursor.rows = std::span(held_).subspan(number, count);
    return;
  }
  char* const to = reinterpret_cast<char*>(cursor.piece.data());
  if (count > 0) base::read_at(fd_.get(), number * sizeof(Row), to, count * sizeof(Row), path_);
  cursor.rows = std::span(cursor.piece).first(count);
}

void Rows::step(Cursor& cursor) const {
  ++cursor.number;
  cursor.rows = cursor.rows.subspan(1);
  if (cursor.rows.empty()) read(cursor.number, kPiece, cursor);
}

void Rows::seek(const Row& least, Cursor& cursor) const {
  std::size_t from = first_[least.hash >> shift_], to = first_[(least.hash >> shift_) + 1];
  while (to - from > kPiece) {
    const std::size_t middle = from + (to - from) / 2;
    read(middle, 1, cursor);
    (cursor.rows.front() < least ? from : to) = middle;
  }
  read(from, kPiece, cursor);
  while (!cursor.rows.empty() && cursor.rows.front() < least) step(cursor);
}

std::size_t Rows::find(std::uint64_t hash, std::size_t most, std::vector<Row>& to) const {
  if (size_ == 0) return 0;
  const std::size_t before = to.size();
  Cursor cursor;
  seek({hash & ~std::uint64_t{1}, 0, 0}, cursor);
  for (; !cursor.rows.empty() && to.size() - before < most; step(cursor)) {
    const Row& row = cursor.rows.front();
    if (row.hash >> 1 != hash >> 1) break;
    to.push_back(row);
  }
  return to.size() - before;
}

std::vector<Row> Rows::find(std::uint64_t hash, std::size_t most) const {
  std::vector<Row> rows;
  find(hash, most, rows);
  return rows;
}

std::optional<Row> Rows::find_at(std::uint64_t hash, std::uint32_t page) const {
  if (size_ == 0) return std::nullopt;
  for (const std::uint64_t asked : {hash & ~std::uint64_t{1}, hash | 1}) {
    Cursor cursor;
    seek({asked, page, 0}, cursor);
    if (cursor.rows.empty()) continue;
    const Row& row = cursor.rows.front();
    if (row.hash == asked && row.page == page) return row;
  }
  return std::nullopt;
}

}  // namespace tamis::memory
