// SPDX-License-Identifier: Apache-2.0
#include "segment/names.h"

namespace tamis::segment_detail {

namespace {
bool lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
}  // namespace

void append_names(std::string_view value, std::string& out, std::size_t limit) {
  bool open = false;
  const auto close = [&] {
    if (open) out += ' ';
    open = false;
  };
  for (std::size_t i = 0; i < value.size() && out.size() < limit; ++i) {
    const char c = value[i];
    if (upper(c)) {
      // A capital opens a token, but within a run of capitals only the last one before a small
      // letter does: "TRSEditor" is trs editor.
      const bool after_lower = i > 0 && lower(value[i - 1]);
      const bool before_lower = i + 1 < value.size() && lower(value[i + 1]);
      if (after_lower || (before_lower && i > 0 && upper(value[i - 1]))) close();
      out += static_cast<char>(c - 'A' + 'a');
      open = true;
    } else if (lower(c) || static_cast<unsigned char>(c) >= 0x80) {
      out += c;
      open = true;
    } else {
      close();
      // Between two class names: the pieces of both are never written together.
      const bool gap = c == ' ' || c == '\t' || c == '\n';
      if (gap && !out.empty() && !out.ends_with("| ")) out += "| ";
    }
  }
  close();
  if (!out.empty() && !out.ends_with("| ")) out += "| ";
}

}  // namespace tamis::segment_detail
