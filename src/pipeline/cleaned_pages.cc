// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cleaned_pages.h"

#include "base/hash.h"

#include <algorithm>
#include <cstring>
#include <utility>

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

CleanedFile::CleanedFile(std::string path) : path_(std::move(path)), mapped_(path_) {}

bool CleanedFile::next(std::uint64_t& offset, CleanedPage& page) const {
  const std::string_view bytes = mapped_.bytes();
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
    throw Failure(path_ + " is damaged: a record of it is cut off",
                  "remove it and run the command again");
  }
  page.record = rest.substr(0, size);
  mapped_.touch(page.record);
  page.id = page.record.substr(kFixed, id);
  page.line = page.record.substr(kFixed + id, line);
  page.packed = page.record.substr(kFixed + id + line);
  offset += size;
  return true;
}

CleanedPage CleanedFile::at(std::uint64_t offset) const {
  CleanedPage page;
  next(offset, page);
  return page;
}

CleanedPages::CleanedPages(std::string path) : file_(std::move(path)) {
  CleanedPage page;
  std::uint64_t begin = 0;
  for (std::uint64_t offset = 0; file_.next(offset, page); begin = offset)
    by_key_.push_back({page.key, begin});
  std::sort(by_key_.begin(), by_key_.end(), [](const Place& a, const Place& b) {
    return a.key != b.key ? a.key < b.key : a.offset < b.offset;
  });
}

std::optional<CleanedPage> CleanedPages::find(const Hash128& key) const {
  const auto found =
      std::lower_bound(by_key_.begin(), by_key_.end(), key,
                       [](const Place& place, const Hash128& k) { return place.key < k; });
  if (found == by_key_.end() || found->key != key) return std::nullopt;
  return file_.at(found->offset);
}

}  // namespace tamis::pipeline
