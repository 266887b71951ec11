// SPDX-License-Identifier: Apache-2.0
// The flow of one page, a call a stage. What a stage reports as an Error ends as the page's record.
#include "base/utf8.h"
#include "pipeline/assemble_again.h"
#include "pipeline/verdict.h"
#include "tamis/page_host.h"
#include "tamis/pipeline.h"

#include <algorithm>

namespace tamis {
namespace {

Cleaned failed(const Page& page, const Error& error, Cleaned cleaned = {}) {
  cleaned.article.id = page.id;
  cleaned.article.url = page.url;
  cleaned.article.status = Status::kError;
  cleaned.article.error = std::string(error_name(error.kind)) + ": " + error.message;
  return cleaned;
}

// An answer other than 2xx (a redirect, "not found") is no article, whatever stands in it.
Cleaned refused_by_server(const Page& page, std::string_view status) {
  Cleaned cleaned;
  cleaned.article.id = page.id;
  cleaned.article.url = page.url;
  cleaned.article.status = Status::kNoArticle;
  cleaned.article.reason = "HTTP status " + std::string(status);
  return cleaned;
}

// "zh" wants zh-Hans and zh-Hant as well; "zh-Hans" only itself.
bool speaks(const std::string& language, const std::string& wanted) {
  const std::string has = base::fold_case(language), wants = base::fold_case(wanted);
  return has == wants || has.rfind(wants + "-", 0) == 0;
}

std::uint32_t characters(const std::string& text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!base::is_space(base::next_code_point(text, at))) ++count;
  }
  return count;
}

// What the caller did not ask for is no article of this run.
void turn_away(Article& article, const CleanOptions& options) {
  if (article.status != Status::kOk) return;
  if (!options.language.empty() && !speaks(article.language, options.language)) {
    article.reason = "language " + (article.language.empty() ? "unknown" : article.language) +
                     ", wanted " + options.language;
  } else if (options.min_length > 0 && characters(article.text) < options.min_length) {
    article.reason = "shorter than " + std::to_string(options.min_length) + " characters (" +
                     std::to_string(characters(article.text)) + ")";
  } else {
    return;
  }
  article.status = Status::kNoArticle;
  article.text.clear();
}

// A line that clean wrote is an article already.
Cleaned ready_made(const Page& page, const CleanOptions& options) {
  Result<Article> article = article_from_json(page.bytes);
  if (!article) return failed(page, article.error());
  Cleaned cleaned;
  cleaned.article = *std::move(article);
  if (cleaned.article.id.empty()) cleaned.article.id = page.id;
  turn_away(cleaned.article, options);
  return cleaned;
}

// The user's own word on this site, if there is one for the page's host.
void consult_site(const Page& page, const Tree& tree, const SiteRules& sites, Cleaned& cleaned) {
  if (sites.empty()) return;
  const SiteRule* rule = sites.find(page_host(page, page_url(page, cleaned.head)));
  if (rule == nullptr) return;
  cleaned.site = read_site(*rule, tree, cleaned.blocks);
  claim_site(cleaned.site, cleaned.head);
}

void apply_site(Cleaned& cleaned) {
  for (BlockId n = 0; n < cleaned.site.verdicts.size(); ++n) {
    Label& label = cleaned.labels[n];
    if (const auto by_rule = site_label(cleaned.site, cleaned.blocks, n, label.name))
      label = {by_rule->name, cleaned.site.reason(by_rule->line)};
  }
}

void judge(const Page& page, const Text& text, const Rules& rules, const CleanOptions& options,
           Cleaned& cleaned) {
  const Blocks& blocks = cleaned.blocks;
  // What rules, form and place say of each block ...
  const PageEvidence evidence = gather_evidence(blocks, cleaned.head, rules);
  // ... and how sure the model is that it belongs to the article ...
  const Scores scores = score(blocks, cleaned.head, evidence, rules);
  if (options.features > 0)
    cleaned.weighed = explain_scores(blocks, cleaned.head, evidence, rules, options.features);
  // ... gives every block its name and the reason for it.
  cleaned.labels = label(blocks, cleaned.head, evidence, scores, rules);
  // The page's own data may know better.
  keep_claimed(cleaned.blocks, cleaned.head, cleaned.labels);
  // A rule for the site has the last word.
  apply_site(cleaned);
  // What is the article's becomes the record.
  const BlockDetail detail = options.blocks ? BlockDetail::kAll : options.detail;
  cleaned.article = assemble(page, text, cleaned.head, blocks, cleaned.labels, rules, detail);
  // Is it an article at all, and how good is the text?
  cleaned.score = judge_page(blocks, cleaned.head, evidence, scores, cleaned.article.url, rules);
  if (cleaned.site.decides_text) cleaned.score.article = 1;
  cleaned.scored = !scores.empty();
  cleaned.next_article = scores.next_article;
  add_verdict(cleaned, rules);
}

