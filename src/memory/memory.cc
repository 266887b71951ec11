// SPDX-License-Identifier: Apache-2.0
#include "tamis/memory.h"

#include "memory/store.h"

#include <charconv>
#include <set>

namespace tamis {

namespace {

constexpr std::size_t kMostCounted = 1u << 20;  // pages of one group

}  // namespace

Memory Memory::open(const std::string& folder) {
  const memory::Header header = memory::read_header(folder);
  memory::check_files(folder, header);
  return Memory(std::make_shared<memory::Store>(folder, header));
}

bool Memory::is_in(const std::string& folder) {
  return base::file_exists(folder + "/" + memory::kHeader);
}

std::uint32_t Memory::pages() const {
  return store_ == nullptr ? 0 : store_->pages();
}

std::string Memory::cleaned_path() const {
  return store_ == nullptr ? std::string() : store_->cleaned;
}

DigestGroup group_of(const Memory& memory, std::string_view id) {
  DigestGroup group;
  group.id = id;
  std::uint64_t item = 0;
  const auto read = std::from_chars(id.data(), id.data() + id.size(), item, 16);
  if (memory.empty() || read.ec != std::errc()) return group;
  std::set<std::string> sites;
  for (const memory::Row& row : memory.store()->digests.find(item, kMostCounted)) {
    ++group.pages;
    const std::string_view host = memory.store()->page(row.page).host;
    if (!host.empty() && sites.size() < kMostGroupSites) sites.emplace(host);
  }
  group.sites.assign(sites.begin(), sites.end());
  return group;
}

}  // namespace tamis
