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

// The record at `offset` of `bytes`, which moves behind it; false at the end. Throws Failure naming
// `path` when the bytes are no records.
bool next_cleaned(std::string_view bytes, std::uint64_t& offset, CleanedPage& page,
                  const std::string& path);

// The records of an earlier run's memory, found by key. Any thread. About 110 bytes a page.
class CleanedPages {
 public:
  CleanedPages() = default;
  explicit CleanedPages(const std::string& path);

  std::optional<CleanedPage> find(const Hash128& key) const;
  const std::vector<CleanedPage>& all() const { return pages_; }
  // Before that part of a page of all() is read: see base::Mapped.
  void touch(std::string_view part) const { mapped_.touch(part); }

 private:
  base::Mapped mapped_;
  std::vector<CleanedPage> pages_;  // in order of the file
  std::vector<std::uint32_t> by_key_;
};

}  // namespace tamis::pipeline
