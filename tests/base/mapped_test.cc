// SPDX-License-Identifier: Apache-2.0
#include "base/mapped.h"

#include "base/atomic_file.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

namespace tamis::base {
namespace {

TEST(Mapped, WhatIsLetGoIsReadAgain) {
  const test::Scratch scratch;
  const std::string path = scratch.path("large");
  write_file(path, "begin");
  std::filesystem::resize_file(path, 40u << 20);  // sparse, and more than stays resident
  Mapped mapped(path);
  for (int i = 0; i < 2000; ++i) {
    mapped.touch(mapped.bytes().substr(0, 100000));
    mapped.touch("what lies elsewhere");
    ASSERT_EQ(mapped.bytes().substr(0, 5), "begin");
    ASSERT_EQ(mapped.bytes().back(), '\0');
  }
  const Mapped moved = std::move(mapped);
  moved.let_go();
  EXPECT_EQ(moved.bytes().substr(0, 5), "begin");
}

TEST(Mapped, AnEmptyFileHasNoBytes) {
  const test::Scratch scratch;
  write_file(scratch.path("empty"), "");
  const Mapped mapped(scratch.path("empty"));
  mapped.touch(mapped.bytes());
  mapped.let_go();
  EXPECT_TRUE(mapped.bytes().empty());
}

}  // namespace
}  // namespace tamis::base
