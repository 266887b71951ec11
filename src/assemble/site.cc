// SPDX-License-Identifier: Apache-2.0
#include "assemble/site.h"

#include "base/url.h"
#include "base/utf8.h"
#include "tamis/page_host.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxName = 60;  // bytes of a source or site name

bool host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// The first http(s) URL in a line, up to a space or a character that no URL has.
std::string_view url_in(std::string_view line) {
  std::size_t at = line.find("http://");
  if (at == std::string_view::npos) at = line.find("https://");
  if (at == std::string_view::npos) return {};
  std::size_t end = at;
  while (end < line.size() && line[end] > ' ' && static_cast<unsigned char>(line[end]) < 0x7F &&
         line[end] != '"' && line[end] != '<' && line[end] != '>')
    ++end;
  return line.substr(at, end - at);
}

// The domain of an e-mail address in a line, unless a mail provider's.
std::string mail_domain(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at == std::string_view::npos || at == 0 || !host_character(line[at - 1] | 0x20)) return {};
  std::size_t end = at + 1;
  while (end < line.size() && host_character(line[end])) ++end;
  std::string domain(line.substr(at + 1, end - at - 1));
  while (domain.ends_with('.') || domain.ends_with('-')) domain.pop_back();
  for (std::string_view provider :
       {"qq.com",     "163.com",      "126.com",     "gmail.com",   "sina.com",
        "sina.cn",    "sohu.com",     "hotmail.com", "outlook.com", "foxmail.com",
        "yahoo.com",  "yahoo.com.cn", "139.com",     "189.cn",      "yeah.net",
        "aliyun.com", "tom.com",      "21cn.com",    "vip.163.com", "vip.sina.com",
        "live.com",   "msn.com",      "icloud.com",  "mail.ru",     "yandex.ru"})
    if (domain == provider) return {};
  return base::looks_like_host(domain) ? domain : std::string();
}

// 本文由厦门厂房网发布
std::string publisher_line(std::string_view line) {
  const std::size_t at = line.find("本文由");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = line.substr(at + std::string_view("本文由").size());
  const std::size_t end = std::min({rest.find("发布"), rest.find("原创"), rest.find("整理")});
  if (end == std::string_view::npos || end == 0 || end > kMaxName) return {};
  const std::string_view name = base::trim(rest.substr(0, end));
  for (std::string_view no : {"用户", "网友", "作者", "会员", "本站", "小编", ",", "，", "。"})
    if (name.find(no) != std::string_view::npos) return {};
  return std::string(name);
}

// The last piece of <title>, when it can be told to be the site.
std::string from_title(const View& view, std::string_view hostname) {
  for (const Claim& claim : view.head.titles) {
    if (claim.by != "title") continue;
    const std::string_view title = claim.value;
    std::size_t at = title.find_last_of("_|-");
    if (at == std::string_view::npos) return {};
    std::string_view piece = base::trim(title.substr(at + 1));
    const std::string label = bare(main_label(hostname));
    const bool host = label.size() >= 3 && bare(piece).find(label) != std::string::npos;
    if (piece.size() <= kMaxName && (host || view.bylines.outlet_like(piece)))
      return std::string(piece);
  }
  return {};
}

// What a source's value holds beside the name: dates, brackets, links.
std::string clean_source(const View& view, std::string_view value) {
  for (const FoundDate& date : view.dates.find_all(value, DayOrder::kUnknown)) {
    value = value.substr(0, date.begin);
    break;
  }
  if (const std::size_t http = value.find("http"); http != std::string_view::npos)
    value = value.substr(0, http);
  std::string out = base::collapse_space(value);
  // "Express.gr 29/12/11-10:54", "人民网 手机看新闻"
  for (std::size_t space = out.find(' '); space != std::string::npos;
       space = out.find(' ', space + 1)) {
    const bool digit = out[space + 1] >= '0' && out[space + 1] <= '9';
    if (digit || view.bylines.outlet_like(std::string_view(out).substr(0, space)))
      out.resize(space);
  }
  const auto cut = [&](std::string_view mark) {
    if (const std::size_t at = out.find(mark); at != std::string::npos && at > 0) out.resize(at);
  };
  for (std::string_view mark : {" | ", "｜", "|", "　", " (", "(记者", "（记者", " 【", " ["})
    cut(mark);
  const auto drop_ends = [&] {
    for (std::string_view mark : {"[", "]",  "(",  ")", "（", "）", "【", "】", "《", "》",
                                  ",", "，", "。", ";", "|",  "-",  ":",  "：", "·",  "/"}) {
      if (out.starts_with(mark)) out.erase(0, mark.size());
      if (out.ends_with(mark)) out.resize(out.size() - mark.size());
    }
    out = base::trim(out);
  };
  drop_ends();
  drop_ends();
  // What is left of markup that was written out as text.
  const bool markup = out.find_first_of("=\"<>") != std::string::npos;
  if (out.size() > kMaxName || markup || view.bylines.refused_source(out)) return {};
  return out;
}

