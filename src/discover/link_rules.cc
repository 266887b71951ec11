// SPDX-License-Identifier: Apache-2.0
#include "discover/link_rules.h"

#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>

namespace tamis::discovery {

LinkRules::LinkRules(const Rules& rules) {
  const Table& table = rules.table("links");
  const std::size_t kind = rules::column(table, "kind"), word = rules::column(table, "word");
  for (const Row& row : table.rows) {
    const std::string& name = row.fields[kind];
    std::string text = row.fields[word];
    if (text.empty() || base::fold_case(text) != text)
      rules::fail_at(table, row.line, "'" + text + "' must be a word in lower case");
    if (name == "tracking" && text.ends_with('*')) {
      text.pop_back();
      if (text.empty()) rules::fail_at(table, row.line, "'*' would take every parameter off");
      tracking_prefixes_.push_back(text);
      continue;
    }
    Words* words = name == "tracking"  ? &tracking_
                   : name == "section" ? &section_
                   : name == "file"    ? &file_
                   : name == "pager"   ? &pager_
                                       : nullptr;
    if (words == nullptr)
      rules::fail_at(table, row.line,
                     "there is no kind '" + name + "', only tracking, section, file and pager");
    if (!words->insert(text).second)
      rules::fail_at(table, row.line, "'" + text + "' stands here twice");
  }
}

bool LinkRules::is_tracking(std::string_view parameter) const {
  return tracking_.contains(parameter) ||
         std::any_of(tracking_prefixes_.begin(), tracking_prefixes_.end(),
                     [&](const std::string& prefix) { return parameter.starts_with(prefix); });
}

}  // namespace tamis::discovery
