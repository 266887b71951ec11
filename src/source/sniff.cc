// SPDX-License-Identifier: Apache-2.0
#include "source/sniff.h"

#include "source/header_block.h"

#include <algorithm>
#include <array>

namespace tamis::source {

namespace {

// The last extension of a name in lower case, with what only tells the compression taken off.
std::string extension(std::string_view name) {
  std::string lower = lower_case(name.substr(name.rfind('/') + 1));
  for (int layer = 0; layer < 2; ++layer) {
    for (std::string_view packed : {".gz", ".zst", ".zstd"}) {
      if (lower.ends_with(packed)) lower.resize(lower.size() - packed.size());
    }
  }
  const auto dot = lower.rfind('.');
  return dot == lower.npos ? std::string() : lower.substr(dot + 1);
}

Content by_name(std::string_view name) {
  constexpr std::array kHtml = {"html", "htm",   "shtml", "shtm", "xhtml", "xht", "mhtml",
                                "php",  "phtml", "asp",   "aspx", "jsp",   "do",  "cgi"};
  constexpr std::array kLines = {"jsonl", "ndjson", "jsonlines"};
  const std::string last = extension(name);
  if (std::find(kHtml.begin(), kHtml.end(), last) != kHtml.end()) return Content::kHtml;
  if (std::find(kLines.begin(), kLines.end(), last) != kLines.end()) return Content::kJsonLines;
  return Content::kText;
}

bool begins_warc(std::string_view text) {
  return text.starts_with("WARC/") && text.size() > 5 && text[5] >= '0' && text[5] <= '9';
}

}  // namespace

std::string loosely_ascii(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of(" \t\n\r\f"), head.size()));
  for (std::string_view mark :
       {std::string_view("\xEF\xBB\xBF"), std::string_view("\xFF\xFE"),
        std::string_view("\xFE\xFF"), std::string_view("\0\0\xFE\xFF", 4)}) {
    if (head.starts_with(mark)) {
      head.remove_prefix(mark.size());
      break;
    }
  }
  std::string out;
  out.reserve(head.size());
  for (char c : head) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\0';
    if (c != '\0' && !(space && out.empty())) out += c;
  }
  return out;
}

Sniffed sniff(std::string_view head, std::string_view name) {
  const std::string text = loosely_ascii(head);
  if (begins_warc(text)) return {Content::kWarc, {}};
  if (text.starts_with('{') && looks_json_lines(text)) return {Content::kJsonLines, {}};
  if (auto what = magic_kind(head)) return {Content::kBinary, std::move(*what)};
  if (looks_html(head)) return {Content::kHtml, {}};
  if (!text.empty() && looks_binary(head)) return {Content::kBinary, "bytes that are no text"};
  const Content named = by_name(name);
  return {text.empty() && named != Content::kJsonLines ? Content::kUndecided : named, {}};
}

}  // namespace tamis::source
