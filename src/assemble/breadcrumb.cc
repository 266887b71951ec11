// SPDX-License-Identifier: Apache-2.0
#include "assemble/breadcrumb.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxBytes = 300;
constexpr BlockId kMaxPieces = 8;  // blocks of one breadcrumb

constexpr std::array<std::string_view, 10> kArrows{">", "›", "»",  "＞", "→",
                                                   "▸", "»", ">>", "/",  "·"};
constexpr std::array<std::string_view, 15> kPrefixes{
    "您当前的位置", "您现在的位置", "你现在的位置", "您所在的位置", "你所在的位置",
    "您的当前位置", "您的位置",     "你的位置",     "当前位置",     "所在位置",
    "现在位置",     "當前位置",     "您現在的位置", "You are here", "位置"};
constexpr std::array<std::string_view, 14> kHomes{"首页", "首頁",    "网站首页", "主页",   "Home",
                                                  "HOME", "home",    "홈",       "ホーム", "トップ",
                                                  "TOP",  "Главная", "Inicio",   "Accueil"};

std::string_view without_prefix(std::string_view line, bool& had) {
  for (std::string_view prefix : kPrefixes) {
    if (!line.starts_with(prefix)) continue;
    std::string_view rest = line.substr(prefix.size());
    for (std::string_view mark : {"是", ":", "：", ">", " "})
      if (base::trim(rest).starts_with(mark)) rest = base::trim(rest).substr(mark.size());
    had = true;
    return base::trim(rest);
  }
  return line;
}

bool crumb_name(std::string_view names) {
  for (std::string_view token :
       {"crumb", "crumbs", "breadcrumb", "breadcrumbs", "weizhi", "dqwz"}) {
    const std::size_t at = names.find(token);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + token.size();
    if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' '))
      return true;
  }
  return false;
}

// The pieces of a breadcrumb whose container says so, one block each (li).
std::string from_containers(const View& view) {
  for (const Container& container : view.blocks.containers) {
    if (!crumb_name(container.names) || container.last <= container.first) continue;
    if (container.last - container.first > kMaxPieces) continue;
    std::string out;
    for (BlockId n = container.first; n < container.last; ++n) {
      const std::string& piece = view.line(n);
      const bool arrow = std::find(kArrows.begin(), kArrows.end(), piece) != kArrows.end();
      if (!out.empty() && !arrow && !breadcrumb_of(piece).empty()) out.clear();
      if (!out.empty() && !arrow) out += " > ";
      if (!arrow) out += piece;
    }
    bool had = false;
    const std::string_view rest = without_prefix(out, had);
    if (!rest.empty() && rest.size() <= kMaxBytes && container.last - container.first > 1)
      return std::string(rest);
  }
  return {};
}

}  // namespace

std::string breadcrumb_of(std::string_view line) {
  if (line.size() > kMaxBytes) return {};
  bool prefix = false;
  line = without_prefix(base::trim(line), prefix);
  const bool home = std::any_of(kHomes.begin(), kHomes.end(),
                                [&](std::string_view word) { return line.starts_with(word); });
  const auto arrows = std::count_if(kArrows.begin(), kArrows.begin() + 6,
                                    [&](std::string_view a) { return line.find(a) != line.npos; });
  const bool slash = line.find(" / ") != std::string_view::npos;
  if (!(arrows > 0 || (slash && home)) || !(home || prefix)) return {};
  return std::string(line);
}

std::string channel(const View& view) {
  for (BlockId n = 0; n < view.size(); ++n) {
    const LabelName label = view.label(n);
    if (is_kept(label) || label == LabelName::kDigestText || label == LabelName::kDigestTitle)
      continue;
    if (std::string found = breadcrumb_of(view.line(n)); !found.empty()) return found;
  }
  if (std::string found = from_containers(view); !found.empty()) return found;
  return view.head.sections.empty() ? std::string() : view.head.sections.front().value;
}

}  // namespace tamis::assembly
