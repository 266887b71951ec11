// SPDX-License-Identifier: Apache-2.0
#include "pipeline/spool.h"

#include "tamis/result.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <limits>

namespace tamis::pipeline {
namespace {

constexpr std::size_t kBuffer = 1u << 18;

}  // namespace

Spool::Spool(const std::string& path) : Spool(path, base::open_file(path, O_RDONLY)) {}

Spool Spool::unnamed(const std::string& folder) {
  std::string path = folder + "/tamis-XXXXXX";
  base::Fd fd(::mkostemp(path.data(), O_CLOEXEC));
  if (!fd) base::throw_io("create a temporary file in", folder, errno);
  ::unlink(path.c_str());
  return Spool("a temporary file in " + folder, std::move(fd));
}

void Spool::append(std::string_view line_with_end) {
  to_write_.append(line_with_end);
  written_ += line_with_end.size();
  if (to_write_.size() >= kBuffer) flush();
}

void Spool::flush() {
  base::write_all(fd_.get(), to_write_, path_);
  to_write_.clear();
}

bool Spool::fill() {
  if (!to_write_.empty()) flush();
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kBuffer);
  ssize_t got = 0;
  do {
    got = ::pread(fd_.get(), buffer_.data() + had, kBuffer, static_cast<off_t>(read_from_));
  } while (got < 0 && errno == EINTR);
  if (got < 0) base::throw_io("read", path_, errno);
  buffer_.resize(had + static_cast<std::size_t>(got));
  read_from_ += static_cast<std::uint64_t>(got);
  return got > 0;
}

bool Spool::next(std::string& line, LineSpan& span) {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    if (end != std::string::npos) {
      span.offset = read_from_ - buffer_.size() + at_;
      line.assign(buffer_, at_, end - at_);
      at_ = end + 1;
      break;
    }
    searched = buffer_.size() - at_;
    if (fill()) continue;
    if (buffer_.empty()) return false;
    span.offset = read_from_ - buffer_.size();  // a last line without an end
    line = std::move(buffer_);
    buffer_.clear();
    break;
  }
  if (line.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Failure("a line of " + path_ + " is longer than 4 GiB");
  }
  span.size = static_cast<std::uint32_t>(line.size());
  return true;
}

std::string Spool::read(const LineSpan& span) const {
  return base::read_at(fd_.get(), span.offset, span.size, path_);
}

}  // namespace tamis::pipeline
