// SPDX-License-Identifier: Apache-2.0
#include "memory/row_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <queue>

namespace tamis::memory {
namespace {

constexpr std::size_t kReadRows = 1u << 12;

std::string_view bytes_of(std::span<const Row> rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size_bytes()};
}

void sort_once_each(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end());
  const auto same = [](const Row& a, const Row& b) { return a.same_but_at(b); };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
}

// A sorted run, read a piece at a time.
class Run {
 public:
  explicit Run(const std::string& path) : path_(path), fd_(base::open_file(path, O_RDONLY)) {
    fill();
  }
  bool done() const { return at_ == rows_.size(); }
  const Row& front() const { return rows_[at_]; }
  void pop() {
    if (++at_ == rows_.size()) fill();
  }

 private:
  void fill() {
    rows_.resize(kReadRows);
    at_ = 0;
    std::size_t got = 0;
    const std::size_t wanted = kReadRows * sizeof(Row);
    while (got < wanted) {
      const std::size_t now = base::read_some(
          fd_.get(), reinterpret_cast<char*>(rows_.data()) + got, wanted - got, path_);
      if (now == 0) break;
      got += now;
    }
    rows_.resize(got / sizeof(Row));
  }

  std::string path_;
  base::Fd fd_;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
};

void merge(std::vector<Run>& runs, NewFile& out) {
  const auto later = [&](std::size_t a, std::size_t b) {
    return runs[b].front() < runs[a].front();
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next(later);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (!runs[i].done()) next.push(i);
  }
  bool any = false;
  Row last;
  while (!next.empty()) {
    const std::size_t i = next.top();
    next.pop();
    const Row row = runs[i].front();
    if (!any || !row.same_but_at(last)) out.write(bytes_of({&row, 1}));
    any = true;
    last = row;
    runs[i].pop();
    if (!runs[i].done()) next.push(i);
  }
}

}  // namespace

RowWriter::RowWriter(std::string folder, std::string kind, std::size_t most)
    : folder_(std::move(folder)), kind_(std::move(kind)), most_(most) {}

RowWriter::~RowWriter() {
  for (std::size_t run = 0; run < runs_; ++run) ::unlink(run_path(run).c_str());
}

std::string RowWriter::run_path(std::size_t run) const {
  return folder_ + "/.run-" + kind_ + "-" + std::to_string(run);
}

void RowWriter::add(std::uint64_t hash, std::uint32_t page, std::uint32_t at) {
  rows_.push_back({hash, page, at});
  if (rows_.size() >= most_) spill();
}

void RowWriter::spill() {
  sort_once_each(rows_);
  const std::string path = run_path(runs_++);
  const base::Fd fd = base::open_file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  base::write_all(fd.get(), bytes_of(rows_), path);
  rows_.clear();
}

StoredFile RowWriter::finish() {
  NewFile out(folder_, kind_);
  if (runs_ == 0) {
    sort_once_each(rows_);
    out.write(bytes_of(rows_));
  } else {
    spill();
    std::vector<Run> runs;
    for (std::size_t run = 0; run < runs_; ++run) runs.emplace_back(run_path(run));
    merge(runs, out);
  }
  rows_ = {};
  return out.finish();
}

}  // namespace tamis::memory
