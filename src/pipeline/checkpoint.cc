// SPDX-License-Identifier: Apache-2.0
#include "pipeline/checkpoint.h"

#include "base/hash.h"
#include "json/json.h"

namespace tamis::pipeline {
namespace {

bool flag_at(const json::Value& value, const char* key) {
  const json::Value* found = value.find(key);
  const bool* flag = found != nullptr ? std::get_if<bool>(&found->data) : nullptr;
  return flag != nullptr && *flag;
}

std::optional<std::uint64_t> count_at(const json::Value& value, const char* key) {
  const json::Value* found = value.find(key);
  const std::int64_t* number = found != nullptr ? std::get_if<std::int64_t>(&found->data) : nullptr;
  if (number == nullptr || *number < 0) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

void add_list(json::Writer& writer, const char* key, const std::vector<std::string>& list) {
  writer.key(key);
  writer.open_array();
  for (const std::string& item : list) writer.text(item);
  writer.close_array();
}

void add_number(json::Writer& writer, const char* key, std::uint64_t number) {
  writer.key(key);
  writer.number(number);
}

void add_text(json::Writer& writer, const char* key, std::string_view text) {
  writer.key(key);
  writer.text(text);
}

}  // namespace

namespace {

void add_settings(json::Writer& writer, const Rules& rules, const CleanOptions& options) {
  const ParseLimits& limits = options.limits;
  add_text(writer, "version", TAMIS_VERSION);
  add_text(writer, "rules", rules.digest());
  add_text(writer, "sites", options.sites.digest());
  add_number(writer, "max_bytes", limits.max_bytes);
  add_number(writer, "max_depth", limits.max_depth);
  add_number(writer, "max_nodes", limits.max_nodes);
  add_number(writer, "max_attributes", limits.max_attributes);
  add_number(writer, "max_attribute_bytes", limits.max_attribute_bytes);
  add_number(writer, "max_steps", limits.max_steps);
  add_number(writer, "skim", limits.skim);
  add_text(writer, "language", options.language);
  add_number(writer, "min_length", options.min_length);
  add_number(writer, "blocks", options.blocks);
}

std::string hash_of(json::Writer& writer) {
  const auto [high, low] = base::hash128(writer.take());
  return base::hex(high, low);
}

}  // namespace

std::string page_settings(const Rules& rules, const CleanOptions& options) {
  json::Writer writer;
  writer.open_object();
  add_settings(writer, rules, options);
  writer.close_object();
  return hash_of(writer);
}

std::string run_key(const std::vector<std::string>& inputs, const Rules& rules,
                    const CleanOptions& options) {
  const SourceOptions& source = options.source;
  json::Writer writer;
  writer.open_object();
  add_settings(writer, rules, options);
  add_list(writer, "inputs", inputs);
  add_list(writer, "include", source.include);
  add_list(writer, "exclude", source.exclude);
  add_number(writer, "max_page_bytes", source.max_page_bytes);
  add_number(writer, "max_ratio", source.max_ratio);
  add_number(writer, "articles", source.articles);
  add_number(writer, "keep_own", source.keep_own);
  add_number(writer, "memory", options.memory);
  add_text(writer, "memory_from", options.memory_from);
  add_list(writer, "forget", options.forget);
  writer.close_object();
  return hash_of(writer);
}

std::string checkpoint_json(const Checkpoint& checkpoint) {
  json::Writer writer;
  writer.open_object();
  add_text(writer, "key", checkpoint.key);
  add_number(writer, "pages", checkpoint.pages);
  add_number(writer, "length", checkpoint.length);
  add_number(writer, "packed", checkpoint.packed);
  add_text(writer, "last_id", checkpoint.last_id);
  writer.key("complete");
  writer.boolean(checkpoint.complete);
  writer.key("labelled");
  writer.boolean(checkpoint.labelled);
  writer.key("published");
  writer.boolean(checkpoint.published);
  add_text(writer, "summary", summary_json(checkpoint.summary));
  writer.close_object();
  return writer.take() + "\n";
}

std::optional<Checkpoint> checkpoint_from_json(std::string_view json) {
  const Result<json::Value> value = json::parse(json);
  if (!value) return std::nullopt;
  const std::optional<std::uint64_t> pages = count_at(*value, "pages");
  const std::optional<std::uint64_t> length = count_at(*value, "length");
  const Result<Summary> summary = summary_from_json(value->text_at("summary"));
  const std::optional<std::uint64_t> packed = count_at(*value, "packed");
  if (!pages || !length || !packed || !summary) return std::nullopt;
  Checkpoint checkpoint;
  checkpoint.key = value->text_at("key");
  checkpoint.pages = *pages;
  checkpoint.length = *length;
  checkpoint.packed = *packed;
  checkpoint.last_id = value->text_at("last_id");
  checkpoint.complete = flag_at(*value, "complete");
  checkpoint.labelled = flag_at(*value, "labelled");
  checkpoint.published = flag_at(*value, "published");
  checkpoint.summary = *summary;
  return checkpoint;
}

}  // namespace tamis::pipeline
