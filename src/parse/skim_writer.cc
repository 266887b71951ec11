// SPDX-License-Identifier: Apache-2.0
#include "parse/skim_writer.h"

#include "parse/names.h"

#include <algorithm>
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

// True when text that follows could join the end of `out` to a tag, a character reference or a
// code point.
bool ends_open(std::string_view out) {
  constexpr std::size_t kLongest = 64;
  for (std::size_t back = 1; back <= out.size(); ++back) {
    const char c = out[out.size() - back];
    if (back == 1 && static_cast<unsigned char>(c) >= 0x80) return true;
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
  if (!fold_space) return aside_.text(html_.substr(begin, end - begin), true, out_);
  std::size_t from = begin;
  for (std::size_t at = begin; at + 1 < end; ++at) {
    if (!is_white(html_[at]) || !is_white(html_[at + 1])) continue;
    std::size_t last = at + 1;
    while (last + 1 < end && is_white(html_[last + 1])) ++last;
    aside_.text(html_.substr(from, at - from), true, out_);
    out_ += ' ';
    from = last + 1;
    at = last;
  }
  aside_.text(html_.substr(from, end - from), true, out_);
}

void SkimWriter::raw_text(std::size_t begin, std::size_t end, bool references) {
  if (small_) aside_.text(html_.substr(begin, end - begin), references, out_);
}

void SkimWriter::copy(std::size_t begin, std::size_t end) {
  if (small_) out_.append(html_, begin, end - begin);
}

// False when the tree builder itself goes by this element's attributes, or may change them.
bool SkimWriter::set_aside(const TagSpan& tag, ElementId element) {
  const bool compared = traits_of(element) & kFormatting && element != element::kA;
  if (compared || element == element::kHtml || element == element::kBody ||
      element == element::kInput || element == element::kSvg || element == element::kMath ||
      element == element::kUnknown) {
    return false;
  }
  kept_.clear();
  for (const AttributeSpan& a : tag.attributes) {
    const std::optional<AttributeName> name = kept_attribute(a.name);
    if (!name) continue;
    if (!SetAside::is_plain(a.value)) return false;
    const auto same = [&](const KeptAttribute& other) { return other.name == *name; };
    if (std::none_of(kept_.begin(), kept_.end(), same)) kept_.push_back({*name, a.value});
  }
  if (!kept_.empty()) aside_.tag(kept_, out_);
  return true;
}

void SkimWriter::attributes(const TagSpan& tag, ElementId element) {
  bool all = true;
  for (const AttributeSpan& a : tag.attributes) {
    const bool kept = kept_attribute(a.name).has_value();
    all &= kept;
    if (!kept) continue;
    out_ += ' ';
    out_.append(a.name).append("=");
    const char quote = a.quote == '\0' && a.value.empty() ? '"' : a.quote;
    if (quote != '\0') out_ += quote;
    out_.append(a.value);
    if (quote != '\0') out_ += quote;
  }
  // The tree builder limits equal formatting elements: they must not get equal here. (There is
  // only ever one <a>.)
  if (!all && traits_of(element) & kFormatting && element != element::kA) {
    out_.append(" _=").append(std::to_string(hash_of(tag)));
  }
}

void SkimWriter::start_tag(const TagSpan& tag, ElementId element) {
  if (!small_) return;
  out_ += '<';
  out_.append(tag.name);
  if (!tag.attributes.empty() && !set_aside(tag, element)) attributes(tag, element);
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
