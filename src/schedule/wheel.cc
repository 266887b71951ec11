// SPDX-License-Identifier: Apache-2.0
#include "schedule/wheel.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace tamis::schedule {

Wheel::Wheel() {
  heads_.fill(kNone);
}

// The lowest level whose span from now_'s own slot on still reaches the tick.
std::size_t Wheel::list_for(std::int64_t tick) const {
  for (std::size_t level = 0; level < kLevels; ++level) {
    const std::int64_t here = now_ >> (kBits * level);
    const std::int64_t there = tick >> (kBits * level);
    if (there - here < static_cast<std::int64_t>(kSlots))
      return level * kSlots + static_cast<std::size_t>(there & kMask);
  }
  const std::int64_t last = (now_ >> (kBits * (kLevels - 1))) + kSlots - 1;
  return (kLevels - 1) * kSlots + static_cast<std::size_t>(last & kMask);
}

void Wheel::append(std::uint32_t entry, std::size_t list) {
  Link& link = links_[entry];
  link.list = static_cast<std::uint16_t>(list);
  std::uint32_t& head = heads_[list];
  if (head == kNone) {
    head = link.next = link.prev = entry;
    used_[list / kSlots] |= std::uint64_t{1} << (list % kSlots);
    return;
  }
  const std::uint32_t tail = links_[head].prev;
  link.prev = tail;
  link.next = head;
  links_[tail].next = entry;
  links_[head].prev = entry;
}

void Wheel::insert(std::uint32_t entry, std::int64_t tick) {
  if (entry >= links_.size()) links_.resize(static_cast<std::size_t>(entry) + 1);
  if (links_[entry].list != 0xFFFF) remove(entry);
  if (tick < now_) oldest_ = std::min(oldest_, tick);
  links_[entry].tick = tick;
  append(entry, list_for(std::max(tick, now_)));
}

void Wheel::remove(std::uint32_t entry) {
  if (!holds(entry)) return;
  Link& link = links_[entry];
  const std::size_t list = link.list;
  if (link.next == entry) {
    heads_[list] = kNone;
    used_[list / kSlots] &= ~(std::uint64_t{1} << (list % kSlots));
  } else {
    links_[link.prev].next = link.next;
    links_[link.next].prev = link.prev;
    if (heads_[list] == entry) heads_[list] = link.next;
  }
  link.list = 0xFFFF;
}

bool Wheel::holds(std::uint32_t entry) const {
  return entry < links_.size() && links_[entry].list != 0xFFFF;
}

// now_ has entered a slot of `level`: its entries are near enough for a lower level.
void Wheel::cascade(std::size_t level) {
  const std::size_t list =
      level * kSlots + static_cast<std::size_t>((now_ >> (kBits * level)) & kMask);
  std::uint32_t entry = heads_[list];
  if (entry == kNone) return;
  heads_[list] = kNone;
  used_[level] &= ~(std::uint64_t{1} << (list % kSlots));
  links_[links_[entry].prev].next = kNone;  // the ring is opened
  while (entry != kNone) {
    const std::uint32_t next = links_[entry].next;
    append(entry, list_for(std::max(links_[entry].tick, now_)));
    entry = next;
  }
}

// To the next tick, or, where the lowest level is empty, to the end of its turn.
void Wheel::step() {
  now_ = used_[0] == 0 ? (now_ | kMask) + 1 : now_ + 1;
  std::size_t top = 0;
  while (top + 1 < kLevels && (now_ & ((std::int64_t{1} << (kBits * (top + 1))) - 1)) == 0) ++top;
  for (std::size_t level = top; level > 0; --level) cascade(level);
}

std::optional<std::uint32_t> Wheel::take(std::int64_t now) {
  while (true) {
    const std::uint32_t head = heads_[static_cast<std::size_t>(now_ & kMask)];
    if (head != kNone && links_[head].tick <= now) {
      remove(head);
      return head;
    }
    if (now_ >= now) return std::nullopt;
    oldest_ = INT64_MAX;
    const bool empty =
        std::all_of(used_.begin(), used_.end(), [](std::uint64_t u) { return u == 0; });
    if (empty) {
      now_ = now;
      return std::nullopt;
    }
    if (used_[0] == 0 && (now_ | kMask) >= now) {
      now_ = now;  // nothing in the rest of this turn
      return std::nullopt;
    }
    step();
  }
}

std::int64_t Wheel::earliest() const {
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  for (std::size_t level = 0; level < kLevels; ++level) {
    if (used_[level] == 0) continue;
    const std::int64_t here = now_ >> (kBits * level);
    const auto turned = std::rotr(used_[level], static_cast<int>(here & kMask));
    const std::int64_t slot = here + std::countr_zero(turned);
    first = std::min(first, std::max(now_, slot << (kBits * level)));
  }
  return first == now_ ? std::min(now_, oldest_) : first;
}

}  // namespace tamis::schedule
