// SPDX-License-Identifier: Apache-2.0
#include "archive/warc_archive.h"

#include "archive/mend.h"
#include "archive/warc_text.h"
#include "base/file.h"
#include "codec/gzip_member.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace tamis::archive {
namespace {

constexpr std::size_t kBuffer = 1u << 18;
constexpr int kLevel = 4;  // a third of level 6's time, a few per cent larger

std::string file_name(std::uint32_t number) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "%05u.warc.gz", number);
  return name.data();
}

// The number of the last file, or none.
std::int64_t last_number(const std::string& folder) {
  std::int64_t last = -1;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    unsigned number = 0;
    if (std::sscanf(name.c_str(), "%5u", &number) == 1 && name == file_name(number))
      last = std::max<std::int64_t>(last, number);
  }
  return last;
}

class WarcArchive : public Archive {
 public:
  WarcArchive(const std::string& directory, const ArchiveOptions& options)
      : options_(options), folder_(directory + "/warc"), packer_(kLevel) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) base::throw_io("create", folder_, error.value());
    const std::int64_t last = last_number(folder_);
    number_ = static_cast<std::uint32_t>(last + 1);
    if (last < 0) return;
    const std::string path = folder_ + "/" + file_name(static_cast<std::uint32_t>(last));
    const std::uint64_t size = mend(path);
    if (size >= options_.max_file_bytes) return;  // full, or not ours
    --number_;
    open(path, size);
  }

  ~WarcArchive() override {
    try {
      flush();
    } catch (const Failure&) {  // the disk is full: flush() has said so before, or would have
      packed_.clear();
    }
  }
  WarcArchive(const WarcArchive&) = delete;
  WarcArchive& operator=(const WarcArchive&) = delete;

  Capture add(const Fetched& fetched, const Capture* earlier) override {
    if (!is_kept(fetched)) return {};
    const bool not_modified = fetched.outcome == Outcome::kNotModified;
    if (not_modified && (earlier == nullptr || earlier->date.empty())) return {};
    Capture capture{fetched.url, iso_time(fetched.begun),
                    not_modified ? earlier->digest : payload_digest(fetched)};
    const bool same = earlier != nullptr && !earlier->date.empty() && earlier->url == fetched.url &&
                      earlier->digest == capture.digest;
    const ResponseRecord record =
        response_record(fetched, capture.digest, not_modified || same ? earlier : nullptr);
    begin_file(fetched.ended);
    pack(record.text);
    if (!fetched.request.empty()) pack(request_record(fetched, record.id));
    if (packed_.size() >= kBuffer) flush();
    if (not_modified || same) return *earlier;  // a revisit is no capture to point to
    return capture;
  }

  void flush() override {
    if (packed_.empty()) return;
    base::write_all(fd_.get(), packed_, path_);
    packed_.clear();
    dirty_ = true;
  }

  void sync() override {
    flush();
    if (fd_ && dirty_ && options_.sync) base::sync_file(fd_.get(), path_);
    dirty_ = false;
  }

  std::uint64_t bytes_written() const override { return written_; }

 private:
  void open(const std::string& path, std::uint64_t size) {
    path_ = path;
    fd_ = base::open_file(path, O_WRONLY | O_CREAT | O_APPEND);
    size_ = size;
  }

  // A file to write to, with its warcinfo.
  void begin_file(Time now) {
    if (fd_ && size_ >= options_.max_file_bytes) {
      sync();
      fd_.reset();
      ++number_;
    }
    if (!fd_) {
      open(folder_ + "/" + file_name(number_), 0);
      if (options_.sync) base::sync_folder(folder_);
    }
    if (size_ > 0) return;
    pack(warcinfo_record(options_, file_name(number_), now));
  }

  void pack(const std::string& record) {
    const std::size_t before = packed_.size();
    packer_.append(packed_, record);
    size_ += packed_.size() - before;
    written_ += packed_.size() - before;
  }

  ArchiveOptions options_;
  std::string folder_, path_;
  codec::GzipMember packer_;
  base::Fd fd_;
  std::uint32_t number_ = 0;
  std::uint64_t size_ = 0, written_ = 0;
  std::string packed_;  // records that are not written yet
  bool dirty_ = false;
};

}  // namespace

bool is_kept(const Fetched& fetched) {
  switch (fetched.outcome) {
    case Outcome::kOk:
    case Outcome::kNotModified:
    case Outcome::kRedirect:
    case Outcome::kGone: return true;
    default: return false;
  }
}

std::unique_ptr<Archive> open_warc_archive(const std::string& directory,
                                           const ArchiveOptions& options) {
  return std::make_unique<WarcArchive>(directory, options);
}

}  // namespace tamis::archive