// The name of an outlet in front of the first author word: "新京报 记者 丁爽".
std::string outlet_before(const View& view, std::string_view line,
                          const std::vector<Field>& fields) {
  if (fields.empty() || fields.front().role != Role::kAuthor) return {};
  const std::string name = clean_source(view, line.substr(0, fields.front().begin));
  return view.bylines.outlet_like(name) ? name : std::string();
}

}  // namespace

std::string_view main_label(std::string_view host) {
  std::vector<std::string_view> labels;
  while (!host.empty()) {
    const std::size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    host.remove_prefix(dot == std::string_view::npos ? host.size() : dot + 1);
  }
  if (labels.size() < 2) return labels.empty() ? std::string_view{} : labels[0];
  std::size_t n = labels.size() - 2;
  // com.cn, co.uk, gov.cn
  if (n > 0 && labels[n].size() <= 3 && labels.back().size() == 2) --n;
  return labels[n];
}

std::string url_of(const View& view) {
  if (std::string url = page_url(view.page, view.head); !url.empty()) return url;
  for (BlockId n = view.size(); n-- > 0;) {
    const LabelName label = view.label(n);
    if (label != LabelName::kSelfRef && label != LabelName::kMeta) continue;
    const std::string_view url = url_in(view.line(n));
    if (!url.empty() && (label == LabelName::kSelfRef || n > view.size() / 2))
      return std::string(url);
  }
  return {};
}

std::string sitename_of(const View& view, std::string_view hostname) {
  for (const Claim& claim : view.head.site_names)
    if (claim.value.size() <= kMaxName && !claim.value.starts_with("http")) return claim.value;
  if (std::string name = from_title(view, hostname); !name.empty()) return name;
  std::string domain;
  for (BlockId n = 0; n < view.size(); ++n) {
    const LabelName label = view.label(n);
    if (is_kept(label)) continue;
    if (label == LabelName::kCopyright || label == LabelName::kMeta ||
        label == LabelName::kEditorNote)
      if (std::string name = publisher_line(view.line(n)); !name.empty()) return name;
    const bool contact = label == LabelName::kContact || label == LabelName::kCopyright;
    if (contact && domain.empty()) domain = mail_domain(view.line(n));
  }
  return hostname.empty() ? domain : std::string();
}

std::string source_of(const View& view) {
  std::string outlet;
  for (const BlockId n : view.small_print()) {
    const std::string& line = view.line(n);
    const std::vector<Field> fields = view.bylines.fields(line);
    for (const Field& field : fields)
      if (field.role == Role::kSource)
        if (std::string name = clean_source(view, field.value); !name.empty()) return name;
    if (outlet.empty()) outlet = outlet_before(view, line, fields);
  }
  for (const BlockId n : view.edges())
    for (const Field& field : view.bylines.fields(view.line(n)))
      if (field.role == Role::kSource && field.colon && field.begin + 100 > view.line(n).size())
        if (std::string name = clean_source(view, field.value); !name.empty()) return name;
  for (const Claim& claim : view.head.sources) {
    const std::vector<Field> fields = view.bylines.fields(claim.value);
    const bool labelled =
        !fields.empty() && fields[0].begin == 0 && fields[0].role == Role::kSource;
    std::string name = clean_source(view, labelled ? fields[0].value : claim.value);
    if (!name.empty() && base::host_of(claim.value).empty()) return name;
  }
  return outlet;
}

}  // namespace tamis::assembly
