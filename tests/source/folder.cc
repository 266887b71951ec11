// SPDX-License-Identifier: Apache-2.0
#include "source/folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace tamis::test {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "tamis-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw fs::filesystem_error("mkdtemp", std::error_code());
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Folder::write(std::string_view name, std::string_view bytes) const {
  fs::create_directories(fs::path(at(name)).parent_path());
  std::ofstream(at(name), std::ios::binary) << bytes;
}

void Folder::link(std::string_view name, const std::string& target) const {
  fs::create_directories(fs::path(at(name)).parent_path());
  fs::create_symlink(target, at(name));
}

void Folder::make(std::string_view name) const {
  fs::create_directories(at(name));
}

std::vector<Page> pages_of(const std::vector<std::string>& inputs, const SourceOptions& options) {
  const auto source = open_source(inputs, options);
  std::vector<Page> pages;
  for (Page page; source->next(page);) pages.push_back(std::move(page));
  return pages;
}

std::vector<Page> pages_in(std::string_view name, std::string_view bytes,
                           const SourceOptions& options) {
  const Folder folder;
  folder.write(name, bytes);
  return pages_of({folder.at(name)}, options);
}

std::vector<std::string> ids(const std::vector<Page>& pages) {
  std::vector<std::string> out;
  for (const Page& page : pages) out.push_back(page.id);
  return out;
}

std::string error_of(const Page& page) {
  return page.error ? error_name(page.error->kind) + (": " + page.error->message) : std::string();
}

}  // namespace tamis::test
