// SPDX-License-Identifier: Apache-2.0
#include "codec/pack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <stdexcept>

namespace tamis::test {

namespace {

class Deflate {
 public:
  explicit Deflate(int window_bits) {
    if (deflateInit2(&stream_, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::runtime_error("deflateInit2");
    }
  }
  ~Deflate() { deflateEnd(&stream_); }
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  void add(std::string_view bytes, bool last, std::string& out) {
    std::string buffer(1 << 16, '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
      out.append(buffer, 0, buffer.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

 private:
  z_stream stream_ = {};
};

std::string deflated(std::string_view bytes, int window_bits) {
  std::string out;
  Deflate(window_bits).add(bytes, true, out);
  return out;
}

class ZstdCompressor {
 public:
  ZstdCompressor() : context_(ZSTD_createCCtx()) {
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdCompressor() { ZSTD_freeCCtx(context_); }
  ZstdCompressor(const ZstdCompressor&) = delete;
  ZstdCompressor& operator=(const ZstdCompressor&) = delete;

  void set_window(int log) { ZSTD_CCtx_setParameter(context_, ZSTD_c_windowLog, log); }

  void add(std::string_view bytes, bool last, std::string& out) {
    std::string buffer(1 << 16, '\0');
    ZSTD_inBuffer input = {bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer output = {buffer.data(), buffer.size(), 0};
      const std::size_t rest =
          ZSTD_compressStream2(context_, &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
      if (ZSTD_isError(rest)) throw std::runtime_error("ZSTD_compressStream2");
      out.append(buffer, 0, output.pos);
      if (last ? rest == 0 : input.pos == input.size) break;
    }
  }

 private:
  ZSTD_CCtx* context_;
};

template <class Compressor>
std::string repeated(Compressor& compressor, std::string_view piece, std::uint64_t total) {
  std::string block, out;
  while (block.size() < (1 << 20)) block += piece;
  for (std::uint64_t done = 0; done < total; done += block.size()) {
    compressor.add(block, false, out);
  }
  compressor.add({}, true, out);
  return out;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  return deflated(bytes, MAX_WBITS + 16);
}
std::string zlib(std::string_view bytes) {
  return deflated(bytes, MAX_WBITS);
}
std::string raw_deflate(std::string_view bytes) {
  return deflated(bytes, -MAX_WBITS);
}

std::string zstd(std::string_view bytes, int window_log) {
  ZstdCompressor compressor;
  if (window_log > 0) compressor.set_window(window_log);
  std::string out;
  // In two parts, so that the frame does not know its size and keeps the window asked for.
  compressor.add(bytes, false, out);
  compressor.add({}, true, out);
  return out;
}

std::string gzip_repeated(std::string_view piece, std::uint64_t total) {
  Deflate compressor(MAX_WBITS + 16);
  return repeated(compressor, piece, total);
}

std::string zstd_repeated(std::string_view piece, std::uint64_t total) {
  ZstdCompressor compressor;
  return repeated(compressor, piece, total);
}

std::string brotli_sample() {
  constexpr unsigned char kBytes[] = {0x1b, 0x98, 0x00, 0xf8, 0x1d, 0xa9, 0x51, 0x9f, 0x3d,
                                      0xae, 0x79, 0xdc, 0xe0, 0xee, 0x94, 0x4f, 0x59, 0x81,
                                      0xcc, 0x85, 0x6e, 0x51, 0x80, 0x85, 0xf8, 0x00};
  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}

std::string brotli_sample_text() {
  std::string out = "<p>";
  for (int i = 0; i < 30; ++i) out += "news ";
  return out;
}

std::size_t Trickle::read(std::span<char> out) {
  const std::size_t size = std::min({out.size(), step_, bytes_.size() - at_});
  if (size == 0 && fault_) error_ = Error{ErrorKind::kUnreadable, "cannot be read: injected"};
  bytes_.copy(out.data(), size, at_);
  at_ += size;
  return size;
}

std::string noise(std::size_t size, std::uint32_t seed) {
  std::string out(size, '\0');
  for (char& c : out) {
    seed = seed * 1664525 + 1013904223;
    c = static_cast<char>(seed >> 24);
  }
  return out;
}

}  // namespace tamis::test
