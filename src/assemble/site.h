// SPDX-License-Identifier: Apache-2.0
// Where the article stands and where it came from: URL, host, site name, source.
#pragma once

#include "assemble/view.h"

#include <string>
#include <string_view>

namespace tamis::assembly {

// page.url, canonical, og:url, or the permalink line "網址: TITLE http://…".
std::string url_of(const View& view);

// og:site_name, JSON-LD publisher, the end of <title>, "本文由…发布", a contact address's domain.
std::string sitename_of(const View& view, std::string_view hostname);

// 来源:榕城网; the outlet in front of "记者"; meta source.
std::string source_of(const View& view);

// "a.example.co.uk" to "example": the label that names the site.
std::string_view main_label(std::string_view host);

}  // namespace tamis::assembly
