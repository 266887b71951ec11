// SPDX-License-Identifier: Apache-2.0
// Traditional to Simplified Chinese by OpenCC's phrases (t2s), the last step on disguised pages.
#pragma once

#include "repair/bigrams.h"
#include "repair/readings.h"

#include <memory>
#include <string>
#include <string_view>

namespace tamis::repairing {

// Loads OpenCC's dictionaries: keep it. Throws Failure when they are not installed. Any thread.
class Simplifier {
 public:
  Simplifier();
  ~Simplifier();
  Simplifier(Simplifier&&) noexcept;

  // As many characters as before. In HTML what stands between tags, content, alt and title
  // attributes, and JSON-LD; never an address. Where a phrase keeps a Traditional form ("乾隆"),
  // the bigrams must agree: it may be two words of a text that was converted character by
  // character.
  std::string simplify(std::string_view text, bool html, const Readings& readings,
                       const Bigrams& bigrams) const;

 private:
  struct OpenCc;
  std::unique_ptr<const OpenCc> opencc_;
};

}  // namespace tamis::repairing
