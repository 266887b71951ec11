// SPDX-License-Identifier: Apache-2.0
// What relating reads of the articles beside their entries: canonical letters and the hashes of
// winnowing, in memory as far as they may be, else in files without a name.
#pragma once

#include "pipeline/item_store.h"
#include "tamis/relate.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tamis::pipeline {

class KeptPrints {
 public:
  // `memory` as RelateOptions has it; half of it is theirs.
  KeptPrints(const std::string& folder, std::uint64_t memory)
      : folder_(folder), letters_(folder, memory / 4), minima_(folder, memory / 4) {}

  // Of the next entry, which gives its hashes up.
  void append(std::u16string_view letters, Entry& entry);
  void flush();

  // Everything of them but `body`. They must outlive it.
  Texts texts() const;

 private:
  std::string folder_;
  ItemStore letters_, minima_;
};

}  // namespace tamis::pipeline
