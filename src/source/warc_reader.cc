// SPDX-License-Identifier: Apache-2.0
// Pages of a WARC: http responses, and resources of text. Other records are passed over, and so are
// responses that are no pages (images, scripts, style sheets, feeds ...): a crawl's assets.
//
// Damage. A header that does not parse, a Content-Length that does not lead to the next record and
// a broken gzip member cost one page each; reading goes on at the next line that begins "WARC/1.",
// or at the next member that decodes to it.
#include "source/http_message.h"
#include "source/page_reader.h"
#include "source/warc_record.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tamis::source {

namespace {

constexpr std::string_view kVersion = "WARC/1.", kMark = "\nWARC/1.";

class WarcReader : public PageReader {
 public:
  WarcReader(std::unique_ptr<codec::ByteReader> bytes, Origin origin, const SourceOptions& options)
      : bytes_(std::move(bytes)), origin_(std::move(origin)), options_(options) {}

  bool next(Page& page) override { return advance(&page); }
  bool skip() override { return advance(nullptr); }

 private:
  enum class Begin { kRecord, kEnd, kDamaged };

  // `page` null: the page is counted, its body is not decoded.
  bool advance(Page* page) {
    while (!ended_) {
      WarcRecord record;
      const Begin begin = begin_record(record);
      if (begin == Begin::kEnd) return false;
      if (begin == Begin::kDamaged) {
        if (damage(page)) return true;
        continue;
      }
      ++number_;
      in_damage_ = false;
      if (take_record(record, page)) return true;
    }
    return false;
  }

  std::string place() const { return origin_.id + "#" + std::to_string(number_); }
  std::string id_of(const WarcRecord& record) const {
    return record.id.empty() ? place() : record.id;
  }

  // Passes over the empty lines between records.
  void skip_line_ends() {
    for (;;) {
      const std::string_view next = bytes_->peek(1);
      if (next.empty()) return;
      const auto size =
          std::min(next.find_first_not_of(std::string_view("\r\n\0", 3)), next.size());
      bytes_->advance(size);
      if (size < next.size()) return;
    }
  }

  Begin begin_record(WarcRecord& record) {
    skip_line_ends();
    std::string_view head = bytes_->peek(kSniffSize);
    if (head.empty()) return bytes_->error() ? Begin::kDamaged : Begin::kEnd;
    auto size = warc_header_size(head);
    if (size == std::size_t{0}) {
      head = bytes_->peek(kMaxWarcHeader);
      size = warc_header_size(head);
    }
    if (!size || *size == 0) {
      damage_ = size ? "a record header without an end" : "no record header where one should begin";
      return give_up(begins_warc_record(head) ? head : head.substr(0, 1));
    }
    auto parsed = parse_warc_header(head.substr(0, *size));
    if (!parsed) {
      damage_ = parsed.error().message;
      return give_up(head.substr(0, *size));
    }
    record = *std::move(parsed);
    bytes_->advance(*size);
    return Begin::kRecord;
  }

  // Past what was no header; a record may begin on the very line where another one was cut.
  Begin give_up(std::string_view header) {
    const auto inside = header.find(kVersion, kVersion.size());
    bytes_->advance(inside == header.npos ? std::min(header.size(), kVersion.size() - 1) : inside);
    return Begin::kDamaged;
  }

  // Moves on to the next record there is. True when this damage is worth a page: the first since a
  // good record, and not mere garbage behind the last one.
  bool damage(Page* page) {
    Error error{ErrorKind::kBroken, damage_};
    bool garbage = false;
    if (bytes_->peek(1).empty() && bytes_->error()) {  // a stream that broke explains itself
      error = *bytes_->error();
      garbage = bytes_->whole();
    }
    find_record();
    if ((garbage && ended_) || std::exchange(in_damage_, true)) return false;
    ++number_;
    if (page != nullptr) *page = error_page(origin_, place(), std::move(error));
    return true;
  }

  // To the next line that begins "WARC/1.", through broken members if need be.
  void find_record() {
    if (bytes_->peek(kVersion.size()).starts_with(kVersion)) return;
    for (;;) {
      const std::string_view next = bytes_->peek(kMark.size());
      if (next.size() < kMark.size()) break;
      const auto found = next.find(kMark);
      bytes_->advance(found == next.npos ? next.size() - kMark.size() + 1 : found + 1);
      if (found != next.npos) return;
    }
    ended_ = !bytes_->recover(kVersion);
  }

  // The payload's headers; what is not HTTP has its type from the record.
  struct Payload {
    bool http = false;
    bool broken = false;  // a response without a status line
    HttpHead head;
    std::string type;
  };

  Payload look(const WarcRecord& record) {
    Payload payload;
    payload.type = record.content_type;
    payload.http = record.type == "response" &&
                   (record.content_type.empty() || record.content_type == "application/http");
    if (payload.http) {
      const auto wanted =
          static_cast<std::size_t>(std::min<std::uint64_t>(record.length, kMaxHttpHead));
      auto head = parse_http_head(bytes_->peek(wanted).substr(0, wanted));
      payload.broken = !head;
      payload.head = std::move(head).value_or(HttpHead());
      payload.type = media_type(find_header(payload.head.headers, "Content-Type"));
    } else if (!record.content_type.empty()) {
      payload.head.headers.emplace_back("Content-Type", record.content_type);
    }
    if (!record.payload_type.empty()) payload.type = record.payload_type;
    return payload;
  }

