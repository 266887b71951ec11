// SPDX-License-Identifier: Apache-2.0
// An article for people, as plain text.
#include "base/utf8.h"
#include "report/article_lines.h"
#include "tamis/report.h"

namespace tamis {

std::vector<std::string_view> report::lines_of(std::string_view text) {
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

std::string article_text(const Article& article) {
  std::string out = base::collapse_space(article.title);
  if (!out.empty()) out += "\n\n";
  for (const std::string_view paragraph : report::lines_of(article.text)) {
    out += paragraph;
    out += '\n';
  }
  return out;
}

}  // namespace tamis
