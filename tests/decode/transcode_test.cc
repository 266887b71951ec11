// SPDX-License-Identifier: Apache-2.0
#include "decode/transcode.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::decoding {
namespace {

using namespace std::string_literals;

TEST(Transcode, KeepsPrivateUse) {
  EXPECT_EQ(transcode("\xFD\xB5", "gb18030").utf8, "\xEE\x90\x9E");  // U+E41E
}

TEST(Transcode, ReplacesAndCountsWhatDoesNotDecode) {
  const Transcoded read = transcode("a\xFF\xD6\xD0", "gb18030");
  EXPECT_EQ(read.utf8, "a\uFFFD中");
  EXPECT_EQ(read.errors, 1u);
}

TEST(Transcode, CutLastCharacterIsOneError) {
  EXPECT_EQ(transcode("a\xD6", "gb18030").utf8, "a\uFFFD");
  const Transcoded read = transcode("a\xE4\xB8", "utf-8");
  EXPECT_EQ(read.utf8, "a\uFFFD");
  EXPECT_EQ(read.errors, 1u);
}

TEST(Transcode, ReplacementCharactersOfTheSourceAreNoErrors) {
  EXPECT_EQ(transcode("a\uFFFD\xFF", "utf-8").errors, 1u);
}

TEST(Transcode, EuroOfGbk) {
  const Transcoded read = transcode(
      "\x80"
      "1",
      "gb18030");
  EXPECT_EQ(read.utf8, "€1");
  EXPECT_EQ(read.errors, 0u);
}

TEST(Transcode, GivesWhatTheConverterHeldBack) {
  EXPECT_EQ(transcode("\x88\x66", "big5").utf8, "Ê");  // could have become a letter with a mark
}

TEST(Normalise, DropsMarkAndNulsAndMakesLineEndsOne) {
  std::string text =
      "\xEF\xBB\xBF"
      "a\r\nb\rc\0d\r"s;
  normalise(text);
  EXPECT_EQ(text, "a\nb\ncd\n");
  text = "\r\r\n\n";
  normalise(text);
  EXPECT_EQ(text, "\n\n\n");
}

}  // namespace
}  // namespace tamis::decoding
