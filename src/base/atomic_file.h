// SPDX-License-Identifier: Apache-2.0
// AtomicFile: a file that is there as a whole or not at all. The bytes go to a hidden file beside
// it; commit() syncs that one, renames it over the name and syncs the folder. Until then the old
// file stands; without commit() the hidden one is removed again.
//
//   AtomicFile file("out/summary.json");
//   file.write(json);
//   file.commit();
//
// One writer a name: a run that was killed leaves the hidden file, and the next one overwrites it.
#pragma once

#include "base/file.h"

#include <string>
#include <string_view>

namespace tamis::base {

class AtomicFile {
 public:
  explicit AtomicFile(std::string path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);  // buffered
  void commit();                       // at most once; nothing after it

 private:
  void flush();

  std::string path_, temporary_;
  Fd fd_;
  std::string buffer_;
  bool committed_ = false;
};

// The usual case: the whole content at once.
void write_file(const std::string& path, std::string_view bytes);
void copy_file(const std::string& from, const std::string& to);

}  // namespace tamis::base
