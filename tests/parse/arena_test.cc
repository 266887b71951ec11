// SPDX-License-Identifier: Apache-2.0
#include "parse/arena.h"

#include <gtest/gtest.h>

#include <csetjmp>
#include <cstdint>
#include <cstring>

namespace tamis::parsing {
namespace {

// As gumbo_tree does: nothing with a destructor between setjmp and longjmp.
bool exhausts(Arena* arena, std::size_t size, int count) {
  if (setjmp(arena->exhausted) != 0) return true;
  for (int i = 0; i < count; ++i) std::memset(arena->allocate(size), 1, size);
  return false;
}

TEST(Arena, GivesAlignedMemoryAcrossChunks) {
  Arena arena(4096, 1 << 20);
  EXPECT_FALSE(exhausts(&arena, 100, 1000));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(arena.allocate(3)) % 16, 0u);
  EXPECT_LE(arena.used(), std::size_t{1} << 20);
}

TEST(Arena, JumpsWhenTheBudgetIsSpent) {
  Arena many(4096, 1 << 20);
  EXPECT_TRUE(exhausts(&many, 100, 100'000));
  Arena one(4096, 1 << 20);
  EXPECT_TRUE(exhausts(&one, 2 << 20, 1));
  Arena overflow(4096, 1 << 20);
  EXPECT_TRUE(exhausts(&overflow, ~std::size_t{0}, 1));
}

TEST(Arena, TakesBackTheNewestAllocationOnly) {
  Arena arena(4096, 1 << 20);
  void* first = arena.allocate(64);
  void* second = arena.allocate(64);
  arena.release(first);
  arena.release(second);
  EXPECT_EQ(arena.allocate(64), second);
  arena.release(nullptr);
}

}  // namespace
}  // namespace tamis::parsing
