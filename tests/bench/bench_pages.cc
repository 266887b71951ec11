// SPDX-License-Identifier: Apache-2.0
#include "bench/bench_pages.h"

#include "tamis/result.h"
#include "tamis/source.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tamis::bench {

std::string take_option(int& argc, char** argv, const std::string& name,
                        const std::string& otherwise) {
  const std::string flag = "--" + name;
  for (int i = 1; i < argc; ++i) {
    const std::string_view given = argv[i];
    int used = 0;
    std::string value;
    if (given == flag && i + 1 < argc) {
      value = argv[i + 1];
      used = 2;
    } else if (given.rfind(flag + "=", 0) == 0) {
      value = given.substr(flag.size() + 1);
      used = 1;
    }
    if (used > 0) {
      std::move(argv + i + used, argv + argc, argv + i);
      argc -= used;
      return value;
    }
  }
  return otherwise;
}

std::string default_pages() {
  return TAMIS_SEEDS_DIR;
}

Rules load_rules() {
  return Rules::load(TAMIS_RULES_DIR);
}

std::vector<Page> load_pages(const std::string& folder) {
  std::vector<Page> pages;
  const auto source = open_source({folder}, {});
  Page page;
  while (source->next(page)) {
    if (!page.error) pages.push_back(std::move(page));
    page = {};
  }
  if (pages.empty()) throw Failure("no page in " + folder, "name a folder of pages with --pages");
  return pages;
}

std::vector<Page> html_only(std::vector<Page> pages) {
  std::erase_if(pages, [](const Page& page) { return page.kind != PageKind::kHtml; });
  return pages;
}

std::size_t total_bytes(const std::vector<Page>& pages) {
  std::size_t bytes = 0;
  for (const Page& page : pages) bytes += page.bytes.size();
  return bytes;
}

}  // namespace tamis::bench
