// SPDX-License-Identifier: Apache-2.0
#include "source/inputs.h"

#include "source/open_page_file.h"
#include "source/walker.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace tamis::source {

namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

Opened cannot(std::string why) {
  Opened opened;
  opened.error = Error{ErrorKind::kUnreadable, std::move(why)};
  return opened;
}

std::string last_step(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path.substr(path.rfind('/') + 1);
}

bool is_folder(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::uint64_t file_size(const std::string& path) {
  struct stat status;
  const bool regular = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  return regular ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// Throws when the input is not there or cannot be opened. A pipe is not tried: opening it would
// end it for its writer.
void check_input(const std::string& input) {
  struct stat status;
  int error = 0;
  if (::stat(input.c_str(), &status) != 0) {
    error = errno;
  } else if (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode)) {
    if (!base::Fd(::open(input.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY))) error = errno;
  }
  if (error != 0) {
    throw Failure(
        "cannot open the input " + input + ": " + reason(error),
        error == ENOENT ? "name an existing folder or file, or - for standard input" : "");
  }
}

class Inputs : public Source {
 public:
  Inputs(const std::vector<std::string>& inputs, const SourceOptions& options, Opener opener)
      : inputs_(inputs), options_(options), opener_(std::move(opener)) {
    for (const std::string& input : inputs_) {
      if (input != "-") check_input(input);
    }
  }

  bool next(Page& page) override {
    while (reader_ || open_next()) {
      if (reader_->next(page)) return true;
      close_file();
    }
    return false;
  }

  std::uint64_t skip(std::uint64_t count) override {
    std::uint64_t done = 0;
    while (done < count && (reader_ || open_next())) {
      if (reader_->skip()) {
        ++done;
      } else {
        close_file();
      }
    }
    return done;
  }

  std::uint64_t bytes_done() const override {
    return closed_ + (file_size_ > 0 ? std::min(consumed_, file_size_) : consumed_);
  }

  std::uint64_t bytes_total() override {
    if (!total_) total_ = measure();
    return *total_;
  }

 private:
  void close_file() {
    reader_.reset();
    closed_ += std::max(file_size_, file_size_ > 0 ? std::uint64_t{0} : consumed_);
    file_size_ = consumed_ = 0;
  }

  // The next file of the folder that is walked, or the next input. False at the very end.
  bool open_next() {
    for (;;) {
      Entry entry;
      if (walker_ && walker_->next(entry)) {
        open_entry(entry);
        return true;
      }
      walker_.reset();
      if (next_input_ == inputs_.size()) return false;
      root_ = inputs_[next_input_++];
      if (root_ == "-") {
        reader_ =
            open_page_file(std::make_unique<codec::FdStream>(options_.standard_input, &consumed_),
                           Origin{"stdin", {}, {}}, options_);
        return true;
      }
      if (!is_folder(root_)) {
        const std::string sidecar = root_ + ".headers";
        open_file(root_, true,
                  Origin{last_step(root_), {}, base::file_exists(sidecar) ? sidecar : ""});
        return true;
      }
      walker_ = std::make_unique<Walker>(root_, options_, false);
    }
  }

  void open_entry(Entry& entry) {
    const std::string path = root_ + "/" + entry.path;
    const auto slash = entry.path.find('/');
    Origin origin{entry.path, slash == entry.path.npos ? "" : entry.path.substr(0, slash),
                  entry.sidecar ? path + ".headers" : ""};
    if (entry.error) {
      reader_ = read_nothing(std::move(origin), *std::move(entry.error));
    } else {
      open_file(path, false, std::move(origin));
    }
  }

  void open_file(const std::string& path, bool named, Origin origin) {
    Opened opened = opener_(path, named, &consumed_);
    if (opened.error) {
      reader_ = read_nothing(std::move(origin), *std::move(opened.error));
      return;
    }
    file_size_ = opened.size;
    reader_ = open_page_file(std::move(opened.stream), std::move(origin), options_);
  }

  // 0, unknown, when any input is no folder and no regular file.
  std::uint64_t measure() const {
    std::uint64_t sum = 0;
    for (const std::string& input : inputs_) {
      if (input == "-") return 0;
      if (!is_folder(input)) {
        const std::uint64_t size = file_size(input);
        if (size == 0) return 0;
        sum += size;
        continue;
      }
      Walker walker(input, options_, true);
      for (Entry entry; walker.next(entry);) sum += entry.size;
    }
    return sum;
  }

  std::vector<std::string> inputs_;
  SourceOptions options_;
  Opener opener_;
  std::size_t next_input_ = 0;
  std::string root_;
  std::unique_ptr<Walker> walker_;
  std::unique_ptr<PageReader> reader_;  // of the file that is open
  std::uint64_t closed_ = 0, consumed_ = 0, file_size_ = 0;
  std::optional<std::uint64_t> total_;
};

}  // namespace

Opened open_stream(const std::string& path, bool named, std::uint64_t* consumed) {
  // Not to wait for the writer of a pipe that lies in a folder.
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (named ? 0 : O_NONBLOCK);
  base::Fd fd(::open(path.c_str(), flags));
  if (!fd && errno == ENXIO) return cannot("a socket or a device, not a file");
  if (!fd) return cannot("cannot be opened: " + reason(errno));
  struct stat status;
  if (::fstat(fd.get(), &status) != 0) return cannot("cannot be opened: " + reason(errno));
  const bool regular = S_ISREG(status.st_mode);
  if (!regular && !named) return cannot("a pipe, a socket or a device, not a file");
  Opened opened;
  opened.size = regular ? static_cast<std::uint64_t>(status.st_size) : 0;
  opened.stream = std::make_unique<codec::FdStream>(std::move(fd), consumed);
  return opened;
}

std::unique_ptr<Source> open_source_with(const std::vector<std::string>& inputs,
                                         const SourceOptions& options, Opener opener) {
  return std::make_unique<Inputs>(inputs, options, std::move(opener));
}

}  // namespace tamis::source

namespace tamis {

std::unique_ptr<Source> open_source(const std::vector<std::string>& inputs,
                                    const SourceOptions& options) {
  return source::open_source_with(inputs, options, source::open_stream);
}

}  // namespace tamis
