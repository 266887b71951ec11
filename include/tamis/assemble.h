// SPDX-License-Identifier: Apache-2.0
// assemble: labelled blocks and the page's own claims to one article record.
#pragma once

#include "tamis/decode.h"
#include "tamis/label.h"
#include "tamis/page.h"
#include "tamis/repair.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tamis {

enum class Status { kOk, kNoArticle, kError };

// Equal digests: the pages that one item stands on.
struct DigestGroup {
  std::string id;                  // 16 hex digits; empty: not looked for
  std::uint32_t pages = 0;         // that the crawl, or the memory, has of it
  std::vector<std::string> sites;  // their hosts, sorted; at most kMostGroupSites
};
inline constexpr std::size_t kMostGroupSites = 100;

// A teaser of another article that stood on the page.
struct Digest {
  std::string title, teaser, date, channel, url;
  bool self = false;       // a teaser of this very article
  bool truncated = false;  // ends in an ellipsis
  bool spam = false;
  DigestGroup group;
  std::string of;  // id of the page whose article it is a teaser of; empty: none that is known
};

// What a block stands in as far as markdown can say it, for BlockRecord::frames.
struct Frame {
  enum class Kind : std::uint8_t { kQuote, kBullet, kNumber, kCell, kCode };
  Kind kind = Kind::kQuote;
  std::uint32_t id = 0;      // of the element: blocks of one element share it
  std::uint32_t parent = 0;  // kBullet, kNumber: the list; kCell: the table
  std::uint32_t number = 0;  // kNumber: the item's; kCell: the row, from 0
  std::uint32_t column = 0;  // kCell: from 0
};

// What other programs read of a block (`--blocks`).
struct BlockRecord {
  std::uint32_t n = 0;  // 0-based position on the page
  Label label;
  std::string text;
  std::string path;                             // HTML
  std::uint32_t first_line = 0, last_line = 0;  // plain text, 1-based
  std::vector<std::string> links;
  std::uint32_t characters = 0;

  // For markdown; not part of a JSON record.
  Tag tag = Tag::kOther;           // innermost block-level element, or the h1 to h6 around it
  std::uint32_t element = kNone;   // that element: the lines of one share it
  std::uint8_t breaks_before = 0;  // see Block
  bool shown =
      false;  // stands in markdown although not in `text`: captions, cells and lines of code
  std::vector<Frame> frames;  // outermost first, at most kMostFrames
  std::string code;           // first block of a <pre>: the lines as they were written
};
inline constexpr std::size_t kMostFrames = 12;

// How much of it: kCounts is n, label.name and characters, which a summary needs.
enum class BlockDetail : std::uint8_t { kCounts, kAll };

// One line of articles.jsonl. Empty strings and lists are unknown: their keys are left out.
struct Article {
  std::string id, url;
  Status status = Status::kOk;
  std::string reason;  // kNoArticle: why
  std::string error;   // kError: "too-deep: ..."
  std::string title;
  std::string text;  // heading and body blocks, one paragraph a line; the title is not in it
  bool text_is_claimed = false;  // `text` is what the page's data say, not its blocks
  std::vector<std::string> author, editor;
  std::string source, sitename, hostname, channel;
  std::string date;  // ISO 8601, as exact as the page is: 2023-01-09, ...T16:49, ...T16:49:39+08:00
  std::string language;  // ISO 639-1, zh-Hans and zh-Hant apart
  std::vector<std::string> tags;
  Charset charset;
  std::optional<Damage> damage;  // of the page; absent when its text was never read
  std::vector<Repair> repairs;   // spans of the page's repaired text
  std::vector<Digest> digests;
  std::optional<float> quality;  // expected F1 of `text`, calibrated; absent where no model says
  std::vector<std::string> warnings;
  std::uint32_t kept = 0, dropped = 0;  // blocks
  std::vector<BlockRecord> blocks;
};

// Calls body what the page's own JSON-LD body has and `labels` dropped, when that body stands on
// the page, holds what was kept and is much longer: then the labels are wrong. Pure; any thread.
void keep_claimed(const Blocks& blocks, const Head& head, std::vector<Label>& labels);

// Which lines of a list of digests make one item, as far as a memory of other pages knows: a number
// a block, shared by the lines of one item; 0: not known. Empty: nothing is known.
using Items = std::vector<std::uint32_t>;

// Pure; any thread. `labels` has one entry a block.
Article assemble(const Page& page, const Text& text, const Head& head, const Blocks& blocks,
                 const std::vector<Label>& labels, const Rules& rules,
                 BlockDetail detail = BlockDetail::kAll, const Items& items = {});

}  // namespace tamis
