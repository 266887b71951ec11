// SPDX-License-Identifier: Apache-2.0
#include "codec/zstd_record.h"

#include <zstd.h>

#include <new>

namespace tamis::codec {
namespace {

constexpr int kLevel = 1;  // half a millisecond for a page; 3 is twice that for a tenth less

}  // namespace

std::string zstd_packed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // there is room: nothing else can fail
  out.resize(size);
  return out;
}

std::optional<std::string> zstd_unpacked(std::string_view frame, std::size_t most) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most)
    return std::nullopt;
  std::string out(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != out.size()) return std::nullopt;
  return out;
}

}  // namespace tamis::codec
