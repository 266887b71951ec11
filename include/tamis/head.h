// SPDX-License-Identifier: Apache-2.0
// read_head: what the page says about itself: <title>, meta, Open Graph, JSON-LD, <html lang>.
// Claims only; assemble weighs them against what stands on the page.
#pragma once

#include "tamis/parse.h"

#include <string>
#include <vector>

namespace tamis {

struct Claim {
  std::string value;     // white space collapsed, entities decoded
  std::string by;        // "title" "og" "meta:NAME" "json-ld" "itemprop:NAME" "time" "link"
  bool certain = false;  // a site rule points at it: `by` is the rule, and nothing outweighs it
};

struct Head {
  std::vector<Claim> titles;    // in order of trust: json-ld headline, og, other meta, <title>
  std::vector<Claim> dates;     // publication only, as written
  std::vector<Claim> modified;  // last change, as written
  std::vector<Claim> authors;
  std::vector<Claim> editors;
  std::vector<Claim> sources;  // meta source, JSON-LD publisher is not one
  std::vector<Claim> site_names;
  std::vector<Claim> descriptions;
  std::vector<Claim> sections;  // channel: article:section, JSON-LD articleSection
  std::vector<Claim> tags;      // keywords, article:tag, one Claim a keyword
  std::vector<Claim> urls;      // canonical, og:url
  std::vector<Claim> types;     // og:type, JSON-LD @type
  std::string language;         // <html lang>, content-language, og:locale; as written
  std::string article_body;     // JSON-LD articleBody, plain text
  // Of the data that the page's scripts read, plain text; not read by read_head, see payload_body.
  std::string payload_body;
};

// Never fails: a JSON-LD that does not parse claims nothing. Pure; any thread.
Head read_head(const Tree& tree);

// The article's body in the page's payloads (__NEXT_DATA__ and its like), one paragraph a line;
// empty when none reads like an article or several do and no title says which. It costs as much as
// all the rest of a page: ask only where the tree has no body. Pure; any thread.
std::string payload_body(const Tree& tree, const Head& head);

}  // namespace tamis
