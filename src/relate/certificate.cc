// SPDX-License-Identifier: Apache-2.0
#include "relate/certificate.h"

#include "base/hash.h"
#include "base/mix.h"
#include "relate/compare.h"
#include "relate/parallel.h"
#include "relate/roundup.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <utility>

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
    std::vector<std::pair<Shingle, std::uint32_t>> owned;
    for (std::uint32_t s = 0; s < nodes_.size(); ++s) {
      const std::uint32_t first = problem.firsts[nodes_[s]];
      texts_.push_back(
          std::make_unique<Profile>(problem.texts, problem.entries[first], first, problem.canon));
      texts_.back()->make_all();  // every thread compares with it
      for (const Shingle shingle : texts_.back()->shingles().distinct()) {
        owned.emplace_back(shingle, s);
      }
    }
    std::sort(owned.begin(), owned.end());
    mask_ = std::bit_ceil(2 * owned.size() + 2) - 1;
    slots_.resize(mask_ + 1);
    for (std::size_t i = 0; i < owned.size(); ++i) {
      if (i == 0 || owned[i].first != owned[i - 1].first) insert(owned[i].first);
      owners_.push_back(owned[i].second);
      ends_.back() = static_cast<std::uint32_t>(owners_.size());
    }
  }
  std::size_t size() const { return nodes_.size(); }
  std::uint32_t node(std::size_t s) const { return nodes_[s]; }
  const Profile& text(std::size_t s) const { return *texts_[s]; }

  // How many distinct shingles each sampled text shares with the texts that are given to it. One
  // thread's.
  class Counter {
   public:
    explicit Counter(const Sample& sample)
        : sample_(sample), shared_(sample.size()), seen_(sample.ends_.size(), 0) {}
    const std::vector<std::uint32_t>& count(std::u16string_view letters) {
      std::fill(shared_.begin(), shared_.end(), 0);
      ++text_;
      for (std::size_t i = 0; i + kShingle <= letters.size(); ++i) look_up(shingle_at(letters, i));
      return shared_;
    }

   private:
    void look_up(Shingle shingle) {
      const std::uint64_t hash = hash_of(shingle) >> 12;
      if ((sample_.filter_[hash / 64] >> hash % 64 & 1) == 0) return;
      const std::uint32_t key = sample_.find(shingle);
      if (key == kNone || std::exchange(seen_[key], text_) == text_) return;
      for (std::uint32_t i = key == 0 ? 0 : sample_.ends_[key - 1]; i < sample_.ends_[key]; ++i) {
        ++shared_[sample_.owners_[i]];
      }
    }
    const Sample& sample_;
    std::vector<std::uint32_t> shared_, seen_;  // seen_: the last text that had the key
    std::uint32_t text_ = 0;
  };

 private:
  static constexpr std::uint64_t kFilter = 1u << 20;  // as the first 20 bits of hash_of()
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Slot {
    Shingle shingle = 0;  // 0: free
    std::uint32_t key = kNone;
  };

  // The sampled texts are drawn by a hash of all of the text: nobody can aim at this.
  static std::uint64_t hash_of(Shingle shingle) { return shingle * 0x9E3779B97F4A7C15 >> 32; }

  void insert(Shingle shingle) {
    const std::uint64_t hash = hash_of(shingle) >> 12;
    filter_[hash / 64] |= std::uint64_t{1} << hash % 64;
    std::size_t at = hash_of(shingle) & mask_;
    while (slots_[at].shingle != 0) at = (at + 1) & mask_;
    slots_[at] = {shingle, static_cast<std::uint32_t>(ends_.size())};
    ends_.push_back(0);
  }
  std::uint32_t find(Shingle shingle) const {
    std::size_t at = hash_of(shingle) & mask_;
    while (slots_[at].shingle != shingle && slots_[at].shingle != 0) at = (at + 1) & mask_;
    return slots_[at].key;
  }

  std::vector<std::uint32_t> nodes_;
  std::vector<std::unique_ptr<Profile>> texts_;
  std::vector<std::uint64_t> filter_;
  // Open addressing, half empty; the sampled texts that have key k are owners_[ends_[k - 1],
  // ends_[k]).
  std::size_t mask_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> ends_, owners_;
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

  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<Met> out;
    Sample::Counter counter(sample);
    for (auto node = static_cast<std::uint32_t>(begin); node < end; ++node) {
      const Entry& entry = problem.entries[problem.firsts[node]];
      if (entry.print.shingles() < kFewShingles) continue;
      const Profile text(problem.texts, entry, problem.firsts[node], problem.canon);
      const std::vector<std::uint32_t>& shared = counter.count(text.letters());
      for (std::size_t s = 0; s < sample.size(); ++s) {
        const std::uint32_t other = sample.node(s);
        // A pair of two sampled pages counts once.
        const bool again = other == node || (is_sampled[node] && node < other);
        if (again || shared[s] == 0) continue;
        const std::size_t other_size = sample.text(s).shingles().distinct().size();
        const auto is_most = [&](std::size_t size) {
          return shared[s] >= kMayBeAlike * static_cast<double>(std::min(size, other_size));
        };
        const bool alike =
            is_most(text.filter().least_distinct()) && is_most(text.shingles().distinct().size());
        const bool item = shared[s] >= kMayBeItem && (may_have_item(sample.text(s), text) ||
                                                      may_have_item(text, sample.text(s)));
        if (!alike && !item) continue;
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