  static bool is_page(const WarcRecord& record, const Payload& payload) {
    if (payload.http) return is_page_type(payload.type);
    return record.type == "resource" && !payload.type.empty() && is_page_type(payload.type);
  }

  // False when the record is none of ours.
  bool take_record(const WarcRecord& record, Page* page) {
    const Payload payload = look(record);
    if (!is_page(record, payload)) {
      const std::uint64_t passed = bytes_->skip(record.length);
      if (passed == record.length || bytes_->error()) return false;
      damage_ = cut_short(passed, record.length);
      return damage(page);
    }
    std::string block;
    std::optional<Error> error = read_block(record, block);
    if (page == nullptr) return true;
    *page = Page();
    page->id = id_of(record);
    page->folder = origin_.folder;
    page->url = record.url;
    if (!payload.head.status.empty()) page->headers.emplace_back(":status", payload.head.status);
    for (const auto& header : payload.head.headers) page->headers.push_back(header);
    if (!error && payload.broken) error = Error{ErrorKind::kBroken, "no HTTP status line"};
    if (!error) error = fill(record, payload, block, *page);
    page->error = std::move(error);
    if (page->error) std::string().swap(page->bytes);
    return true;
  }

  static std::string cut_short(std::uint64_t got, std::uint64_t length) {
    return "cut short: " + std::to_string(got) + " of " + std::to_string(length) + " bytes";
  }

  // The block as it stands, and whether the next record begins behind it.
  std::optional<Error> read_block(const WarcRecord& record, std::string& block) {
    const std::uint64_t limit = 2 * options_.max_page_bytes + kMaxHttpHead;  // coded and chunked
    const std::uint64_t wanted = std::min(record.length, limit);
    std::uint64_t got = bytes_->read(block, wanted);
    if (got == wanted && record.length > limit) got += bytes_->skip(record.length - limit);
    if (got < record.length) {
      if (bytes_->error()) {
        in_damage_ = true;  // this page says so
        return bytes_->error();
      }
      resume_inside(block);
      return Error{ErrorKind::kBroken, cut_short(got, record.length)};
    }
    if (!at_border()) {
      resume_inside(block);
      return Error{ErrorKind::kBroken, "Content-Length does not lead to the next record"};
    }
    if (record.length > limit) return too_big(options_);
    return std::nullopt;
  }

  // Two line ends end a record; where writers left them out, the next one must begin.
  bool at_border() {
    const std::string_view end = bytes_->peek(4);
    if (end.starts_with("\r\n\r\n") || end.starts_with("\n\n")) return true;
    skip_line_ends();
    const std::string_view next = bytes_->peek(6);
    return next.empty() || begins_warc_record(next);
  }

  // A Content-Length that is too large has swallowed records: they are put back. Not without end:
  // every record of a hostile file could swallow all that follow.
  void resume_inside(const std::string& block) {
    in_damage_ = true;
    const auto found = block.find(kMark);
    if (found == block.npos) return;
    const std::string_view swallowed = std::string_view(block).substr(found + 1);
    if (put_back_ + swallowed.size() > 4 * bytes_->received()) return;
    put_back_ += swallowed.size();
    bytes_->push_front(swallowed);
  }

  std::optional<Error> fill(const WarcRecord& record, const Payload& payload,
                            const std::string& block, Page& page) const {
    const std::string_view body = std::string_view(block).substr(payload.head.size);
    auto decoded =
        payload.http ? decode_body(body, payload.head.headers,
                                   {options_.max_page_bytes, options_.max_ratio, record.truncated})
                     : Result<std::string>(std::string(body));
    if (!decoded) return decoded.error();
    page.bytes = *std::move(decoded);
    if (page.bytes.size() > options_.max_page_bytes) return too_big(options_);
    if (is_blank(page.bytes)) {
      return Error{ErrorKind::kEmpty, page.bytes.empty() ? "no body" : "nothing but white space"};
    }
    // The name that decides where the content does not is the media type's.
    const bool html = payload.type.find("html") != payload.type.npos || payload.type.empty();
    const std::string_view all = page.bytes;
    const auto first = std::min(all.find_first_not_of(" \t\r\n"), all.size());
    const Sniffed sniffed = sniff(all.substr(first, kSniffSize), html ? "x.html" : "x.txt");
    if (sniffed.content == Content::kBinary) {
      return Error{ErrorKind::kBinary, "not a page: " + sniffed.what};
    }
    page.kind = sniffed.content == Content::kHtml ? PageKind::kHtml : PageKind::kText;
    return std::nullopt;
  }

  std::unique_ptr<codec::ByteReader> bytes_;
  Origin origin_;
  SourceOptions options_;
  std::string damage_;        // what begin_record found
  std::uint64_t number_ = 0;  // records and damages so far
  bool in_damage_ = false;    // a page was spent on it, and no good record was met since
  bool ended_ = false;
  std::uint64_t put_back_ = 0;  // bytes, in all
};

}  // namespace

std::unique_ptr<PageReader> read_warc(std::unique_ptr<codec::ByteReader> bytes, Origin origin,
                                      const SourceOptions& options) {
  return std::make_unique<WarcReader>(std::move(bytes), std::move(origin), options);
}

}  // namespace tamis::source
