// SPDX-License-Identifier: Apache-2.0
// A folder that lives as long as a test, and its pages.
#pragma once

#include "tamis/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::test {

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::string& path() const { return path_; }
  std::string at(std::string_view name) const { return path_ + "/" + std::string(name); }

  // Writes a file; folders on the way are made.
  void write(std::string_view name, std::string_view bytes) const;
  void link(std::string_view name, const std::string& target) const;
  void make(std::string_view name) const;

 private:
  std::string path_;
};

// Everything a source gives.
std::vector<Page> pages_of(const std::vector<std::string>& inputs,
                           const SourceOptions& options = {});

// The pages of one file of that name and content.
std::vector<Page> pages_in(std::string_view name, std::string_view bytes,
                           const SourceOptions& options = {});

std::vector<std::string> ids(const std::vector<Page>& pages);

// "" or "too-big: ...".
std::string error_of(const Page& page);

}  // namespace tamis::test
