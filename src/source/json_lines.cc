// SPDX-License-Identifier: Apache-2.0
#include "json/reader.h"
#include "source/page_reader.h"

#include <charconv>
#include <optional>
#include <utility>

namespace tamis::source {

namespace {

// The "id" of a line: a string or a number; empty when it has none.
std::string id_of(const json::Reader& line) {
  if (const auto text = line.string_at("id")) return std::string(*text);
  if (const auto whole = line.whole_at("id")) return std::to_string(*whole);
  if (const auto real = line.real_at("id")) {
    char buffer[40];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, *real).ptr};
  }
  return {};
}

// Only the words that tamis writes: a crawl's lines may carry an HTTP status.
bool is_article(const json::Reader& line) {
  const std::string_view status = line.text_at("status");
  return status == "ok" || status == "no-article" || status == "error";
}

class JsonLines : public PageReader {
 public:
  JsonLines(std::unique_ptr<codec::ByteReader> bytes, Origin origin, const SourceOptions& options)
      : bytes_(std::move(bytes)),
        origin_(std::move(origin)),
        options_(options),
        // A JSON string takes up to six bytes for a character of three.
        max_line_(static_cast<std::size_t>(2 * options.max_page_bytes + (64 << 10))) {}

  bool skip() override {
    Page page;
    return next(page);
  }

  bool next(Page& page) override {
    for (;;) {
      switch (bytes_->read_line(line_, max_line_)) {
        case codec::ByteReader::Line::kNone:
          if (!bytes_->error()) return false;
          [[fallthrough]];
        case codec::ByteReader::Line::kCut:
          ++number_;
          if (damage(page)) return true;
          if (ended_) return false;
          break;
        case codec::ByteReader::Line::kTooLong:
          ++number_;
          in_damage_ = last_broken_ = false;
          page = error_page(origin_, place(), too_big(options_));
          return true;
        case codec::ByteReader::Line::kWhole:
          ++number_;
          if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
          if (!is_blank(line_) && whole_line(page)) return true;
          break;
      }
    }
  }

 private:
  std::string place() const { return origin_.id + ":" + std::to_string(number_); }

  Error broken(const std::string& what) const {
    return {ErrorKind::kBroken, "line " + std::to_string(number_) + ": " + what};
  }

  // The stream broke. One page says so, however often it breaks before the next good line; the
  // line before may have been of the damage already. Garbage behind the last line is no damage.
  bool damage(Page& page) {
    if (ended_) return false;
    const bool garbage = bytes_->whole();
    page = error_page(origin_, place(), *bytes_->error());
    ended_ = !bytes_->recover({});
    if (garbage && ended_) return false;
    return !std::exchange(in_damage_, true) && !std::exchange(last_broken_, false);
  }

  // False when the line belongs to damage that a page was spent on already.
  bool whole_line(Page& page) {
    const std::optional<Error> error = reader_.read(line_);
    const bool good = !error && reader_.is_object();
    if (!good && in_damage_) return false;
    in_damage_ = false;
    last_broken_ = !good;
    page = Page();
    page.folder = origin_.folder;
    page.decoded = true;
    if (!good) {
      page.id = place();
      page.error = broken(error ? error->message : "not a JSON object");
    } else {
      fill(page);
    }
    if (page.error) std::string().swap(page.bytes);
    return true;
  }

  void fill(Page& page) {
    page.id = id_of(reader_);
    if (page.id.empty()) page.id = place();
    page.url = reader_.text_at("url");
    const std::optional<std::string_view> html = reader_.string_at("html");
    const std::optional<std::string_view> text = reader_.string_at("text");
    if (is_article(reader_) || (options_.articles && text)) {
      page.kind = PageKind::kArticle;
      page.bytes = std::exchange(line_, {});
      return;
    }
    if (!options_.articles && html) {
      page.kind = PageKind::kHtml;
      page.bytes = *html;
    } else if (text) {
      page.kind = PageKind::kText;
      page.bytes = *text;
    } else {
      page.error = broken(options_.articles ? "no \"text\"" : "neither \"html\" nor \"text\"");
      return;
    }
    if (page.bytes.size() > options_.max_page_bytes) {
      page.error = too_big(options_);
    } else if (is_blank(page.bytes)) {
      page.error = Error{ErrorKind::kEmpty, "line " + std::to_string(number_) + ": empty"};
    }
  }

  std::unique_ptr<codec::ByteReader> bytes_;
  Origin origin_;
  SourceOptions options_;
  std::size_t max_line_;
  std::string line_;
  json::Reader reader_;
  std::uint64_t number_ = 0;
  bool in_damage_ = false, last_broken_ = false, ended_ = false;
};

}  // namespace

std::unique_ptr<PageReader> read_json_lines(std::unique_ptr<codec::ByteReader> bytes, Origin origin,
                                            const SourceOptions& options) {
  return std::make_unique<JsonLines>(std::move(bytes), std::move(origin), options);
}

}  // namespace tamis::source
