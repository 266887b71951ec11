// SPDX-License-Identifier: Apache-2.0
#include "pipeline/output_folder.h"

#include "tamis/pipeline.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace tamis::pipeline {
namespace {

namespace fs = std::filesystem;

// Absolute, links resolved as far as the path exists, no trailing slash.
fs::path resolved(const std::string& path) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path, error), error);
  return result.has_filename() ? result : result.parent_path();
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
  const auto [in, out] = std::mismatch(inner.begin(), inner.end(), outer.begin(), outer.end());
  return out == outer.end();
}

// The name of a crawled page in `directory`, empty when there is none. By name only: people keep
// logs and notes beside results, and those are not lost when tamis writes its own files.
std::string page_in(const std::string& directory) {
  std::string found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename().string();
    for (const char* ending : {".html", ".htm", ".shtml", ".xhtml", ".warc", ".html.gz", ".warc.gz",
                               ".html.zst", ".warc.zst"}) {
      if (name.ends_with(ending) && (found.empty() || name < found)) found = name;
    }
  }
  return found;
}

void check_apart(const std::string& directory, const std::vector<std::string>& inputs,
                 Overlap overlap) {
  const fs::path out = resolved(directory);
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_directory(input, error)) continue;
    const fs::path in = resolved(input);
    if (overlap == Overlap::kSameFolder && in == out) continue;
    if (lies_in(out, in)) {
      throw BadUsage("the output folder " + directory + " is part of the input " + input,
                     "choose an output folder outside the pages that are read");
    }
  }
  if (const std::string page = page_in(directory); !page.empty()) {
    throw BadUsage("the output folder " + directory + " holds pages (" + page + ")",
                   "choose a folder of its own for the output");
  }
}

}  // namespace

bool same_folder(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::is_directory(a, error) && resolved(a) == resolved(b);
}

OutputFolder::OutputFolder(std::string directory, const std::vector<std::string>& inputs,
                           Overlap overlap)
    : directory_(std::move(directory)) {
  while (directory_.size() > 1 && directory_.back() == '/') directory_.pop_back();
  check_apart(directory_, inputs, overlap);
  std::error_code error;
  fs::create_directories(directory_, error);
  if (!fs::is_directory(directory_)) {
    base::throw_io("create folder", directory_, error ? error.value() : ENOTDIR);
  }
  lock();
}

OutputFolder::~OutputFolder() {
  ::unlink(path(kLock).c_str());
}

// The holder removes the file while it holds the lock, so a file that is locked but no longer has
// its name is not the lock any more: try again.
void OutputFolder::lock() {
  const std::string name = path(kLock);
  while (true) {
    lock_ = base::open_file(name, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno != EWOULDBLOCK) base::throw_io("lock", name, errno);
      throw Failure("another tamis is writing " + directory_,
                    "wait for it to end or choose another output folder");
    }
    struct stat held {
    }, named{};
    if (::fstat(lock_.get(), &held) == 0 && ::stat(name.c_str(), &named) == 0 &&
        held.st_ino == named.st_ino && held.st_dev == named.st_dev) {
      return;
    }
  }
}

}  // namespace tamis::pipeline
