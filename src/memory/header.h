// SPDX-License-Identifier: Apache-2.0
// What a folder of memory says of itself. A file's name ends in the checksum of its bytes, so a
// new generation stands beside the old one until the header is replaced.
#pragma once

#include "base/file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::memory {

inline constexpr int kFormat = 1;
inline constexpr char kHeader[] = "header.json";

struct StoredFile {
  std::string name;  // "bodies-0123456789abcdef.bin"
  std::uint64_t size = 0;
};

struct Header {
  std::uint64_t pages = 0;
  std::vector<StoredFile> files;
  const StoredFile* find(std::string_view kind) const;  // "bodies"; null: none
};

std::string header_json(const Header& header);
// Throws Failure when there is none in `folder`, when it cannot be read or is another version's.
Header read_header(const std::string& folder);

// Compares every file's size and checksum with its name. Throws Failure.
void check_files(const std::string& folder, const Header& header);

// The Failure of a memory that cannot be used.
[[noreturn]] void throw_damaged(const std::string& folder, const std::string& what);

// A file that is written once, summed as it is written, and gets its name at the end.
class NewFile {
 public:
  NewFile(std::string folder, std::string kind);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  StoredFile finish();  // synced and named

 private:
  void flush();

  std::string folder_, kind_, path_;
  base::Fd fd_;
  std::string buffer_;
  std::uint64_t size_ = 0, sum_ = 0;
};

}  // namespace tamis::memory
