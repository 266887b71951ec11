// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

namespace tamis::base {
namespace {

constexpr std::size_t kBuffer = 1u << 18;

std::string temporary_for(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, name) + ".tamis-" + path.substr(name) + ".tmp";
}

}  // namespace

AtomicFile::AtomicFile(std::string path)
    : path_(std::move(path)),
      temporary_(temporary_for(path_)),
      // NOFOLLOW: a link planted under the hidden name must not lead the bytes elsewhere.
      fd_(open_file(temporary_, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)) {}

AtomicFile::~AtomicFile() {
  if (!committed_) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= kBuffer) flush();
}

void AtomicFile::flush() {
  write_all(fd_.get(), buffer_, path_);
  buffer_.clear();
}

void AtomicFile::commit() {
  flush();
  sync_file(fd_.get(), path_);
  fd_.reset();
  rename_file(temporary_, path_);
  committed_ = true;
  sync_folder(folder_of(path_));
}

void write_file(const std::string& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

void copy_file(const std::string& from, const std::string& to) {
  const Fd in = open_file(from, O_RDONLY);
  AtomicFile out(to);
  std::string buffer(kBuffer, '\0');
  while (const std::size_t got = read_some(in.get(), buffer.data(), buffer.size(), from)) {
    out.write(std::string_view(buffer).substr(0, got));
  }
  out.commit();
}

}  // namespace tamis::base
