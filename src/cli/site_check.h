// SPDX-License-Identifier: Apache-2.0
// What a site rule does to given pages and to its own examples, for people.
#pragma once

#include "tamis/pipeline.h"

#include <string>

namespace tamis::cli {

struct SiteCheck {
  std::string text;  // lines, each with its end
  bool ok = true;
};

// `rule` alone over one page, whatever the page's host.
SiteCheck check_page(const SiteRules& only, const SiteRule& rule, Page page, const Rules& rules,
                     CleanOptions options);

// The examples that the file carries. Files beside it are read.
SiteCheck check_examples(const SiteRules& only, const SiteRule& rule, const Rules& rules,
                         CleanOptions options);

}  // namespace tamis::cli
