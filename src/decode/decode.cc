// SPDX-License-Identifier: Apache-2.0
#include "tamis/decode.h"

#include "base/text_cost.h"
#include "base/utf8.h"
#include "decode/charset_label.h"
#include "decode/evidence.h"
#include "decode/prescan.h"
#include "decode/transcode.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

namespace {

using namespace decoding;

struct Choice {
  std::string_view charset, by;
  bool valid = false;  // UTF-8 without a fault: the bytes are the text
};

constexpr std::size_t kSample = 16384;
// A declaration is evidence too: another reading must be this much cheaper to beat it.
constexpr double kDeclaredShare = 0.9;
// Bits per non-ASCII byte above which Chinese readings convince nobody and uchardet is asked.
constexpr double kDoubtful = 6.2;

// GB18030 is what undeclared pages mostly are, and readings of damaged GBK come close to it.
constexpr double kLikelyShare = 0.95;
constexpr double kKanaShare = 0.8;

// Damaged UTF-8 is still UTF-8: a wrong reading of other charsets has more bad runs than good ones.
bool mostly_utf8(const Utf8Shape& shape) {
  return shape.good_long >= 50 && shape.good >= 20 * shape.bad;
}

// Valid UTF-8 by accident: a few two-byte sequences that are Chinese in the declared charset.
bool accidental_utf8(std::string_view bytes, std::string_view declared) {
  if (declared != "gb18030" && declared != "big5") return false;
  const Utf8Shape shape = utf8_shape(bytes);
  if (shape.good_long > 0 || shape.good > 64) return false;
  const std::string sample = non_ascii_sample(bytes, kSample);
  const Transcoded read = transcode(sample, declared);
  return read.errors == 0 && base::cost_in_bits(read.utf8, 0) < base::cost_in_bits(sample, 0) * 0.8;
}

bool mostly_kana(std::string_view utf8) {
  std::size_t kana = 0, han = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, at);
    kana += c >= 0x3041 && c <= 0x30FF;
    han += base::is_han(c);
  }
  return kana * 3 > han;
}

double reading_cost(std::string_view sample, std::string_view charset) {
  const Transcoded read = transcode(sample, charset);
  return base::cost_in_bits(read.utf8, read.errors);
}

// Bytes that are not valid UTF-8: the cheapest reading wins.
Choice cheapest(std::string_view bytes, const std::vector<Choice>& declared) {
  const std::string sample = non_ascii_sample(bytes, kSample);
  Choice best;
  double lowest = 0;
  const auto consider = [&](const Choice& reading, double share) {
    const double cost = reading_cost(sample, reading.charset) * share;
    if (!best.charset.empty() && cost >= lowest) return;
    lowest = cost;
    best = reading;
  };
  const double doubtful = kDoubtful * static_cast<double>(sample.size());
  for (const Choice& reading : declared) consider(reading, kDeclaredShare);
  if (!best.charset.empty() && lowest < doubtful * kDeclaredShare) return best;
  consider({"gb18030", "frequency"}, kLikelyShare);
  consider({"big5", "frequency"}, 1.0);
  consider({"utf-8", "frequency"}, 1.0);
  consider({"windows-1252", "default"}, 1.0);
  // The kana of EUC-JP stand at the same place in GB18030, where Chinese text has none.
  if (best.charset == "gb18030" && mostly_kana(transcode(sample, "gb18030").utf8)) {
    consider({"euc-jp", "frequency"}, kKanaShare);
  }
  if (lowest > doubtful) {
    const std::string_view detected = detected_charset(bytes.substr(0, 1 << 20));
    if (!detected.empty()) consider({detected, "detector"}, 1.0);
  }
  return best;
}

std::vector<Choice> declarations(const Page& page) {
  std::vector<Choice> declared;
  const auto add = [&](std::string_view charset, std::string_view by) {
    if (!charset.empty()) declared.push_back({charset, by});
  };
  add(charset_of_content_type(page.header("content-type")), "http");
  if (page.kind == PageKind::kHtml) add(prescan(page.bytes), "meta");
  return declared;
}

// Of valid UTF-8: no character is cut by the end.
bool ends_whole(std::string_view bytes) {
  std::size_t lead = bytes.size();
  while (lead > 0 && bytes.size() - lead < 4) {
    if (!base::is_continuation(bytes[--lead])) break;
  }
  return base::valid_utf8(bytes.substr(lead));
}

Choice choose(const Page& page) {
  std::string_view bytes = page.bytes;
  if (page.decoded || page.kind == PageKind::kArticle) return {"utf-8", "json"};
  const Bom bom = byte_order_mark(bytes);
  if (!bom.charset.empty() && bom.charset != "utf-8") return {bom.charset, "bom"};
  if (const std::string_view wide = utf16_by_zeros(bytes); !wide.empty()) return {wide, "detector"};
  std::vector<Choice> declared = declarations(page);
  bytes.remove_prefix(bom.size);
  if (bom.size > 0) declared.insert(declared.begin(), {bom.charset, "bom"});
  const auto as_utf8 = [&](bool valid) -> Choice {
    const auto said = std::find_if(declared.begin(), declared.end(),
                                   [](const Choice& c) { return c.charset == "utf-8"; });
    return {"utf-8", said == declared.end() ? "valid" : said->by, valid};
  };
  if (base::valid_utf8(bytes, true)) {
    for (const Choice& choice : declared) {
      if (choice.charset == "iso-2022-jp" && bytes.find("\x1B$") != std::string_view::npos) {
        return choice;
      }
      if (accidental_utf8(bytes, choice.charset)) return choice;
    }
    return as_utf8(ends_whole(bytes));
  }
  if (mostly_utf8(utf8_shape(bytes))) return as_utf8(false);
  return cheapest(bytes, declared);
}

}  // namespace

Text decode(const Page& page) {
  const Choice choice = choose(page);
  std::string_view bytes = page.bytes;
  if (choice.by != "json") bytes.remove_prefix(byte_order_mark(bytes).size);
  Transcoded read;
  if (choice.valid) {
    read.utf8.assign(bytes);
  } else {
    read = transcode(bytes, choice.charset);
  }
  normalise(read.utf8);
  return {std::move(read.utf8), {std::string(choice.charset), std::string(choice.by), read.errors}};
}

}  // namespace tamis
