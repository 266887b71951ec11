// SPDX-License-Identifier: Apache-2.0
// sitemaps.org 0.9, sitemap indexes, and Google's news extension (news:title, publication_date).
#include "discover/readers.h"
#include "discover/xml.h"

#include <cstdint>
#include <utility>

namespace tamis::discovery {
namespace {

constexpr std::size_t kMostText = 16 << 10;  // of one element

class SitemapHandler : public XmlHandler {
 public:
  explicit SitemapHandler(Collector& to) : to_(to) {}

  void open(const XmlName& name, const XmlAttributes&) override {
    field_ = nullptr;
    if (++depth_ == 1) prefix_ = name.prefix;
    const bool core = name.prefix == prefix_;
    if (core && (name.local == "url" || name.local == "sitemap")) {
      raw_ = Raw();
      entry_depth_ = depth_;
      kind_ = name.local == "url" ? SourceKind::kArticle : SourceKind::kSitemap;
      return;
    }
    if (entry_depth_ == 0) return;
    // image:loc and video:title are another thing's.
    if (core && name.local == "loc") field_ = &raw_.url;
    if (core && name.local == "lastmod") field_ = &raw_.lastmod;
    if (name.prefix == "news" && name.local == "title") field_ = &raw_.title;
    if (name.prefix == "news" && name.local == "publication_date") field_ = &raw_.date;
    if (field_ != nullptr && !field_->empty()) field_ = nullptr;
  }

  void close() override {
    field_ = nullptr;
    if (entry_depth_ > 0 && depth_ == entry_depth_) {
      to_.add(raw_, kind_);
      entry_depth_ = 0;
    }
    --depth_;
  }

  void text(std::string_view text) override {
    if (field_ != nullptr && field_->size() < kMostText)
      field_->append(text.substr(0, kMostText - field_->size()));
  }

 private:
  Collector& to_;
  std::string prefix_;
  std::uint32_t depth_ = 0, entry_depth_ = 0;  // 0: in no entry
  SourceKind kind_ = SourceKind::kArticle;
  Raw raw_;
  std::string* field_ = nullptr;
};

}  // namespace

std::optional<Error> read_sitemap(std::string_view utf8, Collector& to) {
  SitemapHandler handler(to);
  return read_xml(utf8, handler);
}

void read_url_list(std::string_view utf8, Collector& to) {
  while (!utf8.empty()) {
    const std::string_view line = utf8.substr(0, utf8.find('\n'));
    utf8.remove_prefix(std::min(utf8.size(), line.size() + 1));
    if (!line.empty() && line.front() != '#')
      to.add({std::string(line), "", "", ""}, SourceKind::kArticle);
  }
}

}  // namespace tamis::discovery
