// SPDX-License-Identifier: Apache-2.0
// One line of articles.jsonl. The order of the calls below is the order of the keys, which is
// fixed.
#include "json/json.h"
#include "report/status_name.h"
#include "tamis/report.h"

namespace tamis {

namespace report {

const char* status_name(Status status) {
  switch (status) {
    case Status::kOk: return "ok";
    case Status::kNoArticle: return "no-article";
    case Status::kError: return "error";
  }
  return "error";
}

}  // namespace report

namespace {

// An unknown value has no key.
void put(json::Writer& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out.key(key);
  out.text(value);
}

void put(json::Writer& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.key(key);
  out.open_array();
  for (const std::string& value : values) out.text(value);
  out.close_array();
}

void put(json::Writer& out, std::string_view key, bool value) {
  if (!value) return;
  out.key(key);
  out.boolean(true);
}

void put_charset(json::Writer& out, const Charset& charset) {
  if (charset.name.empty()) return;
  out.key("charset");
  out.open_object();
  put(out, "name", charset.name);
  put(out, "by", charset.by);
  out.key("errors");
  out.number(charset.errors);
  out.close_object();
}

void put_damage(json::Writer& out, const Article& article) {
  if (article.damage) put(out, "damage", std::string_view(damage_name(*article.damage)));
}

void put_repairs(json::Writer& out, const std::vector<Repair>& repairs) {
  if (repairs.empty()) return;
  out.key("repairs");
  out.open_array();
  for (const Repair& repair : repairs) {
    out.open_object();
    put(out, "kind", std::string_view(repair_name(repair.kind)));
    out.key("start");
    out.number(repair.start);
    out.key("end");
    out.number(repair.end);
    out.key("before");
    out.text(repair.before);
    out.key("after");
    out.text(repair.after);
    out.key("margin");
    out.real(repair.margin, 1);
    put(out, "uncertain", repair.uncertain);
    out.close_object();
  }
  out.close_array();
}

void put_group(json::Writer& out, const DigestGroup& group) {
  if (group.id.empty()) return;
  out.key("group");
  out.open_object();
  put(out, "id", group.id);
  if (group.pages > 0) {
    out.key("pages");
    out.number(group.pages);
  }
  put(out, "sites", group.sites);
  out.close_object();
}

void put_digests(json::Writer& out, const std::vector<Digest>& digests) {
  if (digests.empty()) return;
  out.key("digests");
  out.open_array();
  for (const Digest& digest : digests) {
    out.open_object();
    put(out, "title", digest.title);
    put(out, "teaser", digest.teaser);
    put(out, "date", digest.date);
    put(out, "channel", digest.channel);
    put(out, "url", digest.url);
    put(out, "self", digest.self);
    put(out, "truncated", digest.truncated);
    put(out, "spam", digest.spam);
    put_group(out, digest.group);
    put(out, "of", digest.of);
    out.close_object();
  }
  out.close_array();
}

void put_counts(json::Writer& out, const Article& article) {
  if (article.status == Status::kError) return;  // nothing was counted
  out.key("counts");
  out.open_object();
  out.key("kept");
  out.number(article.kept);
  out.key("dropped");
  out.number(article.dropped);
  out.close_object();
}

void put_block(json::Writer& out, const BlockRecord& block) {
  out.open_object();
  out.key("n");
  out.number(block.n);
  out.key("label");
  out.text(label_name(block.label.name));
  put(out, "reason", block.label.reason);
  out.key("text");
  out.text(block.text);
  put(out, "path", block.path);
  if (block.last_line > 0) {
    out.key("lines");
    out.open_array();
    out.number(block.first_line);
    out.number(block.last_line);
    out.close_array();
  }
  put(out, "links", block.links);
  out.close_object();
}

}  // namespace

std::string repaired_json(const Article& article) {
  json::Writer out;
  out.open_object();
  out.key("id");
  out.text(article.id);
  put(out, "error", article.error);
  if (article.damage) {
    out.key("text");
    out.text(article.text);
  }
  put_charset(out, article.charset);
  put_damage(out, article);
  put_repairs(out, article.repairs);
  out.close_object();
  return out.take();
}

std::string article_json(const Article& article, bool with_blocks) {
  json::Writer out;
  out.open_object();
  out.key("id");
  out.text(article.id);
  put(out, "url", article.url);
  out.key("status");
  out.text(report::status_name(article.status));
  put(out, "reason", article.reason);
  put(out, "error", article.error);
  put(out, "title", article.title);
  if (article.status == Status::kOk || !article.text.empty()) {
    out.key("text");
    out.text(article.text);
  }
  put(out, "author", article.author);
  put(out, "editor", article.editor);
  put(out, "source", article.source);
  put(out, "sitename", article.sitename);
  put(out, "hostname", article.hostname);
  put(out, "channel", article.channel);
  put(out, "date", article.date);
  put(out, "language", article.language);
  put(out, "tags", article.tags);
  put_charset(out, article.charset);
  put_damage(out, article);
  put_repairs(out, article.repairs);
  put_digests(out, article.digests);
  if (article.quality) {
    out.key("quality");
    out.real(static_cast<double>(*article.quality), 2);
  }
  put(out, "warnings", article.warnings);
  put_counts(out, article);
  if (with_blocks) {
    out.key("blocks");
    out.open_array();
    for (const BlockRecord& block : article.blocks) put_block(out, block);
    out.close_array();
  }
  out.close_object();
  return out.take();
}

}  // namespace tamis
