// SPDX-License-Identifier: Apache-2.0
#include "relate/alike.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstddef>

namespace tamis::relating {

namespace {

constexpr std::uint32_t kFrameLine = 60;  // letters: longer lines are the article's
constexpr std::uint32_t kIsland = 2;      // shared shingles that do not end a stretch of own ones

void cover(const Profile& text, const Profile& other, Side& side) {
  side.cover.resize(text.positions());
  for (std::size_t i = 0; i < side.cover.size(); ++i) {
    side.cover[i] =
        other.shingles().contains(shingle_at(text.letters(), i)) ? Cover::kShared : Cover::kOwn;
  }
}

// Positions that begin in the line.
double shared_part(const Side& side, const TextLine& line) {
  const std::size_t end = std::min<std::size_t>(line.end, side.cover.size());
  if (line.begin >= end) return 0;
  const auto begin = side.cover.begin();
  const auto shared =
      std::count(begin + line.begin, begin + static_cast<std::ptrdiff_t>(end), Cover::kShared);
  return static_cast<double>(shared) / static_cast<double>(end - line.begin);
}

// Ends as a sentence does. A short question or exclamation may well be a headline.
bool is_prose(const Profile& text, const TextLine& line) {
  const std::string_view source = base::trim(text.source(line));
  const std::uint32_t least = base::asks_or_exclaims(source) ? 32 : 12;
  return line.end - line.begin >= least && base::ends_sentence(source);
}

// （记者 …） at the end of the body's last line, where more lines follow in this text only.
void take_credit_out(const Profile& text, const TextLine& line, Side& side) {
  const std::size_t end = line.from + text.canon().body_end(text.source(line));
  const std::vector<std::uint32_t>& at = text.canonical().at;
  for (std::size_t i = std::min<std::size_t>(line.end, side.cover.size()); i-- > line.begin;) {
    if (at[i + kShingle - 1] < end) break;  // no letter of it is in the credit
    if (side.cover[i] == Cover::kOwn) side.cover[i] = Cover::kFramed;
  }
}

// Short lines of one text alone, before and behind what both have, that are no prose.
void take_frames_out(const Profile& text, Side& side) {
  const std::vector<TextLine>& lines = text.lines();
  if (lines.size() < 2) return;
  std::vector<double> part;
  part.reserve(lines.size());
  for (const TextLine& line : lines) part.push_back(shared_part(side, line));
  const auto is_main = [&](std::size_t i) {
    return part[i] >= .5 && (is_prose(text, lines[i]) || lines[i].end - lines[i].begin >= 40);
  };
  std::size_t first = 0, last = lines.size();
  while (first < lines.size() && !is_main(first)) ++first;
  while (last > first && !is_main(last - 1)) --last;
  if (last > first) take_credit_out(text, lines[last - 1], side);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == first) i = std::max(first, last);
    if (i >= lines.size()) break;
    const std::string_view source = base::trim(text.source(lines[i]));
    // A headline's words may all be in the body, not in this order.
    const bool headline = lines[i].end - lines[i].begin <= kFrameLine && !is_prose(text, lines[i]);
    const bool frame =
        part[i] < (headline ? .9 : .5) && (headline || text.canon().is_frame(source));
    if (!frame) continue;
    // The shingles that end in the line are not the article's either.
    const std::size_t begin = lines[i].begin < kShingle ? 0 : lines[i].begin - (kShingle - 1);
    const std::size_t end = std::min<std::size_t>(lines[i].end, side.cover.size());
    std::fill(side.cover.begin() + static_cast<std::ptrdiff_t>(std::min(begin, end)),
              side.cover.begin() + static_cast<std::ptrdiff_t>(end), Cover::kFramed);
  }
}

void count(Side& side) {
  std::uint32_t stretch = 0, island = 0;
  const auto close = [&] {
    if (stretch >= kStretch) side.long_own += stretch;
    stretch = island = 0;
  };
  for (const Cover cover : side.cover) {
    if (cover == Cover::kOwn) {
      ++side.own;
      ++stretch;
      island = 0;
    } else if (cover == Cover::kFramed || ++island > kIsland) {
      close();
    }
    side.shared += cover == Cover::kShared;
  }
  close();
}

}  // namespace

double Alike::jaccard() const {
  const double both = std::min(x.shared, y.shared);
  const double all = both + x.own + y.own;
  return all > 0 ? both / all : 0;
}

std::uint32_t count_shared(const Profile& x, const Profile& y) {
  const bool swap = x.shingles().distinct().size() > y.shingles().distinct().size();
  const Profile &fewer = swap ? y : x, &more = swap ? x : y;
  std::uint32_t shared = 0;
  for (const Shingle shingle : fewer.shingles().distinct()) {
    shared += more.shingles().contains(shingle);
  }
  return shared;
}

Alike look_at(const Profile& x, const Profile& y) {
  Alike alike;
  cover(x, y, alike.x);
  cover(y, x, alike.y);
  take_frames_out(x, alike.x);
  take_frames_out(y, alike.y);
  count(alike.x);
  count(alike.y);
  return alike;
}

double same_letters(std::u16string_view x, std::u16string_view y, double least) {
  constexpr std::size_t kMostLetters = 4000;
  const std::size_t longer = std::max(x.size(), y.size());
  if (longer == 0 || longer > kMostLetters) return 0;
  // `common` >= least * longer leaves this many steps of the edit graph.
  const auto n = static_cast<int>(x.size()), m = static_cast<int>(y.size());
  const int most = n + m - static_cast<int>(2 * least * static_cast<double>(longer));
  if (most < 0) return 0;
  std::vector<int> reach(2 * static_cast<std::size_t>(most) + 3, 0);
  int* const middle = reach.data() + most + 1;
  const auto at = [middle](int k) -> int& { return middle[k]; };
  for (int d = 0; d <= most; ++d) {
    for (int k = -d; k <= d; k += 2) {
      int i = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      int j = i - k;
      while (i < n && j < m && j >= 0 &&
             x[static_cast<std::size_t>(i)] == y[static_cast<std::size_t>(j)]) {
        ++i;
        ++j;
      }
      at(k) = i;
      if (i >= n && j >= m) {
        return static_cast<double>(n + m - d) / 2 / static_cast<double>(longer);
      }
    }
  }
  return 0;
}

}  // namespace tamis::relating
