// SPDX-License-Identifier: Apache-2.0
// Pages as the first pass left them, one behind the other in a file: the spool of a run, and
// memory/cleaned-*.bin. A record is its size (8 bytes), a key (16), the lengths of id and line (4
// each), the id, the first pass's line of articles.jsonl without its end, and the packed page
// (none: nothing that could be labelled again).
#pragma once

#include "base/mapped.h"
#include "tamis/fingerprint.h"
#include "tamis/page.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::pipeline {

// Of all that decides what the first pass makes of a page: its bytes, its id, URL and headers, and
// `settings` (rules, version, options). Equal keys, equal records.
Hash128 page_key(const Page& page, std::string_view settings);

std::string cleaned_record(const Hash128& key, std::string_view id, std::string_view line,
                           std::string_view packed);

struct CleanedPage {
  Hash128 key;
  std::string_view id, line, packed;
  std::string_view record;  // all of it
};

// A file of them, mapped. Any thread.
class CleanedFile {
 public:
  CleanedFile() = default;
  explicit CleanedFile(std::string path);

  // The record at `offset`, which moves behind it; false at the end. Throws Failure naming the file
  // when the bytes are no records. The views hold as long as this object.
  bool next(std::uint64_t& offset, CleanedPage& page) const;
  CleanedPage at(std::uint64_t offset) const;

 private:
  std::string path_;
  base::Mapped mapped_;
};

// The records of an earlier run's memory, found by key. Any thread. 24 bytes a page.
class CleanedPages {
 public:
  CleanedPages() = default;
  explicit CleanedPages(std::string path);

  std::optional<CleanedPage> find(const Hash128& key) const;
  const CleanedFile& file() const { return file_; }

 private:
  struct Place {
    Hash128 key;
    std::uint64_t offset = 0;
  };

  CleanedFile file_;
  std::vector<Place> by_key_;  // of equal keys the first in the file first
};

}  // namespace tamis::pipeline
