// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cleaned_pages.h"

#include "base/hash.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace tamis::pipeline {
namespace {

constexpr std::size_t kFixed = 8 + 16 + 4 + 4;

template <class T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

Hash128 page_key(const Page& page, std::string_view settings) {
  const auto [high, low] = base::hash128(page.bytes);
  std::string all(settings);
  put(all, high);
  put(all, low);
  all += static_cast<char>('0' + static_cast<int>(page.kind));
  all += page.decoded ? 'd' : '-';
  for (const std::string* text : {&page.id, &page.url, &page.folder}) all += *text + '\0';
  for (const auto& [name, value] : page.headers) {
    all += name + '\0';
    all += value + '\0';
  }
  if (page.error) all += std::string(error_name(page.error->kind)) + page.error->message;
  const auto [key_high, key_low] = base::hash128(all);
  return {key_high, key_low};
}

std::string cleaned_record(const Hash128& key, std::string_view id, std::string_view line,
                           std::string_view packed) {
  const std::uint64_t size = kFixed + id.size() + line.size() + packed.size();
  std::string out;
  out.reserve(size);
  put(out, size);
  put(out, key.high);
  put(out, key.low);
  put(out, static_cast<std::uint32_t>(id.size()));
  put(out, static_cast<std::uint32_t>(line.size()));
  out += id;
  out += line;
  out += packed;
  return out;
}

bool next_cleaned(std::string_view bytes, std::uint64_t& offset, CleanedPage& page,
                  const std::string& path) {
  if (offset >= bytes.size()) return false;
  const std::string_view rest = bytes.substr(offset);
  std::uint64_t size = 0;
  std::uint32_t id = 0, line = 0;
  const bool begins = rest.size() >= kFixed;
  if (begins) {
    std::memcpy(&size, rest.data(), sizeof size);
    std::memcpy(&page.key.high, rest.data() + 8, 8);
    std::memcpy(&page.key.low, rest.data() + 16, 8);
    std::memcpy(&id, rest.data() + 24, sizeof id);
    std::memcpy(&line, rest.data() + 28, sizeof line);
  }
  if (!begins || size > rest.size() || size < kFixed || std::uint64_t{id} + line > size - kFixed) {
    throw Failure(path + " is damaged: a record of it is cut off",
                  "remove it and run the command again");
  }
  page.record = rest.substr(0, size);
  page.id = page.record.substr(kFixed, id);
  page.line = page.record.substr(kFixed + id, line);
  page.packed = page.record.substr(kFixed + id + line);
  offset += size;
  return true;
}

CleanedPages::CleanedPages(const std::string& path) : mapped_(path) {
  CleanedPage page;
  std::uint64_t offset = 0;
  while (next_cleaned(mapped_.bytes(), offset, page, path)) {
    pages_.push_back(page);
    touch(page.record);
  }
  by_key_.resize(pages_.size());
  std::iota(by_key_.begin(), by_key_.end(), 0U);
  std::sort(by_key_.begin(), by_key_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return pages_[a].key < pages_[b].key; });
}

std::optional<CleanedPage> CleanedPages::find(const Hash128& key) const {
  const auto found =
      std::lower_bound(by_key_.begin(), by_key_.end(), key,
                       [&](std::uint32_t page, const Hash128& k) { return pages_[page].key < k; });
  if (found == by_key_.end() || pages_[*found].key != key) return std::nullopt;
  touch(pages_[*found].record);
  return pages_[*found];
}

}  // namespace tamis::pipeline
