// SPDX-License-Identifier: Apache-2.0
#include "parse/arena.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace tamis::parsing {

namespace {
constexpr std::size_t kAlignment = 16;
constexpr std::size_t kMaxChunk = std::size_t{8} << 20;

constexpr std::size_t align(std::size_t size) {
  return (size + kAlignment - 1) & ~(kAlignment - 1);
}
}  // namespace

Arena::Arena(std::size_t first_chunk, std::size_t budget)
    : next_chunk_(std::max<std::size_t>(align(first_chunk), 4096)), budget_(budget) {}

Arena::~Arena() {
  while (chunk_ != nullptr) {
    Chunk* previous = chunk_->previous;
    std::free(chunk_);
    chunk_ = previous;
  }
}

void Arena::grow(std::size_t size) {
  const std::size_t room = std::max(next_chunk_, size);
  const std::size_t bytes = room + align(sizeof(Chunk));
  if (size > budget_ || used_ + bytes > budget_) std::longjmp(exhausted, 1);
  void* memory = std::malloc(bytes);
  if (memory == nullptr) std::longjmp(exhausted, 1);
  chunk_ = new (memory) Chunk{chunk_, bytes};
  next_ = static_cast<char*>(memory) + align(sizeof(Chunk));
  end_ = next_ + room;
  used_ += bytes;
  next_chunk_ = std::min(next_chunk_ * 2, kMaxChunk);
}

void* Arena::allocate(std::size_t size) {
  if (size > budget_) std::longjmp(exhausted, 1);
  const std::size_t bytes = align(std::max<std::size_t>(size, 1));
  if (static_cast<std::size_t>(end_ - next_) < bytes) grow(bytes);
  last_ = next_;
  next_ += bytes;
  return last_;
}

void Arena::release(void* pointer) {
  if (pointer == nullptr || pointer != last_) return;
  next_ = last_;
  last_ = nullptr;
}

}  // namespace tamis::parsing
