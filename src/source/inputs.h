// SPDX-License-Identifier: Apache-2.0
// The Source over all inputs, with the opener as a seam for tests. Private to source.
#pragma once

#include "codec/byte_stream.h"
#include "tamis/source.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tamis::source {

struct Opened {
  std::unique_ptr<codec::ByteStream> stream;  // null: `error` says why
  std::uint64_t size = 0;                     // bytes of the file; 0: unknown
  std::optional<Error> error;
};

// Opens the file at `path`; `named`: the user named it, so that a pipe or a device will do.
// `consumed` counts the bytes that are read.
using Opener = std::function<Opened(const std::string& path, bool named, std::uint64_t* consumed)>;

Opened open_stream(const std::string& path, bool named, std::uint64_t* consumed);

std::unique_ptr<Source> open_source_with(const std::vector<std::string>& inputs,
                                         const SourceOptions& options, Opener opener);

}  // namespace tamis::source
