// SPDX-License-Identifier: Apache-2.0
// PartFile: a file that grows by whole lines and can be cut back to a length that was synced.
#pragma once

#include "base/file.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::pipeline {

class PartFile {
 public:
  // Opens or makes the file and cuts it to `length` (which it must have).
  PartFile(std::string path, std::uint64_t length);

  void append(std::string_view bytes);  // buffered
  void sync();                          // all of it is on the disk now
  std::uint64_t length() const { return length_; }

 private:
  void flush();

  std::string path_;
  base::Fd fd_;
  std::uint64_t length_;
  std::string buffer_;
};

// Size of a regular file; none when there is none of that name.
std::optional<std::uint64_t> size_of(const std::string& path);

}  // namespace tamis::pipeline
