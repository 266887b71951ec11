// SPDX-License-Identifier: Apache-2.0
#include "archive/page_path.h"
#include "archive/sha1.h"
#include "archive/warc_archive.h"
#include "base/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>

namespace tamis::archive {
namespace {

namespace fs = std::filesystem;

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

// What `source` reads beside a page. The body lies there decoded: headers that say otherwise, or
// count its bytes on the wire, are left out.
std::string sidecar(const Fetched& fetched) {
  std::string out = fetched.status_line + "\r\nWARC-Target-URI: " + fetched.url +
                    "\r\nWARC-Date: " + iso_time(fetched.begun) + "\r\n";
  for (const auto& [name, value] : fetched.headers) {
    const bool gone = same_name(name, "Content-Encoding") || same_name(name, "Content-Length") ||
                      same_name(name, "Transfer-Encoding");
    if (!gone) out.append(name).append(": ").append(value).append("\r\n");
  }
  return out;
}

bool is_page(const Fetched& fetched) {
  const std::string_view type = fetched.header("Content-Type");
  std::string_view media = type.substr(0, type.find(';'));
  while (!media.empty() && media.back() == ' ') media.remove_suffix(1);
  return media.find('/') == media.npos || same_name(media, "text/html") ||
         same_name(media, "text/plain") || same_name(media, "application/xhtml+xml") ||
         same_name(media, "application/vnd.wap.xhtml+xml");
}

class FileArchive : public Archive {
 public:
  explicit FileArchive(std::string directory) : directory_(std::move(directory)) {}

  Capture add(const Fetched& fetched, const Capture* earlier) override {
    if (fetched.outcome == Outcome::kNotModified && earlier != nullptr) return *earlier;
    if (fetched.outcome != Outcome::kOk || !is_page(fetched)) return {};
    Capture capture{fetched.url, iso_time(fetched.begun), sha1_label(fetched.wire)};
    const std::string path = place(fetched.url);
    base::write_file(path, fetched.body());
    const std::string headers = sidecar(fetched);
    base::write_file(path + ".headers", headers);
    written_ += fetched.body().size() + headers.size();
    return capture;
  }

  void flush() override {}
  void sync() override {}  // each file is on the disk when add() returns
  std::uint64_t bytes_written() const override { return written_; }

 private:
  // The file of a URL; its folder is there when this returns.
  std::string place(const std::string& url) const {
    std::error_code error;
    const fs::path usual = directory_ + "/" + page_path(url);
    fs::create_directories(usual.parent_path(), error);
    if (!error && !fs::is_directory(usual, error)) return usual.string();
    const fs::path other = directory_ + "/" + other_page_path(url);
    error.clear();
    fs::create_directories(other.parent_path(), error);
    if (error) base::throw_io("create", other.parent_path().string(), error.value());
    return other.string();
  }

  std::string directory_;
  std::uint64_t written_ = 0;
};

class NoArchive : public Archive {
 public:
  Capture add(const Fetched&, const Capture*) override { return {}; }
  void flush() override {}
  void sync() override {}
  std::uint64_t bytes_written() const override { return 0; }
};

}  // namespace

std::unique_ptr<Archive> open_file_archive(const std::string& directory) {
  return std::make_unique<FileArchive>(directory);
}

}  // namespace tamis::archive

namespace tamis {

std::unique_ptr<Archive> open_archive(const std::string& directory, const ArchiveOptions& options) {
  switch (options.layout) {
    case Layout::kWarc: return archive::open_warc_archive(directory, options);
    case Layout::kFiles: return archive::open_file_archive(directory);
    case Layout::kNothing: break;
  }
  return std::make_unique<archive::NoArchive>();
}

}  // namespace tamis
