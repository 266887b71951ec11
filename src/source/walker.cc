// SPDX-License-Identifier: Apache-2.0
#include "source/walker.h"

#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>

namespace tamis::source {

namespace {

constexpr std::string_view kSidecar = ".headers";

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

Error unreadable(const char* what, int error) {
  return {ErrorKind::kUnreadable, what + std::generic_category().message(error)};
}

std::string strip_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// The mark that `tamis clean` leaves in front of every summary.json.
bool is_own_summary(const std::string& path) {
  constexpr std::string_view kMark = "{\"tamis\":";
  const base::Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  char buffer[kMark.size()];
  return fd && ::read(fd.get(), buffer, sizeof buffer) == static_cast<ssize_t>(sizeof buffer) &&
         std::string_view(buffer, sizeof buffer) == kMark;
}

bool is_folder(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

bool matches_any(const std::vector<std::string>& globs, const std::string& path) {
  const auto slash = path.rfind('/');
  const char* base_name = path.c_str() + (slash == path.npos ? 0 : slash + 1);
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return ::fnmatch(glob.c_str(), path.c_str(), 0) == 0 ||
           ::fnmatch(glob.c_str(), base_name, 0) == 0;
  });
}

Walker::Walker(std::string root, const SourceOptions& options, bool with_sizes)
    : root_(strip_slashes(std::move(root))),
      include_(options.include),
      exclude_(options.exclude),
      keep_own_(options.keep_own),
      with_sizes_(with_sizes) {
  root_error_ = enter({}, 0);
}

bool Walker::is_ancestor(std::uint64_t device, std::uint64_t inode) const {
  return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
    return level.device == device && level.inode == inode;
  });
}

// Pushes the folder `path` (below the root) as a level of its own.
std::optional<Error> Walker::enter(const std::string& path, int links) {
  const std::string folder = path.empty() ? root_ : root_ + "/" + path;
  struct stat status;
  if (::stat(folder.c_str(), &status) != 0) {
    return unreadable("the folder cannot be opened: ", errno);
  }
  if (is_ancestor(status.st_dev, status.st_ino)) {
    return Error{ErrorKind::kUnreadable,
                 "a symbolic link loop: it leads back to a folder that holds it"};
  }
  if (links > kMaxLinks) {
    return Error{ErrorKind::kUnreadable, "more than " + std::to_string(kMaxLinks) +
                                             " symbolic links to folders on the way"};
  }
  Level level;
  level.path = path.empty() ? "" : path + "/";
  level.device = status.st_dev;
  level.inode = status.st_ino;
  level.links = links;
  if (auto error = list(folder, level)) return error;
  levels_.push_back(std::move(level));
  return std::nullopt;
}

std::optional<Error> Walker::list(const std::string& folder, Level& level) const {
  const std::unique_ptr<DIR, CloseFolder> stream(::opendir(folder.c_str()));
  if (!stream) return unreadable("the folder cannot be opened: ", errno);
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) break;
    if (entry->d_name[0] == '.') continue;  // also the spool and temporary files of tamis
    Name name;
    name.text = entry->d_name;
    name.folder = entry->d_type == DT_DIR;
    name.link = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
    level.names.push_back(std::move(name));
  }
  if (errno != 0) return unreadable("the folder cannot be listed: ", errno);
  std::sort(level.names.begin(), level.names.end(),
            [](const Name& a, const Name& b) { return a.text < b.text; });
  drop_own(folder, level);
  return std::nullopt;
}

void Walker::drop_own(const std::string& folder, Level& level) const {
  const auto named = [&](std::string_view text) {
    return std::find_if(level.names.begin(), level.names.end(),
                        [&](const Name& name) { return name.text == text; });
  };
  // A crawl of ours: what it keeps beside the pages is hidden, but for the stream of its events.
  const auto events = named("changes.jsonl");
  if (events != level.names.end() && is_folder(folder + "/.tamis")) level.names.erase(events);
  if (named("summary.json") == level.names.end() || !is_own_summary(folder + "/summary.json")) {
    return;
  }
  const auto articles = named("articles.jsonl");
  std::vector<Name> kept;
  if (keep_own_ && articles != level.names.end()) kept.push_back(*articles);
  level.names = std::move(kept);
}

// What a link, or an entry of a file system that does not tell, really is.
void Walker::resolve(const Level& level, Name& name) const {
  const std::string path = root_ + "/" + level.path + name.text;
  struct stat status;
  if (::stat(path.c_str(), &status) == 0) name.folder = S_ISDIR(status.st_mode);
  if (::lstat(path.c_str(), &status) == 0) name.link = S_ISLNK(status.st_mode);
}

bool Walker::wanted(const std::string& path, bool folder) const {
  if (matches_any(exclude_, path)) return false;
  return folder || include_.empty() || matches_any(include_, path);
}

// Turns the next name of the level into an entry; false when it is none (a folder now entered,
// a sidecar, or something excluded).
bool Walker::take(Level& level, Entry& entry) {
  Name& name = level.names[level.next++];
  if (name.link) resolve(level, name);
  entry = Entry{level.path + name.text, std::nullopt, false, 0};
  if (!wanted(entry.path, name.folder)) return false;
  if (name.folder) {
    entry.error = enter(entry.path, level.links + (name.link ? 1 : 0));  // `level` is gone after it
    return entry.error.has_value();
  }
  const auto has = [&](const std::string& text) {
    const auto found =
        std::lower_bound(level.names.begin(), level.names.end(), text,
                         [](const Name& a, const std::string& b) { return a.text < b; });
    return found != level.names.end() && found->text == text;
  };
  if (name.text.ends_with(kSidecar) &&
      has(name.text.substr(0, name.text.size() - kSidecar.size()))) {
    return false;
  }
  entry.sidecar = has(name.text + std::string(kSidecar));
  struct stat status;
  if (with_sizes_ && ::stat((root_ + "/" + entry.path).c_str(), &status) == 0 &&
      S_ISREG(status.st_mode)) {
    entry.size = static_cast<std::uint64_t>(status.st_size);
  }
  return true;
}

bool Walker::next(Entry& entry) {
  if (root_error_) {
    entry = Entry{"", std::exchange(root_error_, std::nullopt), false, 0};
    return true;
  }
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.next == level.names.size()) {
      levels_.pop_back();
    } else if (take(level, entry)) {
      return true;
    }
  }
  return false;
}

}  // namespace tamis::source
