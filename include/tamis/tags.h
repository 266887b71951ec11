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
  X(kTitle, "title") X(kLink, "link") X(kBase, "base") X(kScript, "script") X(kStyle, "style") \
  X(kNoscript, "noscript") X(kTemplate, "template") X(kArticle, "article") \
  X(kSection, "section") X(kNav, "nav") X(kAside, "aside") X(kHeader, "header") \
  X(kMain, "main") X(kAddress, "address") X(kDiv, "div") X(kP, "p") X(kH1, "h1") X(kH2, "h2") \
  X(kH3, "h3") X(kH4, "h4") X(kH5, "h5") X(kH6, "h6") X(kBlockquote, "blockquote") \
  X(kPre, "pre") X(kHr, "hr") X(kBr, "br") X(kUl, "ul") X(kOl, "ol") X(kLi, "li") X(kDl, "dl") \
  X(kDt, "dt") X(kDir, "dir") X(kMenu, "menu") X(kFigure, "figure") \
  X(kFigcaption, "figcaption") X(kTable, "table") X(kThead, "thead") X(kTbody, "tbody") \
  X(kTfoot, "tfoot") X(kTr, "tr") X(kTd, "td") X(kCol, "col") X(kForm, "form") \
  X(kFieldset, "fieldset") X(kLegend, "legend") X(kInput, "input") X(kButton, "button") \
  X(kSelect, "select") X(kOptgroup, "optgroup") X(kTextarea, "textarea") \
  X(kDatalist, "datalist") X(kSummary, "summary") X(kDialog, "dialog") X(kCenter, "center") \
  X(kA, "a") X(kSpan, "span") X(kEm, "em") X(kU, "u") X(kS, "s") X(kDel, "del") X(kBig, "big") \
  X(kSmall, "small") X(kSub, "sub") X(kQ, "q") X(kCite, "cite") X(kCode, "code") X(kTt, "tt") \
  X(kVar, "var") X(kRuby, "ruby") X(kRt, "rt") X(kWbr, "wbr") X(kNobr, "nobr") \
  X(kSource, "source") X(kIframe, "iframe")
// clang-format on

// clang-format off
#define TAMIS_ATTRIBUTES(X) \
  X(kClass, "class") X(kId, "id") X(kHref, "href") X(kRel, "rel") X(kName, "name") \
  X(kProperty, "property") X(kContent, "content") X(kHttpEquiv, "http-equiv") \
  X(kCharset, "charset") X(kItemprop, "itemprop") X(kItemtype, "itemtype") \
  X(kDatetime, "datetime") X(kPubdate, "pubdate") X(kLang, "lang") X(kRole, "role") \
  X(kHidden, "hidden") X(kAriaHidden, "aria-hidden") X(kStyleAttr, "style") \
  X(kTitleAttr, "title") X(kAlt, "alt") X(kType, "type")
// clang-format on

#define TAMIS_ENUMERATOR(enumerator, name) enumerator,
enum class Tag : std::uint8_t { TAMIS_TAGS(TAMIS_ENUMERATOR) };
enum class AttributeName : std::uint8_t { TAMIS_ATTRIBUTES(TAMIS_ENUMERATOR) };
#undef TAMIS_ENUMERATOR

const char* tag_name(Tag tag);
Tag tag_from_name(std::string_view lower_case_name);  // kOther when it is not in the list

}  // namespace tamis
