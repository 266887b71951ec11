// SPDX-License-Identifier: Apache-2.0
// ByteReader: a stream with a view of what comes next, and lines. Memory: one buffer.
#pragma once

#include "codec/byte_stream.h"

#include <memory>
#include <vector>

namespace tamis::codec {

class ByteReader {
 public:
  explicit ByteReader(std::unique_ptr<ByteStream> stream);

  // The next bytes: at least `wanted` (up to kBufferSize) unless the stream ends before. The view
  // lives until the next call of anything here.
  std::string_view peek(std::size_t wanted);
  void advance(std::size_t count);  // at most what peek() last showed

  // Appends up to `count` bytes; less only at the end. Returns how many.
  std::uint64_t read(std::string& out, std::uint64_t count);
  std::uint64_t skip(std::uint64_t count);

  // The next line without its LF. What is longer than `limit` is passed over (kTooLong). kCut: the
  // stream broke inside it. kNone: the end, or error(). A last line without LF is whole.
  enum class Line { kWhole, kTooLong, kCut, kNone };
  Line read_line(std::string& out, std::size_t limit);

  // Puts bytes back in front of everything.
  void push_front(std::string_view bytes);

  // When a call gave less than asked: why, or none at the true end.
  const std::optional<Error>& error() const { return stream_->error(); }
  bool whole() const { return stream_->whole(); }
  bool recover(std::string_view prefix);

  std::uint64_t received() const { return received_; }  // bytes that came of the stream so far

 private:
  bool fill();  // at least one more byte

  std::unique_ptr<ByteStream> stream_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t received_ = 0;
};

}  // namespace tamis::codec
