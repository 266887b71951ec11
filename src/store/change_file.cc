// SPDX-License-Identifier: Apache-2.0
#include "store/change_file.h"

#include "json/json.h"
#include "tamis/result.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace tamis::store {
namespace {

constexpr std::uint64_t kTail = 1u << 20;  // longer than any line

std::int64_t seq_of(std::string_view line, const std::string& path) {
  const auto value = json::parse(line);
  const json::Value* seq = value ? (*value).find("seq") : nullptr;
  const auto* number = seq == nullptr ? nullptr : std::get_if<std::int64_t>(&seq->data);
  if (number == nullptr)
    throw Failure(path + " ends in a line that is no change: " + std::string(line.substr(0, 80)),
                  "move the file away: the changes go on in a new one");
  return *number;
}

}  // namespace

ChangeFile::ChangeFile(Database& database, std::string path, const std::string& table)
    : database_(database),
      path_(std::move(path)),
      after_(database, ("SELECT seq, line FROM " + table + " WHERE seq > ? ORDER BY seq").c_str()) {
  const bool was_there = base::file_exists(path_);
  fd_ = base::open_file(path_, O_RDWR | O_CREAT | O_APPEND);
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(0, ::lseek(fd_.get(), 0, SEEK_END)));
  const std::uint64_t from = size > kTail ? size - kTail : 0;
  const std::string tail = base::read_at(fd_.get(), from, size - from, path_);
  const std::size_t end = tail.rfind('\n');
  const std::size_t whole = end == tail.npos ? 0 : end + 1;
  if (whole != tail.size() && ::ftruncate(fd_.get(), static_cast<off_t>(from + whole)) != 0)
    base::throw_io("mend", path_, errno);
  if (whole > 0) {
    const std::size_t before = end == 0 ? tail.npos : tail.rfind('\n', end - 1);
    const std::size_t begin = before == tail.npos ? 0 : before + 1;
    last_ = seq_of(std::string_view(tail).substr(begin, end - begin), path_);
  } else if (!was_there) {
    Statement newest(database_, ("SELECT coalesce(max(seq), 0) FROM " + table).c_str());
    while (newest.step()) last_ = newest.number();
  }
  follow();
}

void ChangeFile::follow() {
  std::string lines;
  after_.bind(last_);
  while (after_.step()) {
    last_ = after_.number();
    lines += after_.text();
    lines += '\n';
  }
  if (!lines.empty()) base::write_all(fd_.get(), lines, path_);
}

}  // namespace tamis::store
