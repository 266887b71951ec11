// SPDX-License-Identifier: Apache-2.0
#include "decode/charset_label.h"

#include "decode/transcode.h"

#include <gtest/gtest.h>

#include <utility>

namespace tamis::decoding {
namespace {

TEST(CharsetLabel, MeansWhatPagesMeanByIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"utf8", "utf-8"},
      {" UTF-8 ", "utf-8"},
      {"gb2312", "gb18030"},
      {"GBK", "gb18030"},
      {"x-gbk", "gb18030"},
      {"hz-gb-2312", "gb18030"},
      {"gb_2312-80", "gb18030"},
      {"Big5-HKSCS", "big5"},
      {"latin1", "windows-1252"},
      {"ISO-8859-1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"sjis", "shift_jis"},
      {"ks_c_5601-1987", "euc-kr"},
      {"koi8-r", "koi8-r"},
      {"'gbk'", "gb18030"},
      {"nonsense", ""},
      {"", ""},
      {"utf-8 gbk", ""},
  };
  for (const auto& [label, charset] : cases) EXPECT_EQ(charset_of_label(label), charset) << label;
}

TEST(CharsetLabel, EveryCharsetCanBeDecoded) {
  for (const char* label :
       {"utf-8",        "gbk",          "big5",         "euc-tw",       "sjis",
        "euc-jp",       "iso-2022-jp",  "euc-kr",       "utf-16le",     "utf-16be",
        "utf-32le",     "utf-32be",     "latin1",       "windows-1250", "windows-1251",
        "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
        "windows-1258", "windows-874",  "iso-8859-2",   "iso-8859-3",   "iso-8859-4",
        "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-10",
        "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",
        "koi8-u",       "ibm866",       "macintosh"}) {
    EXPECT_TRUE(can_transcode(charset_of_label(label))) << label;
  }
}

}  // namespace
}  // namespace tamis::decoding
