// SPDX-License-Identifier: Apache-2.0
// Files by descriptor: an owner, and writes, syncs and reads that throw Failure with cause and
// remedy. POSIX. Thread rule: one thread at a time for one object.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tamis::base {

// Owns a descriptor; -1 is none.
class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  ~Fd() { reset(); }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    if (this != &other) reset(std::exchange(other.fd_, -1));
    return *this;
  }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  void reset(int fd = -1);

 private:
  int fd_;
};

// Throws the Failure for an errno: "cannot write out/articles.jsonl: the disk is full".
[[noreturn]] void throw_io(const char* doing, const std::string& path, int error);

// Opens with O_CLOEXEC; throws.
Fd open_file(const std::string& path, int flags, unsigned mode = 0666);

// All bytes, or an exception; short writes and EINTR are gone on with. `path` is for the message.
void write_all(int fd, std::string_view bytes, const std::string& path);
void sync_file(int fd, const std::string& path);
void sync_folder(const std::string& folder);  // makes renames and removals in it durable
void rename_file(const std::string& from, const std::string& to);
bool remove_file(const std::string& path);       // false: there was none
bool file_exists(const std::string& path);       // also a dangling link
std::string folder_of(const std::string& path);  // "." when there is none

// The whole of a small file; none when it does not exist.
std::optional<std::string> read_file(const std::string& path);

// Up to `size` bytes; 0 at the end.
std::size_t read_some(int fd, char* to, std::size_t size, const std::string& path);

// `size` bytes from `offset`; throws when the file ends before.
std::string read_at(int fd, std::uint64_t offset, std::size_t size, const std::string& path);
void read_at(int fd, std::uint64_t offset, char* to, std::size_t size, const std::string& path);

}  // namespace tamis::base
