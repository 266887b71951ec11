// SPDX-License-Identifier: Apache-2.0
#include "sites/rule_file.h"

#include "base/columns.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "sites/rule_body.h"
#include "tamis/result.h"

#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace tamis::sites {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr const char* kRemedy = "rules/sites/README.md describes the format of site rules";

std::vector<std::string> known_keys() {
  std::vector<std::string> known{"version", "hosts", "examples"};
  known.insert(known.end(), std::begin(kKeyNames), std::end(kKeyNames));
  return known;
}

// "news.example" or "*.news.example"; lower case, no port, no path.
const char* fault_of_host(std::string_view host) {
  if (host.empty()) return "an empty host";
  if (host.find("://") != host.npos || host.find('/') != host.npos)
    return "a host only: without http:// and without a path";
  if (host.starts_with("*.")) host.remove_prefix(2);
  if (host.find('*') != host.npos) return "a * stands only as the first label: *.news.example";
  if (host.find(':') != host.npos) return "a host without its port";
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  const bool labels =
      !host.empty() && host.front() != '.' && host.back() != '.' && host.find("..") == host.npos;
  return plain && labels ? nullptr : "no host name (write other letters as xn--...)";
}

class RuleReader {
 public:
  RuleReader(const toml::table& root, const std::string& path) : root_(root), path_(path) {}

  void run(ReadRule& out) {
    read_version();
    for (auto&& [key, value] : root_) check_key(key, known_keys(), "");
    read_hosts(out);
    auto body = std::make_shared<RuleBody>();
    read_selectors(*body);
    out.rule.body = std::move(body);
    read_examples(out.rule);
  }

 private:
  [[noreturn]] void fail(const toml::source_region& at, const std::string& message) const {
    throw Failure(path_ + ":" + std::to_string(at.begin.line) + ":" +
                      std::to_string(at.begin.column) + ": " + message,
                  kRemedy);
  }

  void check_key(const toml::key& key, const std::vector<std::string>& known,
                 const char* where) const {
    const std::string word(key.str());
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    const std::string near = base::nearest(word, known);
    fail(key.source(),
         "there is no key " + word + where + (near.empty() ? "" : "; did you mean " + near + "?"));
  }

  void read_version() const {
    const toml::node* version = root_.get("version");
    if (version == nullptr)
      throw Failure(path_ + ":1:1: the version is missing", "begin the file with: version = 1");
    const auto number = version->value_exact<std::int64_t>();
    if (!number || *number < 1) fail(version->source(), "version must be 1");
    if (*number > kVersion)
      fail(version->source(),
           "version " + std::to_string(*number) + " is of a later tamis; this one reads version 1");
  }

  std::string text_of(const toml::node& node, const std::string& what) const {
    const auto text = node.value_exact<std::string>();
    if (!text) fail(node.source(), what + " must be a string");
    return *text;
  }

