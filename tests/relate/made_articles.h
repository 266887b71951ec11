// SPDX-License-Identifier: Apache-2.0
// Articles made of random Han characters, so that two of them share nothing by chance, and the
// copies that newsrooms make of one.
#pragma once

#include "base/utf8.h"
#include "fingerprint/dice.h"
#include "tamis/relate.h"

#include <string>
#include <vector>

namespace tamis {

inline std::string made_words(Dice& dice, unsigned count) {
  std::string out;
  for (unsigned i = 0; i < count; ++i) base::append_utf8(out, 0x4E00 + dice.below(3000));
  return out;
}

// `sentences` of twenty characters; every third has a figure.
inline std::string made_article(Dice& dice, unsigned sentences) {
  std::string out;
  for (unsigned i = 0; i < sentences; ++i) {
    out += made_words(dice, 12);
    if (i % 3 == 0) out += std::to_string(10 + dice.below(9000)) + "人";
    out += made_words(dice, 8) + "。";
  }
  return out;
}

// Every `every`th character of the main Han block is another one; figures stay.
inline std::string with_typos(const std::string& text, Dice& dice, unsigned every) {
  std::string out;
  unsigned n = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    if (base::is_han(c) && c != U'人' && ++n % every == 0) c = 0x4E00 + dice.below(3000);
    base::append_utf8(out, c);
  }
  return out;
}

// Every figure is another one.
inline std::string with_other_figures(const std::string& text, Dice& dice) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] < '0' || text[i] > '9') {
      out += text[i++];
      continue;
    }
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    out += std::to_string(10000 + dice.below(80000));
  }
  return out;
}

struct Library {
  std::vector<Entry> entries;
  std::vector<std::string> texts;

  std::uint32_t add(const std::string& id, const std::string& text, const std::string& date = "",
                    const std::string& site = "") {
    Entry entry;
    entry.id = id;
    entry.site = site;
    entry.date = date;
    entry.print = fingerprint(text, Canon());
    entry.characters = static_cast<std::uint32_t>(base::count_code_points(text));
    entries.push_back(entry);
    texts.push_back(text);
    return static_cast<std::uint32_t>(entries.size() - 1);
  }

  Relations relate(RelateOptions options = {}) const {
    return tamis::relate(entries, bodies(), Canon(), options);
  }
  Texts bodies() const {
    Texts out;
    out.body = [this](std::uint32_t i) { return texts[i]; };
    return out;
  }
};

// Articles, each with a copy that has typos and a half.
inline Library families(int articles, unsigned seed) {
  Dice dice(seed);
  Library library;
  for (int i = 0; i < articles; ++i) {
    const std::string text = made_article(dice, 24), id = std::to_string(100 + i);
    library.add(id, text);
    library.add(id + "-typos", with_typos(text, dice, 60));
    library.add(id + "-half", text.substr(0, text.find("。", text.size() / 2)));
  }
  return library;
}

// All that a result says, by ids: equal for equal results whatever the order of the entries.
inline std::string written(const Relations& relations, const std::vector<Entry>& entries) {
  std::string out = std::to_string(relations.candidates) + " " +
                    std::to_string(relations.verified) + " " + std::to_string(relations.siblings) +
                    "\n";
  for (const Relation& r : relations.pairs) {
    out += std::string(relation_name(r.type)) + " " + entries[r.a].id + " " + entries[r.b].id +
           " " + std::to_string(r.score) + " " + std::to_string(r.evidence.shared) + " " +
           std::to_string(r.evidence.only_a) + " " + std::to_string(r.evidence.only_b);
    for (const std::string& fact : r.evidence.agree) out += " " + fact;
    for (const std::string& fact : r.evidence.differ) out += " " + fact;
    out += "\n";
  }
  for (const Cluster& c : relations.clusters) {
    out += c.id + " " + entries[c.keeper].id + " first " + c.earliest + ":";
    for (const ClusterMember& m : c.members) {
      out +=
          " " + entries[m.entry].id + " " + relation_name(m.type) + " " + std::to_string(m.score);
    }
    for (const std::string& site : c.sites) out += " @" + site;
    out += "\n";
  }
  return out;
}

}  // namespace tamis
