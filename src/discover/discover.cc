// SPDX-License-Identifier: Apache-2.0
#include "tamis/discover.h"

#include "base/plain_url.h"
#include "codec/byte_reader.h"
#include "codec/decoded_stream.h"
#include "discover/link_points.h"
#include "discover/normal_url.h"
#include "discover/readers.h"
#include "discover/sniff.h"
#include "tamis/decode.h"
#include "tamis/parse.h"

#include <array>
#include <utility>

namespace tamis {
namespace {

constexpr std::array<std::pair<SourceKind, const char*>, 4> kKinds{
    {{SourceKind::kArticle, "article"},
     {SourceKind::kSection, "section"},
     {SourceKind::kFeed, "feed"},
     {SourceKind::kSitemap, "sitemap"}}};

// sitemap.xml.gz is a file that is gzip, not a body with a coding.
std::optional<Error> unpack(std::string& bytes, const DiscoverOptions& options) {
  const std::optional<codec::Coding> coding = codec::coding_of(bytes);
  if (!coding) return std::nullopt;
  const std::string packed = std::move(bytes);
  bytes.clear();
  codec::ByteReader reader(std::make_unique<codec::DecodedStream>(
      std::make_unique<codec::MemoryStream>(packed), *coding,
      codec::DecodeLimits{options.max_bytes, options.max_ratio}));
  reader.read(bytes, options.max_bytes + 1);  // one more: the limit is noticed
  return reader.whole() ? std::nullopt : reader.error();
}

std::string to_utf8(const Page& page, std::string bytes) {
  Page copy;
  copy.headers = page.headers;
  copy.decoded = page.decoded;
  copy.bytes = std::move(bytes);
  // An XML declaration is a declaration like <meta charset>: it stands behind the header's word.
  const std::string_view declared = discovery::xml_encoding(copy.bytes);
  if (!declared.empty() && page.header("content-type").find("charset") == std::string_view::npos) {
    const std::string value = "text/xml; charset=" + std::string(declared);
    copy.headers.insert(copy.headers.begin(), {"content-type", value});
  }
  return decode(copy).utf8;
}

std::optional<Error> read_html(std::string_view utf8, const DiscoverOptions& options,
                               discovery::Collector& to, Discovered& out) {
  const Result<Tree> tree = parse(utf8, {});
  if (!tree) return tree.error();
  discovery::read_page_links(*tree, options, to, out);
  return std::nullopt;
}

}  // namespace

const char* source_kind_name(SourceKind kind) {
  for (const auto& [known, name] : kKinds)
    if (known == kind) return name;
  return "";
}

std::optional<SourceKind> source_kind_from_name(std::string_view name) {
  for (const auto& [kind, known] : kKinds)
    if (known == name) return kind;
  return std::nullopt;
}

Discoverer::Discoverer(const Rules& rules)
    : rules_(std::make_shared<const discovery::LinkRules>(rules)) {}

std::string Discoverer::normal_url(std::string_view url) const {
  return discovery::normal_url(url, url, *rules_);
}

std::optional<SourceKind> Discoverer::guess_list(std::string_view url) const {
  if (url.size() > kMaxUrlBytes) return std::nullopt;
  // Of most URLs the path is in normal form.
  const bool plain =
      base::is_resolved(url) && url.find('%') == url.npos && url.find(';') == url.npos;
  return discovery::guess_list(plain ? url : std::string_view(normal_url(url)));
}

SourceKind Discoverer::guess_kind(std::string_view url) const {
  return discovery::guess_kind(normal_url(url), *rules_);
}

Discovered Discoverer::discover(const Page& page, const DiscoverOptions& options) const {
  Discovered out;
  if (page.error) {
    out.error = page.error;
    return out;
  }
  std::string bytes = page.bytes;
  const std::optional<Error> unpacking = unpack(bytes, options);
  if (bytes.size() > options.max_bytes) {
    bytes.resize(options.max_bytes);
    out.error = Error{ErrorKind::kTooBig, "the document is larger than the limit"};
  }
  const std::string utf8 = to_utf8(page, std::move(bytes));
  discovery::Collector to(*rules_, options, page.url, out);
  using discovery::Format;
  const Format format = discovery::sniff(utf8);
  out.format = discovery::format_name(format);
  std::optional<Error> reading;
  switch (format) {
    case Format::kNone: break;
    case Format::kRss:
    case Format::kRdf:
    case Format::kAtom: reading = discovery::read_feed(utf8, to); break;
    case Format::kJsonFeed: reading = discovery::read_json_feed(utf8, to); break;
    case Format::kSitemap:
    case Format::kSitemapIndex: reading = discovery::read_sitemap(utf8, to); break;
    case Format::kUrlList: discovery::read_url_list(utf8, to); break;
    case Format::kHtml: reading = read_html(utf8, options, to, out); break;
  }
  if (unpacking) out.error = unpacking;  // the first cause: what is cut, breaks off
  if (reading && !out.error) out.error = reading;
  return out;
}

}  // namespace tamis
