// SPDX-License-Identifier: Apache-2.0
#include "rules/table_reader.h"

#include "base/utf8.h"
#include "tamis/result.h"

#include <algorithm>

namespace tamis::rules {

namespace {
std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}
}  // namespace

void fail_at(const Table& table, std::uint32_t line, const std::string& message) {
  throw Failure(table.name + ".tsv:" + std::to_string(line) + ": " + message,
                "rules/README.md describes the format of the rule files");
}

Table read_table(std::string_view name, std::string_view text) {
  Table table{std::string(name), {}, {}};
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (base::trim(line).empty() || line.front() == '#') continue;
    if (!base::valid_utf8(line)) fail_at(table, number, "the line is not UTF-8");
    if (table.columns.empty()) {
      table.columns = split(line);
      continue;
    }
    Row row{number, split(line)};
    if (row.fields.size() != table.columns.size()) {
      fail_at(table, number,
              "expected " + std::to_string(table.columns.size()) + " tab-separated fields, found " +
                  std::to_string(row.fields.size()));
    }
    table.rows.push_back(std::move(row));
  }
  if (table.columns.empty()) fail_at(table, number, "the header line of column names is missing");
  return table;
}

std::size_t column(const Table& table, std::string_view name) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), name);
  if (at == table.columns.end()) fail_at(table, 1, "no column '" + std::string(name) + "'");
  return static_cast<std::size_t>(at - table.columns.begin());
}

}  // namespace tamis::rules
