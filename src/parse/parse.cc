// SPDX-License-Identifier: Apache-2.0
#include "tamis/parse.h"

#include "parse/gumbo_tree.h"

#include <string>

namespace tamis {

Result<Tree> parse(std::string_view html, const ParseLimits& limits) {
  if (html.size() > limits.max_bytes) {
    return Error{ErrorKind::kTooBig, std::to_string(html.size()) + " bytes of HTML, the limit is " +
                                         std::to_string(limits.max_bytes)};
  }
  return parsing::gumbo_tree(html, std::size_t{256} << 20);
}

}  // namespace tamis
