// SPDX-License-Identifier: Apache-2.0
#include "memory/behind.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::memory {
namespace {

// A letter each for what stands behind: of the sentence, its end, an ellipsis.
std::string told(std::string_view text) {
  const Canonical read = Canon().read(text);
  const std::string packed = behind_letters(text, read);
  EXPECT_EQ(packed.size(), behind_size(read.letters.size()));
  std::string out;
  for (std::size_t end = 1; end <= read.letters.size(); ++end)
    out += "-.~"[static_cast<std::size_t>(behind(packed, read.letters.size(), end))];
  return out;
}

TEST(Behind, TellsWhereSentencesEnd) {
  EXPECT_EQ(told("天津市。报告，病例"), "--.---.");
  EXPECT_EQ(told("天津\n报告"), "-.-.");
  EXPECT_EQ(told("天津……报告…例"), "-~-~.");
  EXPECT_EQ(told("abc... def. g"), "--~--..");
  EXPECT_EQ(told("增三万例"), "------.");  // 30000: letters of one number
}

TEST(Behind, TheEndOfATextEndsItsSentence) {
  EXPECT_EQ(told("天"), ".");
  EXPECT_EQ(told(""), "");
  EXPECT_EQ(behind("", 0, 0), Behind::kSentence);
  EXPECT_EQ(behind("", 9, 5), Behind::kSentence);  // cut off
}

}  // namespace
}  // namespace tamis::memory
