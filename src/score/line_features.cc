// SPDX-License-Identifier: Apache-2.0
// What text without a tree has in place of elements: indents, blank lines, bullets, groups of lines
// between blanks, runs of lines of one form, and the long runs that hold most of the prose.
#include "score/feature_groups.h"
#include "score/runs.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tamis::score_detail {

namespace {

// Lines [first, last) between two blank lines.
struct Group {
  std::size_t first = 0, last = 0;
  float units = 0, prose = 0, open = 0, dates = 0;
};

bool is_open(const Block& block) {
  return !block.ends_sentence && !block.truncated;
}

std::vector<Group> group_lines(const Layout& at) {
  std::vector<Group> out;
  for (std::size_t b = 0; b < at.count; ++b) {
    if (b == 0 || at.block(b).blank_before > 0) out.push_back({b, b, 0, 0, 0, 0});
    Group& group = out.back();
    group.last = b + 1;
    group.units += at.units[b];
    group.prose += at.evidence.blocks[b].prose ? at.units[b] : 0;
    group.open += is_open(at.block(b));
    group.dates += at.block(b).date_only;
  }
  return out;
}

void add_groups(const Layout& at, FeatureColumns& out) {
  const auto lines = out.add("group.lines"), units = out.add("group.units"),
             prose = out.add("group.prose"), open = out.add("group.open"),
             dates = out.add("group.dates"), place = out.add("group.place"),
             left = out.add("group.left");
  for (const Group& group : group_lines(at)) {
    const auto size = static_cast<float>(group.last - group.first);
    for (std::size_t b = group.first; b < group.last; ++b) {
      lines[b] = size;
      units[b] = group.units;
      prose[b] = group.prose / std::max(group.units, 0.5F);
      open[b] = group.open / size;
      dates[b] = group.dates / size;
      place[b] = static_cast<float>(b - group.first);
      left[b] = static_cast<float>(group.last - 1 - b);
    }
  }
}

// The form of a line, coarse: lists repeat it line by line, digests every second or third line.
std::uint32_t form_of(const Block& block) {
  const float units = block.stats.units;
  const std::uint32_t length = units < 2 ? 0 : units < 6 ? 1 : units < 14 ? 2 : units < 30 ? 3 : 4;
  return length * 16 + static_cast<std::uint32_t>(block.ends_sentence) * 8 +
         static_cast<std::uint32_t>(block.truncated) * 4 +
         static_cast<std::uint32_t>(block.date_only) * 2 + static_cast<std::uint32_t>(block.bullet);
}

// Length of the run around each line in which line n has the form of line n - period.
void add_period(const Layout& at, const std::vector<std::uint32_t>& form, std::size_t period,
                const char* run_name, const char* place_name, FeatureColumns& out) {
  const auto run = out.add(run_name), place = out.add(place_name);
  for (std::size_t begin = period; begin < at.count;) {
    std::size_t end = begin;
    while (end < at.count && form[end] == form[end - period]) ++end;
    for (std::size_t b = begin - period; end > begin && b < end; ++b) {
      const auto length = static_cast<float>(end - begin + period);
      if (length <= run[b]) continue;
      run[b] = length;
      place[b] = static_cast<float>(b - (begin - period));
    }
    begin = std::max(end, begin + 1);
  }
}

// Units less `cost` a line: the higher the cost, the fewer short lines are tolerated inside.
void add_long_lines(const Layout& at, float cost, const RunNames& names, FeatureColumns& out) {
  const auto weight = [&](std::size_t b) {
    const float units = at.block(b).date_only || at.block(b).truncated ? 0 : at.units[b];
    return std::min(units, 80.0F) - cost;
  };
  add_best_run(at.count, weight, names, out);
}

// Among the page's lines, by length: a page of headlines may hold its article in one long line.
void add_rank(const Layout& at, FeatureColumns& out) {
  std::vector<float> sorted = at.units;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  const float longest = sorted.empty() ? 1 : std::max(sorted.front(), 1.0F);
  out.add_each("line.of_longest", [&](std::size_t b) { return at.units[b] / longest; });
  out.add_each("line.rank", [&](std::size_t b) {
    const auto longer =
        std::lower_bound(sorted.begin(), sorted.end(), at.units[b], std::greater<>());
    return std::min<std::ptrdiff_t>(longer - sorted.begin(), 99);
  });
  out.add_each("line.of_page", [&](std::size_t b) { return at.units[b] / at.total; });
}

void add_main(const Layout& at, FeatureColumns& out) {
  const MainText& main = at.evidence.main;
  out.add_each("main.inside", [&](std::size_t b) { return b >= main.first && b < main.last; });
  out.add_each("main.begin", [&](std::size_t b) {
    return static_cast<float>(b) - static_cast<float>(main.first);
  });
  out.add_each("main.end", [&](std::size_t b) {
    return static_cast<float>(main.last) - static_cast<float>(b);
  });
}

// A long line's beginning that stands elsewhere on the page: a summary or a teaser of it.
void add_openings(const Layout& at, FeatureColumns& out) {
  constexpr std::size_t kBytes = 36;
  std::unordered_map<std::string_view, std::uint32_t> seen;
  const auto opening = [&](std::size_t b) {
    return std::string_view(at.evidence.blocks[b].canonical).substr(0, kBytes);
  };
  for (std::size_t b = 0; b < at.count; ++b) {
    if (opening(b).size() == kBytes) ++seen[opening(b)];
  }
  out.add_each("line.openings", [&](std::size_t b) {
    const auto found = seen.find(opening(b));
    return found == seen.end() ? 0 : found->second;
  });
}

void add_indents(const Layout& at, FeatureColumns& out) {
  std::unordered_map<std::uint32_t, float> of_indent;  // units by indent
  for (std::size_t b = 0; b < at.count; ++b) of_indent[at.block(b).indent] += at.units[b];
  out.add_each("line.indent", [&](std::size_t b) { return at.block(b).indent; });
  out.add_each("line.indent_share",
               [&](std::size_t b) { return of_indent[at.block(b).indent] / at.total; });
  out.add_each("line.indent_step", [&](std::size_t b) {
    return b == 0 ? 0
                  : static_cast<float>(at.block(b).indent) -
                        static_cast<float>(at.block(b - 1).indent);
  });
  out.add_each("line.blank_before",
               [&](std::size_t b) { return std::min(at.block(b).blank_before, 9U); });
  out.add_each("line.blank_behind", [&](std::size_t b) {
    return b + 1 < at.count ? std::min(at.block(b + 1).blank_before, 9U) : 9U;
  });
  out.add_each("line.bullet", [&](std::size_t b) { return at.block(b).bullet; });
  out.add_each("line.wrapped",
               [&](std::size_t b) { return at.block(b).last_line - at.block(b).first_line; });
}

// Of the lines around: how many are short and open, what share of the units is prose.
void add_density(const Layout& at, std::size_t reach, const char* open_name, const char* prose_name,
                 const char* dates_name, FeatureColumns& out) {
  std::vector<float> open(at.count + 1, 0), dates(at.count + 1, 0);
  for (std::size_t b = 0; b < at.count; ++b) {
    open[b + 1] = open[b] + static_cast<float>(is_open(at.block(b)));
    dates[b + 1] = dates[b] + static_cast<float>(at.block(b).date_only);
  }
  const auto opens = out.add(open_name), prose = out.add(prose_name), dated = out.add(dates_name);
  for (std::size_t b = 0; b < at.count; ++b) {
    const std::size_t first = b > reach ? b - reach : 0, last = std::min(b + reach + 1, at.count);
    const auto lines = static_cast<float>(last - first);
    opens[b] = (open[last] - open[first]) / lines;
    dated[b] = (dates[last] - dates[first]) / lines;
    prose[b] = (at.prose_before[last] - at.prose_before[first]) /
               std::max(at.before[last] - at.before[first], 0.5F);
  }
}

}  // namespace

void add_lines(const Layout& at, FeatureColumns& out) {
  add_indents(at, out);
  add_groups(at, out);
  std::vector<std::uint32_t> form(at.count);
  for (std::size_t b = 0; b < at.count; ++b) form[b] = form_of(at.block(b));
  add_period(at, form, 1, "run1.length", "run1.place", out);
  add_period(at, form, 2, "run2.length", "run2.place", out);
  add_period(at, form, 3, "run3.length", "run3.place", out);
  add_long_lines(at, 5, {"best5.inside", "best5.begin", "best5.end"}, out);
  add_long_lines(at, 12, {"best12.inside", "best12.begin", "best12.end"}, out);
  add_long_lines(at, 25, {"best25.inside", "best25.begin", "best25.end"}, out);
  add_main(at, out);
  add_rank(at, out);
  add_openings(at, out);
  add_density(at, 4, "around4.open", "around4.prose", "around4.dates", out);
  add_density(at, 12, "around12.open", "around12.prose", "around12.dates", out);
  add_density(at, 30, "around30.open", "around30.prose", "around30.dates", out);
}

}  // namespace tamis::score_detail
