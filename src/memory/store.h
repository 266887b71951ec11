// SPDX-License-Identifier: Apache-2.0
// Store: the files of a memory, written in one go and looked up.
#pragma once

#include "base/mapped.h"
#include "memory/row_writer.h"
#include "memory/rows.h"
#include "tamis/memory.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::memory {

inline constexpr std::uint32_t kNoPage = 0xffffffff;

// A page as it lies in the file.
struct StoredPage {
  std::string_view id, url, host, title, body;
  std::u16string_view letters;   // canonical, of the body
  std::string_view behind;       // see behind.h
  std::uint64_t sketch[8] = {};  // smallest minima of the body: equal bodies, equal sketches
};

// Fills the sketch from the body's minima.
void sketch(const std::vector<PlacedHash>& bodies, StoredPage& page);

// Takes the pages in ascending order of id; page n is the n-th.
class StoreWriter {
 public:
  explicit StoreWriter(std::string folder, std::size_t most_rows = RowWriter::kMost);

  std::uint32_t add(const Sighting& sighting);
  std::uint32_t pages() const { return static_cast<std::uint32_t>(places_.size()); }
  Header finish();  // the header is not written

 private:
  std::string folder_;
  NewFile page_file_;
  RowWriter bodies_, blocks_, names_;
  std::vector<std::uint64_t> places_;
};

class Store {
 public:
  // Throws Failure when a file is missing or not as it should be.
  Store(const std::string& folder, const Header& header);

  std::uint32_t pages() const { return count_; }
  StoredPage page(std::uint32_t number) const;
  std::uint32_t number_of(std::string_view id) const;  // kNoPage: none

  Rows bodies, blocks, names, digests;  // the last is empty while a run has not come to it
  std::string cleaned;                  // path of that file; empty: none yet

 private:
  std::string folder_;
  base::Mapped mapped_;
  std::uint32_t count_ = 0;
  std::string_view places_;  // where the pages begin, 8 bytes each
};

}  // namespace tamis::memory
