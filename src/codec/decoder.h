// SPDX-License-Identifier: Apache-2.0
// Decoder: one compressed member (gzip, zlib or raw deflate, zstd frame, brotli stream), step by
// step. gzip: RFC 1952; deflate: RFC 1950 and 1951; zstd: RFC 8878; brotli: RFC 7932.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace tamis::codec {

enum class Coding { kGzip, kDeflate, kZstd, kBrotli };

const char* coding_name(Coding coding);  // "gzip", "deflate", "zstd", "br"

// gzip or zstd when the bytes begin with the magic number of a member; zstd's skippable frames
// count.
std::optional<Coding> coding_of(std::string_view bytes);

struct Step {
  enum State {
    kGoing,
    kEnd,     // the member ended well
    kBroken,  // nothing more can come of this member
    kTooBig,  // it asks for more memory than we give
  };
  std::size_t consumed = 0, produced = 0;
  State state = kGoing;
  const char* reason = "";  // of kBroken, the codec's own words
};

// Memory: deflate 64 KiB, brotli 16 MiB, zstd 128 MiB (a window of 2^27) at the most.
// Thread rule: one thread at a time.
class Decoder {
 public:
  virtual ~Decoder() = default;
  // Decodes from `in` to `out` (not empty). Neither consuming nor producing means: more input.
  virtual Step step(std::string_view in, std::span<char> out) = 0;
  virtual void reset() = 0;  // to the start of a member
};

std::unique_ptr<Decoder> make_decoder(Coding coding);

}  // namespace tamis::codec
