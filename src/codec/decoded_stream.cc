// SPDX-License-Identifier: Apache-2.0
#include "codec/decoded_stream.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tamis::codec {

namespace {
constexpr std::size_t kHistory = 64 << 10;     // compressed bytes kept behind the position
constexpr std::size_t kHeader = 4;             // what coding_of looks at
constexpr std::size_t kProbeIn = 1024;         // holds a dynamic Huffman table (< 300 bytes)
constexpr std::size_t kProbeOut = 256;         // bytes a candidate must give without fault
constexpr std::uint64_t kRatioFrom = 1 << 20;  // small members may expand as they like
}  // namespace

DecodedStream::DecodedStream(std::unique_ptr<ByteStream> input, Coding coding,
                             const DecodeLimits& limits)
    : input_(std::move(input)),
      coding_(coding),
      limits_(limits),
      decoder_(make_decoder(coding)),
      buffer_(kHistory + kBufferSize) {}

bool DecodedStream::fill() {
  if (end_ == buffer_.size()) {
    const std::size_t drop = begin_ - std::min(begin_, kHistory);
    std::memmove(buffer_.data(), buffer_.data() + drop, end_ - drop);
    begin_ -= drop;
    end_ -= drop;
    offset_ += drop;
    if (drop == 0) return false;
  }
  const std::size_t got = input_->read(std::span(buffer_).subspan(end_));
  end_ += got;
  return got > 0;
}

void DecodedStream::want(std::size_t count) {
  while (end_ - begin_ < count && fill()) continue;
}

void DecodedStream::fail(ErrorKind kind, const std::string& message) {
  ended_ = true;
  error_ = input_->error() ? *input_->error()
                           : Error{kind, std::string(coding_name(coding_)) + ": " + message};
}

// True when a member stands at the position. Otherwise the stream has ended, well or not.
bool DecodedStream::begin_member() {
  const bool has_magic = coding_ == Coding::kGzip || coding_ == Coding::kZstd;
  if (members_ > 0 && !has_magic) {
    ended_ = true;  // a stream of one member; what follows it is nobody's
    return false;
  }
  want(kHeader);
  const bool zeros = members_ > 0 && !rest().empty() && rest().front() == '\0';
  while (zeros && !rest().empty() && rest().front() == '\0') {
    ++begin_;
    want(kHeader);
  }
  if (rest().empty() && !input_->error() && members_ > 0) {
    ended_ = true;
    return false;
  }
  member_start_ = offset_ + begin_;
  trailing_ = members_ > 0 && (!input_->error() || input_->whole());
  if (rest().empty()) {
    fail(ErrorKind::kBroken, "the data ends before it begins");
    return false;
  }
  if (has_magic && coding_of(rest()) != coding_) {
    fail(ErrorKind::kBroken, rest().size() < kHeader
                                 ? "the data ends inside a header"
                                 : "no header at compressed byte " + std::to_string(member_start_));
    return false;
  }
  trailing_ = false;
  decoder_->reset();
  member_in_ = member_out_ = 0;
  return in_member_ = true;
}

bool DecodedStream::check_limits(const Step& step) {
  member_in_ += step.consumed;
  member_out_ += step.produced;
  output_ += step.produced;
  if (output_ > limits_.max_output) {
    fail(ErrorKind::kTooBig,
         "expands to more than the limit of " + std::to_string(limits_.max_output) + " bytes");
    return false;
  }
  if (member_out_ > kRatioFrom &&
      member_out_ / std::max<std::uint64_t>(member_in_, 1) > limits_.max_ratio) {
    fail(ErrorKind::kTooBig, "expands more than the limit of " + std::to_string(limits_.max_ratio) +
                                 " times (a zip bomb?)");
    return false;
  }
  return true;
}

std::size_t DecodedStream::read(std::span<char> out) {
  while (!ended_) {
    if (!in_member_ && !begin_member()) break;
    const Step step = decoder_->step(rest(), out);
    begin_ += step.consumed;
    if (!check_limits(step)) break;
    if (step.state == Step::kEnd) {
      in_member_ = false;
      ++members_;
    } else if (step.state == Step::kBroken) {
      fail(ErrorKind::kBroken, std::string("damaged data (") + step.reason + ")");
    } else if (step.state == Step::kTooBig) {
      fail(ErrorKind::kTooBig, "asks for a window of more than 128 MiB");
    } else if (step.consumed == 0 && step.produced == 0 && !fill()) {
      fail(ErrorKind::kBroken, "the data ends too early");
    }
    if (step.produced > 0) return step.produced;
  }
  return 0;
}

// Back to just behind the start of the member that failed, as far as the history reaches.
// Overlapping false members could make the same bytes be read again and again, so what is gone back
// over is bounded by what has been read.
void DecodedStream::rewind() {
  const std::uint64_t here = offset_ + begin_;
  const std::uint64_t back = std::max(member_start_ + 1, offset_);
  if (back >= here) {
    begin_ = static_cast<std::size_t>(std::min<std::uint64_t>(back - offset_, end_));
  } else if (rewound_ + (here - back) <= 2 * here + kHistory) {
    rewound_ += here - back;
    begin_ = static_cast<std::size_t>(back - offset_);
  }
}

// Whether a member that begins at the position decodes, as far as a short look can tell.
bool DecodedStream::probe(std::string_view prefix) {
  if (!probe_) probe_ = make_decoder(coding_);
  probe_->reset();
  std::array<char, kProbeOut> out;
  std::size_t produced = 0;
  std::string_view in = rest().substr(0, kProbeIn);
  for (;;) {
    const Step step = probe_->step(in, std::span(out).subspan(produced));
    in.remove_prefix(step.consumed);
    produced += step.produced;
    if (step.state == Step::kBroken || step.state == Step::kTooBig) return false;
    if (step.state == Step::kEnd && produced < prefix.size()) return false;
    const bool stuck = step.consumed == 0 && step.produced == 0;
    if (step.state == Step::kEnd || produced == out.size() || stuck) break;
  }
  // A zstd block longer than the look gives nothing yet: its header must do.
  const std::size_t compared = std::min(produced, prefix.size());
  return std::string_view(out.data(), compared) == prefix.substr(0, compared);
}

bool DecodedStream::recover(std::string_view prefix) {
  if (!error_ || (coding_ != Coding::kGzip && coding_ != Coding::kZstd)) return false;
  if (input_->error()) {
    if (!input_->recover({})) return false;
    begin_ = end_;
    member_start_ = offset_ + begin_;
  }
  rewind();
  for (;;) {
    want(kProbeIn);
    if (rest().size() < kHeader) return false;
    if (coding_of(rest()) == coding_ && probe(prefix)) break;
    ++begin_;
  }
  error_.reset();
  ended_ = in_member_ = trailing_ = false;
  return true;
}

}  // namespace tamis::codec
