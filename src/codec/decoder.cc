// SPDX-License-Identifier: Apache-2.0
#include "codec/decoder.h"

#include "codec/codecs.h"

namespace tamis::codec {

const char* coding_name(Coding coding) {
  switch (coding) {
    case Coding::kGzip: return "gzip";
    case Coding::kDeflate: return "deflate";
    case Coding::kZstd: return "zstd";
    case Coding::kBrotli: return "br";
  }
  return "";
}

std::optional<Coding> coding_of(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() < 4) return std::nullopt;
  // The method must be deflate and the reserved flags zero (RFC 1952, 2.3.1).
  if (at(0) == 0x1f && at(1) == 0x8b && at(2) == 8 && (at(3) & 0xe0) == 0) return Coding::kGzip;
  if (at(0) == 0x28 && at(1) == 0xb5 && at(2) == 0x2f && at(3) == 0xfd) return Coding::kZstd;
  if ((at(0) & 0xf0) == 0x50 && at(1) == 0x2a && at(2) == 0x4d && at(3) == 0x18) {
    return Coding::kZstd;
  }
  return std::nullopt;
}

std::unique_ptr<Decoder> make_decoder(Coding coding) {
  switch (coding) {
    case Coding::kZstd: return make_zstd();
    case Coding::kBrotli: return make_brotli();
    case Coding::kGzip:
    case Coding::kDeflate: break;
  }
  return make_inflate(coding);
}

}  // namespace tamis::codec