  // A string, or an array of them.
  std::vector<std::pair<std::string, const toml::node*>> texts(const toml::node& node,
                                                               const std::string& key) const {
    std::vector<std::pair<std::string, const toml::node*>> out;
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& item : *list) out.emplace_back(text_of(item, "each " + key), &item);
    } else {
      if (!node.is_string()) fail(node.source(), key + " must be a string or an array of strings");
      out.emplace_back(text_of(node, key), &node);
    }
    return out;
  }

  void read_hosts(ReadRule& out) const {
    const toml::node* hosts = root_.get("hosts");
    if (hosts == nullptr)
      throw Failure(path_ + ":1:1: the hosts are missing",
                    "say where the rule holds: hosts = [\"news.example\"]");
    for (auto& [text, node] : texts(*hosts, "hosts")) {
      const std::string host = base::fold_case(text);
      if (const char* fault = fault_of_host(host))
        fail(node->source(), "'" + text + "' is " + fault);
      const auto& known = out.rule.hosts;
      if (std::find(known.begin(), known.end(), host) != known.end())
        fail(node->source(), host + " stands here twice");
      out.rule.hosts.push_back(host);
      out.host_lines.push_back(node->source().begin.line);
    }
    if (out.rule.hosts.empty()) fail(hosts->source(), "a rule without hosts is never used");
  }

  // "page.toml:5:12: what" and below it the selector with a caret at the byte that is wrong.
  [[noreturn]] void fail_selector(const toml::node& node, std::string text,
                                  const SelectorFault& fault) const {
    const std::size_t column = base::width_of(std::string_view(text).substr(0, fault.at));
    for (char& c : text)
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    fail(node.source(), fault.message + "\n    " + text.substr(0, kMaxSelectorBytes) + "\n    " +
                            std::string(column, ' ') + "^");
  }

  void read_selectors(RuleBody& body) const {
    std::vector<std::pair<const toml::node*, Entry>> found;
    for (std::size_t k = 0; k < std::size(kKeyNames); ++k) {
      const toml::node* node = root_.get(kKeyNames[k]);
      if (node == nullptr) continue;
      for (auto& [text, item] : texts(*node, kKeyNames[k]))
        found.emplace_back(item, Entry{static_cast<Key>(k), text, item->source().begin.line});
    }
    const auto place = [](const auto& entry) {
      const toml::source_position at = entry.first->source().begin;
      return std::pair(at.line, at.column);
    };
    std::sort(found.begin(), found.end(),
              [&](const auto& a, const auto& b) { return place(a) < place(b); });
    std::vector<Selector> selectors;
    std::size_t steps = 0;
    for (auto& [node, entry] : found) {
      auto parsed = parse_selector(entry.text);
      if (const auto* fault = std::get_if<SelectorFault>(&parsed))
        fail_selector(*node, entry.text, *fault);
      selectors.push_back(std::move(std::get<Selector>(parsed)));
      steps += selectors.back().size();
      if (selectors.size() > kMaxSelectors || steps > kMaxAllSteps)
        fail(node->source(), "too many selectors in one file (at most " +
                                 std::to_string(kMaxSelectors) + ", of " +
                                 std::to_string(kMaxAllSteps) + " steps in all)");
      body.entries.push_back(std::move(entry));
    }
    body.matcher = Matcher(selectors);
  }

  void read_examples(SiteRule& rule) const {
    const toml::node* node = root_.get("examples");
    if (node == nullptr) return;
    const toml::array* list = node->as_array();
    if (list == nullptr) fail(node->source(), "examples must be an array of tables: [[examples]]");
    for (const toml::node& item : *list) {
      const toml::table* table = item.as_table();
      if (table == nullptr) fail(item.source(), "an example must be a table: [[examples]]");
      rule.examples.push_back(read_example(*table));
    }
  }

  SiteExample read_example(const toml::table& table) const {
    SiteExample out;
    out.line = table.source().begin.line;
    const std::vector<std::pair<const char*, std::string*>> words{
        {"html", &out.html},   {"file", &out.file}, {"url", &out.url},
        {"title", &out.title}, {"date", &out.date}, {"author", &out.author}};
    const std::vector<std::pair<const char*, std::vector<std::string>*>> lists{
        {"keeps", &out.keeps}, {"drops", &out.drops}};
    std::vector<std::string> known;
    known.reserve(words.size() + lists.size());
    for (const auto& [key, value] : words) known.emplace_back(key);
    for (const auto& [key, value] : lists) known.emplace_back(key);
    for (auto&& [key, value] : table) check_key(key, known, " in an example");
    for (const auto& [key, value] : words)
      if (const toml::node* node = table.get(key)) *value = text_of(*node, key);
    for (const auto& [key, value] : lists) {
      const toml::node* node = table.get(key);
      if (node == nullptr) continue;
      for (auto& [text, item] : texts(*node, key)) {
        if (base::trim(text).empty()) fail(item->source(), "an empty text proves nothing");
        value->push_back(text);
      }
    }
    if (out.keeps.empty() && out.drops.empty() && out.title.empty() && out.date.empty() &&
        out.author.empty())
      fail(table.source(), "an example needs keeps, drops, title, date or author to compare with");
    if (out.html.empty() == out.file.empty())
      fail(table.source(), "an example needs html or file, one of the two");
    return out;
  }

  const toml::table& root_;
  const std::string& path_;
};

}  // namespace

ReadRule read_rule(std::string_view text, const std::string& path, const std::string& name) {
  if (text.size() > kMaxFileBytes)
    throw Failure(path + ":1:1: the file is larger than 1 MiB",
                  "put the pages of examples in files");
  ReadRule out;
  out.rule.path = path;
  out.rule.file = name;
  try {
    const toml::table root = toml::parse(text, path);
    RuleReader(root, path).run(out);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw Failure(path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                      ": no TOML: " + std::string(error.description()),
                  kRemedy);
  }
  return out;
}

}  // namespace tamis::sites
