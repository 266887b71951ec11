// SPDX-License-Identifier: Apache-2.0
// Memory for one Gumbo run: bump allocation, freed at once. When the budget is spent (or malloc
// fails) it leaves through `exhausted` by longjmp: Gumbo is C and does not look at null.
#pragma once

#include <csetjmp>
#include <cstddef>

namespace tamis::parsing {

class Arena {
 public:
  Arena(std::size_t first_chunk, std::size_t budget);
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Never null; 16-byte aligned. Jumps to `exhausted` instead of passing the budget.
  void* allocate(std::size_t size);
  // Only the newest allocation is taken back.
  void release(void* pointer);

  std::size_t used() const { return used_; }

  std::jmp_buf exhausted;  // set by the caller (setjmp) before the first allocation

 private:
  struct Chunk {
    Chunk* previous;
    std::size_t size;
  };
  void grow(std::size_t size);

  Chunk* chunk_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
  char* last_ = nullptr;  // the newest allocation
  std::size_t next_chunk_;
  std::size_t budget_;
  std::size_t used_ = 0;  // bytes of all chunks
};

}  // namespace tamis::parsing
