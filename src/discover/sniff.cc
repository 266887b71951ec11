// SPDX-License-Identifier: Apache-2.0
#include "discover/sniff.h"

#include "base/url.h"
#include "base/utf8.h"

#include <string>

namespace tamis::discovery {
namespace {

constexpr std::size_t kLooked = 64 << 10;
constexpr int kLines = 5;  // of a list that must be URLs

// Behind white space, comments, processing instructions and the document type.
std::string_view at_root(std::string_view text) {
  text = text.substr(0, kLooked);
  while (true) {
    text = text.substr(std::min(text.size(), text.find_first_not_of(" \t\r\n\xEF\xBB\xBF")));
    std::string_view end;
    if (text.starts_with("<!--"))
      end = "-->";
    else if (text.starts_with("<?"))
      end = "?>";
    else if (text.starts_with("<!"))
      end = text.substr(0, text.find('>')).find('[') == text.npos ? ">" : "]>";
    else
      return text;
    const std::size_t at = text.find(end);
    if (at == text.npos) return {};
    text.remove_prefix(at + end.size());
  }
}

// The local name of the element that `text` begins with, in lower case.
std::string root_name(std::string_view text) {
  text.remove_prefix(1);
  std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
  if (const auto colon = name.find(':'); colon != name.npos) name.remove_prefix(colon + 1);
  return base::fold_case(name.substr(0, 32));
}

bool is_url_list(std::string_view text) {
  int urls = 0;
  text = text.substr(0, kLooked);
  for (int line_number = 0; !text.empty() && urls < kLines && line_number < 100; ++line_number) {
    const std::string_view line = base::trim(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), text.find('\n')));
    if (!text.empty()) text.remove_prefix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line.find_first_of(" \t<") != line.npos || base::host_of(line).empty()) return false;
    ++urls;
  }
  return urls > 0;
}

}  // namespace

const char* format_name(Format format) {
  switch (format) {
    case Format::kNone: return "";
    case Format::kRss: return "rss";
    case Format::kRdf: return "rdf";
    case Format::kAtom: return "atom";
    case Format::kJsonFeed: return "json-feed";
    case Format::kSitemap: return "sitemap";
    case Format::kSitemapIndex: return "sitemap-index";
    case Format::kUrlList: return "url-list";
    case Format::kHtml: return "html";
  }
  return "";
}

Format sniff(std::string_view utf8) {
  const std::string_view root = at_root(utf8);
  if (root.empty()) return Format::kNone;
  if (root.front() == '{')
    return root.find("jsonfeed.org/version") != root.npos ? Format::kJsonFeed : Format::kNone;
  if (root.front() != '<') return is_url_list(root) ? Format::kUrlList : Format::kNone;
  const std::string name = root_name(root);
  if (name == "rss" || name == "channel") return Format::kRss;
  if (name == "rdf") return Format::kRdf;
  if (name == "feed") return Format::kAtom;
  if (name == "urlset") return Format::kSitemap;
  if (name == "sitemapindex") return Format::kSitemapIndex;
  return Format::kHtml;
}

std::string_view xml_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, 256);
  if (bytes.starts_with("\xEF\xBB\xBF")) return {};
  bytes.remove_prefix(std::min(bytes.size(), bytes.find_first_not_of(" \t\r\n")));
  if (!bytes.starts_with("<?xml")) return {};
  bytes = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = bytes.find("encoding");
  if (at == bytes.npos) return {};
  bytes.remove_prefix(at + 8);
  const std::size_t open = bytes.find_first_of("\"'");
  if (open == bytes.npos) return {};
  const std::size_t close = bytes.find(bytes[open], open + 1);
  return close == bytes.npos ? std::string_view() : bytes.substr(open + 1, close - open - 1);
}

}  // namespace tamis::discovery
