// SPDX-License-Identifier: Apache-2.0
#include "tamis/assemble.h"

#include "assemble/article_date.h"
#include "assemble/breadcrumb.h"
#include "assemble/claimed.h"
#include "assemble/digests.h"
#include "assemble/language.h"
#include "assemble/layout.h"
#include "assemble/people.h"
#include "assemble/site.h"
#include "assemble/tags.h"
#include "assemble/title.h"
#include "assemble/view.h"
#include "base/utf8.h"
#include "tamis/page_host.h"

#include <utility>

namespace tamis {
namespace {

using assembly::View;

constexpr std::size_t kShort = 80;         // characters of a text that is hardly an article
constexpr std::size_t kClaimedBody = 200;  // characters a claimed body needs to stand in for blocks
constexpr std::size_t kMuchMore = 3;       // times what was kept
constexpr double kWhole = 0.9;             // share of the kept text that stands in the claimed body

std::string body_text(const View& view) {
  std::string text;
  for (const BlockId n : view.kept) {
    if (!text.empty()) text += '\n';
    text += view.line(n);
  }
  return text;
}

std::vector<BlockRecord> block_counts(const View& view) {
  std::vector<BlockRecord> records(view.size());
  for (BlockId n = 0; n < view.size(); ++n) {
    records[n].n = n;
    records[n].label.name = view.label(n);
    records[n].characters = view.blocks.blocks[n].stats.characters;
  }
  return records;
}

std::vector<BlockRecord> block_records(const View& view) {
  const assembly::Layout layout(view);
  std::vector<BlockRecord> records;
  records.reserve(view.size());
  for (BlockId n = 0; n < view.size(); ++n) {
    const Block& block = view.blocks.blocks[n];
    BlockRecord record;
    record.n = n;
    record.label = view.labels[n];
    record.text = block.text;
    record.path = block_path(view.blocks, n);
    record.first_line = block.first_line;
    record.last_line = block.last_line;
    record.links = block.hrefs;
    record.characters = block.stats.characters;
    layout.place(n, record);
    records.push_back(std::move(record));
  }
  return records;
}

// What the page's own data say where its tree has nothing, next to nothing or only the beginning.
bool take_claim(Article& article, const View& view) {
  for (const std::string* body : {&view.head.article_body, &view.head.payload_body}) {
    std::string claimed = assembly::claimed_lines(*body);
    const std::size_t characters = base::count_code_points(claimed);
    const std::size_t kept = base::count_code_points(article.text);
    if (characters < kClaimedBody || characters < kMuchMore * kept) continue;
    const assembly::Cover cover(claimed);
    if (kept >= kShort && cover.share(article.text) < kWhole) continue;
    if (assembly::lists_links(view.blocks, cover)) continue;
    const char* from = body == &view.head.article_body ? "JSON-LD" : "the data of its scripts";
    article.warnings.push_back(std::string("text from ") + from + ": the page itself has " +
                               (kept == 0       ? "no body text"
                                : kept < kShort ? "hardly any"
                                                : "only the beginning"));
    article.text = std::move(claimed);
    article.text_is_claimed = true;
    return true;
  }
  return false;
}

void set_status(Article& article, const View& view) {
  if (take_claim(article, view)) return;
  if (!article.text.empty()) {
    for (const Label& label : view.labels) {
      if (label.reason != assembly::kClaimReason) continue;
      article.warnings.emplace_back("blocks kept because JSON-LD has them in the body");
      break;
    }
    if (base::count_code_points(article.text) < kShort) article.warnings.emplace_back("short");
    return;
  }
  article.status = Status::kNoArticle;
  article.reason = view.size() == 0 ? "no text on the page"
                                    : "no body text: none of " + std::to_string(view.size()) +
                                          " blocks is part of an article";
}

void describe(Article& article, const View& view) {
  article.url = assembly::url_of(view);
  article.hostname = page_host(view.page, article.url);
  article.sitename = assembly::sitename_of(view, article.hostname);
  article.source = assembly::source_of(view);
  std::vector<std::string> outlets{article.sitename, article.source, article.hostname};
  for (const Claim& claim : view.head.site_names) outlets.push_back(claim.value);
  article.title = assembly::title(view, outlets);
  assembly::People people = assembly::people(view, outlets);
  article.author = std::move(people.authors);
  article.editor = std::move(people.editors);
  article.channel = assembly::channel(view);
  if (const auto date = assembly::article_date(view)) article.date = assembly::iso(*date);
  article.tags = assembly::tags(view, article.title);
}

}  // namespace

Article assemble(const Page& page, const Text& text, const Head& head, const Blocks& blocks,
                 const std::vector<Label>& labels, const Rules& rules, BlockDetail detail,
                 const Items& items) {
  const View view(page, text, head, blocks, labels, rules);
  Article article;
  article.id = page.id;
  article.charset = text.charset;
  article.text = body_text(view);
  set_status(article, view);
  describe(article, view);
  article.digests = assembly::digests(view, article.title, items);
  const std::string sample = article.title + "\n" + article.text.substr(0, 16000);
  article.language = assembly::language_of(sample, head.language, rules);
  for (const Label& label : labels)
    ++(is_kept(label.name) || label.name == LabelName::kTitle ? article.kept : article.dropped);
  article.blocks = detail == BlockDetail::kAll ? block_records(view) : block_counts(view);
  return article;
}

}  // namespace tamis
