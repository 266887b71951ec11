// SPDX-License-Identifier: Apache-2.0
// ByteStream: bytes that are pulled. A file or descriptor, a piece of memory, or what a decoder
// makes of another stream. Thread rule: one thread at a time.
#pragma once

#include "base/file.h"
#include "tamis/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tamis::codec {

inline constexpr std::size_t kBufferSize = 64 << 10;

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills the front of `out` (not empty) with at least one byte and returns how many; 0 at the end.
  // What came before damage is delivered before the 0.
  virtual std::size_t read(std::span<char> out) = 0;

  // After read() gave 0: why the stream ended early; none at its true end.
  const std::optional<Error>& error() const { return error_; }

  // Whether what was delivered is whole all the same: there was no error, or only garbage behind.
  virtual bool whole() const { return !error_; }

  // After an error: goes on behind the damage, at the next place whose bytes begin with `prefix`
  // (empty: anything). False when there is none; the error then stays.
  virtual bool recover(std::string_view prefix);

 protected:
  std::optional<Error> error_;
};

// A descriptor; interrupted reads are gone on with. `consumed` (may be null) counts the bytes.
class FdStream : public ByteStream {
 public:
  // Closes `fd` at the end.
  FdStream(base::Fd fd, std::uint64_t* consumed);
  // The descriptor stays the caller's.
  FdStream(int borrowed, std::uint64_t* consumed);
  std::size_t read(std::span<char> out) override;

 private:
  base::Fd owned_;
  int fd_;
  std::uint64_t* consumed_;
};

// Bytes in memory that outlive the stream.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(std::span<char> out) override;

 private:
  std::string_view rest_;
};

}  // namespace tamis::codec
