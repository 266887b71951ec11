// SPDX-License-Identifier: Apache-2.0
#include "codec/gzip_member.h"

#include <zlib.h>

#include <new>

namespace tamis::codec {
namespace {

// Magic, deflate, FEXTRA, no time, no flags, Unix; 12 bytes of extra: "sl", 8 bytes.
constexpr unsigned char kBegin[16] = {0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 12, 0, 's', 'l', 8, 0};
constexpr std::size_t kTrailer = 8;

void put32(char* to, std::uint64_t value) {
  for (int i = 0; i < 4; ++i) to[i] = static_cast<char>(value >> (8 * i) & 0xff);
}

}  // namespace

struct GzipMember::Stream {
  z_stream z{};
};

GzipMember::GzipMember(int level) : stream_(std::make_unique<Stream>()) {
  if (deflateInit2(&stream_->z, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
}

GzipMember::~GzipMember() {
  deflateEnd(&stream_->z);
}

void GzipMember::append(std::string& out, std::string_view bytes) {
  z_stream& z = stream_->z;
  deflateReset(&z);
  const std::size_t begin = out.size();
  const std::size_t most = deflateBound(&z, static_cast<uLong>(bytes.size()));
  out.resize(begin + kHeader + most + kTrailer);
  for (std::size_t i = 0; i < sizeof kBegin; ++i) out[begin + i] = static_cast<char>(kBegin[i]);
  auto* const plain = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.next_in = plain;
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data() + begin + kHeader);
  z.avail_out = static_cast<uInt>(most);
  deflate(&z, Z_FINISH);
  const std::size_t end = begin + kHeader + (most - z.avail_out);
  out.resize(end + kTrailer);
  put32(out.data() + begin + sizeof kBegin, out.size() - begin);
  put32(out.data() + begin + sizeof kBegin + 4, bytes.size());
  put32(out.data() + end, crc32(0, plain, static_cast<uInt>(bytes.size())));
  put32(out.data() + end + 4, bytes.size());
}

std::optional<std::uint64_t> GzipMember::length(std::string_view header) {
  if (header.size() < kHeader) return std::nullopt;
  for (std::size_t i = 0; i < sizeof kBegin; ++i) {
    if (static_cast<unsigned char>(header[i]) != kBegin[i]) return std::nullopt;
  }
  std::uint64_t value = 0;
  for (int i = 3; i >= 0; --i)
    value = value << 8 |
            static_cast<unsigned char>(header[sizeof kBegin + static_cast<std::size_t>(i)]);
  if (value < kHeader + kTrailer) return std::nullopt;
  return value;
}

}  // namespace tamis::codec
