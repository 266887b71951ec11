// SPDX-License-Identifier: Apache-2.0
#include "parse/skim_writer.h"

#include "parse/names.h"

#include <array>
#include <optional>
#include <utility>

namespace tamis::parsing {

namespace {

std::optional<AttributeName> kept_attribute(std::string_view name) {
  std::array<char, 16> buffer;
  if (name.empty() || name.size() > buffer.size()) return std::nullopt;
  for (std::size_t i = 0; i < name.size(); ++i) buffer[i] = lower(name[i]);
  return attribute_from_name(std::string_view(buffer.data(), name.size()));
}

// True when text that follows could join the end of `out` to a tag or a character reference.
bool ends_open(std::string_view out) {
  constexpr std::size_t kLongest = 64;
  for (std::size_t back = 1; back <= out.size(); ++back) {
    const char c = out[out.size() - back];
    if (c == '&' || (back == 1 && c == '<')) return true;
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '#') return false;
    if (back > kLongest) return true;
  }
  return false;
}

}  // namespace

SkimWriter::SkimWriter(std::string_view html, bool small) : html_(html), small_(small) {
  if (small_) out_.reserve(html.size() / 2 + 64);
}

// A comment left out between two texts must still part them.
void SkimWriter::guard() {
  if (!out_.empty() && out_.back() != '>' && ends_open(out_)) out_ += "<!---->";
}

void SkimWriter::text(std::size_t begin, std::size_t end, bool fold_space) {
  if (!small_) return;
  guard();
  if (!fold_space) {
    out_.append(html_, begin, end - begin);
    return;
  }
  std::size_t from = begin;
  for (std::size_t at = begin; at + 1 < end; ++at) {
    if (!is_white(html_[at]) || !is_white(html_[at + 1])) continue;
    std::size_t last = at + 1;
    while (last + 1 < end && is_white(html_[last + 1])) ++last;
    out_.append(html_, from, at - from);
    out_ += ' ';
    from = last + 1;
    at = last;
  }
  out_.append(html_, from, end - from);
}

void SkimWriter::copy(std::size_t begin, std::size_t end) {
  if (small_) out_.append(html_, begin, end - begin);
}

void SkimWriter::attribute(const AttributeSpan& attribute) {
  out_ += ' ';
  out_.append(attribute.name).append("=");
  const char quote = attribute.quote == '\0' && attribute.value.empty() ? '"' : attribute.quote;
  if (quote != '\0') out_ += quote;
  out_.append(attribute.value);
  if (quote != '\0') out_ += quote;
}

void SkimWriter::start_tag(const TagSpan& tag, ElementId element) {
  if (!small_) return;
  out_ += '<';
  out_.append(tag.name);
  bool all = true;
  for (const AttributeSpan& a : tag.attributes) {
    const bool kept = kept_attribute(a.name).has_value();
    if (kept) attribute(a);
    all &= kept;
  }
  // The tree builder limits equal formatting elements: they must not get equal here. (There is
  // only ever one <a>.)
  if (!all && traits_of(element) & kFormatting && element != element::kA) {
    out_.append(" _=").append(std::to_string(hash_of(tag)));
  }
  const bool foreign = element == element::kSvg || element == element::kMath;
  out_.append(foreign && tag.self_closing ? " />" : ">");
}

void SkimWriter::end_tag(const TagSpan& tag) {
  if (!small_) return;
  out_.append("</").append(tag.name).append(">");
}

void SkimWriter::placeholder(ElementId element) {
  if (small_) out_ += element == element::kSvg ? "<svg/>" : "<math/>";
}

void SkimWriter::cut(std::size_t begin, std::size_t end) {
  if (small_) return;
  out_.append(html_, copied_, begin - copied_).append("<!---->");
  copied_ = end;
}

std::uint64_t SkimWriter::hash_of(const TagSpan& tag) {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash *= 31;
  };
  for (const AttributeSpan& a : tag.attributes) {
    add(a.name);
    add(a.value);
  }
  return hash;
}

std::string SkimWriter::finish() {
  if (!small_) {
    if (copied_ == 0) return std::string(html_);
    out_.append(html_, copied_);
  }
  return std::move(out_);
}

}  // namespace tamis::parsing
