// SPDX-License-Identifier: Apache-2.0
#include "head/json_ld.h"

#include "base/utf8.h"
#include "head/json_repair.h"
#include "head/plain_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace tamis::head {
namespace {

using json::Value;

constexpr std::size_t kMaxScripts = 40;
constexpr std::size_t kMaxScriptBytes = 2u << 20;
constexpr std::size_t kMaxNodes = 2000;
constexpr std::size_t kMaxBodyBytes = 1u << 20;
constexpr int kMaxDepth = 8;

enum class Kind { kOther, kArticle, kPage, kSite };

Kind kind_of(std::string_view type) {
  if (std::size_t slash = type.find_last_of("/:"); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report") {
    return type == "JobPosting" ? Kind::kOther : Kind::kArticle;
  }
  if (type == "WebPage" || type == "ItemPage") return Kind::kPage;
  if (type == "WebSite" || type == "NewsMediaOrganization") return Kind::kSite;
  return Kind::kOther;
}

// Calls `use` with each string of a value that is a string or an array of strings.
template <class Use>
void each_text(const Value* value, Use use) {
  if (value == nullptr) return;
  if (const std::string* text = value->text()) return use(*text);
  if (const json::Array* array = value->array())
    for (const Value& item : *array)
      if (const std::string* text = item.text()) use(*text);
}

class Reader {
 public:
  explicit Reader(Draft& draft) : draft_(draft) {}

  // Every node in reach, articles first in line.
  void collect(const Value& value, int depth, bool types = true);
  void claim();

 private:
  void article(const Value& node, Trust trust);
  void people(const Value* value, ClaimList& list, int depth);
  std::string name_of(const Value& value) const;
  const Value& resolve(const Value& value) const;

  Draft& draft_;
  std::vector<const Value*> articles_, pages_, sites_;
  std::map<std::string_view, const Value*> by_id_;
  std::size_t nodes_ = 0;
};

void Reader::collect(const Value& value, int depth, bool types) {
  if (depth > kMaxDepth || ++nodes_ > kMaxNodes) return;
  if (const json::Array* array = value.array()) {
    for (const Value& item : *array) collect(item, depth + 1, types);
    return;
  }
  if (value.object() == nullptr) return;
  if (std::string_view id = value.text_at("@id"); !id.empty() && value.object()->size() > 1)
    by_id_.emplace(id, &value);
  Kind kind = Kind::kOther;
  each_text(value.find("@type"), [&](const std::string& type) {
    if (kind == Kind::kOther) kind = kind_of(type);
    if (types) draft_.types.add(type, "json-ld", Trust::kJsonLd);
  });
  if (kind == Kind::kArticle) articles_.push_back(&value);
  if (kind == Kind::kPage) pages_.push_back(&value);
  if (kind == Kind::kSite) sites_.push_back(&value);
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (const Value* inner = value.find(key)) collect(*inner, depth + 1, types);
  // For their @id only: what they are is not what the page is.
  for (const char* key : {"author", "publisher"})
    if (const Value* inner = value.find(key)) collect(*inner, depth + 1, false);
}

const Value& Reader::resolve(const Value& value) const {
  auto known = by_id_.find(value.text_at("@id"));
  return known != by_id_.end() && value.find("name") == nullptr ? *known->second : value;
}

std::string Reader::name_of(const Value& value) const {
  if (const std::string* text = value.text()) return plain_text(*text);
  std::string name;
  each_text(resolve(value).find("name"), [&](const std::string& text) {
    if (name.empty()) name = plain_text(text);
  });
  return name;
}

void Reader::people(const Value* value, ClaimList& list, int depth) {
  if (value == nullptr || depth > kMaxDepth) return;
  if (const json::Array* array = value->array()) {
    for (const Value& item : *array) people(&item, list, depth + 1);
    return;
  }
  const Value& person = resolve(*value);
  const Value* names = person.find("name");
  if (names != nullptr && names->array() != nullptr) {
    each_text(names, [&](const std::string& text) {
      list.add(plain_text(text), "json-ld", Trust::kJsonLd);
    });
    return;
  }
  list.add(name_of(person), "json-ld", Trust::kJsonLd);
}

void Reader::article(const Value& node, Trust trust) {
  auto claim_text = [&](ClaimList& list, const char* key) {
    each_text(node.find(key),
              [&](const std::string& text) { list.add(plain_text(text), "json-ld", trust); });
  };
  claim_text(draft_.titles, trust == Trust::kJsonLd ? "headline" : "name");
  claim_text(draft_.dates, "datePublished");
  claim_text(draft_.modified, "dateModified");
  claim_text(draft_.descriptions, "description");
  claim_text(draft_.sections, "articleSection");
  if (trust != Trust::kJsonLd) return;
  people(node.find("author"), draft_.authors, 0);
  people(node.find("editor"), draft_.editors, 0);
  people(node.find("publisher"), draft_.site_names, 0);
  each_text(node.find("keywords"), [&](const std::string& text) {
    add_keywords(draft_.tags, plain_text(text), "json-ld", trust);
  });
  if (draft_.language.empty()) draft_.language = node.text_at("inLanguage").substr(0, 35);
  if (draft_.article_body.empty())
    draft_.article_body = plain_text(node.text_at("articleBody").substr(0, kMaxBodyBytes));
}

void Reader::claim() {
  const Value* first = articles_.empty() ? nullptr : articles_.front();
  for (const Value* node : articles_)
    if (node == first || (node->text_at("headline") == first->text_at("headline")))
      article(*node, Trust::kJsonLd);
  for (const Value* node : pages_) article(*node, Trust::kItemprop);
  for (const Value* node : sites_)
    draft_.site_names.add(name_of(*node), "json-ld", Trust::kItemprop);
}

}  // namespace

void read_json_ld(const Tree& tree, Draft& draft) {
  std::vector<Value> values;
  for (std::size_t n = 0; n < std::min(tree.json_ld.size(), kMaxScripts); ++n) {
    if (tree.json_ld[n].size() > kMaxScriptBytes) continue;
    for (Value& value : parse_json_ld(tree.json_ld[n])) values.push_back(std::move(value));
  }
  Reader reader(draft);
  for (const Value& value : values) reader.collect(value, 0);
  reader.claim();
}

}  // namespace tamis::head