// A page that only scripts fill may hold its text once more for readers without them.
void read_noscript(const Page& page, const Text& text, const Tree& tree, const Rules& rules,
                   const CleanOptions& options, Cleaned& cleaned) {
  std::string html;
  for (const std::string& part : tree.noscript) html += "<div>" + part + "</div>";
  const Result<Tree> hidden = parse(html, options.limits);
  if (html.empty() || !hidden) return;
  Cleaned again;
  again.head = cleaned.head;
  again.blocks = segment(*hidden);
  consult_site(page, *hidden, options.sites, again);
  judge(page, text, rules, options, again);
  if (again.article.status != Status::kOk) return;
  again.repaired = std::move(cleaned.repaired);
  cleaned = std::move(again);
}

// What decode and repair have to say stands in every record, whatever became of the page.
void report_text(const Text& text, Cleaned& cleaned) {
  cleaned.article.charset = text.charset;
  cleaned.article.damage = cleaned.repaired.damage;
  cleaned.article.repairs = cleaned.repaired.repairs;
}

// The last resort: the data that the scripts of a page would make its text of.
void read_payload(const Page& page, const Text& text, const Tree& tree, const Rules& rules,
                  Cleaned& cleaned) {
  constexpr std::uint32_t kHardlyAny = 80;
  if (cleaned.site.decides_text) return;
  if (tree.payloads.empty() || characters(cleaned.article.text) >= kHardlyAny) return;
  cleaned.head.payload_body = payload_body(tree, cleaned.head);
  if (cleaned.head.payload_body.empty()) return;
  cleaned.article = assemble(page, text, cleaned.head, cleaned.blocks, cleaned.labels, rules);
}

// What follows the verdict.
void finish(const CleanOptions& options, Cleaned& cleaned) {
  if (!cleaned.site.warning.empty()) cleaned.article.warnings.push_back(cleaned.site.warning);
  turn_away(cleaned.article, options);
}

}  // namespace

Cleaned clean_page(const Page& page, const Rules& rules, const CleanOptions& options) {
  if (options.repair_only) {
    Cleaned repaired;
    repaired.article = repair_page(page, rules);
    return repaired;
  }
  const std::string_view status = page.header(":status");
  if (!status.empty() && status.front() != '2') return refused_by_server(page, status);
  if (page.error) return failed(page, *page.error);
  if (page.kind == PageKind::kArticle) return ready_made(page, options);

  // The bytes are in some charset; from here on they are UTF-8.
  Cleaned cleaned;
  const bool html = page.kind == PageKind::kHtml;
  // What was damaged on its way here is put right where that can be known.
  cleaned.repaired = repair(decode(page), html, rules);
  const Text text = std::move(cleaned.repaired.text);
  report_text(text, cleaned);
  if (base::trim(text.utf8).empty()) {
    return failed(page, {ErrorKind::kEmpty, "nothing but white space"}, std::move(cleaned));
  }
  if (html) {
    // Markup becomes a tree, within limits that no honest page meets.
    const Result<Tree> tree = parse(text.utf8, options.limits);
    if (!tree) return failed(page, tree.error(), std::move(cleaned));
    // The page's own claims: title, date, author, ...
    cleaned.head = read_head(*tree);
    // The tree becomes blocks of text with their features ...
    cleaned.blocks = segment(*tree);
    consult_site(page, *tree, options.sites, cleaned);
    judge(page, text, rules, options, cleaned);
    if (cleaned.article.text.empty()) read_noscript(page, text, *tree, rules, options, cleaned);
    read_payload(page, text, *tree, rules, cleaned);
  } else {
    // ... and so do the lines of a plain text, each at the price of four nodes.
    const std::uint32_t most_lines = options.limits.max_nodes / 4;
    if (std::count(text.utf8.begin(), text.utf8.end(), '\n') > most_lines) {
      const std::string limit = std::to_string(most_lines);
      return failed(page, {ErrorKind::kTooManyNodes, "more than " + limit + " lines"},
                    std::move(cleaned));
    }
    cleaned.blocks = segment_text(text.utf8);
    judge(page, text, rules, options, cleaned);
  }
  report_text(text, cleaned);
  finish(options, cleaned);
  return cleaned;
}

namespace pipeline {

void assemble_again(const Page& page, const Charset& charset, const Rules& rules,
                    const CleanOptions& options, Cleaned& cleaned) {
  const BlockDetail detail = options.blocks ? BlockDetail::kAll : options.detail;
  Article before = std::move(cleaned.article);
  const Text text{{}, charset};
  cleaned.article = assemble(page, text, cleaned.head, cleaned.blocks, cleaned.labels, rules,
                             detail, cleaned.items);
  add_verdict(cleaned, rules);
  cleaned.article.damage = before.damage;
  cleaned.article.repairs = std::move(before.repairs);
  finish(options, cleaned);
}

}  // namespace pipeline

}  // namespace tamis
