// SPDX-License-Identifier: Apache-2.0
// archive: fetched pages on disk. What it writes is input of `tamis clean`.
//
//   warc   DIR/warc/00000.warc.gz ...: WARC 1.1 (ISO 28500:2017), a gzip member a record: warcinfo,
//          response and request, and revisit for a 304 or an unchanged payload of the same URL
//   files  DIR/HOST/PATH and beside it DIR/HOST/PATH.headers (WARC-Target-URI, then the response's
//          headers); the decoded body, replaced as a whole when the page is fetched again
//   none   nothing
//
// A record is whole or not there: what a kill cut off is taken away at the next opening.
// Thread rule: one thread at a time.
#pragma once

#include "tamis/fetch.h"

#include <cstdint>
#include <memory>
#include <string>

namespace tamis {

enum class Layout { kWarc, kFiles, kNothing };

struct ArchiveOptions {
  Layout layout = Layout::kWarc;
  std::string agent;                        // for warcinfo
  std::string software;                     // "tamis 0.1.0"
  std::uint64_t max_file_bytes = 1u << 30;  // then the next WARC begins
  bool sync = true;  // fsync in sync(); off: only kill -9 is survived, no power cut
};

// An earlier capture that a revisit record points to. Empty date: none.
struct Capture {
  std::string url, date;  // date: WARC-Date
  std::string digest;     // "sha1:..." of the payload
};

class Archive {
 public:
  virtual ~Archive() = default;
  // Keeps one exchange when its answer is whole; one that is damaged or cut would come out of
  // `clean` as half an article, and is not kept. `earlier` (may be null): the last capture of this
  // URL. Returns what a later revisit may point to; with an empty date when nothing was kept.
  virtual Capture add(const Fetched& fetched, const Capture* earlier) = 0;
  // When it returns, a killed process loses nothing of what was added. Whatever points to captures
  // is written after it.
  virtual void flush() = 0;
  virtual void sync() = 0;  // to the disk itself
  virtual std::uint64_t bytes_written() const = 0;
};

// Opens (and mends) the archive of `directory`, which exists. Throws Failure.
std::unique_ptr<Archive> open_archive(const std::string& directory, const ArchiveOptions& options);

}  // namespace tamis
