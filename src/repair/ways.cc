// SPDX-License-Identifier: Apache-2.0
#include "repair/ways.h"

#include "base/utf8.h"
#include "repair/byte_table.h"
#include "repair/swallowed.h"

#include <algorithm>
#include <string_view>

namespace tamis::repairing {

namespace {

// What an assumption costs, in twelfths of a nat. A lost pair: 2-3 nats did best on the prototype.
constexpr Cost kLostPair = 30, kUnassigned = 14, kLostAscii = 24, kQuoteOnset = 24;
constexpr Cost kUnknownKey = 36;     // a key that carries no reading elsewhere on the page
constexpr Cost kBareKey = 60;        // a key without its reading
constexpr Cost kOtherForm = 48;      // another form of a character than the page has
constexpr Cost kSimplified = 24;     // a simplified form on a Traditional page
constexpr Cost kGiveUp = 10 * kNat;  // the text as it stands
constexpr Cost kAbsurd = 13 * kNat;
constexpr std::uint8_t kMostLost = 4;
constexpr std::size_t kBestAfterLoss = 8, kBestCut = 4, kMostCached = 100'000;

bool is_private(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

// What a full stop with a byte inside becomes is known: itself and a quotation mark.
constexpr std::uint8_t kPromised = 2;
bool keeps_promise(const Node& node, char32_t c) {
  if (node.quote == kPromised) return c == U'。';
  return node.quote == 0 || c == U'“' || c == U'”';
}

// No line ends with an opening mark, whatever the bigrams have not seen.
constexpr Cost kOpenAtEnd = 60;
bool opens(char32_t c) {
  return std::u32string_view(U"“‘《〈（「『【〔(").find(c) != std::u32string_view::npos;
}

struct Range {
  unsigned lead, first, last;
};

// The pairs of code page 936 that are private use, as far as the second byte may be a lead byte.
constexpr Range kPrivate[] = {
    {0xAA, 0xA1, 0xFE}, {0xAB, 0xA1, 0xFE}, {0xAC, 0xA1, 0xFE}, {0xAD, 0xA1, 0xFE},
    {0xAE, 0xA1, 0xFE}, {0xAF, 0xA1, 0xFE}, {0xF8, 0xA1, 0xFE}, {0xF9, 0xA1, 0xFE},
    {0xFA, 0xA1, 0xFE}, {0xFB, 0xA1, 0xFE}, {0xFC, 0xA1, 0xFE}, {0xFD, 0xA1, 0xFE},
    {0xFE, 0xA1, 0xFE}, {0xA1, 0x81, 0xA0}, {0xA2, 0x81, 0xA0}, {0xA3, 0x81, 0xA0},
    {0xA4, 0x81, 0xA0}, {0xA5, 0x81, 0xA0}, {0xA6, 0x81, 0xA0}, {0xA7, 0x81, 0xA0}};

const Range* private_range(unsigned lead) {
  for (const Range& range : kPrivate) {
    if (range.lead == lead) return &range;
  }
  return nullptr;
}

}  // namespace

Ways::Ways(ShiftPage& page, const std::vector<Token>& tokens, Beam& beam)
    : page_(page), tokens_(tokens), beam_(beam) {
  for (unsigned lead = 0x80; lead < 0xFF; ++lead) {
    for (unsigned trail = 0x81; trail < 0xFF; ++trail) {
      const Range* range = private_range(lead);
      const bool is_private_pair =
          range != nullptr && trail >= range->first && trail <= range->last;
      if (!gbk().is_core(lead, trail) && !is_private_pair) unassigned_.emplace_back(lead, trail);
    }
  }
}

void Ways::go_on(std::uint32_t n, std::size_t at) {
  if (losses_.size() > kMostCached) losses_.clear();
  from_ = n;
  node_ = beam_.node(n);
  at_ = at;
  const Token& token = tokens_[at];
  if (node_.owed == 0) {
    aligned(token, at);
  } else {
    owed(token, at);
  }
}

Node Ways::child(Step step) const {
  Node child = node_;
  child.parent = from_;
  child.token = static_cast<std::uint32_t>(at_);
  child.step = step;
  child.out = {};
  return child;
}

// False: no such character, or not the one that must stand here.
bool Ways::write(Node& node, char32_t c) const {
  if (c == 0 || is_private(c) || !keeps_promise(node, c)) return false;
  if (node.quote > 0) --node.quote;
  const Bigrams::Index index = index_of(c);
  node.cost += page_.data.bigrams.cost(node.index, index);
  node.last = c;
  node.index = index;
  *std::find(node.out.begin(), node.out.end(), U'\0') = c;
  return true;
}

Cost Ways::price(char32_t c) const {
  const Disguise& page = page_.disguise;
  Cost cost = page.keys.count(c) > 0 ? kBareKey : 0;
  const char32_t simple = page_.data.readings.simplified(c);
  const auto forms = page.forms.find(simple);
  if (forms != page.forms.end()) return cost + (forms->second.count(c) > 0 ? 0 : kOtherForm);
  return cost + (page_.data.readings.has_traditional(c) ? kSimplified : 0);
}

Cost Ways::end_price(char32_t c) const {
  const Bigrams& bigrams = page_.data.bigrams;
  return bigrams.cost(index_of(c), bigrams.paragraph_end()) + (opens(c) ? kOpenAtEnd : 0);
}

void Ways::offer(const Node& node) {
  if (page_.steps > 0) --page_.steps;
  beam_.offer(node);
}

void Ways::aligned(const Token& token, std::size_t at) {
  if (token.kind == TokenKind::kOrphan) {
    open_onset(token);
    return;
  }
  if (token.kind == TokenKind::kNote && explains(token, node_.last, page_.data.readings)) {
    offer(child(Step::kShift));  // the reading of a character that was put right: it goes
    return;
  }
  Node copy = child(token.kind == TokenKind::kAnnotated ? Step::kStrip : Step::kCopy);
  const Bigrams::Index index = index_of(token.c);
  copy.cost += page_.data.bigrams.cost(copy.index, index);
  copy.last = token.c;
  copy.index = index;
  offer(copy);
  if (!is_quote_onset(tokens_, at)) return;
  Node quote = child(Step::kQuote);
  quote.owed = 0xA1;
  quote.quote = kPromised;
  quote.cost += kQuoteOnset;
  offer(quote);
}

// "潛?jié)": the key is the second byte of 潛 and the first of what stood behind.
void Ways::open_onset(const Token& token) {
  const unsigned before = gbk().bytes_of(node_.last) & 0xFF;
  for (const char32_t key : page_.data.readings.keys(before, token.reading)) {
    Node node = child(Step::kShift);
    node.owed = static_cast<std::uint8_t>(gbk().bytes_of(key) & 0xFF);
    if (page_.disguise.keys.count(key) == 0) node.cost += kUnknownKey;
    offer(node);
  }
  Node literal = child(Step::kGiveUp);
  literal.out[0] = base::kReplacement;
  literal.last = base::kReplacement;
  literal.index = Bigrams::kUnknown;
  literal.cost += kGiveUp;
  offer(literal);
}

void Ways::owed(const Token& token, std::size_t at) {
  if (token.kind == TokenKind::kOrphan) return orphan(token);
  if (token.kind == TokenKind::kBroken) return broken(token, at);
  if (token.kind != TokenKind::kNote) character(token);
}

void Ways::character(const Token& token) {
  if (token.bytes > 0xFF) pair(token.bytes >> 8, token.bytes & 0xFF, 0);
  if (token.bytes >= 0x40 && token.bytes < 0x7F) pair(token.bytes, 0, 0);
  // Extractors fold full-width ASCII.
  if (token.c == ' ') pair(0xA1, 0xA1, 0);
  if (token.c > 0x20 && token.c < 0x7F) pair(0xA3, token.c + 0x80, 0);
}

// The bytes of one token: the first ends the character that is owed it, the second opens another.
// 0: there is none; below 0x80: it was an ASCII character, taken for a second byte.
void Ways::pair(unsigned first, unsigned second, Cost extra) {
  Node node = child(Step::kShift);
  const char32_t c = gbk().character_of(node.owed, first);
  if (write(node, c)) {
    node.cost += price(c) + extra;
    node.owed = static_cast<std::uint8_t>(second < 0x80 ? 0 : second);
    if (second != 0 && second < 0x80) write(node, second);
    offer(node);
  }
  const bool may_be_lost = !page_.private_use_kept && node_.quote != kPromised;
  if (may_be_lost && node_.lost < kMostLost) pair_after_loss(first, second);
}

// The same with a private-use character dropped before the token.
void Ways::pair_after_loss(unsigned first, unsigned second) {
  for (const Range& range : kPrivate) {
    Node node = child(Step::kShift);
    const char32_t c = gbk().character_of(node.owed, range.lead);
    if (!write(node, c)) continue;
    node.cost += price(c) + kLostPair;
    if (node.cost > node_.cost + kAbsurd + kLostPair) continue;
    ++node.lost;
    for (const Continuation& next : after_loss(c, range.lead, first)) {
      offer_after(node, next, second);
    }
    for (const Continuation& middle : between_losses(c, range.lead)) {
      Node twice = node;
      add(twice, middle);
      twice.cost += kLostPair;
      ++twice.lost;
      for (const Continuation& next : after_loss(middle.c, middle.owed, first)) {
        offer_after(twice, next, second);
      }
    }
  }
}

void Ways::add(Node& node, const Continuation& next) const {
  node.quote = 0;
  node.cost += next.cost;
  node.last = next.c;
  node.index = index_of(next.c);
  *std::find(node.out.begin(), node.out.end(), U'\0') = next.c;
}

void Ways::offer_after(const Node& node, const Continuation& next, unsigned second) {
  Node full = node;
  add(full, next);
  full.owed = static_cast<std::uint8_t>(second < 0x80 ? 0 : second);
  if (second != 0 && second < 0x80) write(full, second);
  offer(full);
}

// Two pairs lost one after the other: the character between them, the second one's lead byte owed.
const std::vector<Ways::Continuation>& Ways::between_losses(char32_t before, unsigned lead) {
  const std::uint64_t key = std::uint64_t{before} << 16 | lead << 8;
  const auto [at, fresh] = losses_.try_emplace(key);
  std::vector<Continuation>& found = at->second;
  if (!fresh) return found;
  for (const Range& range : kPrivate) {
    std::vector<Continuation> some = after_loss(before, lead, range.lead);
    for (Continuation& next : some) next.owed = range.lead;
    found.insert(found.end(), some.begin(), some.end());
  }
  keep_best(found);
  return found;
}

const std::vector<Ways::Continuation>& Ways::after_loss(char32_t before, unsigned lead,
                                                        unsigned first) {
  const std::uint64_t key = std::uint64_t{before} << 16 | lead << 8 | first;
  const auto [at, fresh] = losses_.try_emplace(key);
  std::vector<Continuation>& found = at->second;
  if (!fresh) return found;
  const Range& range = *private_range(lead);
  const Bigrams::Index index = index_of(before);
  page_.steps -= std::min<std::uint64_t>(page_.steps, range.last - range.first);
  for (unsigned y = range.first; y <= range.last; ++y) {
    const char32_t c = gbk().character_of(y, first);
    if (c == 0 || is_private(c)) continue;
    found.push_back({c, 0, page_.data.bigrams.cost(index, index_of(c)) + price(c)});
  }
  keep_best(found);
  return found;
}

void Ways::keep_best(std::vector<Continuation>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Continuation& a, const Continuation& b) { return a.cost < b.cost; });
  if (found.size() > kBestAfterLoss) found.resize(kBestAfterLoss);
}

