// SPDX-License-Identifier: Apache-2.0
#include "tamis/decode.h"

#include "base/utf8.h"
#include "decode/transcode.h"

namespace tamis {

Text decode(const Page& page) {
  Text text;
  const bool utf8 = page.decoded || base::valid_utf8(page.bytes, true);
  text.charset.name = utf8 ? "utf-8" : "gb18030";
  text.charset.by = page.decoded ? "json" : utf8 ? "valid" : "frequency";
  decoding::Transcoded out = decoding::transcode(page.bytes, text.charset.name);
  text.charset.errors = out.errors;
  text.utf8 = std::move(out.utf8);
  decoding::normalise(text.utf8);
  return text;
}

}  // namespace tamis
