// SPDX-License-Identifier: Apache-2.0
#include "codec/codecs.h"

#include <zlib.h>

#include <new>

namespace tamis::codec {

namespace {

constexpr int kZlib = MAX_WBITS, kGzip = MAX_WBITS + 16, kRaw = -MAX_WBITS;

// "deflate" should be zlib's format, but servers send the raw one too; the header tells.
bool has_zlib_header(std::string_view in) {
  if (in.size() < 2) return false;
  const unsigned first = static_cast<unsigned char>(in[0]);
  const unsigned second = static_cast<unsigned char>(in[1]);
  return (first & 15) == Z_DEFLATED && (first >> 4) <= 7 && (first * 256 + second) % 31 == 0;
}

class Inflate : public Decoder {
 public:
  explicit Inflate(Coding coding) : coding_(coding) {
    if (inflateInit2(&stream_, kGzip) != Z_OK) throw std::bad_alloc();
  }
  ~Inflate() override { inflateEnd(&stream_); }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  void reset() override {
    inflateReset2(&stream_, kGzip);
    begun_ = false;
  }

  Step step(std::string_view in, std::span<char> out) override {
    if (!begun_ && !in.empty()) {
      begun_ = true;
      if (coding_ == Coding::kDeflate) inflateReset2(&stream_, has_zlib_header(in) ? kZlib : kRaw);
    }
    // zlib does not write to its input; it is not const for old compilers' sake.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_MEM_ERROR) throw std::bad_alloc();
    Step step;
    step.consumed = in.size() - stream_.avail_in;
    step.produced = out.size() - stream_.avail_out;
    if (code == Z_STREAM_END) {
      step.state = Step::kEnd;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      step.state = Step::kBroken;
      step.reason = code == Z_NEED_DICT ? "it needs a dictionary" : stream_.msg;
      if (step.reason == nullptr) step.reason = "";
    }
    return step;
  }

 private:
  Coding coding_;
  bool begun_ = false;
  z_stream stream_ = {};
};

}  // namespace

std::unique_ptr<Decoder> make_inflate(Coding coding) {
  return std::make_unique<Inflate>(coding);
}

}  // namespace tamis::codec
