// SPDX-License-Identifier: Apache-2.0
#include "codec/byte_reader.h"

#include <algorithm>
#include <cstring>

namespace tamis::codec {

ByteReader::ByteReader(std::unique_ptr<ByteStream> stream)
    : stream_(std::move(stream)), buffer_(kBufferSize) {}

bool ByteReader::fill() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (buffer_.size() > kBufferSize) std::vector<char>(kBufferSize).swap(buffer_);
  } else if (end_ == buffer_.size()) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) return false;
  const std::size_t got = stream_->read(std::span(buffer_).subspan(end_));
  end_ += got;
  received_ += got;
  return got > 0;
}

std::string_view ByteReader::peek(std::size_t wanted) {
  wanted = std::min(wanted, kBufferSize);
  while (end_ - begin_ < wanted && fill()) continue;
  return {buffer_.data() + begin_, end_ - begin_};
}

void ByteReader::advance(std::size_t count) {
  begin_ += std::min(count, end_ - begin_);
}

std::uint64_t ByteReader::read(std::string& out, std::uint64_t count) {
  std::uint64_t done = 0;
  while (done < count) {
    const std::string_view next = peek(1);
    if (next.empty()) break;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(next.size(), count - done));
    out.append(next.data(), size);
    advance(size);
    done += size;
  }
  return done;
}

std::uint64_t ByteReader::skip(std::uint64_t count) {
  std::uint64_t done = 0;
  while (done < count) {
    const std::string_view next = peek(1);
    if (next.empty()) break;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(next.size(), count - done));
    advance(size);
    done += size;
  }
  return done;
}

ByteReader::Line ByteReader::read_line(std::string& out, std::size_t limit) {
  out.clear();
  bool any = false, fits = true, ended = false;
  while (!ended) {
    const std::string_view next = peek(1);
    if (next.empty()) break;
    any = true;
    const auto feed = next.find('\n');
    ended = feed != next.npos;
    const std::string_view piece = next.substr(0, feed);
    fits = fits && piece.size() <= limit - out.size();
    if (fits) out.append(piece);
    advance(piece.size() + (ended ? 1 : 0));
  }
  if (!any) return Line::kNone;
  if (!ended && !whole()) return Line::kCut;
  if (!fits) std::string().swap(out);
  return fits ? Line::kWhole : Line::kTooLong;
}

void ByteReader::push_front(std::string_view bytes) {
  std::vector<char> joined(std::max(bytes.size() + (end_ - begin_), kBufferSize));
  const auto rest = std::copy(bytes.begin(), bytes.end(), joined.begin());
  const auto last = std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), rest);
  begin_ = 0;
  end_ = static_cast<std::size_t>(last - joined.begin());
  buffer_ = std::move(joined);
}

bool ByteReader::recover(std::string_view prefix) {
  begin_ = end_ = 0;
  return stream_->recover(prefix);
}

}  // namespace tamis::codec
