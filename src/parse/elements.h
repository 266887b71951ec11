// SPDX-License-Identifier: Apache-2.0
// What the tokenizer and the tree builder of the HTML standard know about element names: one list
// of names, each with its traits (13.1.2, 13.2.4.2, 13.2.6.4.7, 13.2.6.5).
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::parsing {

enum Trait : std::uint32_t {
  kVoid = 1u << 0,        // no content, never open
  kSpecial = 1u << 1,     // "special" in the stack of open elements
  kFormatting = 1u << 2,  // goes to the list of active formatting elements
  kClosesP = 1u << 3,     // its start tag ends an open <p>
  kBlockEnd = 1u << 4,    // its end tag ends everything above it, when it is in scope
  kScope = 1u << 5,       // bounds the search for an element "in scope"
  kMarker = 1u << 6,      // bounds the active formatting elements
  kImplied = 1u << 7,     // closed without a word by its parent's end tag
  kHeading = 1u << 8,
  kTablePart = 1u << 9,     // caption, colgroup, col, row groups, rows, cells
  kHeadOnly = 1u << 10,     // does not reopen formatting elements
  kRawText = 1u << 11,      // content is text up to its end tag
  kBreakout = 1u << 12,     // ends <svg> and <math>
  kIntegration = 1u << 13,  // inside <svg> or <math>, its content is HTML
};

// clang-format off
#define TAMIS_ELEMENTS(X) \
  X(kHtml, "html", kSpecial | kScope) X(kHead, "head", kSpecial | kBreakout) \
  X(kBody, "body", kSpecial | kBreakout) \
  X(kScript, "script", kSpecial | kHeadOnly | kRawText) \
  X(kStyle, "style", kSpecial | kHeadOnly | kRawText) \
  X(kTitle, "title", kSpecial | kHeadOnly | kRawText | kIntegration) \
  X(kTextarea, "textarea", kSpecial | kRawText) X(kXmp, "xmp", kSpecial | kClosesP | kRawText) \
  X(kIframe, "iframe", kSpecial | kHeadOnly | kRawText) \
  X(kNoembed, "noembed", kSpecial | kHeadOnly | kRawText) \
  X(kNoframes, "noframes", kSpecial | kHeadOnly | kRawText) \
  X(kNoscript, "noscript", kSpecial | kHeadOnly | kRawText) \
  X(kPlaintext, "plaintext", kSpecial | kClosesP) \
  X(kTemplate, "template", kSpecial | kScope | kMarker | kHeadOnly) \
  X(kSvg, "svg", 0) X(kMath, "math", 0) \
  X(kP, "p", kSpecial | kClosesP | kImplied | kBreakout) \
  X(kDiv, "div", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kAddress, "address", kSpecial | kClosesP | kBlockEnd) \
  X(kArticle, "article", kSpecial | kClosesP | kBlockEnd) \
  X(kAside, "aside", kSpecial | kClosesP | kBlockEnd) \
  X(kBlockquote, "blockquote", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kCenter, "center", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kDetails, "details", kSpecial | kClosesP | kBlockEnd) \
  X(kDir, "dir", kSpecial | kClosesP | kBlockEnd) \
  X(kDl, "dl", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kFieldset, "fieldset", kSpecial | kClosesP | kBlockEnd) \
  X(kFigcaption, "figcaption", kSpecial | kClosesP | kBlockEnd) \
  X(kFigure, "figure", kSpecial | kClosesP | kBlockEnd) \
  X(kFooter, "footer", kSpecial | kClosesP | kBlockEnd) \
  X(kHeader, "header", kSpecial | kClosesP | kBlockEnd) \
  X(kHgroup, "hgroup", kSpecial | kClosesP | kBlockEnd) \
  X(kMain, "main", kSpecial | kClosesP | kBlockEnd) \
  X(kMenu, "menu", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kNav, "nav", kSpecial | kClosesP | kBlockEnd) \
  X(kOl, "ol", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kSection, "section", kSpecial | kClosesP | kBlockEnd) \
  X(kSummary, "summary", kSpecial | kClosesP | kBlockEnd) \
  X(kUl, "ul", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kPre, "pre", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kListing, "listing", kSpecial | kClosesP | kBlockEnd | kBreakout) \
  X(kForm, "form", kSpecial | kClosesP) X(kButton, "button", kSpecial | kBlockEnd) \
  X(kH1, "h1", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kH2, "h2", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kH3, "h3", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kH4, "h4", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kH5, "h5", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kH6, "h6", kSpecial | kClosesP | kHeading | kBreakout) \
  X(kLi, "li", kSpecial | kClosesP | kImplied | kBreakout) \
  X(kDd, "dd", kSpecial | kClosesP | kImplied | kBreakout) \
  X(kDt, "dt", kSpecial | kClosesP | kImplied | kBreakout) \
  X(kTable, "table", kSpecial | kScope | kBreakout) \
  X(kCaption, "caption", kSpecial | kScope | kMarker | kTablePart) \
  X(kColgroup, "colgroup", kSpecial | kTablePart) X(kCol, "col", kVoid | kSpecial | kTablePart) \
  X(kTbody, "tbody", kSpecial | kTablePart) X(kThead, "thead", kSpecial | kTablePart) \
  X(kTfoot, "tfoot", kSpecial | kTablePart) X(kTr, "tr", kSpecial | kTablePart) \
  X(kTd, "td", kSpecial | kScope | kMarker | kTablePart) \
  X(kTh, "th", kSpecial | kScope | kMarker | kTablePart) \
  X(kSelect, "select", kSpecial) X(kOption, "option", kImplied) \
  X(kOptgroup, "optgroup", kImplied) \
  X(kObject, "object", kSpecial | kScope | kMarker) \
  X(kApplet, "applet", kSpecial | kScope | kMarker) \
  X(kMarquee, "marquee", kSpecial | kScope | kMarker) \
  X(kA, "a", kFormatting) X(kB, "b", kFormatting | kBreakout) \
  X(kBig, "big", kFormatting | kBreakout) X(kCode, "code", kFormatting | kBreakout) \
  X(kEm, "em", kFormatting | kBreakout) X(kFont, "font", kFormatting) \
  X(kI, "i", kFormatting | kBreakout) X(kNobr, "nobr", kFormatting | kBreakout) \
  X(kS, "s", kFormatting | kBreakout) X(kSmall, "small", kFormatting | kBreakout) \
  X(kStrike, "strike", kFormatting | kBreakout) X(kStrong, "strong", kFormatting | kBreakout) \
  X(kTt, "tt", kFormatting | kBreakout) X(kU, "u", kFormatting | kBreakout) \
  X(kSpan, "span", kBreakout) X(kSub, "sub", kBreakout) X(kSup, "sup", kBreakout) \
  X(kVar, "var", kBreakout) X(kRuby, "ruby", kBreakout) X(kRb, "rb", kImplied) \
  X(kRt, "rt", kImplied) X(kRtc, "rtc", kImplied) X(kRp, "rp", kImplied) \
  X(kBr, "br", kVoid | kSpecial | kBreakout) X(kHr, "hr", kVoid | kSpecial | kClosesP | kHeadOnly | kBreakout) \
  X(kImg, "img", kVoid | kSpecial | kBreakout) X(kImage, "image", kVoid) \
  X(kInput, "input", kVoid | kSpecial) X(kEmbed, "embed", kVoid | kSpecial | kBreakout) \
  X(kArea, "area", kVoid | kSpecial) X(kWbr, "wbr", kVoid | kSpecial) \
  X(kKeygen, "keygen", kVoid | kSpecial) X(kParam, "param", kVoid | kSpecial | kHeadOnly) \
  X(kSource, "source", kVoid | kSpecial | kHeadOnly) X(kTrack, "track", kVoid | kSpecial | kHeadOnly) \
  X(kBase, "base", kVoid | kSpecial | kHeadOnly) \
  X(kBasefont, "basefont", kVoid | kSpecial | kHeadOnly) \
  X(kBgsound, "bgsound", kVoid | kSpecial | kHeadOnly) \
  X(kLink, "link", kVoid | kSpecial | kHeadOnly) \
  X(kMeta, "meta", kVoid | kSpecial | kHeadOnly | kBreakout) \
  X(kFrame, "frame", kVoid | kSpecial | kHeadOnly) X(kFrameset, "frameset", kHeadOnly) \
  X(kForeignObject, "foreignobject", kIntegration) X(kDesc, "desc", kIntegration) \
  X(kMi, "mi", kIntegration) X(kMo, "mo", kIntegration) X(kMn, "mn", kIntegration) \
  X(kMs, "ms", kIntegration) X(kMtext, "mtext", kIntegration) \
  X(kAnnotationXml, "annotation-xml", 0) \
  X(kAbbr, "abbr", 0) X(kAcronym, "acronym", 0) X(kAudio, "audio", 0) X(kBdi, "bdi", 0) \
  X(kBdo, "bdo", 0) X(kBlink, "blink", 0) X(kCanvas, "canvas", 0) X(kCite, "cite", 0) \
  X(kData, "data", 0) X(kDatalist, "datalist", 0) X(kDel, "del", 0) X(kDfn, "dfn", 0) \
  X(kIns, "ins", 0) X(kKbd, "kbd", 0) X(kLabel, "label", 0) X(kLegend, "legend", 0) \
  X(kMalignmark, "malignmark", 0) X(kMap, "map", 0) X(kMark, "mark", 0) \
  X(kMenuitem, "menuitem", 0) X(kMeter, "meter", 0) X(kMglyph, "mglyph", 0) \
  X(kMulticol, "multicol", 0) X(kNextid, "nextid", 0) X(kOutput, "output", 0) \
  X(kProgress, "progress", 0) X(kQ, "q", 0) X(kSamp, "samp", 0) X(kSpacer, "spacer", 0) \
  X(kTime, "time", 0) X(kVideo, "video", 0) \
  X(kUnknown, "", 0)
// clang-format on

// kUnknown: every name that is not in the list. The tree builder behind us takes them for one and
// the same element, so that </x> ends <y>.
using ElementId = std::uint32_t;

#define TAMIS_ENUMERATOR(enumerator, name, traits) enumerator,
namespace element {
enum : ElementId { TAMIS_ELEMENTS(TAMIS_ENUMERATOR) kCount };
}
#undef TAMIS_ENUMERATOR

ElementId element_from_name(std::string_view lower_case_name);
std::uint32_t traits_of(ElementId element);  // of Trait; 0 for other names

}  // namespace tamis::parsing
