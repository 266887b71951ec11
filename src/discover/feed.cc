// SPDX-License-Identifier: Apache-2.0
// RSS 0.9x and 2.0 (rssboard.org), RSS 1.0 (RDF), Atom (RFC 4287); next pages by RFC 5005.
#include "discover/readers.h"
#include "discover/xml.h"

#include <cstdint>
#include <utility>

namespace tamis::discovery {
namespace {

constexpr std::size_t kMostText = 16 << 10;  // of one element

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// One item, with what only serves when better is missing.
struct Item {
  Raw raw;
  std::string original;  // feedburner:origLink: where its redirects lead
  std::string other;     // guid, id or rdf:about, when it is a URL
  std::string dc_title, base;
  bool permanent = true;  // guid isPermaLink
};

class FeedHandler : public XmlHandler {
 public:
  explicit FeedHandler(Collector& to) : to_(to) {}

  void open(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (depth_ == 1) root_prefix_ = name.prefix;
    if (in_item_) {
      if (depth_ == item_depth_ + 1) open_field(name, attributes);
      return;
    }
    if (name.local == "item" || name.local == "entry") return open_item(attributes);
    if (name.local == "link" && attribute(attributes, "rel") == "next")
      to_.add({to_.normal(base(), attribute(attributes, "href")), "", "", ""}, SourceKind::kFeed);
    if (name.local == "feed" || name.local == "channel") take_base(attributes, feed_base_);
  }

  void close() override {
    if (in_item_ && depth_ == item_depth_ + 1) close_field();
    if (in_item_ && depth_ == item_depth_) close_item();
    --depth_;
  }

  void text(std::string_view text) override {
    if (field_ != nullptr && text_.size() < kMostText)
      text_.append(text.substr(0, kMostText - text_.size()));
  }

 private:
  const std::string& base() const { return feed_base_.empty() ? to_.base() : feed_base_; }

  void take_base(const XmlAttributes& attributes, std::string& base) const {
    for (const auto& [name, value] : attributes) {
      if (name.prefix != "xml" || name.local != "base") continue;
      if (std::string url = to_.normal(this->base(), value); !url.empty()) base = std::move(url);
    }
  }

  void open_item(const XmlAttributes& attributes) {
    in_item_ = true;
    item_depth_ = depth_;
    item_ = Item();
    item_.base = feed_base_;
    take_base(attributes, item_.base);
    for (const auto& [name, value] : attributes)
      if (name.local == "about" && is_url(value)) item_.other = std::string(value);
  }

  void open_field(const XmlName& name, const XmlAttributes& attributes) {
    const bool core = name.prefix.empty() || name.prefix == root_prefix_ || name.prefix == "atom";
    const bool dublin = name.prefix == "dc" || name.prefix == "dcterms";
    const std::string& local = name.local;
    field_ = nullptr;
    text_.clear();
    if (core && local == "link") return open_link(attributes);
    if (core && local == "title") field_ = &item_.raw.title;
    if (dublin && local == "title") field_ = &item_.dc_title;
    if (core && (local == "guid" || local == "id")) {
      field_ = &item_.other;
      item_.permanent = attribute(attributes, "ispermalink") != "false";
    }
    if (local == "origlink") field_ = &item_.original;
    if ((core && (local == "pubdate" || local == "published" || local == "issued")) ||
        (dublin && (local == "date" || local == "created" || local == "issued")))
      field_ = &item_.raw.date;
    if ((core && (local == "updated" || local == "modified")) || (dublin && local == "modified"))
      field_ = &item_.raw.lastmod;
    if (field_ != nullptr && !field_->empty() && field_ != &item_.other) field_ = nullptr;
  }

  // Atom has the URL in an attribute, RSS in the text.
  void open_link(const XmlAttributes& attributes) {
    const std::string_view href = attribute(attributes, "href");
    const std::string_view rel = attribute(attributes, "rel");
    if (!href.empty()) {
      if ((rel.empty() || rel == "alternate") && item_.raw.url.empty())
        item_.raw.url = std::string(href);
    } else if (item_.raw.url.empty()) {
      field_ = &item_.raw.url;
    }
  }

  void close_field() {
    if (field_ == &item_.other && (!is_url(text_) || !item_.permanent)) field_ = nullptr;
    if (field_ != nullptr) *field_ = std::move(text_);
    field_ = nullptr;
    text_.clear();
  }

  void close_item() {
    in_item_ = false;
    Raw& raw = item_.raw;
    if (raw.title.empty()) raw.title = std::move(item_.dc_title);
    if (is_url(item_.original)) raw.url = std::move(item_.original);
    if (!to_.look()) return;
    const std::string& near = item_.base.empty() ? base() : item_.base;
    std::string url = to_.normal(near, raw.url);
    if (url.empty()) url = to_.normal(near, item_.other);
    raw.url = std::move(url);
    to_.add(raw, SourceKind::kArticle);
  }

  Collector& to_;
  std::string root_prefix_, feed_base_, text_;
  std::uint32_t depth_ = 0, item_depth_ = 0;
  bool in_item_ = false;
  Item item_;
  std::string* field_ = nullptr;  // where the text of the open field goes
};

}  // namespace

std::optional<Error> read_feed(std::string_view utf8, Collector& to) {
  FeedHandler handler(to);
  return read_xml(utf8, handler);
}

}  // namespace tamis::discovery
