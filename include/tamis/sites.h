// SPDX-License-Identifier: Apache-2.0
// sites: what a user has said of one site, in a TOML file a site (rules/sites/README.md): selectors
// of what to keep, to drop, and where to cut. The last word over the labels, for the page that must
// be right today; a page whose host has no rule pays one look-up.
//
//   const tamis::SiteRules sites = tamis::SiteRules::load({{"rules/sites", "rules/sites", true}});
//   if (const tamis::SiteRule* rule = sites.find("news.example")) {
//     const tamis::SiteReading reading = tamis::read_site(*rule, tree, blocks);
//     ... tamis::site_label(reading, block, n, label) ...
//   }
#pragma once

#include "tamis/head.h"
#include "tamis/label_name.h"
#include "tamis/segment.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

namespace sites {
struct RuleBody;
}

// A page that proves a rule file: `tamis sites check` cleans it and compares. Empty: not compared.
struct SiteExample {
  std::uint32_t line = 0;                 // of the rule file, 1-based
  std::string html;                       // the page itself ...
  std::string file;                       // ... or where it is, beside the rule file
  std::string url;                        // empty: the front page of the rule's first host
  std::vector<std::string> keeps, drops;  // text that must, and must not, be in the article's text
  std::string title, date, author;        // what the record must say
};

// One file.
struct SiteRule {
  std::string file;                // as reasons name it: "rules/sites/news.toml"
  std::string path;                // as it was opened
  std::vector<std::string> hosts;  // "news.example", "*.news.example"; lower case
  std::vector<SiteExample> examples;
  std::shared_ptr<const sites::RuleBody> body;

  bool covers(std::string_view host) const;
};

struct SiteFolder {
  std::string path;
  std::string name;       // what reasons call it
  bool optional = false;  // no folder there: no rules
};

// Immutable once loaded; any number of threads may read it. Cheap to copy.
class SiteRules {
 public:
  // Every *.toml of the folders, in order of name. Where two folders name one host the later one
  // wins; within a folder that is a fault. Throws Failure "FILE:LINE:COLUMN: what is wrong".
  static SiteRules load(const std::vector<SiteFolder>& folders);
  static SiteRules load_file(const std::string& path);

  bool empty() const;
  std::vector<const SiteRule*> all() const;

  // The rule of a lower-case host: the host itself, else the longest "*." that ends it; none: null.
  const SiteRule* find(std::string_view host) const;

  // 16 hex digits over names and bytes of all files; empty when there is none.
  std::string digest() const;

  struct State;

 private:
  std::shared_ptr<const State> state_;
};

enum class SiteCall : std::uint8_t {
  kSilent,   // the rule says nothing: the label stands
  kKeep,     // in a kept region: text, or what else of the article the label says
  kText,     // kept by itself: text, whatever the label says
  kOutside,  // outside what is kept, or cut off: no text, but it may be title, meta, tags
  kDrop,     // not the article's at all
  kTitle,
  kMeta,  // date or author
};

struct SiteVerdict {
  SiteCall call = SiteCall::kSilent;
  std::uint32_t line = 0;  // of the rule file
};

// How a selector did on a page.
struct SelectorUse {
  std::string key, selector;  // "keep", "article.main > p"
  std::uint32_t line = 0;
  std::uint32_t elements = 0;    // that it matched
  std::uint32_t blocks = 0;      // that stand in them
  std::uint32_t parts = 0;       // that hold more than the element: left alone by keep and drop
  std::uint32_t overridden = 0;  // keep: blocks that a drop or a cut took back
};

struct SiteReading {
  std::string file;                   // of the rule; empty: there was none for the page
  std::vector<SiteVerdict> verdicts;  // one a block
  // Values of the title, date and author selectors, `certain`, the first of each that has one.
  std::optional<Claim> title, date;
  std::vector<Claim> authors;
  BlockId title_block = kNone;    // the one whose verdict is kTitle
  std::vector<SelectorUse> uses;  // one a selector, in the order of the file
  bool decides_text = false;      // something was kept or cut: the page's data have no say in it
  std::string warning;            // keep selectors that match nothing here: the site has changed

  std::string reason(std::uint32_t line) const;  // "rules/sites/news.toml:12"
};

// `blocks` are those of `tree`. Pure; any thread. Cost: nodes times selectors, at most 512 steps.
SiteReading read_site(const SiteRule& rule, const Tree& tree, const Blocks& blocks);

struct SiteLabel {
  LabelName name;
  std::uint32_t line;  // of the rule file
};

// What a block that the label stage calls `now` is by the rule; none: the label and its reason
// stand. Text becomes heading or body by its element; what is left out becomes template, unless it
// had another label that is not the article's.
std::optional<SiteLabel> site_label(const SiteReading& reading, const Blocks& blocks, BlockId n,
                                    LabelName now);

// The claims of the rule before all that the page says; a text that the rule decides is not
// outweighed by one that JSON-LD has.
void claim_site(const SiteReading& reading, Head& head);

}  // namespace tamis
