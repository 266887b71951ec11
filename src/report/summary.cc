// SPDX-License-Identifier: Apache-2.0
// The totals of a run and summary.json. A file that begins with {"tamis": is what marks a folder
// as tamis's own output, so the version stays its first key.
#include "base/utf8.h"
#include "json/json.h"
#include "report/read_json.h"
#include "report/version.h"
#include "tamis/report.h"

#include <array>

namespace tamis {

namespace {

struct CountField {
  const char* key;
  std::uint64_t Summary::*member;
};
constexpr std::array kCounts = {
    CountField{"pages", &Summary::pages},
    CountField{"articles", &Summary::articles},
    CountField{"no_article", &Summary::no_article},
    CountField{"errors", &Summary::errors},
    CountField{"digests", &Summary::digests},
    CountField{"kept_characters", &Summary::kept_characters},
};

struct TableField {
  const char* key;
  std::map<std::string, std::uint64_t> Summary::*member;
};
constexpr std::array kTables = {
    TableField{"removed_characters", &Summary::removed_characters},
    TableField{"removed_blocks", &Summary::removed_blocks},
    TableField{"errors_by_kind", &Summary::errors_by_kind},
    TableField{"no_article_by_reason", &Summary::no_article_by_reason},
    TableField{"charsets", &Summary::charsets},
    TableField{"languages", &Summary::languages},
};

// As Block counts: code points but white space.
std::uint64_t characters_of(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const bool is_han = c > 0x3000 && c < 0xFE00;  // and its like: most of what there is
    count += is_han || !base::is_space(c) ? 1 : 0;
  }
  return count;
}

// "too-deep: 1001 open elements" is counted as "too-deep".
std::string kind_of(const std::string& error) {
  return error.empty() ? "unknown" : error.substr(0, error.find(':'));
}

}  // namespace

void Summary::add(const Article& article) {
  ++pages;
  switch (article.status) {
    case Status::kOk: ++articles; break;
    case Status::kNoArticle:
      ++no_article;
      ++no_article_by_reason[article.reason.empty() ? "unknown" : article.reason];
      break;
    case Status::kError:
      ++errors;
      ++errors_by_kind[kind_of(article.error)];
      break;
  }
  digests += article.digests.size();
  kept_characters += characters_of(article.text);
  for (const BlockRecord& block : article.blocks) {
    // Title, caption, byline, editor line and keywords are the article's, though not its text.
    if (block.label.name <= LabelName::kTags) continue;
    removed_characters[label_name(block.label.name)] += block.characters;
    ++removed_blocks[label_name(block.label.name)];
  }
  if (!article.charset.name.empty()) ++charsets[article.charset.name];
  if (!article.language.empty()) ++languages[article.language];
}

std::string summary_json(const Summary& summary) {
  json::Writer out;
  out.open_object();
  out.key("tamis");
  out.text(report::kVersion);
  for (const CountField& field : kCounts) {
    out.key(field.key);
    out.number(summary.*field.member);
  }
  for (const TableField& field : kTables) {
    out.key(field.key);
    out.open_object();
    for (const auto& [name, count] : summary.*field.member) {
      out.key(name);
      out.number(count);
    }
    out.close_object();
  }
  out.close_object();
  return out.take() + "\n";
}

Result<Summary> summary_from_json(std::string_view json) {
  Result<json::Value> value = json::parse(json);
  if (!value) return value.error();
  if (value->object() == nullptr || value->text_at("tamis").empty()) {
    return Error{ErrorKind::kBroken, "not a summary that tamis wrote: no \"tamis\""};
  }
  Summary summary;
  for (const CountField& field : kCounts) {
    summary.*field.member = report::number_at(*value, field.key);
  }
  for (const TableField& field : kTables) {
    const json::Value* table = value->find(field.key);
    if (table == nullptr || table->object() == nullptr) continue;
    for (const auto& [name, count] : *table->object()) {
      (summary.*field.member)[name] = report::number_at(*table, name);
    }
  }
  return summary;
}

}  // namespace tamis
