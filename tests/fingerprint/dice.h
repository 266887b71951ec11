// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same everywhere (the distributions of <random> are not).
#pragma once

#include <cstdint>
#include <random>

namespace tamis {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t word() { return engine_(); }
  unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace tamis