// "?jīng)" in shifted text: the key's second byte and the bracket were one bad pair; it ends here.
void Ways::orphan(const Token& token) {
  for (const char32_t key : page_.data.readings.keys(node_.owed, token.reading)) {
    Node node = child(Step::kShift);
    if (!write(node, key)) continue;
    if (page_.disguise.keys.count(key) == 0) node.cost += kUnknownKey;
    node.owed = 0;
    offer(node);
  }
  if (page_.private_use_kept) return;
  for (const Range& range : kPrivate) {
    Node node = child(Step::kShift);
    const char32_t c = gbk().character_of(node.owed, range.lead);
    if (!write(node, c)) continue;
    node.cost += price(c) + kLostPair;
    ++node.lost;
    node.owed = 0;
    for (const char32_t key : page_.disguise.keys) {
      const unsigned bytes = gbk().bytes_of(key);
      if ((bytes >> 8) < range.first || (bytes >> 8) > range.last) continue;
      if (!page_.data.readings.has(key, token.reading)) continue;
      Node full = node;
      if (write(full, key)) offer(full);
    }
  }
}

void Ways::broken(const Token& token, std::size_t at) {
  cut_by_ascii(token, at);
  if (token.c == '?') pair(0xA3, 0xBF, 0);  // a full-width question mark, folded
  for (const auto& [lead, trail] : unassigned_) {
    Node node = child(Step::kShift);
    const char32_t c = gbk().character_of(node.owed, lead);
    if (!write(node, c)) continue;
    node.cost += price(c) + kUnassigned;
    node.owed = static_cast<std::uint8_t>(trail);
    offer(node);
  }
  if (node_.owed == 0xA1 && is_quote_onset(tokens_, at)) {
    Node quote = child(Step::kQuote);
    quote.quote = kPromised;
    quote.cost += kQuoteOnset;
    offer(quote);
  }
}

