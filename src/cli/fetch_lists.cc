// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch_lists.h"

#include "base/hash.h"
#include "json/json.h"

#include <fcntl.h>

#include <algorithm>

namespace tamis::cli {
namespace {

std::string scope_text(const Scope& scope) {
  std::string all;
  for (const std::string& host : scope.hosts) all += "h " + host + "\n";
  for (const std::string& path : scope.paths) all += "p " + path + "\n";
  return base::hex(base::hash64(all));
}

std::string line_of(const std::string& url, const std::string& at, const Scope& scope,
                    const Discovered& found) {
  json::Writer out;
  out.open_object();
  const auto put = [&out](const char* key, std::string_view value) {
    out.key(key);
    out.text(value);
  };
  out.key("version");
  out.number(1);
  put("url", url);
  put("at", at);
  put("scope", scope_text(scope));
  put("format", found.format);
  out.key("items");
  out.open_array();
  for (const FoundUrl& item : found.items) {
    out.open_object();
    put("url", item.url);
    put("kind", source_kind_name(item.kind));
    out.close_object();
  }
  out.close_array();
  out.close_object();
  return out.take() + "\n";
}

}  // namespace

OfferedLists::OfferedLists(const std::string& crawl) : path_(crawl + "/.tamis/lists.jsonl") {
  const std::string before = base::read_file(path_).value_or("");
  fd_ = base::open_file(path_, O_RDWR | O_CREAT | O_APPEND);
  for (std::size_t begin = 0; begin < before.size();) {
    const std::size_t end = std::min(before.find('\n', begin), before.size());
    const auto line = json::parse(std::string_view(before).substr(begin, end - begin));
    if (line && !(*line).text_at("url").empty())
      lines_[std::string((*line).text_at("url"))] = {begin, end - begin,
                                                     std::string((*line).text_at("scope"))};
    begin = end + 1;
  }
  end_ = before.size();
  if (before.empty() || before.back() == '\n') return;
  base::write_all(fd_.get(), "\n", path_);  // behind a torn line
  ++end_;
}

bool OfferedLists::has(const std::string& url, const Scope& scope) const {
  const auto found = lines_.find(url);
  return found != lines_.end() && found->second.scope == scope_text(scope);
}

std::optional<Discovered> OfferedLists::find(const std::string& url, const std::string& at,
                                             const Scope& scope) const {
  if (!has(url, scope)) return std::nullopt;
  const Place& place = lines_.at(url);
  const auto line = json::parse(base::read_at(fd_.get(), place.begin, place.size, path_));
  if (!line || (*line).text_at("at") != at) return std::nullopt;
  Discovered found;
  found.format = (*line).text_at("format");
  const json::Value* items = (*line).find("items");
  if (items == nullptr || items->array() == nullptr) return std::nullopt;
  for (const json::Value& one : *items->array()) {
    FoundUrl item;
    item.url = one.text_at("url");
    const auto kind = source_kind_from_name(one.text_at("kind"));
    if (item.url.empty() || !kind) continue;
    item.kind = *kind;
    found.items.push_back(std::move(item));
  }
  return found;
}

void OfferedLists::put(const std::string& url, const std::string& at, const Scope& scope,
                       const Discovered& found) {
  const std::string line = line_of(url, at, scope, found);
  base::write_all(fd_.get(), line, path_);
  lines_[url] = {end_, line.size() - 1, scope_text(scope)};
  end_ += line.size();
}

}  // namespace tamis::cli
