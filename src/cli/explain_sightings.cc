// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_sightings.h"

#include "base/columns.h"

#include <algorithm>

namespace tamis::cli {
namespace {

constexpr std::size_t kMostPieces = 3;

std::string count_of(std::uint32_t count, const std::string& what) {
  return std::to_string(count) + (count == kMostSightings ? " or more " : " ") + what;
}

void add_block(std::string& out, std::size_t n, const BlockSightings& seen, std::size_t width) {
  std::string head = base::pad_left(std::to_string(n), 4) + "   ";
  const auto add = [&](const std::string& line) {
    out += base::fit(head + line, width) + "\n";
    head.assign(head.size(), ' ');
  };
  for (std::size_t i = 0; i < std::min(seen.pieces.size(), kMostPieces); ++i) {
    const BlockSightings::Piece& piece = seen.pieces[i];
    std::string line = "letters " + std::to_string(piece.begin) + "-" + std::to_string(piece.end) +
                       " of the " + std::to_string(piece.all) + " of " + piece.id;
    if (piece.edits > 0) line += ", " + std::to_string(piece.edits) + " changed";
    add(line);
  }
  if (seen.pieces.size() > kMostPieces)
    add("and " + std::to_string(seen.pieces.size() - kMostPieces) + " more articles");
  if (seen.pages == 0) return;
  std::string line = "on " + count_of(seen.pages, "other pages of the host");
  if (seen.kept > 0) line += " (kept on " + std::to_string(seen.kept) + ")";
  for (std::size_t i = 0; i < seen.on.size(); ++i) line += (i == 0 ? ": " : ", ") + seen.on[i];
  if (seen.on.size() < seen.pages) line += ", ...";
  add(line);
}

void add_digest(std::string& out, const Digest& digest, std::size_t width) {
  if (digest.group.id.empty() && digest.of.empty()) return;
  const std::string& name = digest.title.empty() ? digest.teaser : digest.title;
  out += base::fit("  " + name, width) + "\n";
  std::string line = digest.of.empty() ? "its article is not in the memory" : "of " + digest.of;
  if (digest.group.pages > 0) {
    line += "; on " + std::to_string(digest.group.pages) + " pages of " +
            std::to_string(digest.group.sites.size()) + " sites";
  }
  out += base::fit("       " + line, width) + "\n";
}

}  // namespace

std::string explain_sightings(const Cleaned& cleaned, const Memory& memory, const Canon& canon,
                              std::size_t width) {
  const RecallPage page{cleaned.article.id, cleaned.article.hostname, cleaned.blocks};
  std::string out =
      "\nseen in the memory of " + std::to_string(memory.pages()) + " pages (block n: where)\n";
  const std::vector<BlockSightings> all = sightings_of(memory, canon, page, cleaned.labels);
  const std::size_t before = out.size();
  for (std::size_t n = 0; n < all.size(); ++n) add_block(out, n, all[n], width);
  if (out.size() == before) out += "  none of its blocks\n";
  if (!cleaned.article.digests.empty()) out += "\ndigests on the page\n";
  for (const Digest& digest : cleaned.article.digests) add_digest(out, digest, width);
  return out;
}

}  // namespace tamis::cli
