// SPDX-License-Identifier: Apache-2.0
// What the first pass made of a page, as bytes: all that labelling and assembling it again takes.
#pragma once

#include "tamis/memory.h"
#include "tamis/pipeline.h"

#include <string>
#include <string_view>

namespace tamis::pipeline {

struct FirstPass {
  Page page;  // without bytes and headers
  Charset charset;
  Cleaned cleaned;  // of its article: url, hostname, title, status, text_is_claimed, and `text`
                    // where that is claimed; of its repair: nothing
};

std::string pack(const Page& page, const Cleaned& cleaned);

// Throws Failure when the bytes are not what pack() made.
FirstPass unpack(std::string_view bytes);

// What a summary needs of the blocks.
std::vector<BlockRecord> block_counts(const FirstPass& first);

// As the memory knows it; the body is that of the labels as they are now. `id`: its name there.
SeenPage seen_page(std::string id, const FirstPass& first);

}  // namespace tamis::pipeline
