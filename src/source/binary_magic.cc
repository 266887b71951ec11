// SPDX-License-Identifier: Apache-2.0
#include "source/sniff.h"

#include <algorithm>

namespace tamis::source {

namespace {

using std::string_view;
using namespace std::literals;

struct Magic {
  std::size_t offset;
  string_view bytes;
  const char* what;
};

constexpr Magic kMagics[] = {
    {0, "\x89PNG\r\n\x1a\n"sv, "a PNG image"},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    {0, "GIF87a"sv, "a GIF image"},
    {0, "GIF89a"sv, "a GIF image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {0, "\0\0\1\0"sv, "an icon"},
    {8, "WEBPVP8"sv, "a WebP image"},
    {8, "WAVEfmt"sv, "a WAVE sound"},
    {8, "AVI LIST"sv, "an AVI video"},
    {4, "ftyp"sv, "an MPEG-4 file"},
    {0, "\x1A\x45\xDF\xA3"sv, "a Matroska video"},
    {0, "OggS\0"sv, "an Ogg file"},
    {0, "ID3\2"sv, "an MP3 sound"},
    {0, "ID3\3"sv, "an MP3 sound"},
    {0, "ID3\4"sv, "an MP3 sound"},
    {0, "fLaC\0"sv, "a FLAC sound"},
    {0, "FLV\1"sv, "a Flash video"},
    {0, "%PDF-"sv, "a PDF document"},
    {0, "%!PS-Adobe"sv, "a PostScript document"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an Office document"},
    {0, "PK\3\4"sv, "a ZIP archive or an Office document"},
    {0, "PK\5\6"sv, "a ZIP archive"},
    {0, "Rar!\x1A\7"sv, "a RAR archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {0,
     "\xFD"sv
     "7zXZ\0"sv,
     "xz data"},
    {0, "BZh91AY&SY"sv, "bzip2 data"},
    {0, "\x1F\x8B\x08"sv, "compressed more than twice"},
    {0, "\x28\xB5\x2F\xFD"sv, "compressed more than twice"},
    {257, "ustar"sv, "a tar archive"},
    {0,
     "\x7F"sv
     "ELF"sv,
     "a program"},
    {0, "\xCA\xFE\xBA\xBE"sv, "a program"},
    {0, "\0asm"sv, "a program"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
    {0, "wOFF"sv, "a font"},
    {0, "wOF2"sv, "a font"},
    {0, "\0\1\0\0\0"sv, "a font"},
    {0, "OTTO\0"sv, "a font"},
};

// Text has tabs, line ends, form feeds and (ISO-2022) escapes; nothing else below the space.
bool is_odd_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b) || c == 0x7f;
}

// The upper bytes of text in the scripts we meet: Latin, punctuation, kana, Han, full width.
bool is_upper_byte(unsigned char c) {
  return c == 0 || c == 0x20 || c == 0x30 || c == 0xff || (c >= 0x4e && c <= 0x9f);
}

}  // namespace

bool looks_utf16_or_32(string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) ||
      head.starts_with("\0\0\xFE\xFF"sv)) {
    return true;
  }
  std::size_t upper[2] = {0, 0}, zeros[2] = {0, 0};
  const std::size_t size = std::min<std::size_t>(head.size(), 1024) & ~std::size_t{1};
  for (std::size_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    upper[i & 1] += is_upper_byte(c);
    zeros[i & 1] += c == 0;
  }
  const std::size_t characters = size / 2;
  const auto side = [&](int high) {
    return upper[high] * 10 >= characters * 9 && zeros[high] > 0 &&
           zeros[high] > 4 * zeros[1 - high];
  };
  return characters >= 4 && (side(0) || side(1));
}

std::optional<std::string> magic_kind(string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.size() > magic.offset && head.substr(magic.offset).starts_with(magic.bytes)) {
      return magic.what;
    }
  }
  return std::nullopt;
}

bool looks_binary(string_view head) {
  if (looks_utf16_or_32(head)) return false;
  const string_view sample = head.substr(0, 1024);
  const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
    return is_odd_control(static_cast<unsigned char>(c));
  });
  // Bytes without meaning have 11 % of them, text with a few stray ones far less than 5 %.
  return static_cast<std::size_t>(odd) * 20 > sample.size();
}

}  // namespace tamis::source
