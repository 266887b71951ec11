// SPDX-License-Identifier: Apache-2.0
#include "relate/runs.h"

#include <algorithm>
#include <utility>

namespace tamis::relating {

namespace {
constexpr std::size_t kWord = sizeof(std::uint64_t);
}

Runs::Runs(std::uint64_t memory, std::unique_ptr<Shelf> shelf)
    : memory_(std::max<std::uint64_t>(memory, 64u << 10)), shelf_(std::move(shelf)) {}

// By half, so that parts are full to two thirds at least.
void Runs::grow(Part& part) {
  const std::size_t had = part.words.capacity();
  const std::size_t more = std::max<std::size_t>(had / 2, 64);
  if (shelf_ && held_ + more * kWord > memory_) put_away();
  if (part.words.size() < part.words.capacity()) return;
  part.words.reserve(had + more);
  held_ += (part.words.capacity() - had) * kWord;
}

void Runs::put_away() {
  for (Part& part : parts_) {
    if (part.words.empty()) continue;
    const std::uint64_t at = shelf_->append(
        {reinterpret_cast<const char*>(part.words.data()), part.words.size() * kWord});
    part.runs.push_back({at, part.words.size()});
    part.words.clear();
  }
}

void Runs::take(std::size_t index, std::vector<std::uint64_t>& words) {
  Part& part = parts_[index];
  std::size_t size = part.words.size(), done = 0;
  for (const Run& run : part.runs) size += run.size;
  words.resize(size);
  for (const Run& run : part.runs) {
    shelf_->read(run.at, run.size * kWord, reinterpret_cast<char*>(words.data() + done));
    done += run.size;
  }
  std::copy(part.words.begin(), part.words.end(),
            words.begin() + static_cast<std::ptrdiff_t>(done));
  held_ -= part.words.capacity() * kWord;
  part = Part();
}

}  // namespace tamis::relating
