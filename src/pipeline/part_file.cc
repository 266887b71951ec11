// SPDX-License-Identifier: Apache-2.0
#include "pipeline/part_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace tamis::pipeline {
namespace {

constexpr std::size_t kBuffer = 1u << 18;

}  // namespace

PartFile::PartFile(std::string path, std::uint64_t length)
    : path_(std::move(path)),
      fd_(base::open_file(path_, O_WRONLY | O_CREAT | O_NOFOLLOW)),
      length_(length) {
  const auto offset = static_cast<off_t>(length);
  if (::ftruncate(fd_.get(), offset) != 0 || ::lseek(fd_.get(), offset, SEEK_SET) != offset) {
    base::throw_io("write", path_, errno);
  }
}

void PartFile::append(std::string_view bytes) {
  buffer_.append(bytes);
  length_ += bytes.size();
  if (buffer_.size() >= kBuffer) flush();
}

void PartFile::flush() {
  base::write_all(fd_.get(), buffer_, path_);
  buffer_.clear();
}

void PartFile::sync() {
  flush();
  base::sync_file(fd_.get(), path_);
}

std::optional<std::uint64_t> size_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace tamis::pipeline
