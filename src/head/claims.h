// SPDX-License-Identifier: Apache-2.0
// ClaimList: claims in order of trust, without repetitions, bounded in number and length.
#pragma once

#include "tamis/head.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::head {

inline constexpr std::size_t kMaxClaims = 50;
inline constexpr std::size_t kMaxCharacters = 500;  // of one value

// Where a claim came from, most trusted first.
enum class Trust { kJsonLd, kOpenGraph, kMeta, kItemprop, kWeak };

class ClaimList {
 public:
  // Collapses white space and cuts the value; an empty or repeated one is not added.
  void add(std::string_view value, std::string by, Trust trust);
  bool empty() const { return entries_.empty(); }
  std::vector<Claim> take();  // most trusted first, else in the order they were added

 private:
  struct Entry {
    Claim claim;
    Trust trust;
  };
  std::vector<Entry> entries_;
};

// Head while it is being read.
struct Draft {
  ClaimList titles, dates, modified, authors, editors, sources, site_names, descriptions, sections,
      tags, urls, types;
  std::string language, article_body;

  Head take();
};

// "a, b、c" to one claim a keyword.
void add_keywords(ClaimList& list, std::string_view value, const std::string& by, Trust trust);

}  // namespace tamis::head
