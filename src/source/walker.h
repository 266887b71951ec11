// SPDX-License-Identifier: Apache-2.0
// Walker: the files below a folder, depth first, the entries of each folder sorted by bytes.
// Memory: the names of one folder a level. Thread rule: one thread at a time.
#pragma once

#include "tamis/result.h"
#include "tamis/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tamis::source {

struct Entry {
  std::string path;            // below the root, '/' between the steps
  std::optional<Error> error;  // a folder that cannot be read or that is its own ancestor
  bool sidecar = false;        // NAME.headers stands beside it
  std::uint64_t size = 0;      // bytes; 0 when the walker was not asked to look
};

// Left out: names that begin with a dot, sidecars, and what tamis wrote: a folder with a
// summary.json that begins {"tamis": counts as its own, except its articles.jsonl when
// `keep_own` is set. Symbolic links are followed, at most kMaxLinks folders deep.
class Walker {
 public:
  static constexpr int kMaxLinks = 4;

  Walker(std::string root, const SourceOptions& options, bool with_sizes);
  bool next(Entry& entry);

 private:
  struct Name {
    std::string text;
    bool folder = false, link = false;
  };
  struct Level {
    std::string path;  // below the root, with a '/' at the end unless it is the root
    std::uint64_t device = 0, inode = 0;
    int links = 0;  // links followed on the way here
    std::vector<Name> names;
    std::size_t next = 0;
  };

  std::optional<Error> enter(const std::string& path, int links);
  std::optional<Error> list(const std::string& folder, Level& level) const;
  void drop_own(const std::string& folder, Level& level) const;
  void resolve(const Level& level, Name& name) const;
  bool is_ancestor(std::uint64_t device, std::uint64_t inode) const;
  bool wanted(const std::string& path, bool folder) const;
  bool take(Level& level, Entry& entry);

  std::string root_;  // without a '/' at the end
  std::vector<std::string> include_, exclude_;
  bool keep_own_, with_sizes_;
  std::vector<Level> levels_;
  std::optional<Error> root_error_;
};

// Whether one of the globs (fnmatch; `*` also matches '/') matches the path or its last step.
bool matches_any(const std::vector<std::string>& globs, const std::string& path);

}  // namespace tamis::source
