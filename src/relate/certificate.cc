// SPDX-License-Identifier: Apache-2.0
#include "relate/certificate.h"

#include "base/hash.h"
#include "base/mix.h"
#include "relate/compare.h"
#include "relate/parallel.h"
#include "relate/roundup.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_map>

namespace tamis::relating {

namespace {

constexpr double kMayBeAlike = .3;        // share of the smaller text; judge() asks for more
constexpr std::uint32_t kMayBeItem = 12;  // shingles that a collection and its item share
constexpr std::size_t kChunk = 256;

// The nodes whose keys are smallest.
std::vector<std::uint32_t> draw(const CertificateProblem& problem) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (std::uint32_t node = 0; node < problem.firsts.size(); ++node) {
    const Entry& entry = problem.entries[problem.firsts[node]];
    if (entry.print.shingles() < kFewShingles) continue;
    keys.emplace_back(base::hash64(entry.id, entry.print.exact.low), node);
  }
  const std::size_t most = std::min<std::size_t>(keys.size(), problem.options.certificate);
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(most), keys.end());
  std::vector<std::uint32_t> nodes;
  for (std::size_t i = 0; i < most; ++i) nodes.push_back(keys[i].second);
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

// Which of the sampled texts have a shingle: behind a filter, since most have none.
class Sample {
 public:
  Sample(const CertificateProblem& problem, std::vector<std::uint32_t> nodes)
      : nodes_(std::move(nodes)), filter_(kFilter / 64, 0) {
    for (std::uint32_t s = 0; s < nodes_.size(); ++s) {
      texts_.push_back(
          std::make_unique<Profile>(problem.text_of(problem.firsts[nodes_[s]]), problem.canon));
      texts_.back()->make_all();  // every thread compares with it
      for (const Shingle shingle : texts_.back()->shingles().distinct()) {
        const std::uint64_t hash = base::hash_word(shingle) % kFilter;
        filter_[hash / 64] |= std::uint64_t{1} << hash % 64;
        owners_[shingle].push_back(s);
      }
    }
  }
  std::size_t size() const { return nodes_.size(); }
  std::uint32_t node(std::size_t s) const { return nodes_[s]; }
  const Profile& text(std::size_t s) const { return *texts_[s]; }

  // How many distinct shingles each sampled text shares with these.
  void count(const std::vector<Shingle>& distinct, std::vector<std::uint32_t>& shared) const {
    std::fill(shared.begin(), shared.end(), 0);
    for (const Shingle shingle : distinct) {
      const std::uint64_t hash = base::hash_word(shingle) % kFilter;
      if ((filter_[hash / 64] >> hash % 64 & 1) == 0) continue;
      const auto owners = owners_.find(shingle);
      if (owners == owners_.end()) continue;
      for (const std::uint32_t s : owners->second) ++shared[s];
    }
  }

 private:
  static constexpr std::uint64_t kFilter = 1u << 20;
  std::vector<std::uint32_t> nodes_;
  std::vector<std::unique_ptr<Profile>> texts_;
  std::vector<std::uint64_t> filter_;
  std::unordered_map<Shingle, std::vector<std::uint32_t>> owners_;
};

struct Met {
  RelationType type;
  bool found;
};

}  // namespace

Certificate certify(const CertificateProblem& problem) {
  Certificate certificate;
  const Sample sample(problem, draw(problem));
  certificate.sampled = sample.size();
  if (sample.size() == 0) return certificate;
  std::vector<bool> is_sampled(problem.firsts.size(), false);
  for (std::size_t s = 0; s < sample.size(); ++s) is_sampled[sample.node(s)] = true;
  std::vector<char> has_list(sample.size());
  for (std::size_t s = 0; s < sample.size(); ++s) has_list[s] = has_items(sample.text(s));

  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<Met> out;
    std::vector<std::uint32_t> shared(sample.size());
    for (auto node = static_cast<std::uint32_t>(begin); node < end; ++node) {
      const Entry& entry = problem.entries[problem.firsts[node]];
      if (entry.print.shingles() < kFewShingles) continue;
      const Profile text(problem.text_of(problem.firsts[node]), problem.canon);
      sample.count(text.shingles().distinct(), shared);
      for (std::size_t s = 0; s < sample.size(); ++s) {
        const std::uint32_t other = sample.node(s);
        // A pair of two sampled pages counts once.
        const bool again = other == node || (is_sampled[node] && node < other);
        const std::size_t smaller = std::min(text.shingles().distinct().size(),
                                             sample.text(s).shingles().distinct().size());
        const bool alike = shared[s] >= kMayBeAlike * static_cast<double>(smaller);
        const bool item = shared[s] >= kMayBeItem && (has_list[s] != 0 || has_items(text));
        if (again || (!alike && !item)) continue;
        const Relation relation = judge(problem.entries[problem.firsts[other]], sample.text(s),
                                        entry, text, problem.options);
        if (relation.type == RelationType::kUnrelated || relation.type == RelationType::kSibling) {
          continue;  // siblings are kept out of the results: nobody looks for them all
        }
        out.push_back(
            {relation.type, problem.was_compared({std::min(node, other), std::max(node, other)})});
      }
    }
    return out;
  };
  const std::vector<Met> met =
      gather<Met>(problem.firsts.size(), kChunk, problem.options.threads, work);
  for (const Met& m : met) {
    CertificateRow& row = certificate.rows[m.type];
    ++row.related;
    row.found += m.found;
  }
  certificate.comparisons = sample.size() * (problem.firsts.size() - 1);
  return certificate;
}

}  // namespace tamis::relating

namespace tamis {

// Wilson's score interval (1927).
std::pair<double, double> CertificateRow::interval() const {
  if (related == 0) return {0, 1};
  constexpr double kZ = 1.96;
  const double n = static_cast<double>(related), p = static_cast<double>(found) / n;
  const double centre = p + kZ * kZ / (2 * n),
               root = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  return {std::max(0.0, (centre - root) / scale), std::min(1.0, (centre + root) / scale)};
}

}  // namespace tamis
