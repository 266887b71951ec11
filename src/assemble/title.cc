// SPDX-License-Identifier: Apache-2.0
#include "assemble/title.h"

#include "assemble/site.h"
#include "base/url.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMinTitle = 4;  // letters and digits
constexpr BlockId kNearHeading = 10;  // blocks before the article that may bear the title

// Marks between headline and site name, the less doubtful first. A hyphen without spaces parts in
// Chinese titles only.
constexpr std::array<std::string_view, 12> kMarks{"_",   "|",   "｜",  "--",   "——",  " - ",
                                                  " – ", " — ", " » ", " :: ", " · ", "-"};

std::size_t letters(std::string_view text) {
  return base::count_code_points(bare(text));
}

bool chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (base::is_cjk(base::next_code_point(text, at))) return true;
  return false;
}

// The last mark of a title: where it begins and how long it is.
std::pair<std::size_t, std::size_t> last_mark(std::string_view title) {
  std::size_t best = std::string_view::npos, size = 0;
  for (std::string_view mark : kMarks) {
    if (mark == "-" && !chinese(title)) continue;
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    if (best == std::string_view::npos || at + mark.size() > best + size) {
      best = at;
      size = mark.size();
    }
  }
  return {best, size};
}

bool names_site(std::string_view piece, const std::vector<std::string>& site_names,
                std::string_view host) {
  const std::string key = bare(piece);
  if (key.empty()) return true;
  for (const std::string& name : site_names) {
    const std::string site = bare(name);
    if (site.size() >= 4 && (key.find(site) != key.npos || site.find(key) != site.npos))
      return true;
  }
  const std::string domain = bare(main_label(host));
  return domain.size() >= 3 && key.find(domain) != std::string::npos;
}

// A channel or site by its own looks: short, and ends as such names do.
bool looks_like_site(std::string_view piece) {
  for (std::string_view end :
       {"网", "網", "频道", "新闻", "中心", "日报", "晚报", "在线", "门户", "博客", "论坛", "社区",
        "资讯", "公司", "官网", "首页", ".com", ".cn", ".net"})
    if (piece.ends_with(end)) return letters(piece) <= 14;
  return false;
}

std::string h1_that_agrees(const View& view) {
  for (const Block& block : view.blocks.blocks) {
    if (block.tag != Tag::kH1) continue;
    const std::string key = bare(block.text);
    if (base::count_code_points(key) < kMinTitle) continue;
    for (const Claim& claim : view.head.titles)
      if (bare(claim.value).find(key) != std::string::npos) return block.text;
  }
  return {};
}

// The heading that the article begins with, where <title> is about the site: it is all that the
// page claims and no line near the article says it.
std::string heading_beside_site_title(const View& view) {
  if (view.title != kNone || view.kept.empty() ||
      view.label(view.kept.front()) != LabelName::kHeading)
    return {};
  const std::string& heading = view.line(view.kept.front());
  const bool section = heading.ends_with(":") || heading.ends_with("：");
  const bool sentence = view.blocks.blocks[view.kept.front()].ends_sentence;
  if (letters(heading) < kMinTitle || section || sentence) return {};
  for (const Claim& claim : view.head.titles) {
    if (claim.by != "title") return {};
    const std::string said = bare(claim.value);
    for (BlockId n = view.top > kNearHeading ? view.top - kNearHeading : 0; n < view.head_end; ++n)
      if (const std::string line = bare(view.line(n));
          base::count_code_points(line) >= kMinTitle && said.find(line) != std::string::npos)
        return {};
  }
  return heading;
}

}  // namespace

std::string strip_site(std::string_view title, const std::vector<std::string>& site_names,
                       std::string_view host) {
  std::string_view rest = base::trim(title);
  for (int n = 0; n < 5; ++n) {
    const auto [at, size] = last_mark(rest);
    if (at == std::string_view::npos) break;
    const std::string_view before = base::trim(rest.substr(0, at));
    const std::string_view piece = base::trim(rest.substr(at + size));
    const std::string_view mark = rest.substr(at, size);
    const bool site = names_site(piece, site_names, host) || looks_like_site(piece);
    // "_" and "|" do not stand in headlines; what follows them is short and the site's.
    const bool strong = mark == "_" || mark == "|" || mark == "｜";
    const bool short_tail = letters(piece) < letters(before);
    if (!(site || (strong && short_tail)) || letters(before) < kMinTitle) break;
    rest = before;
  }
  return std::string(rest);
}

std::string title(const View& view, const std::vector<std::string>& site_names) {
  if (!view.head.titles.empty() && view.head.titles.front().certain)
    return view.head.titles.front().value;
  const auto usable = [&](std::string_view text) {
    const std::string key = bare(text);
    return !key.empty() && std::none_of(site_names.begin(), site_names.end(),
                                        [&](const std::string& name) { return bare(name) == key; });
  };
  if (view.title != kNone && usable(view.line(view.title))) return view.line(view.title);
  if (std::string h1 = h1_that_agrees(view); usable(h1)) return h1;
  if (std::string heading = heading_beside_site_title(view); usable(heading)) return heading;
  const std::string host = base::host_of(view.page.url);
  for (const Claim& claim : view.head.titles)
    if (std::string stripped = strip_site(claim.value, site_names, host); usable(stripped))
      return stripped;
  return view.title != kNone ? view.line(view.title) : std::string();
}

}  // namespace tamis::assembly
