// SPDX-License-Identifier: Apache-2.0
// DecodedStream: what a decoder makes of another stream: all members or frames, one after another.
#pragma once

#include "codec/byte_stream.h"
#include "codec/decoder.h"

#include <memory>
#include <vector>

namespace tamis::codec {

struct DecodeLimits {
  std::uint64_t max_output = ~std::uint64_t{0};  // of the whole stream; more is kTooBig
  std::uint64_t max_ratio =
      ~std::uint64_t{0};  // of one member, once it gave 1 MiB; more is kTooBig
};

// Errors: kBroken for damaged or cut data, kTooBig for the limits, and whatever the input's error
// was. Memory: 128 KiB and the decoder's. Zero bytes behind the last member are padding.
class DecodedStream : public ByteStream {
 public:
  DecodedStream(std::unique_ptr<ByteStream> input, Coding coding, const DecodeLimits& limits);
  std::size_t read(std::span<char> out) override;

  // Goes on at the next member (gzip, zstd) that decodes to `prefix`. Looks back up to 64 KiB: a
  // member that was cut is noticed only when the decoder has run into the next.
  bool recover(std::string_view prefix) override;

  bool whole() const override { return !error_ || trailing_; }

 private:
  std::string_view rest() const { return {buffer_.data() + begin_, end_ - begin_}; }
  bool fill();
  void want(std::size_t count);
  bool begin_member();
  bool check_limits(const Step& step);
  void fail(ErrorKind kind, const std::string& message);
  void rewind();
  bool probe(std::string_view prefix);

  std::unique_ptr<ByteStream> input_;
  Coding coding_;
  DecodeLimits limits_;
  std::unique_ptr<Decoder> decoder_;
  std::unique_ptr<Decoder> probe_;  // made when first needed
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t offset_ = 0;        // of buffer_[0] in the input
  std::uint64_t member_start_ = 0;  // in the input
  std::uint64_t member_in_ = 0, member_out_ = 0, output_ = 0;
  std::uint64_t rewound_ = 0;
  std::uint64_t members_ = 0;
  bool in_member_ = false, ended_ = false, trailing_ = false;
};

}  // namespace tamis::codec
