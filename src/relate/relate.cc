// SPDX-License-Identifier: Apache-2.0
#include "tamis/relate.h"

#include "base/hash.h"
#include "relate/candidates.h"
#include "relate/certificate.h"
#include "relate/compare.h"
#include "relate/keeper.h"
#include "relate/stars.h"
#include "relate/verify.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace tamis {

namespace {

using relating::Pair;

constexpr std::size_t kFewCopies = 24;  // of one text: relations name every one of them

// One run: candidates, verdicts, stars. Nodes are groups of one canonical text.
class Run {
 public:
  Run(const std::vector<Entry>& entries, const Texts& texts, const Canon& canon,
      const RelateOptions& options)
      : entries_(entries),
        texts_(texts),
        canon_(canon),
        options_(options),
        candidates_(relating::find_candidates(entries, texts, options)) {}

  Relations take() {
    for (const auto& group : candidates_.groups) add_exact(group);
    add_clusters(check(candidates_.pairs));
    settle_digests();
    sort_results();
    result_.index = candidates_.index;
    if (options_.certificate > 0) certify();
    return std::move(result_);
  }

 private:
  // A digest, or an item of a collection, without figures may stand in several bulletins of one
  // form, which are siblings: it is the earliest one's. Both comparisons are direct; only the
  // choice between them looks at both.
  void settle_digests() {
    std::sort(siblings_.begin(), siblings_.end());
    std::map<std::uint32_t, std::vector<std::size_t>> wholes;  // of each digest: its relations
    for (std::size_t i = 0; i < result_.pairs.size(); ++i) {
      const Relation& relation = result_.pairs[i];
      const bool part =
          relation.type == RelationType::kDigestOf || relation.type == RelationType::kRoundupOf;
      if (part) wholes[relation.a].push_back(i);
    }
    std::vector<bool> gone(result_.pairs.size(), false);
    for (const auto& [digest, found] : wholes) {
      for (const std::size_t i : found) {
        for (const std::size_t j : found)
          gone[i] = gone[i] || is_worse(result_.pairs[i].b, result_.pairs[j].b);
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < gone.size(); ++i) {
      if (gone[i]) continue;
      if (kept != i) result_.pairs[kept] = std::move(result_.pairs[i]);
      ++kept;
    }
    result_.verified -= gone.size() - kept;
    result_.pairs.resize(kept);
  }

  // Is y an earlier sibling of x?
  bool is_worse(std::uint32_t x, std::uint32_t y) const {
    return relating::earlier(entries_[y], entries_[x]) &&
           std::binary_search(siblings_.begin(), siblings_.end(),
                              Pair{std::min(x, y), std::max(x, y)});
  }

  void certify() {
    relating::CertificateProblem problem{entries_, {}, texts_, canon_, options_, {}};
    for (const auto& group : candidates_.groups) problem.firsts.push_back(group[0]);
    problem.was_compared = [this](const Pair& pair) {
      return std::binary_search(candidates_.pairs.begin(), candidates_.pairs.end(), pair);
    };
    result_.certificate = relating::certify(problem);
  }

  std::uint32_t first_of(std::uint32_t node) const { return candidates_.groups[node][0]; }

  // All pairs of a few; of many a star around the best keeper: n - 1 pairs, not n * n.
  void add_exact(const std::vector<std::uint32_t>& group) {
    const std::size_t keepers = group.size() <= kFewCopies ? group.size() : 1;
    for (std::size_t k = 0; k < keepers; ++k) {
      for (std::size_t i = k + 1; i < group.size(); ++i) {
        Relation relation;
        relation.type = RelationType::kExact;
        relation.because = "the same canonical text";
        const bool later = relating::is_later(entries_[group[i]], entries_[group[k]]);
        relation.a = later ? group[i] : group[k];
        relation.b = later ? group[k] : group[i];
        relation.score = 1;
        relation.evidence.shared = entries_[group[k]].print.shingles();
        result_.pairs.push_back(std::move(relation));
        ++result_.verified;
      }
    }
  }

  // Compares the texts of pairs of nodes, keeps what is related, gives the duplicates.
  std::vector<Pair> check(const std::vector<Pair>& pairs) {
    std::vector<Pair> of_entries, duplicates;
    of_entries.reserve(pairs.size());
    for (const auto& [x, y] : pairs) of_entries.emplace_back(first_of(x), first_of(y));
    for (relating::Verified& verified :
         relating::verify(entries_, texts_, canon_, of_entries, options_)) {
      const Pair& pair = pairs[verified.pair];
      if (is_duplicate(verified.relation, options_)) {
        duplicates.push_back(pair);
        found_.emplace_back(pair, result_.pairs.size());
      }
      keep(std::move(verified.relation), pair);
    }
    result_.candidates += pairs.size();
    return duplicates;
  }

  // What holds of a text holds of its copies; of many copies only the keeper stands for them.
  void keep(Relation&& relation, const Pair& nodes) {
    const bool sibling = relation.type == RelationType::kSibling;
    std::uint64_t& count = sibling ? result_.siblings : result_.verified;
    const bool listed = !sibling || options_.siblings;
    const bool first_is_a = relation.a == first_of(nodes.first);
    const auto copies = [&](std::uint32_t node) {
      const auto& group = candidates_.groups[node];
      return std::span(group).first(std::min(group.size(), kFewCopies));
    };
    const Relation found = relation;
    const auto note = [&](std::uint32_t x, std::uint32_t y) {
      if (sibling) siblings_.emplace_back(std::min(x, y), std::max(x, y));
    };
    note(relation.a, relation.b);
    if (listed) result_.pairs.push_back(std::move(relation));
    ++count;
    for (const std::uint32_t x : copies(nodes.first)) {
      for (const std::uint32_t y : copies(nodes.second)) {
        if (x == first_of(nodes.first) && y == first_of(nodes.second)) continue;
        ++count;
        note(x, y);
        if (listed) result_.pairs.push_back(of_copies(found, first_is_a, x, y));
      }
    }
  }

  // The same relation between copies x and y of its texts; which of them is later may differ.
  Relation of_copies(Relation relation, bool first_is_a, std::uint32_t x, std::uint32_t y) const {
    const bool by_date = relation.type == RelationType::kNear ||
                         relation.type == RelationType::kRevision ||
                         relation.type == RelationType::kSibling;
    const bool x_is_a = by_date ? relating::is_later(entries_[x], entries_[y]) : first_is_a;
    relation.a = x_is_a ? x : y;
    relation.b = x_is_a ? y : x;
    if (x_is_a != first_is_a) relating::turn_sides(relation);
    return relation;
  }

  void add_clusters(std::vector<Pair> duplicates) {
    relating::StarProblem problem;
    problem.nodes = static_cast<std::uint32_t>(candidates_.groups.size());
    problem.duplicates = std::move(duplicates);
    problem.before = [this](std::uint32_t x, std::uint32_t y) {
      const Entry &of_x = entries_[first_of(x)], &of_y = entries_[first_of(y)];
      if (relating::keeper_before(of_x, of_y)) return true;
      return !relating::keeper_before(of_y, of_x) && x < y;
    };
    problem.compare = [this](std::uint32_t keeper, const std::vector<std::uint32_t>& others) {
      return compare_with(keeper, others);
    };
    std::vector<bool> placed(candidates_.groups.size(), false);
    std::vector<relating::Star> stars = relating::make_stars(problem);
    std::sort(found_.begin(), found_.end());
    for (const relating::Star& star : stars) {
      placed[star.keeper] = true;
      for (const std::uint32_t member : star.members) placed[member] = true;
      add_cluster(star);
    }
    for (std::uint32_t node = 0; node < placed.size(); ++node) {
      if (!placed[node] && candidates_.groups[node].size() > 1) add_cluster({node, {}});
    }
  }

  // Pairs that were candidates and did not pass are not compared again.
  std::vector<bool> compare_with(std::uint32_t keeper, const std::vector<std::uint32_t>& others) {
    std::vector<Pair> open;
    for (const std::uint32_t other : others) {
      const Pair pair{std::min(keeper, other), std::max(keeper, other)};
      if (!std::binary_search(candidates_.pairs.begin(), candidates_.pairs.end(), pair)) {
        open.push_back(pair);
      }
    }
    std::vector<Pair> duplicates = check(open);
    std::sort(duplicates.begin(), duplicates.end());
    std::vector<bool> out;
    for (const std::uint32_t other : others) {
      const Pair pair{std::min(keeper, other), std::max(keeper, other)};
      out.push_back(std::binary_search(duplicates.begin(), duplicates.end(), pair));
    }
    return out;
  }

  // The verdict on a member against its keeper, which is among the pairs.
  ClusterMember member_of(std::uint32_t keeper, std::uint32_t node) const {
    const Pair pair{std::min(keeper, node), std::max(keeper, node)};
    const auto found =
        std::lower_bound(found_.begin(), found_.end(), std::make_pair(pair, std::size_t{0}));
    const Relation& relation = result_.pairs[found->second];
    ClusterMember member;
    member.entry = first_of(node);
    member.type = relation.type;
    const double shared = relation.evidence.shared;
    const bool is_a = relation.a == member.entry;
    const double only = is_a ? relation.evidence.only_a : relation.evidence.only_b;
    member.score = shared / (shared + only);
    return member;
  }

  void add_cluster(const relating::Star& star) {
    Cluster cluster;
    cluster.keeper = first_of(star.keeper);
    const Hash128& exact = entries_[cluster.keeper].print.exact;
    cluster.id = base::hex(exact.high, exact.low);
    const auto& copies = candidates_.groups[star.keeper];
    for (std::size_t i = 1; i < copies.size(); ++i) {
      cluster.members.push_back({copies[i], RelationType::kExact, 1});
    }
    for (const std::uint32_t node : star.members) {
      ClusterMember member = member_of(star.keeper, node);
      for (const std::uint32_t copy : candidates_.groups[node]) {
        member.entry = copy;
        cluster.members.push_back(member);
      }
    }
    std::sort(cluster.members.begin(), cluster.members.end(),
              [this](const ClusterMember& x, const ClusterMember& y) {
                return entries_[x.entry].id < entries_[y.entry].id;
              });
    add_origin(cluster);
    result_.clusters.push_back(std::move(cluster));
  }

  void add_origin(Cluster& cluster) const {
    const Entry* earliest = &entries_[cluster.keeper];
    cluster.sites.push_back(earliest->site);
    for (const ClusterMember& member : cluster.members) {
      const Entry& entry = entries_[member.entry];
      if (relating::earlier(entry, *earliest)) earliest = &entry;
      cluster.sites.push_back(entry.site);
    }
    if (!earliest->date.empty()) cluster.earliest = earliest->id;
    std::sort(cluster.sites.begin(), cluster.sites.end());
    cluster.sites.erase(std::unique(cluster.sites.begin(), cluster.sites.end()),
                        cluster.sites.end());
    std::erase(cluster.sites, "");
  }

  void sort_results() {
    std::sort(result_.pairs.begin(), result_.pairs.end(),
              [this](const Relation& x, const Relation& y) {
                return std::tie(entries_[x.a].id, entries_[x.b].id) <
                       std::tie(entries_[y.a].id, entries_[y.b].id);
              });
    std::sort(result_.clusters.begin(), result_.clusters.end(),
              [](const Cluster& x, const Cluster& y) {
                const std::size_t x_size = x.members.size(), y_size = y.members.size();
                return x_size != y_size ? x_size > y_size : x.id < y.id;
              });
  }

  const std::vector<Entry>& entries_;
  const Texts& texts_;
  const Canon& canon_;
  const RelateOptions& options_;
  relating::Candidates candidates_;
  std::vector<std::pair<Pair, std::size_t>> found_;  // duplicates: where in result_.pairs
  std::vector<Pair> siblings_;                       // entries
  Relations result_;
};

}  // namespace

Relations relate(const std::vector<Entry>& entries, const Texts& texts, const Canon& canon,
                 const RelateOptions& options) {
  return Run(entries, texts, canon, options).take();
}

}  // namespace tamis
