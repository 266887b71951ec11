// SPDX-License-Identifier: Apache-2.0
// The flow of a page up to repair: what `clean --repair-only` writes.
#include "tamis/pipeline.h"

namespace tamis {

namespace {

// Text that was cleaned before is text all the same.
Text text_of(const Page& page, Article& article) {
  if (page.kind != PageKind::kArticle) return decode(page);
  Result<Article> line = article_from_json(page.bytes);
  if (!line) {
    article.error = std::string(error_name(line.error().kind)) + ": " + line.error().message;
    return {};
  }
  if (article.id.empty()) article.id = line->id;
  return {std::move(line->text), std::move(line->charset)};
}

}  // namespace

Article repair_page(const Page& page, const Rules& rules) {
  Article article;
  article.id = page.id;
  article.url = page.url;
  article.status = Status::kError;
  if (page.error) {
    article.error = std::string(error_name(page.error->kind)) + ": " + page.error->message;
    return article;
  }
  Text text = text_of(page, article);
  if (!article.error.empty()) return article;
  Repaired repaired = repair(std::move(text), page.kind == PageKind::kHtml, rules);
  article.status = Status::kOk;
  article.text = std::move(repaired.text.utf8);
  article.charset = std::move(repaired.text.charset);
  article.damage = repaired.damage;
  article.repairs = std::move(repaired.repairs);
  return article;
}

}  // namespace tamis
