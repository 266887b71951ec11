// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/archive.h"

#include <memory>
#include <string>

namespace tamis::archive {

std::unique_ptr<Archive> open_warc_archive(const std::string& directory,
                                           const ArchiveOptions& options);
std::unique_ptr<Archive> open_file_archive(const std::string& directory);

// Whether an answer is kept: whole, and about the page (not "come back later").
bool is_kept(const Fetched& fetched);

}  // namespace tamis::archive
