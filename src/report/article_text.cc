// SPDX-License-Identifier: Apache-2.0
// An article for people: plain text and markdown (CommonMark 0.30).
#include "base/utf8.h"
#include "tamis/report.h"

#include <cctype>

namespace tamis {

namespace {

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = base::trim(text.substr(0, end));
    if (!line.empty()) out.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

// Length of what would make a block of the line ("#", "-", "12." ...), 0 when nothing would.
std::size_t block_mark(std::string_view line) {
  if (line.empty()) return 0;
  if (line[0] == '#' || line[0] == '>' || line[0] == '~' || line[0] == '=') return 1;
  if ((line[0] == '-' || line[0] == '+') && (line.size() == 1 || line[1] == ' ' || line[1] == '-'))
    return 1;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 10 && line[digits] >= '0' && line[digits] <= '9')
    ++digits;
  const bool list = digits > 0 && digits < line.size() &&
                    (line[digits] == '.' || line[digits] == ')') &&
                    (digits + 1 == line.size() || line[digits + 1] == ' ');
  return list ? digits + 1 : 0;
}

// Text that reads as itself in markdown.
std::string escaped(std::string_view line) {
  std::string out;
  out.reserve(line.size() + 8);
  const std::size_t mark = block_mark(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool inline_mark =
        c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<';
    if (inline_mark || (mark > 0 && i + 1 == mark)) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string byline(const Article& article) {
  const std::string& outlet = article.source.empty() ? article.sitename : article.source;
  return joined({joined(article.author, ", "), outlet, article.date}, " · ");
}

std::string_view prefix_of(const BlockRecord& block) {
  if (block.label.name == LabelName::kHeading) {
    switch (block.tag) {
      case Tag::kH3: return "### ";
      case Tag::kH4: return "#### ";
      case Tag::kH5: return "##### ";
      case Tag::kH6: return "###### ";
      default: return "## ";  // the title is the only "#"
    }
  }
  switch (block.tag) {
    case Tag::kLi:
    case Tag::kDd: return "- ";
    case Tag::kBlockquote: return "> ";
    default: return "";
  }
}

// Items of one list follow each other without a blank line.
void append_block(std::string& out, std::string_view prefix, std::string_view text,
                  bool same_list) {
  if (!out.empty()) out += same_list ? "\n" : "\n\n";
  out += prefix;
  out += escaped(base::trim(text));
}

void append_blocks(std::string& out, const std::vector<BlockRecord>& blocks) {
  std::string_view before;
  for (const BlockRecord& block : blocks) {
    if (!is_kept(block.label.name) || base::trim(block.text).empty()) continue;
    const std::string_view prefix = prefix_of(block);
    append_block(out, prefix, block.text, prefix == "- " && before == prefix);
    before = prefix;
  }
}

}  // namespace

std::string article_text(const Article& article) {
  std::string out = base::collapse_space(article.title);
  if (!out.empty()) out += "\n\n";
  for (const std::string_view paragraph : paragraphs_of(article.text)) {
    out += paragraph;
    out += '\n';
  }
  return out;
}

std::string article_markdown(const Article& article) {
  std::string out;
  if (const std::string title = base::collapse_space(article.title); !title.empty()) {
    out += "# " + escaped(title);
  }
  if (const std::string line = byline(article); !line.empty()) {
    if (!out.empty()) out += "\n\n";
    out += "*" + escaped(line) + "*";
  }
  if (article.blocks.empty()) {
    for (const std::string_view paragraph : paragraphs_of(article.text)) {
      append_block(out, "", paragraph, false);
    }
  } else {
    append_blocks(out, article.blocks);
  }
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace tamis
