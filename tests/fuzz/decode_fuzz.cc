// SPDX-License-Identifier: Apache-2.0
// Any bytes become valid UTF-8 without NUL and CR.
#include "base/utf8.h"
#include "tamis/decode.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tamis::Page page;
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  for (const char* header : {"", "text/html; charset=gbk", "text/html; charset=big5"}) {
    page.headers = {{"Content-Type", header}};
    const tamis::Text text = tamis::decode(page);
    if (!tamis::base::valid_utf8(text.utf8)) std::abort();
    if (text.utf8.find('\0') != std::string::npos) std::abort();
    if (text.utf8.find('\r') != std::string::npos) std::abort();
    if (text.charset.name.empty() || text.charset.by.empty()) std::abort();
  }
  return 0;
}
