// SPDX-License-Identifier: Apache-2.0
#include "archive/warc_text.h"

#include "archive/sha1.h"
#include "base/hash.h"

#include <algorithm>

namespace tamis::archive {
namespace {

constexpr std::string_view kEnd = "\r\n\r\n";
constexpr std::string_view kNotModified =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
constexpr std::string_view kSamePayload =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

void add(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.append(name).append(": ").append(value).append("\r\n");
}

// "WARC/1.1", type and id; the caller goes on.
std::string begin_record(std::string_view type, std::string_view id, const std::string& date) {
  std::string out = "WARC/1.1\r\n";
  add(out, "WARC-Type", type);
  out.append("WARC-Record-ID: <").append(id).append(">\r\n");
  add(out, "WARC-Date", date);
  return out;
}

void end_record(std::string& out, std::string_view type, std::string_view head,
                std::string_view body) {
  add(out, "Content-Type", type);
  add(out, "Content-Length", std::to_string(head.size() + body.size()));
  out.append("\r\n").append(head).append(body).append(kEnd);
}

// The response's head as HTTP/1.1 has it. Its transfer coding is off: so says the name under which
// the header is kept.
std::string http_head(const Fetched& fetched) {
  std::string out;
  const bool second = fetched.status_line.starts_with("HTTP/2");
  out.append(second ? "HTTP/1.1 " + std::to_string(fetched.status) + " " : fetched.status_line);
  out.append("\r\n");
  for (const auto& [name, value] : fetched.headers) {
    const bool coding = same_name(name, "Transfer-Encoding");
    out.append(coding ? "X-Archive-Orig-" : "").append(name).append(": ").append(value);
    out.append("\r\n");
  }
  return out.append("\r\n");
}

}  // namespace

std::string record_id(std::string_view words) {
  auto [high, low] = base::hash128(words);
  high = (high & ~0xf000ull) | 0x8000ull;  // version 8: of our own making (RFC 9562)
  low = (low & ~(3ull << 62)) | (2ull << 62);
  const std::string a = base::hex(high), b = base::hex(low);
  return "urn:uuid:" + a.substr(0, 8) + "-" + a.substr(8, 4) + "-" + a.substr(12) + "-" +
         b.substr(0, 4) + "-" + b.substr(4);
}

std::string warcinfo_record(const ArchiveOptions& options, const std::string& filename, Time now) {
  const std::string date = iso_time(now);
  std::string body;
  add(body, "software", options.software);
  add(body, "format", "WARC File Format 1.1");
  add(body, "http-header-user-agent", options.agent);
  add(body, "robots", "RFC 9309");
  std::string out = begin_record("warcinfo", record_id("warcinfo " + filename + " " + date), date);
  add(out, "WARC-Filename", filename);
  end_record(out, "application/warc-fields", body, {});
  return out;
}

std::string payload_digest(const Fetched& fetched) {
  return sha1_label(fetched.wire);
}

ResponseRecord response_record(const Fetched& fetched, const std::string& digest,
                               const Capture* revisit) {
  const std::string date = iso_time(fetched.begun);
  ResponseRecord record;
  record.id = record_id(fetched.url + " " +
                        std::to_string(fetched.begun.time_since_epoch().count()) + " " + digest);
  const bool not_modified = fetched.outcome == Outcome::kNotModified;
  record.text = begin_record(revisit != nullptr ? "revisit" : "response", record.id, date);
  std::string& out = record.text;
  add(out, "WARC-Target-URI", fetched.url);
  add(out, "WARC-IP-Address", fetched.address);
  if (fetched.status_line.starts_with("HTTP/2")) add(out, "WARC-Protocol", "h2");
  if (revisit != nullptr) {
    add(out, "WARC-Profile", not_modified ? kNotModified : kSamePayload);
    add(out, "WARC-Refers-To-Target-URI", revisit->url);
    add(out, "WARC-Refers-To-Date", revisit->date);
    add(out, "WARC-Payload-Digest", revisit->digest);
  } else {
    add(out, "WARC-Payload-Digest", digest);
  }
  end_record(out, "application/http; msgtype=response", http_head(fetched),
             revisit != nullptr ? std::string_view() : std::string_view(fetched.wire));
  return record;
}

std::string request_record(const Fetched& fetched, const std::string& response_id) {
  const std::string date = iso_time(fetched.begun);
  std::string out = begin_record("request", record_id("request " + response_id), date);
  add(out, "WARC-Target-URI", fetched.url);
  add(out, "WARC-IP-Address", fetched.address);
  out.append("WARC-Concurrent-To: <").append(response_id).append(">\r\n");
  end_record(out, "application/http; msgtype=request", fetched.request, {});
  return out;
}

}  // namespace tamis::archive
