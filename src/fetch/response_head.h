// SPDX-License-Identifier: Apache-2.0
// ResponseHead: status line and headers, line by line as libcurl hands them over.
#pragma once

#include "tamis/fetch.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::fetch {

class ResponseHead {
 public:
  // One line with its end. A status line begins anew (1xx answers, 103 hints); what follows the
  // empty line is trailers, which are passed over. False: over `most` bytes in all.
  bool add_line(std::string_view line, std::uint64_t most);

  // Two lengths that differ: whoever sent it does not mean one message (RFC 9112, 6.3).
  bool contradicts_itself() const;

  bool ended() const { return ended_; }  // the empty line came

  std::string status_line;
  HttpHeaders headers;

 private:
  bool ended_ = false;
  std::uint64_t bytes_ = 0;
};

bool same_name(std::string_view a, std::string_view b);  // of headers: ASCII, any case
std::string_view trim_blanks(std::string_view text);     // spaces and tabs

}  // namespace tamis::fetch
