// SPDX-License-Identifier: Apache-2.0
// The pages that the benchmarks run over: a folder given by --pages, else the committed seeds.
#pragma once

#include "tamis/page.h"
#include "tamis/rules.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tamis::bench {

// Takes "--NAME VALUE" or "--NAME=VALUE" out of the arguments; `otherwise` when it is not there.
std::string take_option(int& argc, char** argv, const std::string& name,
                        const std::string& otherwise);

std::string default_pages();  // seeds/crawl
Rules load_rules();

// Every readable page of a folder, read and unzipped. Throws Failure when there is none.
std::vector<Page> load_pages(const std::string& folder);

// The same, HTML pages only: what the stages before label are measured on.
std::vector<Page> html_only(std::vector<Page> pages);

std::size_t total_bytes(const std::vector<Page>& pages);

}  // namespace tamis::bench
