// SPDX-License-Identifier: Apache-2.0
// decode: the bytes of a page as UTF-8, and which evidence chose the charset.
#pragma once

#include "tamis/page.h"

#include <cstdint>
#include <string>

namespace tamis {

struct Charset {
  std::string name;          // "utf-8", "gb18030", "big5", "utf-16le", "windows-1252", ...
  std::string by;            // "bom" "http" "meta" "valid" "frequency" "detector" "json" "default"
  std::uint32_t errors = 0;  // characters replaced by U+FFFD while decoding
};

// UTF-8 without BOM and without NUL; line ends are LF. Private-use characters are kept.
struct Text {
  std::string utf8;
  Charset charset;
};

// Never fails: what no charset explains is U+FFFD and counted. Pure; any thread.
// Order: BOM; HTTP Content-Type; <meta> prescan (WHATWG HTML, 13.2.3.2); valid UTF-8 (a tail cut
// inside a character still counts); else the best of GB18030, Big5 and the detector's word by
// character frequency. A declaration that the bytes contradict loses. gb2312 and gbk mean GB18030.
Text decode(const Page& page);

}  // namespace tamis
