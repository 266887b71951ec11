// SPDX-License-Identifier: Apache-2.0
#include "codec/gzip_member.h"

#include <zlib.h>

#include <new>

namespace tamis::codec {
namespace {

// Magic, deflate, FEXTRA, no time, no flags, Unix; 12 bytes of extra: "sl", 8 bytes.
constexpr unsigned char kBegin[16] = {0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 12, 0, 's', 'l', 8, 0};
constexpr std::size_t kTrailer = 8;
constexpr std::size_t kSmall = 4096;
// Not worth the time, which is more than the disk's for what is saved: requests, redirects, pages
// of a few lines. Articles are far above.
constexpr std::size_t kStored = 2048;

void put32(char* to, std::uint64_t value) {
  for (int i = 0; i < 4; ++i) to[i] = static_cast<char>(value >> (8 * i) & 0xff);
}

}  // namespace

// One for large pieces, and one for small: its tables, cleared for every member, are in proportion,
// and it does without codes of its own, which cost more to make than they save.
struct GzipMember::Stream {
  z_stream large{}, small{};
  void append_deflated(std::string& out, std::string_view bytes);
};

GzipMember::GzipMember(int level) : stream_(std::make_unique<Stream>()) {
  if (deflateInit2(&stream_->large, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  if (deflateInit2(&stream_->small, 1, Z_DEFLATED, -12, 5, Z_FIXED) != Z_OK) {
    deflateEnd(&stream_->large);
    throw std::bad_alloc();
  }
}

GzipMember::~GzipMember() {
  deflateEnd(&stream_->large);
  deflateEnd(&stream_->small);
}

namespace {

// One stored block (RFC 1951, 3.2.4).
void append_stored(std::string& out, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  char lengths[5] = {1};
  put32(lengths + 1, size | (~size & 0xffff) << 16);
  out.append(lengths, sizeof lengths).append(bytes);
}

}  // namespace

void GzipMember::append(std::string& out, std::string_view bytes) {
  const std::size_t begin = out.size();
  out.append(reinterpret_cast<const char*>(kBegin), sizeof kBegin)
      .append(kHeader - sizeof kBegin, ' ');
  if (bytes.size() <= kStored) {
    append_stored(out, bytes);
  } else {
    stream_->append_deflated(out, bytes);
  }
  out.resize(out.size() + kTrailer);
  char* const end = out.data() + out.size() - kTrailer;
  const auto* plain = reinterpret_cast<const Bytef*>(bytes.data());
  put32(out.data() + begin + sizeof kBegin, out.size() - begin);
  put32(out.data() + begin + sizeof kBegin + 4, bytes.size());
  put32(end, crc32(0, plain, static_cast<uInt>(bytes.size())));
  put32(end + 4, bytes.size());
}

void GzipMember::Stream::append_deflated(std::string& out, std::string_view bytes) {
  z_stream& z = bytes.size() <= kSmall ? small : large;
  deflateReset(&z);
  const std::size_t begin = out.size();
  const std::size_t most = deflateBound(&z, static_cast<uLong>(bytes.size()));
  out.resize(begin + most);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data() + begin);
  z.avail_out = static_cast<uInt>(most);
  deflate(&z, Z_FINISH);
  out.resize(begin + (most - z.avail_out));
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
