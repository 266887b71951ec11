// SPDX-License-Identifier: Apache-2.0
// XML as a stream of calls (expat, the only place that includes it). expat and not a tree: a
// sitemap of 50 MB costs one element's memory, and what came before damage has been read.
#pragma once

#include "tamis/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamis::discovery {

// "news:title" is prefix and local name. Both in lower case: feeds are not careful.
struct XmlName {
  std::string prefix, local;
};
using XmlAttributes = std::vector<std::pair<XmlName, std::string_view>>;

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void close() = 0;  // of the innermost open element
  virtual void text(std::string_view text) = 0;
};

// kBroken where the document breaks off, with the line; kTooDeep at more than 100 open elements.
// What stands behind the root element is not looked at. Exceptions of the handler come through.
std::optional<Error> read_xml(std::string_view utf8, XmlHandler& handler);

// The value of an attribute without prefix, empty when there is none.
std::string_view attribute(const XmlAttributes& attributes, std::string_view local);

}  // namespace tamis::discovery
