// SPDX-License-Identifier: Apache-2.0
// memory: what a crawl as a whole shows and no page by itself: which blocks stand on many pages of
// a host, and which are a piece of another page's article. Pages are sighted one by one (Sighter),
// the sightings become files that are looked up (Memory), and labels and digests are gone over with
// them (recall, tie_digests).
//
// A folder of memory holds, beside `header.json` (format, sizes, checksums; written last), files
// whose names end in the checksum of their bytes:
//   - pages-*.bin: id, url, host, title, body and its canonical letters of every page, and where
//     each begins;
//   - rows of (hash, page, letter), 16 bytes each, sorted: bodies-*.bin, winnowing minima of the
//     bodies (about 200 a page); blocks-*.bin, (host, block with its digits masked) (80);
//     names-*.bin, titles and URLs (2); digests-*.bin, the digests that stand on the page (10);
//   - cleaned-*.bin: what the first pass made of the page, so that a later run cleans only what is
//     new.
#pragma once

#include "tamis/assemble.h"
#include "tamis/fingerprint.h"
#include "tamis/label.h"
#include "tamis/segment.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// A page as memory knows it.
struct SeenPage {
  std::string id;     // unique in a memory
  std::string url;    // empty: unknown
  std::string host;   // empty: unknown; then no block of it is called template
  std::string title;  // empty unless the page holds an article
  std::string body;   // the article's text, a paragraph a line; empty: no article
};

// A hash of a run of letters, and the letter where the run begins.
struct PlacedHash {
  std::uint64_t hash = 0;
  std::uint32_t at = 0;
};

// What is looked up later of a page; what one thread makes and another stores.
struct Sighting {
  SeenPage page;
  std::u16string letters;  // canonical, of the body
  std::string behind;      // two bits a letter: does its sentence end behind it?
  std::vector<PlacedHash> bodies;
  std::vector<std::uint64_t> blocks, names;
};

namespace memory {
class Store;
}

// Sightings as they are stored. Immutable, cheap to copy; any thread. The files are mapped, not
// read: a look-up costs a fault or two, memory 16 bytes a page.
class Memory {
 public:
  Memory() = default;  // knows nothing

  // Throws Failure when there is no memory in `folder`, when it is damaged or another version's.
  static Memory open(const std::string& folder);
  static bool is_in(const std::string& folder);

  bool empty() const { return store_ == nullptr; }
  std::uint32_t pages() const;
  std::string cleaned_path() const;  // of cleaned-*.bin; empty: none
  const memory::Store* store() const { return store_.get(); }
  std::shared_ptr<const memory::Store> share() const { return store_; }
  explicit Memory(std::shared_ptr<const memory::Store> store) : store_(std::move(store)) {}

 private:
  std::shared_ptr<const memory::Store> store_;
};

// `blocks` (with a label each) may be empty: the page is then known for its article only. `before`:
// a memory that may know the page already; a body that it knows is not read again. Pure; any
// thread.
Sighting sight(SeenPage page, const Blocks& blocks, const std::vector<Label>& labels,
               const Canon& canon, const Memory& before = Memory());

// The pages that one item (see Digest::group) stands on.
DigestGroup group_of(const Memory& memory, std::string_view id);

// Writes a folder of memory. Until commit() the folder is what it was before; the files of a
// writer that never came to it are removed by the next one that does.
class MemoryWriter {
 public:
  // Makes the folder.
  explicit MemoryWriter(const std::string& folder);
  ~MemoryWriter();
  MemoryWriter(const MemoryWriter&) = delete;
  MemoryWriter& operator=(const MemoryWriter&) = delete;

  // In this order: all pages, by ascending id (bytes); then look-ups may begin ...
  void add(const Sighting& sighting);
  Memory finish_pages();
  // ... then the digests of each page, in any order; then groups can be counted ...
  void add_digests(std::string_view id, const std::vector<Digest>& digests);
  Memory finish_digests();
  // ... and what the first pass made of the pages, as the caller will want it back.
  void add_cleaned(std::string_view record);
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A page whose labels are gone over. `id`: its own sightings do not count against it.
struct RecallPage {
  std::string_view id, host;
  const Blocks& blocks;
};

struct Recalled {
  std::size_t changed = 0;  // labels
  bool alone = false;       // nothing of it stands on other pages, so another round has no news
};

// Changes labels: a block that stands on many pages of the host with other articles becomes
// template; a block that is a piece of another page's article becomes digest-text, its title and
// date digest-title and digest-meta. A page that is a copy of another keeps its text, and no page
// loses all of it. Reasons begin "memory: ". `items` tells the lines of one digest from those of
// the next. Pure; any thread.
Recalled recall(const Memory& memory, const Canon& canon, const RecallPage& page,
                std::vector<Label>& labels, Items& items);

// What the memory has seen of a block, for people to read.
struct BlockSightings {
  // Other pages of the host, with other articles, that have the block, digits apart, and on how
  // many of them it was kept; counted to kMostSightings.
  std::uint32_t pages = 0, kept = 0;
  std::vector<std::string> on;  // ids of the first of these pages
  struct Piece {
    std::string id;                             // the block is a piece of that page's article:
    std::uint32_t begin = 0, end = 0, all = 0;  // canonical letters [begin, end) of `all`
    std::uint32_t edits = 0;                    // letters that differ
  };
  std::vector<Piece> pieces;
};
inline constexpr std::uint32_t kMostSightings = 64;
// One a block. Of a page that the memory has not seen `labels` say what its article is.
std::vector<BlockSightings> sightings_of(const Memory& memory, const Canon& canon,
                                         const RecallPage& page, const std::vector<Label>& labels);

// Fills `of` and `group.id` of the digests. Pure; any thread. (Not `tie`: a call of that name with
// lists in it may be of std::tie.)
void tie_digests(const Memory& memory, const Canon& canon, const SeenPage& page,
                 std::vector<Digest>& digests);

}  // namespace tamis
