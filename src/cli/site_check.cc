// SPDX-License-Identifier: Apache-2.0
#include "cli/site_check.h"

#include "base/columns.h"
#include "base/file.h"
#include "base/utf8.h"
#include "tamis/page_host.h"

#include <algorithm>
#include <utility>

namespace tamis::cli {
namespace {

using base::counted;
using base::fit;
using base::pad;
using base::pad_left;

constexpr std::size_t kSelectorCells = 32, kValueCells = 80;

// A host that the rule covers: "*.news.example" covers www.news.example.
std::string sample_host(const SiteRule& rule) {
  const std::string& pattern = rule.hosts.front();
  return pattern[0] == '*' ? "www" + pattern.substr(1) : pattern;
}

std::string note_on(const SelectorUse& use) {
  const bool text = use.key == "keep" || use.key == "drop";
  if (use.elements == 0) return "matches nothing";
  if (text && use.blocks == 0 && use.parts > 0) return "only parts of lines: left as they are";
  if (text && use.blocks == 0) return "no text in it";
  if (use.overridden == use.blocks && use.overridden > 0) return "all dropped or cut again";
  if (use.overridden > 0) return std::to_string(use.overridden) + " dropped or cut again";
  if (text && use.parts > 0)
    return counted(use.parts, "line", "lines") + " of which it has only a part";
  return {};
}

std::string table_of(const std::vector<SelectorUse>& uses) {
  std::string out = "  " + pad_left("line", 4) + "  " + pad("key", 10) + "  " +
                    pad("selector", kSelectorCells) + pad_left("elements", 9) +
                    pad_left("blocks", 8) + "\n";
  for (const SelectorUse& use : uses) {
    std::string row = "  " + pad_left(std::to_string(use.line), 4) + "  " + pad(use.key, 10) +
                      "  " + pad(use.selector, kSelectorCells) +
                      pad_left(std::to_string(use.elements), 9) +
                      pad_left(std::to_string(use.blocks), 8);
    if (const std::string note = note_on(use); !note.empty()) row += "  " + note;
    out += row + "\n";
  }
  return out;
}

std::string fact(const char* name, const std::string& value) {
  return value.empty() ? std::string() : "  " + pad(name, 8) + fit(value, kValueCells) + "\n";
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string record_of(const Article& article) {
  if (article.status == Status::kError) return "  could not be read: " + article.error + "\n";
  if (article.status == Status::kNoArticle) return "  no article: " + article.reason + "\n";
  return "  text: " + counted(article.kept, "block", "blocks") + " kept, " +
         std::to_string(article.dropped) + " not\n" + fact("title", article.title) +
         fact("date", article.date) + fact("author", joined(article.author));
}

// A text may run over paragraphs: white space is white space.
void compare_texts(const SiteExample& example, const std::string& text, SiteCheck& out) {
  const std::string has = base::collapse_space(text);
  const auto stands = [&](const std::string& part) {
    return has.find(base::collapse_space(part)) != std::string::npos;
  };
  const auto fault = [&](const char* what, const std::string& part) {
    out.ok = false;
    out.text += std::string("  ") + what + fit(part, kValueCells) + "\n";
  };
  for (const std::string& part : example.keeps)
    if (!stands(part)) fault("not in the text:   ", part);
  for (const std::string& part : example.drops)
    if (stands(part)) fault("still in the text: ", part);
}

void compare_fact(const char* name, const std::string& wanted, const std::string& is,
                  SiteCheck& out) {
  if (wanted.empty() || wanted == is) return;
  out.ok = false;
  out.text += std::string("  ") + name + " is " + (is.empty() ? "unknown" : fit(is, kValueCells)) +
              ", not " + fit(wanted, kValueCells) + "\n";
}

SiteCheck check_example(const SiteExample& example, const SiteRule& rule, const Rules& rules,
                        const CleanOptions& options) {
  SiteCheck out;
  Page page;
  page.id = rule.path + ":" + std::to_string(example.line);
  page.url = example.url.empty() ? "https://" + sample_host(rule) + "/" : example.url;
  page.bytes = example.html;
  page.decoded = example.file.empty();  // TOML is UTF-8
  if (!example.file.empty()) {
    const std::string path = base::folder_of(rule.path) + "/" + example.file;
    std::optional<std::string> bytes = base::read_file(path);
    if (!bytes) return {"  there is no file " + path + "\n", false};
    page.bytes = *std::move(bytes);
  }
  if (!rule.covers(page_host(page, page.url)))
    return {"  its url is not of a host of this rule: " + page.url + "\n", false};
  const Article article = clean_page(page, rules, options).article;
  if (article.status == Status::kError) return {record_of(article), false};
  compare_texts(example, article.text, out);
  compare_fact("the title", example.title, article.title, out);
  compare_fact("the date", example.date, article.date, out);
  compare_fact("the author", example.author, joined(article.author), out);
  return out;
}

}  // namespace

SiteCheck check_page(const SiteRules& only, const SiteRule& rule, Page page, const Rules& rules,
                     CleanOptions options) {
  options.sites = only;
  SiteCheck out;
  out.text = "page " + page.id;
  Cleaned cleaned = clean_page(page, rules, options);
  if (cleaned.site.file.empty() && cleaned.article.status != Status::kError) {
    const std::string host = page_host(page, page_url(page, cleaned.head));
    out.text += host.empty() ? " (its host is not known" : " (" + host + " is not a host of it";
    out.text += ": taken for one of " + sample_host(rule) + ")";
    page.url = "https://" + sample_host(rule) + "/";
    cleaned = clean_page(page, rules, options);
  }
  out.text += "\n";
  if (!cleaned.site.uses.empty()) out.text += table_of(cleaned.site.uses);
  out.text += record_of(cleaned.article);
  if (!cleaned.site.warning.empty()) out.text += "  " + cleaned.site.warning + "\n";
  return out;
}

SiteCheck check_examples(const SiteRules& only, const SiteRule& rule, const Rules& rules,
                         CleanOptions options) {
  options.sites = only;
  SiteCheck out;
  std::size_t good = 0;
  for (const SiteExample& example : rule.examples) {
    const SiteCheck one = check_example(example, rule, rules, options);
    good += one.ok ? 1 : 0;
    if (one.ok) continue;
    out.ok = false;
    out.text +=
        rule.path + ":" + std::to_string(example.line) + ": the example is not met\n" + one.text;
  }
  const std::size_t all = rule.examples.size();
  out.text += rule.path + ": ";
  out.text += all == 0      ? "no example proves it"
              : good == all ? counted(all, "example", "examples") + ", all met"
                            : std::to_string(good) + " of " + std::to_string(all) + " examples met";
  out.text += "\n";
  return out;
}

}  // namespace tamis::cli
