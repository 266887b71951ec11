// SPDX-License-Identifier: Apache-2.0
// A stream of lines behind its table (changes.jsonl behind change): what was committed there stands
// here exactly once, in the order of its numbers, whenever the process dies.
#pragma once

#include "base/file.h"
#include "store/database.h"

#include <cstdint>
#include <string>

namespace tamis::store {

class ChangeFile {
 public:
  // Cuts a torn last line and adds the lines that are missing. A file that is not there (taken away
  // by whoever reads it) begins with the next change.
  ChangeFile(Database& database, std::string path, const std::string& table);
  void follow();  // after a commit: appends what is new

 private:
  Database& database_;
  std::string path_;
  base::Fd fd_;
  Statement after_;
  std::int64_t last_ = 0;  // that stands in the file
};

}  // namespace tamis::store
