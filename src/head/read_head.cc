// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "head/json_ld.h"
#include "head/meta_names.h"
#include "tamis/head.h"

#include <utility>

namespace tamis {
namespace {

using head::Draft;
using head::Field;
using head::Trust;

constexpr std::size_t kMaxText = 4000;       // bytes of an element's text that are looked at
constexpr std::uint32_t kMaxTimes = 20;      // <time> elements
constexpr std::uint32_t kMaxAncestors = 40;  // of a microdata element

// All character data below a node.
std::string text_of(const Tree& tree, NodeId node) {
  std::string out;
  for (NodeId n = node + 1; n < tree.nodes[node].end && out.size() < kMaxText; ++n)
    if (tree.is_text(n)) out += tree.text(n).substr(0, kMaxText);
  return out;
}

class Walk {
 public:
  explicit Walk(const Tree& tree) : tree_(tree) {}

  Head run();

 private:
  std::string_view get(NodeId node, AttributeName name) const {
    return tree_.attribute(node, name);
  }
  void element(NodeId node);
  void meta(NodeId node);
  void link(NodeId node);
  void time(NodeId node);
  void itemprop(NodeId node, std::string_view name);
  void claim(Field field, std::string_view value, std::string by, Trust trust);
  bool belongs_to_other(NodeId node) const;
  bool inside(NodeId node, Tag tag) const;

  const Tree& tree_;
  Draft draft_;
  std::uint32_t times_ = 0;
  std::string html_language_, meta_language_;
};

void Walk::claim(Field field, std::string_view value, std::string by, Trust trust) {
  if (field == Field::kLanguage) {
    if (meta_language_.empty()) meta_language_ = base::collapse_space(value.substr(0, 35));
  } else if (field == Field::kTags) {
    head::add_keywords(draft_.tags, value, by, trust);
  } else if (head::ClaimList* list = head::list_of(draft_, field)) {
    list->add(value, std::move(by), trust);
  }
}

void Walk::meta(NodeId node) {
  std::string_view content = get(node, AttributeName::kContent);
  if (content.empty()) return;
  if (std::string_view property = get(node, AttributeName::kProperty); !property.empty()) {
    bool og = property.starts_with("og:") || property.starts_with("article:");
    claim(head::meta_field(property), content, og ? "og" : "meta:" + std::string(property),
          og ? Trust::kOpenGraph : Trust::kMeta);
  }
  for (AttributeName key : {AttributeName::kName, AttributeName::kHttpEquiv}) {
    std::string_view name = get(node, key);
    if (name.empty()) continue;
    bool og = name.starts_with("og:") || name.starts_with("article:");
    claim(head::meta_field(name), content, "meta:" + std::string(name.substr(0, 64)),
          og ? Trust::kOpenGraph : Trust::kMeta);
  }
}

void Walk::link(NodeId node) {
  if (get(node, AttributeName::kRel) == "canonical")
    draft_.urls.add(get(node, AttributeName::kHref), "link", Trust::kJsonLd);
}

// Comments, reviews and listed items carry authors and dates of their own.
bool Walk::belongs_to_other(NodeId node) const {
  NodeId up = tree_.nodes[node].parent;
  for (std::uint32_t n = 0; up != kNoNode && n < kMaxAncestors; ++n, up = tree_.nodes[up].parent) {
    std::string_view prop = get(up, AttributeName::kItemprop);
    if (prop == "comment" || prop == "review" || prop == "itemListElement") return true;
    std::string_view type = get(up, AttributeName::kItemtype);
    if (type.ends_with("/Comment") || type.ends_with("/UserComments")) return true;
    if (!type.empty() && prop.empty()) return false;
  }
  return false;
}

bool Walk::inside(NodeId node, Tag tag) const {
  NodeId up = tree_.nodes[node].parent;
  for (std::uint32_t n = 0; up != kNoNode && n < kMaxAncestors; ++n, up = tree_.nodes[up].parent)
    if (tree_.nodes[up].tag == tag) return true;
  return false;
}

void Walk::itemprop(NodeId node, std::string_view name) {
  Field field = head::itemprop_field(name);
  if (field == Field::kNone || belongs_to_other(node)) return;
  std::string by = "itemprop:" + std::string(name.substr(0, 64));
  std::string_view value = get(node, AttributeName::kContent);
  if (value.empty()) value = get(node, AttributeName::kDatetime);
  if (!value.empty()) return claim(field, value, std::move(by), Trust::kItemprop);
  if (field == Field::kAuthor || field == Field::kEditor) {
    for (NodeId n = node + 1; n < tree_.nodes[node].end; ++n) {
      if (get(n, AttributeName::kItemprop) != "name") continue;
      std::string_view content = get(n, AttributeName::kContent);
      return claim(field, content.empty() ? text_of(tree_, n) : content, std::move(by),
                   Trust::kItemprop);
    }
  }
  claim(field, text_of(tree_, node), std::move(by), Trust::kItemprop);
}

// <time> dates the page where it says so (pubdate) or stands in the article.
void Walk::time(NodeId node) {
  if (++times_ > kMaxTimes) return;
  bool own = tree_.has_attribute(node, AttributeName::kPubdate) || inside(node, Tag::kArticle) ||
             inside(node, Tag::kMain);
  if (!own || inside(node, Tag::kAside) || inside(node, Tag::kNav) || inside(node, Tag::kFooter))
    return;
  std::string_view value = get(node, AttributeName::kDatetime);
  claim(Field::kDate, value.empty() ? text_of(tree_, node) : value, "time", Trust::kWeak);
}

void Walk::element(NodeId node) {
  Tag tag = tree_.nodes[node].tag;
  if (tag == Tag::kMeta) meta(node);
  if (tag == Tag::kLink) link(node);
  // Not the <title> of an inline picture.
  if (tag == Tag::kTitle && !inside(node, Tag::kSvg))
    claim(Field::kTitle, text_of(tree_, node), "title", Trust::kWeak);
  if (std::string_view name = get(node, AttributeName::kItemprop); !name.empty())
    itemprop(node, name);
  if (tag == Tag::kTime) time(node);
  if (Field field = head::id_field(get(node, AttributeName::kId)); field != Field::kNone)
    claim(field, text_of(tree_, node), "id", Trust::kMeta);
}

Head Walk::run() {
  if (!tree_.nodes.empty() && tree_.nodes[0].tag == Tag::kHtml)
    html_language_ = base::collapse_space(get(0, AttributeName::kLang).substr(0, 35));
  head::read_json_ld(tree_, draft_);
  for (NodeId node = 0; node < tree_.nodes.size(); ++node)
    if ((!tree_.is_text(node) && tree_.nodes[node].size > 0) ||
        tree_.nodes[node].tag == Tag::kTitle || tree_.nodes[node].tag == Tag::kTime)
      element(node);
  std::string json_language = std::exchange(draft_.language, {});
  for (std::string* language : {&html_language_, &meta_language_, &json_language})
    if (draft_.language.empty()) draft_.language = std::move(*language);
  return draft_.take();
}

}  // namespace

Head read_head(const Tree& tree) {
  return Walk(tree).run();
}

}  // namespace tamis
