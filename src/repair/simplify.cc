// SPDX-License-Identifier: Apache-2.0
#include "repair/simplify.h"

#include "base/utf8.h"
#include "repair/markup_runs.h"
#include "tamis/result.h"

#include <exception>
#include <opencc/SimpleConverter.hpp>

namespace tamis::repairing {

struct Simplifier::OpenCc {
  opencc::SimpleConverter converter{"t2s.json"};
};

Simplifier::Simplifier() {
  try {
    opencc_ = std::make_unique<const OpenCc>();
  } catch (const std::exception& error) {
    throw Failure(std::string("OpenCC cannot read t2s.json: ") + error.what(),
                  "install OpenCC's data (Debian: libopencc-data)");
  }
}
Simplifier::~Simplifier() = default;
Simplifier::Simplifier(Simplifier&&) noexcept = default;

namespace {

// Traditional forms that a phrase has kept become simplified where that is likelier.
std::string settle(const std::string& text, const Readings& readings, const Bigrams& bigrams) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    const char32_t simple = readings.simplified(c);
    if (simple != c) {
      std::size_t peek = at;
      const char32_t after = at < text.size() ? base::next_code_point(text, peek) : 0;
      const auto cost = [&](char32_t form) {
        const Bigrams::Index index = bigrams.index_of(form);
        return bigrams.cost(bigrams.index_of(before), index) +
               bigrams.cost(index, bigrams.index_of(after));
      };
      if (cost(simple) < cost(c)) c = simple;
    }
    base::append_utf8(out, c);
    before = c;
  }
  return out;
}

}  // namespace

std::string Simplifier::simplify(std::string_view text, bool html, const Readings& readings,
                                 const Bigrams& bigrams) const {
  std::string out;
  out.reserve(text.size());
  const auto by_character = [&](std::string_view run) {
    for (std::size_t at = 0; at < run.size();) {
      base::append_utf8(out, readings.simplified(base::next_code_point(run, at)));
    }
  };
  const auto convert = [&](std::string_view run) {
    if (!base::valid_utf8(run)) return by_character(run);
    const std::string simple = opencc_->converter.Convert(std::string(run));
    // A phrase that changes its length would move all records behind it.
    if (base::count_code_points(simple) != base::count_code_points(run)) return by_character(run);
    out += settle(simple, readings, bigrams);
  };
  if (!html) {
    for_lines(text, convert, out);
  } else {
    for_markup_runs(text, convert, out);
  }
  return out;
}

}  // namespace tamis::repairing
