// SPDX-License-Identifier: Apache-2.0
#include "pipeline/item_store.h"

namespace tamis::pipeline {

ItemStore::ItemStore(const std::string& folder, std::uint64_t memory)
    : memory_(memory), spool_(Spool::unnamed(folder)) {}

void ItemStore::append_bytes(std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());  // of a page: below 2^32
  const bool needs_chunk = bytes.size() > kChunk - used_;
  const bool room = !needs_chunk || (chunks_.size() + 1) * kChunk <= memory_;
  if (!room || bytes.size() > kChunk) {
    places_.push_back({kInFile | spool_.size(), size});
    spool_.append(bytes);
    return;
  }
  if (needs_chunk) {
    chunks_.push_back(std::make_unique<char[]>(kChunk));
    used_ = 0;
  }
  places_.push_back({(chunks_.size() - 1) * kChunk + used_, size});
  if (size > 0) std::memcpy(chunks_.back().get() + used_, bytes.data(), size);
  used_ += size;
}

void ItemStore::read_bytes(const Place& place, char* to) const {
  if ((place.offset & kInFile) == 0) {
    std::memcpy(to, chunks_[place.offset / kChunk].get() + place.offset % kChunk, place.size);
    return;
  }
  const std::string bytes = spool_.read({place.offset & ~kInFile, place.size});
  bytes.copy(to, bytes.size());
}

}  // namespace tamis::pipeline
