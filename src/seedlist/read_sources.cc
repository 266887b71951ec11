// SPDX-License-Identifier: Apache-2.0
#include "base/host_pattern.h"
#include "base/suggest.h"
#include "base/url.h"
#include "base/utf8.h"
#include "seedlist/own_headers.h"
#include "seedlist/span.h"
#include "tamis/result.h"
#include "tamis/seedlist.h"
#include "toml/toml.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tamis {
namespace {

constexpr char kRemedy[] = "seeds/README.md describes the keys";
constexpr double kMostImportance = 1000;

class SourceReader {
 public:
  SourceReader(const config::File& file, std::string path) : file_(file), path_(std::move(path)) {}

  std::vector<SeedSource> run() {
    file_.check_version(kSeedsVersion);
    file_.check_keys(file_.root(), {"version", "defaults", "source"}, "");
    SeedSource defaults;
    if (const config::Node* node = file_.root().find("defaults")) {
      file_.table(*node, "defaults");
      file_.check_keys(*node, {"importance", "bounds", "hours", "scope", "headers"},
                       " in [defaults]");
      read_common(*node, defaults);
    }
    const config::Node* list = file_.root().find("source");
    if (list == nullptr || list->array() == nullptr)
      file_.fail(list == nullptr ? config::Place{} : list->at,
                 "there is no source: begin each with a line [[source]]");
    std::vector<SeedSource> out;
    for (const config::Node& node : *list->array()) out.push_back(read_source(node, defaults));
    if (out.empty()) file_.fail(list->at, "there is no source: begin each with a line [[source]]");
    return out;
  }

 private:
  SeedSource read_source(const config::Node& node, const SeedSource& defaults) {
    file_.table(node, "a source");
    file_.check_keys(node, {"url", "kind", "importance", "bounds", "hours", "scope", "headers"},
                     " of a source");
    SeedSource out = defaults;
    out.place = path_ + ":" + std::to_string(node.at.line);
    read_url(node, out);
    read_kind(node, out);
    read_common(node, out);
    return out;
  }

  void read_url(const config::Node& source, SeedSource& out) {
    const config::Node* node = source.find("url");
    if (node == nullptr) file_.fail(source.at, "the source has no url");
    const std::string& text = file_.text(*node, "url");
    out.url = base::resolve_url(text, "");
    out.url.resize(std::min(out.url.find('#'), out.url.size()));
    if (out.url.empty())
      file_.fail(node->at, "'" + text.substr(0, 80) + "' is no http or https URL");
    const auto [known, fresh] = lines_.emplace(out.url, node->at.line);
    if (!fresh)
      file_.fail(node->at,
                 out.url + " stands here twice: in line " + std::to_string(known->second));
  }

  void read_kind(const config::Node& source, SeedSource& out) const {
    const config::Node* node = source.find("kind");
    if (node == nullptr)
      file_.fail(source.at, "the source has no kind: article, section, feed or sitemap");
    const std::string& text = file_.text(*node, "kind");
    out.kind = source_kind_from_name(text);
    if (out.kind) return;
    const std::string near = base::nearest(text, {"article", "section", "feed", "sitemap"});
    file_.fail(node->at, "there is no kind '" + text.substr(0, 80) +
                             "', only article, section, feed and sitemap" +
                             (near.empty() ? "" : "; did you mean " + near + "?"));
  }

  // What [defaults] may hold, too. A key stands in place of the whole of its default.
  void read_common(const config::Node& table, SeedSource& out) const {
    if (const config::Node* node = table.find("importance")) {
      out.importance = file_.number(*node, "importance");
      if (!(out.importance > 0 && out.importance <= kMostImportance))
        file_.fail(node->at, "importance must be over 0 and at most 1000");
    }
    if (const config::Node* node = table.find("bounds")) read_bounds(*node, out);
    if (const config::Node* node = table.find("hours")) read_hours(*node, out);
    if (const config::Node* node = table.find("scope")) read_scope(*node, out);
    if (const config::Node* node = table.find("headers")) read_headers(*node, out);
  }

  void read_bounds(const config::Node& table, SeedSource& out) const {
    file_.table(table, "bounds");
    file_.check_keys(table, {"min", "max"}, " of bounds");
    out.least = span_at(table, "min");
    out.most = span_at(table, "max");
    if (out.least > out.most && out.most > Span{})
      file_.fail(table.at, "bounds: min is longer than max");
  }

  Span span_at(const config::Node& table, const char* key) const {
    const config::Node* node = table.find(key);
    if (node == nullptr) return {};
    const auto span = seeding::span_of(file_.text(*node, key));
    if (!span || *span <= Span{})
      file_.fail(node->at, std::string(key) + " must be a time like 90s, 10m, 6h or 7d");
    return *span;
  }

  void read_hours(const config::Node& node, SeedSource& out) const {
    out.hours.clear();
    for (const auto& [text, item] : file_.texts(node, "hours")) {
      const auto window = window_from_text(text);
      if (!window)
        file_.fail(item->at, "hours are written like 06:00-23:00 or Mon-Fri 08:00-20:00 +08:00");
      out.hours.push_back(*window);
    }
  }

  void read_scope(const config::Node& table, SeedSource& out) const {
    file_.table(table, "scope");
    file_.check_keys(table, {"hosts", "paths", "depth"}, " of scope");
    out.scope = Scope();
    if (const config::Node* node = table.find("hosts")) {
      for (const auto& [text, item] : file_.texts(*node, "hosts")) {
        out.scope.hosts.push_back(base::fold_case(text));
        if (const char* fault = base::fault_of_host_pattern(out.scope.hosts.back()))
          file_.fail(item->at, "'" + text + "' is " + fault);
      }
    }
    if (const config::Node* node = table.find("paths")) {
      for (const auto& [text, item] : file_.texts(*node, "paths")) {
        if (!text.starts_with('/') && !text.starts_with('*'))
          file_.fail(item->at, "a path begins with / or *: '" + text.substr(0, 80) + "'");
        out.scope.paths.push_back(text);
      }
    }
    if (const config::Node* node = table.find("depth")) {
      const std::int64_t depth = file_.integer(*node, "depth");
      if (depth < 0 || depth > kMostDepth)
        file_.fail(node->at, "depth must be 0 to " + std::to_string(kMostDepth));
      out.scope.depth = static_cast<std::uint32_t>(depth);
    }
  }

  void read_headers(const config::Node& table, SeedSource& out) const {
    out.headers.clear();
    for (const config::Member& member : file_.table(table, "headers")) {
      const std::string& value = file_.text(member.value, member.key);
      const std::string fault = seeding::fault_of_header(member.key, value);
      if (!fault.empty()) file_.fail(member.at, fault);
      out.headers.emplace_back(member.key, value);
    }
  }

  const config::File& file_;
  std::string path_;
  std::map<std::string, std::uint32_t> lines_;
};

}  // namespace

std::vector<SeedSource> read_sources(std::string_view bytes, const std::string& path) {
  const config::File file(bytes, path, kRemedy);
  return SourceReader(file, path).run();
}

}  // namespace tamis
