// SPDX-License-Identifier: Apache-2.0
// The text of gram weights: comments, "tamis-grams 1", "bias X", "grams N", and N lines
// "WEIGHT<TAB>WORD[ WORD[ WORD]]".
#include "tamis/gram_weights.h"

#include "rules/gram_keys.h"
#include "rules/model_lines.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tamis {

class GramWeightsReader {
 public:
  GramWeightsReader(std::string_view text, const std::string& name) : lines_(text, name) {}

  GramWeights read() {
    if (lines_.count_of("tamis-grams") != 1)
      lines_.fail("these weights are of another version; this tamis reads 1");
    out_.bias_ = lines_.number<double>(lines_.rest_of("bias"));
    const std::size_t count = lines_.count_of("grams");
    if (count > kMost) lines_.fail("there are at most 1048576 n-grams");
    out_.slots_.resize(std::bit_ceil(2 * count + 2));
    out_.filter_.resize(std::bit_ceil(count / 8 + 1));
    for (std::size_t n = 0; n < count; ++n) read_gram();
    if (!lines_.next().empty()) lines_.fail("there is more behind the last n-gram");
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMost = 1 << 20;

  void read_gram() {
    const std::string_view line = lines_.next();
    const std::size_t tab = line.find('\t');
    if (tab == line.npos || tab + 1 == line.size())
      lines_.fail("expected a weight, a tab and words");
    const auto weight = lines_.number<float>(line.substr(0, tab));
    if (!put(key_of(line.substr(tab + 1)), weight))
      lines_.fail("'" + std::string(line.substr(tab + 1)) + "' stands here twice");
  }

  std::uint64_t key_of(std::string_view words) const {
    std::uint64_t key = 0;
    for (int count = 0;; ++count) {
      const std::size_t space = words.find(' ');
      if (space == 0 || words.empty() || count == 3)
        lines_.fail("expected one to three words, a space between");
      const std::uint64_t word = rules::word_key(words.substr(0, space));
      key = count == 0 ? word : rules::join_keys(key, word);
      if (space == words.npos) return key;
      words.remove_prefix(space + 1);
    }
  }

  bool put(std::uint64_t key, float weight) {
    const std::size_t mask = out_.slots_.size() - 1;
    std::size_t at = key & mask;
    for (; out_.slots_[at].key != 0; at = (at + 1) & mask) {
      if (out_.slots_[at].key == key) return false;
    }
    const std::size_t bit = out_.bit_of(key);
    out_.filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
    out_.slots_[at] = {key, {static_cast<std::uint32_t>(out_.size_++), weight}};
    return true;
  }

  rules::ModelLines lines_;
  GramWeights out_;
};

GramWeights GramWeights::parse(std::string_view text, const std::string& name) {
  return GramWeightsReader(text, name).read();
}

const GramWeights::Gram* GramWeights::find_slot(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask; slots_[at].key != 0; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at].gram;
  }
  return nullptr;
}

float GramWeights::odds(double sum, std::size_t count) const {
  const double root = std::sqrt(static_cast<double>(std::max<std::size_t>(count, 1)));
  return static_cast<float>(bias_ + sum / root);
}

}  // namespace tamis
