// SPDX-License-Identifier: Apache-2.0
// The element and attribute names that stages read. Everything else is Tag::kOther or dropped.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis {

// One list, expanded to the enum and to the names. X(enumerator, name).
// clang-format off
#define TAMIS_TAGS(X) \
  X(kOther, "other") X(kText, "#text") X(kHtml, "html") X(kHead, "head") X(kBody, "body") \
  X(kTitle, "title") X(kMeta, "meta") X(kLink, "link") X(kBase, "base") X(kScript, "script") \
  X(kStyle, "style") X(kNoscript, "noscript") X(kTemplate, "template") X(kArticle, "article") \
  X(kSection, "section") X(kNav, "nav") X(kAside, "aside") X(kHeader, "header") \
  X(kFooter, "footer") X(kMain, "main") X(kAddress, "address") X(kDiv, "div") X(kP, "p") \
  X(kH1, "h1") X(kH2, "h2") X(kH3, "h3") X(kH4, "h4") X(kH5, "h5") X(kH6, "h6") \
  X(kHgroup, "hgroup") X(kBlockquote, "blockquote") X(kPre, "pre") X(kHr, "hr") X(kBr, "br") \
  X(kUl, "ul") X(kOl, "ol") X(kLi, "li") X(kDl, "dl") X(kDt, "dt") X(kDd, "dd") X(kDir, "dir") \
  X(kMenu, "menu") X(kFigure, "figure") X(kFigcaption, "figcaption") X(kTable, "table") \
  X(kCaption, "caption") X(kThead, "thead") X(kTbody, "tbody") X(kTfoot, "tfoot") X(kTr, "tr") \
  X(kTd, "td") X(kTh, "th") X(kColgroup, "colgroup") X(kCol, "col") X(kForm, "form") \
  X(kFieldset, "fieldset") X(kLegend, "legend") X(kLabel, "label") X(kInput, "input") \
  X(kButton, "button") X(kSelect, "select") X(kOption, "option") X(kOptgroup, "optgroup") \
  X(kTextarea, "textarea") X(kDatalist, "datalist") X(kOutput, "output") X(kDetails, "details") \
  X(kSummary, "summary") X(kDialog, "dialog") X(kCenter, "center") X(kMarquee, "marquee") \
  X(kA, "a") X(kSpan, "span") X(kB, "b") X(kStrong, "strong") X(kI, "i") X(kEm, "em") \
  X(kU, "u") X(kS, "s") X(kDel, "del") X(kIns, "ins") X(kFont, "font") X(kBig, "big") \
  X(kSmall, "small") X(kSub, "sub") X(kSup, "sup") X(kMark, "mark") X(kQ, "q") X(kCite, "cite") \
  X(kCode, "code") X(kKbd, "kbd") X(kSamp, "samp") X(kTt, "tt") X(kVar, "var") X(kAbbr, "abbr") \
  X(kAcronym, "acronym") X(kTime, "time") X(kData, "data") X(kRuby, "ruby") X(kRt, "rt") \
  X(kRp, "rp") X(kWbr, "wbr") X(kNobr, "nobr") X(kStrike, "strike") X(kImg, "img") \
  X(kPicture, "picture") X(kSource, "source") X(kVideo, "video") X(kAudio, "audio") \
  X(kTrack, "track") X(kIframe, "iframe") X(kObject, "object") X(kEmbed, "embed") \
  X(kParam, "param") X(kCanvas, "canvas") X(kMap, "map") X(kArea, "area") X(kSvg, "svg") \
  X(kMath, "math") X(kFrameset, "frameset") X(kFrame, "frame") X(kNoframes, "noframes")
// clang-format on

// clang-format off
#define TAMIS_ATTRIBUTES(X) \
  X(kClass, "class") X(kId, "id") X(kHref, "href") X(kRel, "rel") X(kName, "name") \
  X(kProperty, "property") X(kContent, "content") X(kHttpEquiv, "http-equiv") \
  X(kCharset, "charset") X(kItemprop, "itemprop") X(kItemtype, "itemtype") \
  X(kDatetime, "datetime") X(kPubdate, "pubdate") X(kLang, "lang") X(kRole, "role") \
  X(kHidden, "hidden") X(kAriaHidden, "aria-hidden") X(kStyleAttr, "style") \
  X(kTitleAttr, "title") X(kAlt, "alt") X(kType, "type") \
  X(kStart, "start") X(kColspan, "colspan") X(kRowspan, "rowspan")
// clang-format on

#define TAMIS_ENUMERATOR(enumerator, name) enumerator,
enum class Tag : std::uint8_t { TAMIS_TAGS(TAMIS_ENUMERATOR) };
enum class AttributeName : std::uint8_t { TAMIS_ATTRIBUTES(TAMIS_ENUMERATOR) };
#undef TAMIS_ENUMERATOR

const char* tag_name(Tag tag);
Tag tag_from_name(std::string_view lower_case_name);  // kOther when it is not in the list

// Whether the element stands in a line of text by a browser's defaults; unknown ones do.
bool is_inline(Tag tag);

}  // namespace tamis
