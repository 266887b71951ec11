// SPDX-License-Identifier: Apache-2.0
// The records of a WARC as text (ISO 28500:2017), before they are packed. Pure.
#pragma once

#include "tamis/archive.h"
#include "tamis/fetch.h"

#include <string>
#include <string_view>

namespace tamis::archive {

// "urn:uuid:...", of what makes a record one of its kind: the same for the same words.
std::string record_id(std::string_view words);

std::string warcinfo_record(const ArchiveOptions& options, const std::string& filename, Time now);

// The digest of a payload as the records have it.
std::string payload_digest(const Fetched& fetched);

// `revisit` null: a response record with its body. Else a revisit record: headers only.
struct ResponseRecord {
  std::string id, text;
};
ResponseRecord response_record(const Fetched& fetched, const std::string& digest,
                               const Capture* revisit);
std::string request_record(const Fetched& fetched, const std::string& response_id);

}  // namespace tamis::archive
