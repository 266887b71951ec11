// SPDX-License-Identifier: Apache-2.0
// Groups of equal digests, put into lines that have been written without their counts.
#pragma once

#include "tamis/memory.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tamis::pipeline {

class Groups {
 public:
  explicit Groups(Memory memory) : memory_(std::move(memory)) {}

  // The line with pages and sites in every group of it. The bytes looked for cannot stand within a
  // JSON string: its quotation marks would be escaped.
  std::string fill(std::string_view line);

 private:
  const std::string& counts(const std::string& id);

  const Memory memory_;
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace tamis::pipeline
