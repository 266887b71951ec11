// SPDX-License-Identifier: Apache-2.0
#include "codec/byte_reader.h"
#include "codec/decoded_stream.h"
#include "source/http_message.h"
#include "source/sniff.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace tamis::source {

namespace {

constexpr std::size_t kMaxCodings = 5;

// "gzip, br" to its names, in the order they were applied.
void add_codings(const Headers& headers, std::string_view name, std::vector<std::string>& out) {
  for (const auto& [key, value] : headers) {
    if (lower_case(key) != name) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      std::string coding = lower_case(trim_blanks(rest.substr(0, comma)));
      if (!coding.empty() && coding != "identity") out.push_back(std::move(coding));
      rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
    }
  }
}

std::optional<codec::Coding> coding_named(std::string_view name) {
  if (name == "gzip" || name == "x-gzip") return codec::Coding::kGzip;
  if (name == "deflate") return codec::Coding::kDeflate;
  if (name == "zstd") return codec::Coding::kZstd;
  if (name == "br") return codec::Coding::kBrotli;
  return std::nullopt;
}

bool reads_as_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSniffSize);
  return !magic_kind(head) && !looks_binary(head);
}

// One coding off. gzip and zstd have magic numbers; the others are tried, and what fails although
// it reads as text was never coded.
Result<std::string> remove_coding(std::string bytes, codec::Coding coding,
                                  const BodyLimits& limits) {
  const bool has_magic = coding == codec::Coding::kGzip || coding == codec::Coding::kZstd;
  if (bytes.empty() || (has_magic && codec::coding_of(bytes) != coding)) return bytes;
  codec::ByteReader reader(std::make_unique<codec::DecodedStream>(
      std::make_unique<codec::MemoryStream>(bytes), coding,
      codec::DecodeLimits{~std::uint64_t{0}, limits.max_ratio}));
  std::string out;
  if (reader.read(out, limits.max_bytes + 1) > limits.max_bytes) {
    return Error{ErrorKind::kTooBig, std::string("Content-Encoding ") + codec::coding_name(coding) +
                                         ": more than the limit of " +
                                         std::to_string(limits.max_bytes) +
                                         " bytes (--max-page-bytes)"};
  }
  if (reader.whole()) return out;
  if (!has_magic && reads_as_text(bytes)) return bytes;
  if (limits.cut_allowed && reader.error()->kind == ErrorKind::kBroken && !out.empty()) return out;
  return *reader.error();
}

}  // namespace

Result<std::string> decode_body(std::string_view body, const Headers& headers,
                                const BodyLimits& limits) {
  std::vector<std::string> codings;
  add_codings(headers, "content-encoding", codings);
  add_codings(headers, "transfer-encoding", codings);
  if (codings.size() > kMaxCodings + 1) {
    return Error{ErrorKind::kBroken, "more than " + std::to_string(kMaxCodings) +
                                         " content codings on top of each other"};
  }
  std::string bytes(body);
  std::reverse(codings.begin(), codings.end());  // the last one on is the first one off
  for (const std::string& name : codings) {
    if (name == "chunked") {
      bool whole = true;
      bytes = remove_chunks(bytes, whole);
      if (!whole && !limits.cut_allowed) {
        return Error{ErrorKind::kBroken, "the chunked body is cut short or damaged"};
      }
    } else if (const auto coding = coding_named(name)) {
      auto decoded = remove_coding(std::move(bytes), *coding, limits);
      if (!decoded) return decoded.error();
      bytes = *std::move(decoded);
    }
  }
  return bytes;
}

}  // namespace tamis::source
