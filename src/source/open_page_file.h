// SPDX-License-Identifier: Apache-2.0
// From an opened stream to its pages: compression off, content sniffed, the right reader chosen.
#pragma once

#include "source/page_reader.h"

namespace tamis::source {

// At most two layers of gzip or zstd are taken off.
std::unique_ptr<PageReader> open_page_file(std::unique_ptr<codec::ByteStream> stream, Origin origin,
                                           const SourceOptions& options);

}  // namespace tamis::source
