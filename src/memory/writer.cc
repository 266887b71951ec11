// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"
#include "memory/store.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace tamis {

struct MemoryWriter::State {
  explicit State(const std::string& to)
      : folder(to), pages(to), digests(to, "digests"), cleaned(to, "cleaned") {}

  std::string folder;
  memory::StoreWriter pages;
  memory::RowWriter digests;
  memory::NewFile cleaned;
  memory::Header header;
  std::shared_ptr<const memory::Store> store;
};

namespace {

// "/": the folder is made first, whatever is opened in it later.
const std::string& made(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!std::filesystem::is_directory(folder))
    base::throw_io("create folder", folder, error ? error.value() : ENOTDIR);
  return folder;
}

}  // namespace

MemoryWriter::MemoryWriter(const std::string& folder)
    : state_(std::make_unique<State>(made(folder))) {}

MemoryWriter::~MemoryWriter() = default;

void MemoryWriter::add(const Sighting& sighting) {
  state_->pages.add(sighting);
}

Memory MemoryWriter::finish_pages() {
  state_->header = state_->pages.finish();
  state_->store = std::make_shared<memory::Store>(state_->folder, state_->header);
  return Memory(state_->store);
}

void MemoryWriter::add_digests(std::string_view id, const std::vector<Digest>& digests) {
  if (digests.empty()) return;
  const std::uint32_t page = state_->store->number_of(id);
  for (const Digest& digest : digests) {
    std::uint64_t item = 0;
    const std::string& group = digest.group.id;
    if (group.empty()) continue;
    std::from_chars(group.data(), group.data() + group.size(), item, 16);
    state_->digests.add(item, page);
  }
}

Memory MemoryWriter::finish_digests() {
  state_->header.files.push_back(state_->digests.finish());
  return Memory(std::make_shared<memory::Store>(state_->folder, state_->header));
}

void MemoryWriter::add_cleaned(std::string_view record) {
  state_->cleaned.write(record);
}

void MemoryWriter::commit() {
  memory::Header& header = state_->header;
  header.files.push_back(state_->cleaned.finish());
  base::write_file(state_->folder + "/" + memory::kHeader, memory::header_json(header));
  // What earlier generations left.
  for (const auto& entry : std::filesystem::directory_iterator(state_->folder)) {
    const std::string name = entry.path().filename().string();
    const bool listed = std::any_of(header.files.begin(), header.files.end(),
                                    [&](const memory::StoredFile& f) { return f.name == name; });
    const bool made_by_one =
        name.ends_with(".bin") || name.starts_with(".new-") || name.starts_with(".run-");
    if (!listed && made_by_one) base::remove_file(entry.path().string());
  }
}

}  // namespace tamis
