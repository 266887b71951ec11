// SPDX-License-Identifier: Apache-2.0
#include "source/open_page_file.h"

#include "codec/decoded_stream.h"

#include <utility>

namespace tamis::source {

namespace {

constexpr int kMaxLayers = 2;

// A reader one looked into, as a stream again.
class Peeked : public codec::ByteStream {
 public:
  explicit Peeked(std::unique_ptr<codec::ByteReader> reader) : reader_(std::move(reader)) {}

  std::size_t read(std::span<char> out) override {
    const std::string_view next = reader_->peek(1);
    const std::size_t size = next.copy(out.data(), out.size());
    reader_->advance(size);
    if (size == 0) error_ = reader_->error();
    return size;
  }
  bool whole() const override { return !error_ || reader_->whole(); }
  bool recover(std::string_view prefix) override {
    if (!reader_->recover(prefix)) return false;
    error_.reset();
    return true;
  }

 private:
  std::unique_ptr<codec::ByteReader> reader_;
};

// Enough to tell: more than the usual look when it shows white space or a long JSON line only.
std::string_view look(codec::ByteReader& reader) {
  const std::string_view head = reader.peek(kSniffSize);
  const std::string text = loosely_ascii(head.substr(0, kSniffSize));
  const bool enough = !text.empty() && text.front() != '{';
  return enough ? head.substr(0, kSniffSize) : reader.peek(codec::kBufferSize);
}

}  // namespace

std::unique_ptr<PageReader> open_page_file(std::unique_ptr<codec::ByteStream> stream, Origin origin,
                                           const SourceOptions& options) {
  auto reader = std::make_unique<codec::ByteReader>(std::move(stream));
  for (int layer = 0; layer < kMaxLayers; ++layer) {
    const auto coding = codec::coding_of(reader->peek(4));
    if (!coding) break;
    reader = std::make_unique<codec::ByteReader>(std::make_unique<codec::DecodedStream>(
        std::make_unique<Peeked>(std::move(reader)), *coding,
        codec::DecodeLimits{~std::uint64_t{0}, options.max_ratio}));
  }
  Sniffed sniffed = sniff(look(*reader), origin.id);
  if (sniffed.content == Content::kWarc) {
    return read_warc(std::move(reader), std::move(origin), options);
  }
  if (sniffed.content == Content::kJsonLines) {
    return read_json_lines(std::move(reader), std::move(origin), options);
  }
  return read_single_file(std::move(reader), std::move(origin), std::move(sniffed), options);
}

}  // namespace tamis::source
