// SPDX-License-Identifier: Apache-2.0
#include "sites/rule_file.h"

#include "base/columns.h"
#include "base/host_pattern.h"
#include "base/utf8.h"
#include "sites/rule_body.h"
#include "tamis/result.h"
#include "toml/toml.h"

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

class RuleReader {
 public:
  explicit RuleReader(const config::File& file) : file_(file), root_(file.root()) {}

  void run(ReadRule& out) {
    file_.check_version(kVersion);
    file_.check_keys(root_, known_keys(), "");
    read_hosts(out);
    auto body = std::make_shared<RuleBody>();
    read_selectors(*body);
    out.rule.body = std::move(body);
    read_examples(out.rule);
  }

 private:
  void read_hosts(ReadRule& out) const {
    const config::Node* hosts = root_.find("hosts");
    if (hosts == nullptr)
      throw Failure(out.rule.path + ":1:1: the hosts are missing",
                    "say where the rule holds: hosts = [\"news.example\"]");
    for (auto& [text, node] : file_.texts(*hosts, "hosts")) {
      const std::string host = base::fold_case(text);
      if (const char* fault = base::fault_of_host_pattern(host))
        file_.fail(node->at, "'" + text + "' is " + fault);
      const auto& known = out.rule.hosts;
      if (std::find(known.begin(), known.end(), host) != known.end())
        file_.fail(node->at, host + " stands here twice");
      out.rule.hosts.push_back(host);
      out.host_lines.push_back(node->at.line);
    }
    if (out.rule.hosts.empty()) file_.fail(hosts->at, "a rule without hosts is never used");
  }

  // "page.toml:5:12: what" and below it the selector with a caret at the byte that is wrong.
  [[noreturn]] void fail_selector(const config::Node& node, std::string text,
                                  const SelectorFault& fault) const {
    const std::size_t column = base::width_of(std::string_view(text).substr(0, fault.at));
    for (char& c : text)
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    file_.fail(node.at, fault.message + "\n    " + text.substr(0, kMaxSelectorBytes) + "\n    " +
                            std::string(column, ' ') + "^");
  }

  void read_selectors(RuleBody& body) const {
    std::vector<std::pair<const config::Node*, Entry>> found;
    for (std::size_t k = 0; k < std::size(kKeyNames); ++k) {
      const config::Node* node = root_.find(kKeyNames[k]);
      if (node == nullptr) continue;
      for (auto& [text, item] : file_.texts(*node, kKeyNames[k]))
        found.emplace_back(item, Entry{static_cast<Key>(k), text, item->at.line});
    }
    const auto place = [](const auto& entry) {
      return std::pair(entry.first->at.line, entry.first->at.column);
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
        file_.fail(node->at, "too many selectors in one file (at most " +
                                 std::to_string(kMaxSelectors) + ", of " +
                                 std::to_string(kMaxAllSteps) + " steps in all)");
      body.entries.push_back(std::move(entry));
    }
    body.matcher = Matcher(selectors);
  }

  void read_examples(SiteRule& rule) const {
    const config::Node* node = root_.find("examples");
    if (node == nullptr) return;
    const config::Array* list = node->array();
    if (list == nullptr) file_.fail(node->at, "examples must be an array of tables: [[examples]]");
    for (const config::Node& item : *list) {
      if (item.table() == nullptr) file_.fail(item.at, "an example must be a table: [[examples]]");
      rule.examples.push_back(read_example(item));
    }
  }

  SiteExample read_example(const config::Node& table) const {
    SiteExample out;
    out.line = table.at.line;
    const std::vector<std::pair<const char*, std::string*>> words{
        {"html", &out.html},   {"file", &out.file}, {"url", &out.url},
        {"title", &out.title}, {"date", &out.date}, {"author", &out.author}};
    const std::vector<std::pair<const char*, std::vector<std::string>*>> lists{
        {"keeps", &out.keeps}, {"drops", &out.drops}};
    config::Known known;
    known.reserve(words.size() + lists.size());
    for (const auto& [key, value] : words) known.emplace_back(key);
    for (const auto& [key, value] : lists) known.emplace_back(key);
    file_.check_keys(table, known, " in an example");
    for (const auto& [key, value] : words)
      if (const config::Node* node = table.find(key)) *value = file_.text(*node, key);
    for (const auto& [key, value] : lists) {
      const config::Node* node = table.find(key);
      if (node == nullptr) continue;
      for (auto& [text, item] : file_.texts(*node, key)) {
        if (base::trim(text).empty()) file_.fail(item->at, "an empty text proves nothing");
        value->push_back(text);
      }
    }
    if (out.keeps.empty() && out.drops.empty() && out.title.empty() && out.date.empty() &&
        out.author.empty())
      file_.fail(table.at, "an example needs keeps, drops, title, date or author to compare with");
    if (out.html.empty() == out.file.empty())
      file_.fail(table.at, "an example needs html or file, one of the two");
    return out;
  }

  const config::File& file_;
  const config::Node& root_;
};

}  // namespace

ReadRule read_rule(std::string_view text, const std::string& path, const std::string& name) {
  ReadRule out;
  out.rule.path = path;
  out.rule.file = name;
  const config::File file(text, path, kRemedy);
  RuleReader(file).run(out);
  return out;
}

}  // namespace tamis::sites
