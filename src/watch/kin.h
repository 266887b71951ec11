// SPDX-License-Identifier: Apache-2.0
// What a new body has in common with the newest bodies of other pages: a bounded number of
// candidates by fingerprint, each compared text by text.
#pragma once

#include "tamis/relate.h"
#include "tamis/store.h"

#include <string>
#include <vector>

namespace tamis::watching {

struct Kin {
  UrlId other = 0;
  std::string url;
  RelationType type = RelationType::kNear;
  double score = 0;
  bool copy = false;   // the same text or nearly so
  bool story = false;  // may stand in one cluster
};

class KinFinder {
 public:
  KinFinder(Store& store, const Rules& rules) : store_(store), canon_(rules) {}
  // Puts the body's fingerprint and the lines of relations.jsonl into the store.
  std::vector<Kin> find(UrlId id, const std::string& url, const BodyVersion& body);

 private:
  Entry entry_of(const std::string& url, const std::string& text, const std::string& date) const;
  Store& store_;
  Canon canon_;
  RelateOptions options_;
};

}  // namespace tamis::watching
