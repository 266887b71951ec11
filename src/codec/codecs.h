// SPDX-License-Identifier: Apache-2.0
// The decoders behind make_decoder, one a library. Private to codec.
#pragma once

#include "codec/decoder.h"

namespace tamis::codec {

std::unique_ptr<Decoder> make_inflate(Coding coding);  // kGzip or kDeflate
std::unique_ptr<Decoder> make_zstd();
std::unique_ptr<Decoder> make_brotli();

}  // namespace tamis::codec
