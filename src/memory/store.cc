// SPDX-License-Identifier: Apache-2.0
// pages-*.bin: a record a page: the sketch, the number of letters (8 bytes), the letters and what
// stands behind each (2 bits), five texts (4 bytes of length each, then the bytes), filled up to a
// multiple of 8; then where each record begins, 8 bytes a page, in the order of the ids.
#include "memory/store.h"

#include "memory/behind.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace tamis::memory {
namespace {

constexpr std::size_t kSketch = std::extent_v<decltype(StoredPage::sketch)>;
constexpr std::size_t kAligned = 8;

void put_text(std::string& out, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out.append(text);
}

// False when it does not fit.
bool take_text(std::string_view& rest, std::string_view& text) {
  std::uint32_t size = 0;
  if (rest.size() < sizeof size) return false;
  std::memcpy(&size, rest.data(), sizeof size);
  rest.remove_prefix(sizeof size);
  if (rest.size() < size) return false;
  text = rest.substr(0, size);
  rest.remove_prefix(size);
  return true;
}

}  // namespace

void sketch(const std::vector<PlacedHash>& bodies, StoredPage& page) {
  std::size_t have = 0;
  for (std::size_t i = 0; i < bodies.size() && have < kSketch; ++i) {
    if ((bodies[i].hash & 1) == 0) page.sketch[have++] = bodies[i].hash;
  }
}

StoreWriter::StoreWriter(std::string folder, std::size_t most_rows)
    : folder_(std::move(folder)),
      page_file_(folder_, "pages"),
      bodies_(folder_, "bodies", most_rows),
      blocks_(folder_, "blocks", most_rows),
      names_(folder_, "names", most_rows) {}

std::uint32_t StoreWriter::add(const Sighting& sighting) {
  const std::uint32_t number = pages();
  places_.push_back(page_file_.size());
  std::string record;
  StoredPage stored;
  sketch(sighting.bodies, stored);
  record.append(reinterpret_cast<const char*>(stored.sketch), sizeof stored.sketch);
  const std::uint64_t letters = sighting.letters.size();
  record.append(reinterpret_cast<const char*>(&letters), sizeof letters);
  record.append(reinterpret_cast<const char*>(sighting.letters.data()), letters * sizeof(char16_t));
  record.append(sighting.behind);
  const SeenPage& page = sighting.page;
  for (const std::string* text : {&page.id, &page.url, &page.host, &page.title, &page.body})
    put_text(record, *text);
  record.append((kAligned - record.size() % kAligned) % kAligned, '\0');
  page_file_.write(record);
  for (const PlacedHash& run : sighting.bodies) bodies_.add(run.hash, number, run.at);
  for (const std::uint64_t hash : sighting.blocks) blocks_.add(hash, number);
  for (const std::uint64_t hash : sighting.names) names_.add(hash, number);
  return number;
}

Header StoreWriter::finish() {
  Header header;
  header.pages = places_.size();
  page_file_.write({reinterpret_cast<const char*>(places_.data()), places_.size() * 8});
  header.files = {page_file_.finish(), bodies_.finish(), blocks_.finish(), names_.finish()};
  return header;
}

Store::Store(const std::string& folder, const Header& header) : folder_(folder) {
  const auto file = [&](const char* kind) -> const StoredFile& {
    const StoredFile* found = header.find(kind);
    if (found == nullptr) throw_damaged(folder, std::string("it lists no file of ") + kind);
    if (!base::file_exists(folder + "/" + found->name))
      throw_damaged(folder, found->name + " is gone");
    return *found;
  };
  const StoredFile& pages = file("pages");
  mapped_ = base::Mapped(folder + "/" + pages.name);
  count_ = static_cast<std::uint32_t>(header.pages);
  const std::size_t table = std::size_t{count_} * 8;
  if (mapped_.bytes().size() != pages.size || pages.size < table)
    throw_damaged(folder, pages.name + " is not as long as it should be");
  places_ = mapped_.bytes().substr(pages.size - table);
  bodies = Rows(folder, file("bodies"));
  blocks = Rows(folder, file("blocks"));
  names = Rows(folder, file("names"));
  if (header.find("digests") != nullptr) digests = Rows(folder, file("digests"));
  if (header.find("cleaned") != nullptr) cleaned = folder + "/" + file("cleaned").name;
}

StoredPage Store::page(std::uint32_t number) const {
  std::uint64_t place = 0;
  StoredPage page;
  const std::string_view all = mapped_.bytes().substr(0, mapped_.bytes().size() - places_.size());
  if (number < count_) std::memcpy(&place, places_.data() + std::size_t{number} * 8, sizeof place);
  std::uint64_t letters = 0;
  constexpr std::size_t kFixed = sizeof page.sketch + sizeof letters;
  if (number >= count_ || place % kAligned != 0 || place > all.size() ||
      all.size() - place < kFixed) {
    throw_damaged(folder_, "a page of it lies nowhere");
  }
  std::uint64_t next = all.size();
  if (number + 1 < count_)
    std::memcpy(&next, places_.data() + (std::size_t{number} + 1) * 8, sizeof next);
  std::string_view rest = all.substr(place);
  mapped_.touch(rest.substr(0, next > place ? next - place : 0));
  std::memcpy(page.sketch, rest.data(), sizeof page.sketch);
  std::memcpy(&letters, rest.data() + sizeof page.sketch, sizeof letters);
  rest.remove_prefix(kFixed);
  if (letters > rest.size() / sizeof(char16_t) ||
      letters * sizeof(char16_t) + behind_size(letters) > rest.size()) {
    throw_damaged(folder_, "a page of it is cut off");
  }
  page.letters = {reinterpret_cast<const char16_t*>(rest.data()), letters};
  rest.remove_prefix(letters * sizeof(char16_t));
  page.behind = rest.substr(0, behind_size(letters));
  rest.remove_prefix(page.behind.size());
  for (std::string_view* text : {&page.id, &page.url, &page.host, &page.title, &page.body}) {
    if (!take_text(rest, *text)) throw_damaged(folder_, "a page of it is cut off");
  }
  return page;
}

std::uint32_t Store::number_of(std::string_view id) const {
  std::uint32_t from = 0, to = count_;
  while (from < to) {
    const std::uint32_t middle = from + (to - from) / 2;
    if (page(middle).id < id) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < count_ && page(from).id == id ? from : kNoPage;
}

}  // namespace tamis::memory