// The second byte and the ASCII character behind it were one bad pair. The byte is found by what
// fits; the character, unless markup tells, is lost. At the end of a line only the byte is.
void Ways::cut_by_ascii(const Token& token, std::size_t at) {
  const bool at_end = at + 1 == tokens_.size();
  std::vector<std::pair<Cost, char32_t>> best;
  for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
    const char32_t c = gbk().character_of(node_.owed, trail);
    if (c == 0 || is_private(c) || !keeps_promise(node_, c)) continue;
    Cost cost = page_.data.bigrams.cost(node_.index, index_of(c)) + price(c);
    if (at_end) cost += end_price(c);
    best.emplace_back(cost, c);
  }
  const std::size_t kept = std::min(best.size(), kBestCut);
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(kept), best.end());
  const char32_t swallowed =
      token.c != '?' ? 0 : swallowed_markup(page_.text, token.end, page_.html);
  for (std::size_t i = 0; i < kept; ++i) {
    Node node = child(Step::kShift);
    write(node, best[i].second);
    node.cost += price(best[i].second);
    node.owed = 0;
    if (swallowed != 0) {
      node.out[1] = swallowed;
    } else if (at_end) {
      node.cost += end_price(best[i].second);
    } else if (token.c == '?') {
      node.cost += kLostAscii;
      node.out[1] = base::kReplacement;
      node.last = base::kReplacement;
      node.index = Bigrams::kUnknown;
    }
    offer(node);
  }
}

}  // namespace tamis::repairing
