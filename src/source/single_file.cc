// SPDX-License-Identifier: Apache-2.0
#include "source/header_block.h"
#include "source/page_reader.h"

#include <fcntl.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace tamis::source {

namespace {

constexpr std::size_t kMaxSidecar = 64 << 10;

// A sidecar is what a crawler saved of the response: its URL and its headers. One that cannot be
// read says nothing; the page stands without it.
void add_sidecar(const std::string& path, Page& page) {
  base::Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!fd) return;
  codec::FdStream stream(std::move(fd), nullptr);
  std::string text(kMaxSidecar, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const std::size_t got = stream.read(std::span(text).subspan(size));
    if (got == 0) break;
    size += got;
  }
  std::string_view rest = std::string_view(text).substr(0, size);
  if (auto status = take_status_line(rest)) page.headers.emplace_back(":status", *status);
  for (auto& header : take_headers(rest)) {
    if (lower_case(header.first) == "warc-target-uri") {
      page.url = header.second;
    } else {
      page.headers.push_back(std::move(header));
    }
  }
}

class SingleFile : public PageReader {
 public:
  SingleFile(std::unique_ptr<codec::ByteReader> bytes, Origin origin, Sniffed sniffed,
             const SourceOptions& options)
      : bytes_(std::move(bytes)),
        origin_(std::move(origin)),
        sniffed_(std::move(sniffed)),
        options_(options) {}

  bool skip() override { return !std::exchange(done_, true); }

  bool next(Page& page) override {
    if (std::exchange(done_, true)) return false;
    page = Page();
    page.id = origin_.id;
    page.folder = origin_.folder;
    if (!origin_.sidecar.empty()) add_sidecar(origin_.sidecar, page);
    page.error = read(page);
    if (page.error) std::string().swap(page.bytes);
    return true;
  }

 private:
  std::optional<Error> read(Page& page) {
    if (sniffed_.content == Content::kBinary) {
      return Error{ErrorKind::kBinary, "not a page: " + sniffed_.what};
    }
    const std::uint64_t size = bytes_->read(page.bytes, options_.max_page_bytes + 1);
    if (size > options_.max_page_bytes) return too_big(options_);
    if (!bytes_->whole()) return bytes_->error();
    if (is_blank(page.bytes)) {
      return Error{ErrorKind::kEmpty, size == 0 ? "no bytes" : "nothing but white space"};
    }
    if (sniffed_.content == Content::kUndecided) sniffed_ = sniff(trimmed(page.bytes), origin_.id);
    if (sniffed_.content == Content::kBinary) {
      return Error{ErrorKind::kBinary, "not a page: " + sniffed_.what};
    }
    page.kind = sniffed_.content == Content::kHtml ? PageKind::kHtml : PageKind::kText;
    return std::nullopt;
  }

  // What follows more white space in front than the sniffing looked at.
  static std::string_view trimmed(const std::string& bytes) {
    const auto first = bytes.find_first_not_of(std::string_view(" \t\r\n\f\0", 6));
    return std::string_view(bytes).substr(std::min(first, bytes.size())).substr(0, kSniffSize);
  }

  std::unique_ptr<codec::ByteReader> bytes_;
  Origin origin_;
  Sniffed sniffed_;
  SourceOptions options_;
  bool done_ = false;
};

class Nothing : public PageReader {
 public:
  Nothing(Origin origin, Error error) : origin_(std::move(origin)), error_(std::move(error)) {}
  bool skip() override { return !std::exchange(done_, true); }
  bool next(Page& page) override {
    if (std::exchange(done_, true)) return false;
    page = error_page(origin_, origin_.id, error_);
    return true;
  }

 private:
  Origin origin_;
  Error error_;
  bool done_ = false;
};

}  // namespace

Page error_page(const Origin& origin, std::string id, Error error) {
  Page page;
  page.id = std::move(id);
  page.folder = origin.folder;
  page.error = std::move(error);
  return page;
}

Error too_big(const SourceOptions& options) {
  return {ErrorKind::kTooBig, "more than the limit of " + std::to_string(options.max_page_bytes) +
                                  " bytes (--max-page-bytes)"};
}

bool is_blank(std::string_view bytes) {
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  return bytes.find_first_not_of(std::string_view(" \t\r\n\f\v\0", 7)) == bytes.npos;
}

std::unique_ptr<PageReader> read_single_file(std::unique_ptr<codec::ByteReader> bytes,
                                             Origin origin, Sniffed sniffed,
                                             const SourceOptions& options) {
  return std::make_unique<SingleFile>(std::move(bytes), std::move(origin), std::move(sniffed),
                                      options);
}

std::unique_ptr<PageReader> read_nothing(Origin origin, Error error) {
  return std::make_unique<Nothing>(std::move(origin), std::move(error));
}

}  // namespace tamis::source
