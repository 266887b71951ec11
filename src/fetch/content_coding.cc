// SPDX-License-Identifier: Apache-2.0
#include "fetch/content_coding.h"

#include "codec/byte_reader.h"
#include "codec/decoded_stream.h"
#include "fetch/response_head.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace tamis::fetch {
namespace {

constexpr std::uint64_t kRatioFrom = 1u << 20;  // small bodies may expand as they like

std::optional<codec::Coding> coding_named(std::string_view name) {
  if (same_name(name, "gzip") || same_name(name, "x-gzip")) return codec::Coding::kGzip;
  if (same_name(name, "deflate")) return codec::Coding::kDeflate;
  if (same_name(name, "br")) return codec::Coding::kBrotli;
  if (same_name(name, "zstd")) return codec::Coding::kZstd;
  return std::nullopt;
}

// What servers write there although it codes nothing: no coding at all, or a charset.
bool is_no_coding(std::string_view name) {
  constexpr std::string_view kNone[] = {"",    "identity", "none",    "utf-8",  "utf8",
                                        "gbk", "gb2312",   "gb18030", "binary", "8bit"};
  return std::any_of(std::begin(kNone), std::end(kNone),
                     [&](std::string_view none) { return same_name(name, none); });
}

// In the order they were applied. False: `unknown` is one that nobody asked for.
bool read_codings(const HttpHeaders& headers, std::vector<codec::Coding>& codings,
                  std::string& unknown) {
  for (const auto& [name, value] : headers) {
    if (!same_name(name, "Content-Encoding")) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string_view word = trim_blanks(rest.substr(0, comma));
      rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
      if (is_no_coding(word)) continue;
      const auto coding = coding_named(word);
      if (!coding) {
        unknown = word.substr(0, 40);
        return false;
      }
      codings.push_back(*coding);
    }
  }
  return true;
}

DecodedBody failed(Outcome outcome, std::string reason) {
  return {outcome, std::move(reason), {}, true};
}

DecodedBody remove_coding(std::string_view bytes, codec::Coding coding, const DecodeCaps& caps) {
  codec::ByteReader reader(std::make_unique<codec::DecodedStream>(
      std::make_unique<codec::MemoryStream>(bytes), coding,
      codec::DecodeLimits{~std::uint64_t{0}, caps.max_ratio}));
  DecodedBody out;
  out.coded = true;
  if (reader.read(out.bytes, caps.max_bytes + 1) > caps.max_bytes)
    return failed(Outcome::kTooBigDecoded,
                  "more than " + std::to_string(caps.max_bytes) + " bytes when decoded");
  if (reader.whole()) return out;
  const bool bomb = reader.error()->kind == ErrorKind::kTooBig;
  return failed(bomb ? Outcome::kBomb : Outcome::kBadCoding, reader.error()->message);
}

}  // namespace

DecodedBody decode_body(std::string_view wire, const HttpHeaders& headers, const DecodeCaps& caps) {
  std::vector<codec::Coding> codings;
  std::string unknown;
  if (!read_codings(headers, codings, unknown))
    return failed(Outcome::kBadCoding, "unknown Content-Encoding " + unknown);
  if (codings.size() > kMostCodings)
    return failed(Outcome::kBadCoding,
                  std::to_string(codings.size()) + " content codings on top of each other");
  if (codings.empty() || wire.empty()) return {};
  std::reverse(codings.begin(), codings.end());  // the last one on is the first one off
  DecodedBody body;
  std::string_view bytes = wire;
  std::string before;
  for (const codec::Coding coding : codings) {
    DecodedBody next = remove_coding(bytes, coding, caps);
    if (next.outcome != Outcome::kOk) return next;
    before = std::exchange(next.bytes, {});
    bytes = before;
    if (bytes.size() > kRatioFrom && bytes.size() / wire.size() > caps.max_ratio)
      return failed(Outcome::kBomb,
                    "expands more than " + std::to_string(caps.max_ratio) + " times");
  }
  body.bytes = std::move(before);
  body.coded = true;
  return body;
}

}  // namespace tamis::fetch
