// SPDX-License-Identifier: Apache-2.0
#include "base/host_pattern.h"

#include <algorithm>

namespace tamis::base {

const char* fault_of_host_pattern(std::string_view host) {
  if (host.empty()) return "an empty host";
  if (host.find("://") != host.npos || host.find('/') != host.npos)
    return "a host only: without http:// and without a path";
  if (host.starts_with("*.")) host.remove_prefix(2);
  if (host.find('*') != host.npos) return "a * stands only as the first label: *.news.example";
  if (host.find(':') != host.npos) return "a host without its port";
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
  const bool labels =
      !host.empty() && host.front() != '.' && host.back() != '.' && host.find("..") == host.npos;
  return plain && labels ? nullptr : "no host name (write other letters as xn--...)";
}

}  // namespace tamis::base
