// SPDX-License-Identifier: Apache-2.0
// ResponseHead: status line and headers, line by line as libcurl hands them over.
#pragma once

#include "tamis/fetch.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::fetch {

// Used for one answer after another. The lines wait as bytes for read(), which makes strings of
// them when the answer is taken: those of a hundred answers under way would lie all over the heap.
class ResponseHead {
 public:
  void clear();
  // One line with its end. False: over `most` bytes in all.
  bool add_line(std::string_view line, std::uint64_t most);

  // Fills status_line and headers, in the memory that they have. A status line begins anew (1xx
  // answers, 103 hints); what follows the empty line is trailers, which are passed over.
  void read();

  // Two lengths that differ: whoever sent it does not mean one message (RFC 9112, 6.3).
  bool contradicts_itself() const;

  bool ended() const { return ended_; }  // the empty line came

  std::string status_line;
  HttpHeaders headers;

 private:
  void read_line(std::string_view line);
  void add(std::string_view name, std::string_view value);

  std::string lines_;
  std::size_t count_ = 0;  // of headers, while reading
  bool ended_ = false;
};

bool same_name(std::string_view a, std::string_view b);  // of headers: ASCII, any case
std::string_view trim_blanks(std::string_view text);     // spaces and tabs

}  // namespace tamis::fetch
