// SPDX-License-Identifier: Apache-2.0
// ItemStore: a value of plain words for every article, written once in order and read by number:
// the first ones in memory, the others in a file without a name.
#pragma once

#include "pipeline/spool.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::pipeline {

class ItemStore {
 public:
  // `memory`: bytes that may stay out of the file.
  ItemStore(const std::string& folder, std::uint64_t memory);

  // The next item. `items` is a vector or a string of integers.
  template <class Items>
  void append(const Items& items) {
    append_bytes({reinterpret_cast<const char*>(items.data()),
                  items.size() * sizeof(typename Items::value_type)});
  }
  void flush() { spool_.flush(); }  // before read()

  // Any thread.
  template <class Items>
  Items read(std::uint32_t item) const {
    Items items;
    items.resize(places_[item].size / sizeof(typename Items::value_type));
    if (!items.empty()) read_bytes(places_[item], reinterpret_cast<char*>(items.data()));
    return items;
  }

 private:
  struct Place {
    std::uint64_t offset = 0;  // in the chunks, or kInFile and that in the file
    std::uint32_t size = 0;
  };
  static constexpr std::uint64_t kInFile = std::uint64_t{1} << 63;
  static constexpr std::size_t kChunk = 1u << 20;

  void append_bytes(std::string_view bytes);
  void read_bytes(const Place& place, char* to) const;

  std::uint64_t memory_;
  std::vector<std::unique_ptr<char[]>> chunks_;  // an item is in one of them
  std::size_t used_ = kChunk;                    // of the last chunk
  std::vector<Place> places_;
  Spool spool_;
};

}  // namespace tamis::pipeline
