// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include "tamis/result.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace tamis::base {
namespace {

// What the user can do; empty when the cause says it all.
const char* remedy_for(int error) {
  switch (error) {
    case ENOSPC: return "free some space or choose another output folder, then run it again";
    case EDQUOT: return "raise the quota or choose another output folder, then run it again";
    case EFBIG: return "raise the limit (ulimit -f) or choose another output folder";
    case EACCES:
    case EPERM: return "check the owner and the mode of the folder";
    case EROFS: return "choose an output folder on a file system that can be written";
    case EMFILE: return "raise the limit of open files (ulimit -n)";
    case EIO: return "the disk or its connection is failing: look at the system's log";
    default: return "";
  }
}

std::string cause_of(int error) {
  if (error == ENOSPC) return "the disk is full (no space left on device)";
  if (error == EFBIG) return "over the limit on the size of a file";
  return std::generic_category().message(error);
}

}  // namespace

void Fd::reset(int fd) {
  if (fd_ >= 0) ::close(fd_);
  fd_ = fd;
}

void throw_io(const char* doing, const std::string& path, int error) {
  throw Failure("cannot " + std::string(doing) + " " + path + ": " + cause_of(error),
                remedy_for(error));
}

Fd open_file(const std::string& path, int flags, unsigned mode) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  if (fd < 0) throw_io((flags & O_CREAT) != 0 ? "create" : "open", path, errno);
  return Fd(fd);
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw_io("write", path, errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync_file(int fd, const std::string& path) {
  // EINVAL and ENOTSUP: a file system or a device that has nothing to sync.
  if (::fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP) throw_io("write", path, errno);
}

void sync_folder(const std::string& folder) {
  const Fd fd = open_file(folder, O_RDONLY | O_DIRECTORY);
  sync_file(fd.get(), folder);
}

void rename_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_io("replace", to, errno);
}

bool remove_file(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return true;
  if (errno != ENOENT) throw_io("remove", path, errno);
  return false;
}

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<std::string> read_file(const std::string& path) {
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) {
    if (errno == ENOENT) return std::nullopt;
    throw_io("open", path, errno);
  }
  std::string bytes;
  char buffer[1 << 16];
  while (const std::size_t got = read_some(fd.get(), buffer, sizeof buffer, path)) {
    bytes.append(buffer, got);
  }
  return bytes;
}

std::size_t read_some(int fd, char* to, std::size_t size, const std::string& path) {
  while (true) {
    const ssize_t got = ::read(fd, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw_io("read", path, errno);
  }
}

void read_at(int fd, std::uint64_t offset, char* to, std::size_t size, const std::string& path) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::pread(fd, to + done, size - done, static_cast<off_t>(offset + done));
    if (got > 0) done += static_cast<std::size_t>(got);
    if (got == 0)
      throw Failure("cannot read " + path + ": it is shorter than it was",
                    "something else writes this file: run it again");
    if (got < 0 && errno != EINTR) throw_io("read", path, errno);
  }
}

std::string read_at(int fd, std::uint64_t offset, std::size_t size, const std::string& path) {
  std::string bytes(size, '\0');
  read_at(fd, offset, bytes.data(), size, path);
  return bytes;
}

}  // namespace tamis::base
