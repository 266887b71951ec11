// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_features.h"

#include "json/json.h"

#include <cstdio>

namespace tamis::cli {

std::string features_text(const std::vector<Weighed>& weighed) {
  std::string out;
  for (const Weighed& one : weighed) {
    char text[128];
    std::snprintf(text, sizeof text, "%s%+.2f %s %.4g", out.empty() ? "" : ", ",
                  static_cast<double>(one.adds), one.feature.c_str(),
                  static_cast<double>(one.value));
    out += text;
  }
  return out;
}

std::string features_json(const Cleaned& cleaned) {
  if (cleaned.weighed.empty()) return "";
  json::Writer writer;
  writer.open_object();
  writer.key("id");
  writer.text(cleaned.article.id);
  writer.key("features");
  writer.open_array();
  for (std::size_t n = 0; n < cleaned.weighed.size(); ++n) {
    writer.open_object();
    writer.key("n");
    writer.number(static_cast<std::uint64_t>(n));
    writer.key("weighed");
    writer.open_array();
    for (const Weighed& one : cleaned.weighed[n]) {
      writer.open_object();
      writer.key("name");
      writer.text(one.feature);
      writer.key("value");
      writer.real(static_cast<double>(one.value), 4);
      writer.key("adds");
      writer.real(static_cast<double>(one.adds), 3);
      writer.close_object();
    }
    writer.close_array();
    writer.close_object();
  }
  writer.close_array();
  writer.close_object();
  return writer.take() + "\n";
}

}  // namespace tamis::cli
