// SPDX-License-Identifier: Apache-2.0
#include "decode/charset_label.h"

#include <array>
#include <string>
#include <utility>

namespace tamis::decoding {

namespace {

struct Row {
  std::string_view charset;
  std::string_view labels;  // lower case, a space before and after each
};

// Also the names that uchardet gives. The HZ and ISO-2022 forms of GB2312 are ASCII on the wire.
constexpr std::array kRows = {
    Row{"utf-8",
        " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig "
        "utf8mb4 unicode "},
    Row{"gb18030",
        " gb2312 gbk gb18030 gb_2312 gb_2312-80 gb2312-80 chinese csgb2312 csiso58gb231280 "
        "iso-ir-58 x-gbk x-gb2312 cp936 ms936 936 windows-936 gb-2312 euc-cn hz-gb-2312 hz "
        "gb13000 gb2312_charset zh_cn.gbk zh-cn "},
    Row{"big5",
        " big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 big5hkscs big5-eten cp950 windows-950 "},
    Row{"euc-tw", " euc-tw x-euc-tw "},
    Row{"shift_jis",
        " shift_jis shift-jis sjis x-sjis ms_kanji ms932 csshiftjis windows-31j cp932 "},
    Row{"euc-jp", " euc-jp x-euc-jp cseucpkdfmtjapanese "},
    Row{"iso-2022-jp", " iso-2022-jp csiso2022jp "},
    Row{"euc-kr",
        " euc-kr cseuckr ksc5601 ksc_5601 ks_c_5601-1987 ks_c_5601-1989 korean iso-ir-149 "
        "windows-949 cp949 uhc csksc56011987 "},
    Row{"utf-16le", " utf-16le utf-16 ucs-2 csunicode iso-10646-ucs-2 unicodefeff "},
    Row{"utf-16be", " utf-16be unicodefffe "},
    Row{"utf-32le", " utf-32le utf-32 "},
    Row{"utf-32be", " utf-32be "},
    Row{"windows-1252",
        " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 "
        "l1 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 iso-ir-100 "
        "iso_8859-1:1987 "},
    Row{"windows-1250", " windows-1250 cp1250 x-cp1250 "},
    Row{"windows-1251", " windows-1251 cp1251 x-cp1251 win-1251 "},
    Row{"windows-1253", " windows-1253 cp1253 x-cp1253 "},
    Row{"windows-1254",
        " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5 csisolatin5 "},
    Row{"windows-1255", " windows-1255 cp1255 x-cp1255 "},
    Row{"windows-1256", " windows-1256 cp1256 x-cp1256 "},
    Row{"windows-1257", " windows-1257 cp1257 x-cp1257 "},
    Row{"windows-1258", " windows-1258 cp1258 x-cp1258 "},
    Row{"windows-874", " windows-874 tis-620 iso-8859-11 iso8859-11 dos-874 "},
    Row{"iso-8859-2", " iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 csisolatin2 "},
    Row{"iso-8859-3", " iso-8859-3 iso8859-3 latin3 l3 "},
    Row{"iso-8859-4", " iso-8859-4 iso8859-4 latin4 l4 "},
    Row{"iso-8859-5", " iso-8859-5 iso8859-5 cyrillic csisolatincyrillic "},
    Row{"iso-8859-6", " iso-8859-6 iso8859-6 arabic csisolatinarabic "},
    Row{"iso-8859-7", " iso-8859-7 iso8859-7 greek csisolatingreek "},
    Row{"iso-8859-8", " iso-8859-8 iso8859-8 iso-8859-8-i hebrew csisolatinhebrew "},
    Row{"iso-8859-10", " iso-8859-10 iso8859-10 latin6 l6 "},
    Row{"iso-8859-13", " iso-8859-13 iso8859-13 "},
    Row{"iso-8859-14", " iso-8859-14 iso8859-14 "},
    Row{"iso-8859-15", " iso-8859-15 iso8859-15 latin9 l9 "},
    Row{"iso-8859-16", " iso-8859-16 iso8859-16 "},
    Row{"koi8-r", " koi8-r koi8 koi8_r koi cskoi8r "},
    Row{"koi8-u", " koi8-u koi8-ru "},
    Row{"ibm866", " ibm866 866 cp866 csibm866 "},
    Row{"macintosh", " macintosh mac x-mac-roman csmacintosh "},
};

}  // namespace

std::string_view charset_of_label(std::string_view label) {
  constexpr std::string_view kWhite = " \t\n\f\r\"'";
  const std::size_t first = label.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  label = label.substr(first, label.find_last_not_of(kWhite) - first + 1);
  if (label.size() > 32 || label.find(' ') != std::string_view::npos) return {};
  std::string key(1, ' ');
  for (const char c : label) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  key += ' ';
  for (const Row& row : kRows) {
    if (row.labels.find(key) != std::string_view::npos) return row.charset;
  }
  return {};
}

}  // namespace tamis::decoding
