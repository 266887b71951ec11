// SPDX-License-Identifier: Apache-2.0
#include "pipeline/item_store.h"

#include "scratch.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::pipeline {
namespace {

std::vector<std::u16string> made() {
  std::vector<std::u16string> all;
  for (std::size_t n = 0; n < 300; ++n) {
    const std::size_t letters = n == 100 ? 700'000 : n % 50 == 7 ? 0 : n * n % 29'000;
    all.emplace_back(letters, static_cast<char16_t>(0x4E00 + n));
  }
  return all;
}

// All in memory but what is longer than a chunk, some of it, nothing.
TEST(ItemStore, GivesBackWhatItWasGivenWhereverItIs) {
  const test::Scratch scratch;
  const std::vector<std::u16string> all = made();
  for (const std::uint64_t memory :
       {std::uint64_t{1} << 30, std::uint64_t{3} << 20, std::uint64_t{0}}) {
    ItemStore store(scratch.path(), memory);
    for (const std::u16string& letters : all) store.append(letters);
    store.flush();
    EXPECT_TRUE(scratch.names().empty());
    for (std::uint32_t i = 300; i-- > 0;)
      EXPECT_TRUE(store.read<std::u16string>(i) == all[i]) << memory << " " << i;
  }
}

TEST(ItemStore, HoldsWordsToo) {
  const test::Scratch scratch;
  ItemStore store(scratch.path(), 0);
  const std::vector<std::uint64_t> words = {1, 1ull << 40, ~0ull};
  store.append(std::vector<std::uint64_t>());
  store.append(words);
  store.flush();
  EXPECT_TRUE(store.read<std::vector<std::uint64_t>>(0).empty());
  EXPECT_EQ(store.read<std::vector<std::uint64_t>>(1), words);
}

}  // namespace
}  // namespace tamis::pipeline
