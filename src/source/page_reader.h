// SPDX-License-Identifier: Apache-2.0
// PageReader: the pages of one opened file. Private to source.
#pragma once

#include "codec/byte_reader.h"
#include "source/sniff.h"
#include "tamis/page.h"
#include "tamis/source.h"

#include <memory>
#include <string>

namespace tamis::source {

// Where the bytes come from, for ids and messages.
struct Origin {
  std::string id;       // path below INPUT
  std::string folder;   // first folder below INPUT, or empty
  std::string sidecar;  // path of NAME.headers on this machine; empty: none
};

class PageReader {
 public:
  virtual ~PageReader() = default;
  virtual bool next(Page& page) = 0;
  // Passes over one page; false when there was none. Counts exactly what next() would give.
  virtual bool skip() = 0;
};

// A page that could not be read.
Page error_page(const Origin& origin, std::string id, Error error);

// "more than the limit of 16777216 bytes (--max-page-bytes)".
Error too_big(const SourceOptions& options);

// Empty or white space only, in any encoding of ASCII's width or UTF-16.
bool is_blank(std::string_view bytes);

std::unique_ptr<PageReader> read_single_file(std::unique_ptr<codec::ByteReader> bytes,
                                             Origin origin, Sniffed sniffed,
                                             const SourceOptions& options);
std::unique_ptr<PageReader> read_json_lines(std::unique_ptr<codec::ByteReader> bytes, Origin origin,
                                            const SourceOptions& options);
std::unique_ptr<PageReader> read_warc(std::unique_ptr<codec::ByteReader> bytes, Origin origin,
                                      const SourceOptions& options);

// One page that is an error, for what could not be opened.
std::unique_ptr<PageReader> read_nothing(Origin origin, Error error);

}  // namespace tamis::source
