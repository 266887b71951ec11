// SPDX-License-Identifier: Apache-2.0
// Spool: lines in a file, read back in order once and by place ever after. What `dups` keeps of
// a million texts in memory is twelve bytes each.
#pragma once

#include "base/file.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::pipeline {

struct LineSpan {
  std::uint64_t offset = 0;
  std::uint32_t size = 0;  // without the line end
};

class Spool {
 public:
  // An existing file of lines.
  explicit Spool(const std::string& path);
  // A new file in `folder` that has no name and goes when the object does.
  static Spool unnamed(const std::string& folder);

  void append(std::string_view line_with_end);
  std::uint64_t size() const { return written_; }  // of what was appended
  void flush();                                    // before read(), when next() has not been there

  // The next line from the front; false at the end.
  bool next(std::string& line, LineSpan& span);
  // Any thread.
  std::string read(const LineSpan& span) const;

 private:
  Spool(std::string path, base::Fd fd) : path_(std::move(path)), fd_(std::move(fd)) {}
  bool fill();

  std::string path_;
  base::Fd fd_;
  std::string to_write_;
  std::uint64_t written_ = 0;
  std::string buffer_;           // bytes from read_from_ - buffer_.size() on
  std::size_t at_ = 0;           // in buffer_
  std::uint64_t read_from_ = 0;  // offset of the next bytes to read
};

}  // namespace tamis::pipeline
