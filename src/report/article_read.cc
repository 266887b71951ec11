// SPDX-License-Identifier: Apache-2.0
// A line of articles.jsonl back to an Article. What article_json writes is read back whole (the
// tag of a block apart); a value of the wrong type is as good as absent, so that lines of other
// tools with more or fewer keys do as well.
#include "json/json.h"
#include "report/read_json.h"
#include "report/status_name.h"
#include "tamis/report.h"

namespace tamis {

namespace report {

std::uint64_t number_at(const json::Value& object, std::string_view key) {
  const json::Value* value = object.find(key);
  if (value == nullptr) return 0;
  if (const auto* whole = std::get_if<std::int64_t>(&value->data)) {
    return *whole < 0 ? 0 : static_cast<std::uint64_t>(*whole);
  }
  return 0;
}

}  // namespace report

namespace {

std::string string_at(const json::Value& object, std::string_view key) {
  return std::string(object.text_at(key));
}

std::uint32_t count_at(const json::Value& object, std::string_view key) {
  const std::uint64_t number = report::number_at(object, key);
  return number > 0xffffffff ? 0xffffffff : static_cast<std::uint32_t>(number);
}

bool flag_at(const json::Value& object, std::string_view key) {
  const json::Value* value = object.find(key);
  const bool* flag = value == nullptr ? nullptr : std::get_if<bool>(&value->data);
  return flag != nullptr && *flag;
}

const json::Array& array_at(const json::Value& object, std::string_view key) {
  static const json::Array kNothing;
  const json::Value* value = object.find(key);
  const json::Array* array = value == nullptr ? nullptr : value->array();
  return array == nullptr ? kNothing : *array;
}

// A list of strings; one bare string counts as a list of one (trafilatura writes "author" so).
std::vector<std::string> strings_at(const json::Value& object, std::string_view key) {
  std::vector<std::string> out;
  if (const std::string_view one = object.text_at(key); !one.empty()) out.emplace_back(one);
  for (const json::Value& item : array_at(object, key)) {
    if (item.text() != nullptr) out.push_back(*item.text());
  }
  return out;
}

Status status_from(std::string_view name) {
  for (const Status status : {Status::kNoArticle, Status::kError}) {
    if (name == report::status_name(status)) return status;
  }
  return Status::kOk;
}

Digest read_digest(const json::Value& object) {
  Digest digest;
  digest.title = string_at(object, "title");
  digest.teaser = string_at(object, "teaser");
  digest.date = string_at(object, "date");
  digest.channel = string_at(object, "channel");
  digest.url = string_at(object, "url");
  digest.self = flag_at(object, "self");
  digest.truncated = flag_at(object, "truncated");
  digest.spam = flag_at(object, "spam");
  if (const json::Value* group = object.find("group")) {
    digest.group = {string_at(*group, "id"), count_at(*group, "pages"),
                    strings_at(*group, "sites")};
  }
  digest.of = string_at(object, "of");
  return digest;
}

std::optional<Repair> read_repair(const json::Value& object) {
  const std::optional<RepairKind> kind = repair_from_name(object.text_at("kind"));
  if (!kind) return std::nullopt;
  Repair repair;
  repair.kind = *kind;
  repair.start = count_at(object, "start");
  repair.end = count_at(object, "end");
  repair.before = string_at(object, "before");
  repair.after = string_at(object, "after");
  if (const json::Value* margin = object.find("margin")) {
    if (const auto* real = std::get_if<double>(&margin->data)) repair.margin = *real;
    if (const auto* whole = std::get_if<std::int64_t>(&margin->data)) {
      repair.margin = static_cast<double>(*whole);
    }
  }
  repair.uncertain = flag_at(object, "uncertain");
  return repair;
}

BlockRecord read_block(const json::Value& object) {
  BlockRecord block;
  block.n = count_at(object, "n");
  block.label.name = label_from_name(object.text_at("label")).value_or(LabelName::kBody);
  block.label.reason = string_at(object, "reason");
  block.text = string_at(object, "text");
  block.path = string_at(object, "path");
  if (const json::Array& lines = array_at(object, "lines"); lines.size() == 2) {
    const auto line = [](const json::Value& value) {
      const auto* number = std::get_if<std::int64_t>(&value.data);
      return number == nullptr || *number < 0 ? 0u : static_cast<std::uint32_t>(*number);
    };
    block.first_line = line(lines[0]);
    block.last_line = line(lines[1]);
  }
  block.links = strings_at(object, "links");
  return block;
}

Article read_article(const json::Value& object) {
  Article article;
  article.id = string_at(object, "id");
  article.url = string_at(object, "url");
  article.status = status_from(object.text_at("status"));
  article.reason = string_at(object, "reason");
  article.error = string_at(object, "error");
  article.title = string_at(object, "title");
  article.text = string_at(object, "text");
  article.author = strings_at(object, "author");
  article.editor = strings_at(object, "editor");
  article.source = string_at(object, "source");
  article.sitename = string_at(object, "sitename");
  article.hostname = string_at(object, "hostname");
  article.channel = string_at(object, "channel");
  article.date = string_at(object, "date");
  article.language = string_at(object, "language");
  article.tags = strings_at(object, "tags");
  if (const json::Value* charset = object.find("charset")) {
    article.charset.name = string_at(*charset, "name");
    article.charset.by = string_at(*charset, "by");
    article.charset.errors = count_at(*charset, "errors");
  }
  article.damage = damage_from_name(object.text_at("damage"));
  for (const json::Value& item : array_at(object, "repairs")) {
    if (std::optional<Repair> repair = read_repair(item)) {
      article.repairs.push_back(*std::move(repair));
    }
  }
  for (const json::Value& item : array_at(object, "digests")) {
    article.digests.push_back(read_digest(item));
  }
  if (const json::Value* quality = object.find("quality")) {
    if (const auto* real = std::get_if<double>(&quality->data)) {
      article.quality = static_cast<float>(*real);
    } else if (const auto* whole = std::get_if<std::int64_t>(&quality->data)) {
      article.quality = static_cast<float>(*whole);
    }
  }
  article.warnings = strings_at(object, "warnings");
  if (const json::Value* counts = object.find("counts")) {
    article.kept = count_at(*counts, "kept");
    article.dropped = count_at(*counts, "dropped");
  }
  for (const json::Value& item : array_at(object, "blocks")) {
    article.blocks.push_back(read_block(item));
  }
  return article;
}

}  // namespace

Result<Article> article_from_json(std::string_view line) {
  Result<json::Value> value = json::parse(line);
  if (!value) return value.error();
  if (value->object() == nullptr) return Error{ErrorKind::kBroken, "not a JSON object"};
  const json::Value* id = value->find("id");
  if (id == nullptr || id->text() == nullptr) {
    return Error{ErrorKind::kBroken, "a JSON object without the string \"id\""};
  }
  const json::Value* text = value->find("text");
  if ((text == nullptr || text->text() == nullptr) && value->text_at("status").empty()) {
    return Error{ErrorKind::kBroken, "a JSON object with neither \"text\" nor \"status\""};
  }
  return read_article(*value);
}

}  // namespace tamis
