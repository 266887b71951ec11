// SPDX-License-Identifier: Apache-2.0
// Links of a page: each URL once, with the longest text that leads to it, judged by itself and by
// the others of its form: twenty links of one form with headlines make the twenty-first one of
// theirs, whatever it says.
#include "base/utf8.h"
#include "discover/link_points.h"
#include "discover/readers.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tamis::discovery {
namespace {

constexpr std::size_t kMostText = 500;  // bytes of a link's text
constexpr NodeId kMostNodes = 300;      // looked at for it
constexpr std::size_t kMostLinks = 20'000;
constexpr std::size_t kMostBytes = 4u << 20;   // of their URLs
constexpr std::size_t kMostAnchors = 100'000;  // looked at
constexpr int kMany = 4;                       // links that make a form

struct Link {
  std::string url, text;
  float place = 0;  // points for where it stands; the best place counts
  float points = 0;
  bool pager = false;
};

class LinkReader {
 public:
  LinkReader(const Tree& tree, Collector& to, Discovered& out) : tree_(tree), to_(to), out_(out) {}

  void run() {
    for (NodeId node = 0; node < tree_.nodes.size(); ++node) {
      switch (tree_.nodes[node].tag) {
        case Tag::kBase: read_base(node); break;
        case Tag::kLink: read_head_link(node); break;
        case Tag::kA: read_link(node); break;
        default: read_place(node); break;
      }
    }
  }

  std::vector<Link> links;
  std::vector<std::string> feeds, next;  // in normal form

 private:
  std::string_view attribute(NodeId node, AttributeName name) const {
    return tree_.attribute(node, name);
  }

  // HTML, 4.2.3: the first base with an href counts, relative to the document's URL.
  void read_base(NodeId node) {
    const std::string_view href = attribute(node, AttributeName::kHref);
    if (has_base_ || href.empty()) return;
    has_base_ = true;
    to_.set_base(href);
  }

  void read_head_link(NodeId node) {
    const std::string rel = base::fold_case(attribute(node, AttributeName::kRel));
    const std::string_view href = attribute(node, AttributeName::kHref);
    const std::string_view type = attribute(node, AttributeName::kType);
    if (rel == "canonical" && out_.canonical.empty()) out_.canonical = to_.normal(href);
    if (rel == "alternate" && (type.find("rss") != type.npos || type.find("atom") != type.npos ||
                               type == "application/feed+json"))
      add(feeds, href);
    if (rel == "next") add(next, href);
  }

  void add(std::vector<std::string>& list, std::string_view href) {
    if (std::string url = to_.normal(href); !url.empty() && list.size() < 100)
      list.push_back(std::move(url));
  }

  void read_place(NodeId node) {
    const Node& at = tree_.nodes[node];
    const std::string_view role = attribute(node, AttributeName::kRole);
    const bool frame = at.tag == Tag::kNav || at.tag == Tag::kFooter || role == "navigation" ||
                       role == "contentinfo";
    const bool heading = at.tag >= Tag::kH1 && at.tag <= Tag::kH4;
    if (frame) frame_end_ = std::max(frame_end_, at.end);
    if (heading || at.tag == Tag::kArticle) piece_end_ = std::max(piece_end_, at.end);
  }

  // The text of a link and of the pictures in it.
  std::string text_of(NodeId link) const {
    std::string out;
    const NodeId end = std::min(tree_.nodes[link].end, link + kMostNodes);
    for (NodeId node = link + 1; node < end && out.size() < kMostText; ++node) {
      if (tree_.is_text(node))
        out += tree_.text(node).substr(0, kMostText);
      else if (tree_.nodes[node].tag == Tag::kImg && out.empty())
        out += attribute(node, AttributeName::kAlt).substr(0, kMostText);
      else if (!is_inline(tree_.nodes[node].tag))
        out += ' ';
    }
    return base::collapse_space(out);
  }

  void read_link(NodeId node) {
    if (++anchors_ > kMostAnchors || url_bytes_ > kMostBytes) {
      ++out_.over_limit;
      return;
    }
    std::string url = to_.normal(attribute(node, AttributeName::kHref));
    if (url.empty() || url == to_.page_url()) return;
    std::string text = text_of(node);
    // A headline that is cut has its whole in the title attribute.
    const std::string_view title = attribute(node, AttributeName::kTitleAttr);
    if (title.size() > text.size() && title.size() <= kMostText) text = base::collapse_space(title);
    const bool pager = attribute(node, AttributeName::kRel) == "next" ||
                       to_.rules().is_pager(base::fold_case(text));
    const float place = node < frame_end_ ? -1.5F : node < piece_end_ ? 0.5F : 0.0F;
    const auto [known, fresh] = seen_.emplace(url, links.size());
    if (fresh) {
      if (links.size() >= kMostLinks) {
        ++out_.over_limit;
        seen_.erase(known);
        return;
      }
      url_bytes_ += url.size();
      links.push_back({std::move(url), std::move(text), place, 0, pager});
      return;
    }
    Link& link = links[known->second];
    link.place = std::max(link.place, place);
    link.pager = link.pager || pager;
    if (text.size() > link.text.size()) link.text = std::move(text);
  }

  const Tree& tree_;
  Collector& to_;
  Discovered& out_;
  std::unordered_map<std::string, std::size_t> seen_;
  NodeId frame_end_ = 0, piece_end_ = 0;  // of the nav or footer, and the heading or article
  std::size_t anchors_ = 0, url_bytes_ = 0;
  bool has_base_ = false;
};

void judge(std::vector<Link>& links, const LinkRules& rules) {
  struct Form {
    float points = 0;
    int links = 0;
  };
  std::map<std::string, Form> forms;
  std::vector<std::string> shapes;
  for (Link& link : links) {
    link.points = url_points(link.url, rules) + text_points(link.text) + link.place;
    shapes.push_back(url_shape(link.url));
    Form& form = forms[shapes.back()];
    form.points += std::min(link.points, 6.0F);
    ++form.links;
  }
  for (std::size_t n = 0; n < links.size(); ++n) {
    const Form& form = forms[shapes[n]];
    if (form.links < kMany || links[n].points < -10) continue;
    links[n].points = 0.6F * links[n].points + 0.4F * form.points / static_cast<float>(form.links);
  }
}

}  // namespace

void read_page_links(const Tree& tree, const DiscoverOptions& options, Collector& to,
                     Discovered& out) {
  LinkReader reader(tree, to, out);
  reader.run();
  judge(reader.links, to.rules());
  const auto add = [&](std::string url, SourceKind kind, std::string title, float likely) {
    FoundUrl item;
    item.url = std::move(url);
    item.kind = kind;
    item.title = std::move(title);
    item.likely = likely;
    to.add(std::move(item));
  };
  for (std::string& url : reader.feeds) add(std::move(url), SourceKind::kFeed, "", 1);
  for (std::string& url : reader.next) add(std::move(url), SourceKind::kSection, "", 1);
  for (Link& link : reader.links) {
    if (link.pager) {
      add(std::move(link.url), SourceKind::kSection, "", 1);
      continue;
    }
    const float likely = likely_of(link.points);
    if (likely < options.least_likely)
      ++out.unlikely;
    else
      add(std::move(link.url), SourceKind::kArticle, std::move(link.text), likely);
  }
}

}  // namespace tamis::discovery
