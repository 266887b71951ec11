// SPDX-License-Identifier: Apache-2.0
// An article as markdown: CommonMark 0.30 with GitHub's tables.
#include "base/utf8.h"
#include "report/article_lines.h"
#include "report/markdown_text.h"
#include "report/markdown_writer.h"
#include "report/verse.h"
#include "tamis/report.h"

#include <algorithm>
#include <span>

namespace tamis {

namespace {

using report::MarkdownWriter;
using Records = std::span<const BlockRecord* const>;
using Lines = std::vector<std::string>;

// What a record is to markdown; kinds other than kLine are runs of records.
enum class Kind { kLine, kHeading, kCaption, kCell, kCode };

int heading_level(const BlockRecord& block) {
  switch (block.tag) {
    case Tag::kH3: return 3;
    case Tag::kH4: return 4;
    case Tag::kH5: return 5;
    case Tag::kH6: return 6;
    case Tag::kH1:
    case Tag::kH2: return 2;  // the title is the only "#"
    default: return block.label.name == LabelName::kHeading ? 2 : 0;
  }
}

Kind kind_of(const BlockRecord& block) {
  if (!block.frames.empty() && block.frames.back().kind == Frame::Kind::kCell) return Kind::kCell;
  if (!block.frames.empty() && block.frames.back().kind == Frame::Kind::kCode) return Kind::kCode;
  if (block.label.name == LabelName::kCaption || block.tag == Tag::kFigcaption ||
      block.tag == Tag::kCaption) {
    return Kind::kCaption;
  }
  // A whole article may stand in <h2>; sentences are no headings.
  const bool heading = block.label.name == LabelName::kHeading ||
                       (heading_level(block) > 0 && !base::ends_sentence(block.text));
  return heading ? Kind::kHeading : Kind::kLine;
}

bool same_element(const BlockRecord& a, const BlockRecord& b) {
  return a.element != kNone && a.element == b.element && b.n == a.n + 1;
}

bool goes_on(Kind kind, const BlockRecord& last, const BlockRecord& next) {
  if (kind_of(next) != kind) return false;
  switch (kind) {
    case Kind::kCell:
      return last.frames.size() == next.frames.size() &&
             last.frames.back().parent == next.frames.back().parent;
    case Kind::kCode: return last.frames.back().id == next.frames.back().id;
    case Kind::kHeading:
    case Kind::kCaption: return same_element(last, next);
    case Kind::kLine: return same_element(last, next) && next.breaks_before == 1;
  }
  return false;
}

// Lines of one paragraph that keep their ends.
Lines hard_breaks(Lines lines) {
  for (std::size_t n = 0; n + 1 < lines.size(); ++n) lines[n] += '\\';
  return lines;
}

std::string row_line(Lines& cells) {
  std::string line = "|";
  for (std::string& cell : cells) {
    line += ' ' + cell + (cell.empty() ? "|" : " |");
    cell.clear();
  }
  return line;
}

// The first row is the header: pipe tables have no other way.
Lines table_lines(Records run) {
  std::uint32_t columns = 0;
  for (const BlockRecord* block : run) columns = std::max(columns, block->frames.back().column + 1);
  Lines lines, cells(columns);
  std::uint32_t row = run.front()->frames.back().number;
  const auto end_row = [&] {
    lines.push_back(row_line(cells));
    if (lines.size() > 1) return;
    lines.emplace_back("|");
    for (std::uint32_t n = 0; n < columns; ++n) lines.back() += " --- |";
  };
  for (const BlockRecord* block : run) {
    const Frame& frame = block->frames.back();
    if (frame.number != row) end_row();
    row = frame.number;
    std::string& cell = cells[frame.column];
    if (!cell.empty()) cell += "<br>";
    cell += report::markdown_cell(block->text);
  }
  end_row();
  return lines;
}

Lines code_lines(std::string_view code) {
  if (code.empty()) return {};
  Lines lines{report::fence_for(code)};
  for (std::size_t at = 0; at <= code.size();) {
    const std::size_t end = std::min(code.find('\n', at), code.size());
    lines.emplace_back(code.substr(at, end - at));
    at = end + 1;
  }
  lines.push_back(lines.front());
  return lines;
}

Lines heading_lines(Records run) {
  std::string text;
  for (const BlockRecord* block : run) {
    if (!text.empty()) text += ' ';
    text += block->text;
  }
  return {report::markdown_heading(heading_level(*run.front()), text)};
}

std::string line_of(const BlockRecord& block) {
  if (block.tag == Tag::kDt) return "**" + report::markdown_inline(block.text) + "**";
  return report::markdown_line(block.text);
}

void add_run(MarkdownWriter& out, Kind kind, Records run) {
  std::span<const Frame> frames = run.front()->frames;
  const auto add = [&](const Lines& lines, bool paragraph) { out.block(frames, lines, paragraph); };
  Lines lines;
  switch (kind) {
    case Kind::kCell: frames = frames.first(frames.size() - 1); return add(table_lines(run), false);
    case Kind::kCode:
      frames = frames.first(frames.size() - 1);
      return add(code_lines(run.front()->code), false);
    case Kind::kHeading: return add(heading_lines(run), false);
    case Kind::kCaption:
      for (const BlockRecord* block : run)
        lines.push_back('*' + report::markdown_inline(block->text) + '*');
      return add(hard_breaks(std::move(lines)), true);
    case Kind::kLine: break;
  }
  if (report::is_stanza(run)) {
    for (const BlockRecord* block : run) lines.push_back(line_of(*block));
    return add(hard_breaks(std::move(lines)), true);
  }
  for (const BlockRecord* block : run) add({line_of(*block)}, true);
}

std::string body_of(const std::vector<BlockRecord>& blocks) {
  std::vector<const BlockRecord*> shown;
  bool any_kept = false;
  for (const BlockRecord& block : blocks) {
    const bool kept = is_kept(block.label.name);
    if ((!kept && !block.shown) || base::trim(block.text).empty()) continue;
    any_kept |= kept;
    shown.push_back(&block);
  }
  if (!any_kept) return {};
  MarkdownWriter out;
  for (std::size_t begin = 0, end = 0; begin < shown.size(); begin = end) {
    const Kind kind = kind_of(*shown[begin]);
    end = begin + 1;
    while (end < shown.size() && goes_on(kind, *shown[end - 1], *shown[end])) ++end;
    if (kind == Kind::kLine)
      end = std::max(end, begin + report::regular_verse(Records(shown).subspan(begin)));
    add_run(out, kind, Records(shown).subspan(begin, end - begin));
  }
  return out.take();
}

std::string byline(const Article& article) {
  const std::string& outlet = article.source.empty() ? article.sitename : article.source;
  std::string people;
  for (const std::string& name : article.author) {
    if (!name.empty()) people += (people.empty() ? "" : ", ") + name;
  }
  std::string out;
  for (const std::string* part : {&std::as_const(people), &outlet, &article.date}) {
    if (!part->empty()) out += (out.empty() ? "" : " · ") + *part;
  }
  return out;
}

}  // namespace

std::string article_markdown(const Article& article) {
  MarkdownWriter out;
  if (const std::string title = base::collapse_space(article.title); !title.empty()) {
    out.block({}, {report::markdown_heading(1, title)}, false);
  }
  if (const std::string line = byline(article); !line.empty()) {
    out.block({}, {'*' + report::markdown_inline(line) + '*'}, true);
  }
  std::string body = article.text_is_claimed ? std::string() : body_of(article.blocks);
  if (body.empty()) {
    for (const std::string_view paragraph : report::lines_of(article.text)) {
      out.block({}, {report::markdown_line(paragraph)}, true);
    }
    return out.take();
  }
  std::string head = out.take();
  if (!head.empty()) head += '\n';
  return head + body;
}

}  // namespace tamis
