// SPDX-License-Identifier: Apache-2.0
#include "parse/skim.h"

#include "parse/markup.h"
#include "parse/names.h"
#include "parse/open_elements.h"
#include "parse/skim_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace tamis::parsing {

namespace {

bool same_word(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

std::string_view value_of(const TagSpan& tag, std::string_view lower_case_name) {
  for (const AttributeSpan& attribute : tag.attributes) {
    if (same_word(attribute.name, lower_case_name)) return attribute.value;
  }
  return {};
}

bool has_font_style(const TagSpan& tag) {
  return std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const AttributeSpan& a) {
    return same_word(a.name, "color") || same_word(a.name, "face") || same_word(a.name, "size");
  });
}

enum class ScriptKind { kProgram, kJsonLd, kPayload };

// `content`: of the script. A program whose first statement sets "window.__NAME__" holds data.
ScriptKind kind_of(const TagSpan& tag, std::string_view content) {
  constexpr std::size_t kLeastPayload = 500;  // bytes: an article's body is longer
  std::string_view type = value_of(tag, "type");
  while (!type.empty() && is_white(type.front())) type.remove_prefix(1);
  type = type.substr(0, type.find_first_of("; \t\n\r\f"));
  if (same_word(type, "application/ld+json")) return ScriptKind::kJsonLd;
  if (content.size() < kLeastPayload) return ScriptKind::kProgram;
  if (same_word(type, "application/json")) return ScriptKind::kPayload;
  if (!type.empty() && !same_word(type, "text/javascript")) return ScriptKind::kProgram;
  while (!content.empty() && is_white(content.front())) content.remove_prefix(1);
  const bool data = content.starts_with("window.__") || content.starts_with("window[\"__");
  return data ? ScriptKind::kPayload : ScriptKind::kProgram;
}

// Raw text that the Tree has neither the element nor the content of.
bool is_dropped(ElementId element) {
  return element == element::kScript || element == element::kStyle ||
         element == element::kNoscript || element == element::kNoframes ||
         element == element::kNoembed;
}

class Skimmer {
 public:
  Skimmer(std::string_view html, const ParseLimits& limits)
      : html_(html), limits_(limits), writer_(html, limits.skim) {}

  Result<Skimmed> run() {
    while (at_ < html_.size()) {
      step();
      if (auto error = over_limit()) return *std::move(error);
    }
    return Skimmed{writer_.finish(), writer_.finish_aside(), std::move(json_ld_),
                   std::move(noscript_), std::move(payloads_)};
  }

 private:
  // One text run, tag or comment.
  void step() {
    std::size_t open = next_open(at_);
    // A '<' that begins nothing is text.
    while (open < html_.size() && !begins_markup(open)) open = next_open(open + 1);
    if (open > at_) return text(open);
    switch (html_[open + 1]) {
      case '/': return slash();
      case '!': return declaration();
      case '?': return drop(bogus_comment_end(html_, open + 2));
      default: return start_tag();
    }
  }

  std::size_t next_open(std::size_t at) const {
    if (at >= html_.size()) return html_.size();
    const void* found = std::memchr(html_.data() + at, '<', html_.size() - at);
    if (found == nullptr) return html_.size();
    return static_cast<std::size_t>(static_cast<const char*>(found) - html_.data());
  }

  bool begins_markup(std::size_t open) const {
    if (open + 1 >= html_.size()) return false;
    const char next = html_[open + 1];
    if (next == '/') return open + 2 < html_.size();
    return is_letter(next) || next == '!' || next == '?';
  }

  void text(std::size_t end) {
    open_.text(end - at_);
    if (!open_.hidden()) writer_.text(at_, end, !open_.preserves_space());
    if (!frameset_ && !no_frameset_) {
      const auto begin = html_.begin();
      no_frameset_ = !std::all_of(begin + static_cast<std::ptrdiff_t>(at_),
                                  begin + static_cast<std::ptrdiff_t>(end), is_white);
    }
    at_ = end;
  }

  void drop(std::size_t end) { at_ = end; }

  void declaration() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return drop(comment_end(html_, at_ + 4));
    if (open_.in_foreign() && rest.starts_with("<![CDATA[")) return drop(cdata_end(html_, at_ + 9));
    const std::size_t end = bogus_comment_end(html_, at_ + 2);
    if (same_word(rest.substr(2, 7), "doctype") && !open_.hidden()) writer_.copy(at_, end);
    drop(end);
  }

  void slash() {
    const char next = html_[at_ + 2];
    if (is_letter(next)) return end_tag();
    drop(next == '>' ? at_ + 3 : bogus_comment_end(html_, at_ + 2));
  }

  void end_tag() {
    const ElementId element = read(at_ + 2);
    if (tag_.end == kEnd) return drop(html_.size());
    const bool was_hidden = open_.hidden();
    ++ends_;
    open_.end(element);
    const bool was_root = was_hidden && (element == element::kSvg || element == element::kMath ||
                                         element == element::kTemplate);
    if (!open_.hidden() && !was_root) writer_.end_tag(tag_);
    at_ = tag_.end;
  }

  // The tag whose name begins at `name`, into tag_; what element it is.
  ElementId read(std::size_t name) {
    read_tag(html_, name, tag_);
    name_.assign(tag_.name);
    std::transform(name_.begin(), name_.end(), name_.begin(), lower);
    max_attributes_ = std::max(max_attributes_, tag_.attributes.size());
    for (const AttributeSpan& attribute : tag_.attributes) {
      max_attribute_bytes_ =
          std::max(max_attribute_bytes_, std::max(attribute.value.size(), attribute.name.size()));
    }
    return element_from_name(name_);
  }

  void start_tag() {
    StartTag tag;
    tag.element = read(at_ + 1);
    if (tag_.end == kEnd) return drop(html_.size());
    const std::size_t before = at_;
    at_ = tag_.end;
    tag.self_closing = tag_.self_closing;
    tag.styled_font = tag.element == element::kFont && has_font_style(tag_);
    if (tag.element == element::kAnnotationXml) {
      const std::string_view encoding = value_of(tag_, "encoding");
      tag.html_annotation =
          same_word(encoding, "text/html") || same_word(encoding, "application/xhtml+xml");
    }
    if (traits_of(tag.element) & kFormatting) tag.hash = SkimWriter::hash_of(tag_);
    if (tag.element == element::kHtml || tag.element == element::kBody) merge_attributes();
    const bool was_hidden = open_.hidden();
    const OpenElements::Effect effect = open_.start(tag);
    if (tag.element == element::kNoscript && effect == OpenElements::Effect::kRawText) {
      return noscript(before);
    }
    if (!open_.hidden()) {
      const bool dropped = effect == OpenElements::Effect::kRawText && is_dropped(tag.element);
      // A frameset takes the body's place while that is empty: here it is, although text was
      // hidden.
      if (tag.element == element::kFrameset && no_frameset_) return;
      frameset_ |= tag.element == element::kFrameset;
      if (!dropped) writer_.start_tag(tag_, tag.element);
    } else if (!was_hidden && tag.element != element::kTemplate) {
      writer_.placeholder(tag.element);
    }
    if (effect == OpenElements::Effect::kRawText) return raw_text(tag.element);
    if (tag.element == element::kPlaintext && effect == OpenElements::Effect::kOpened) {
      open_.text(html_.size() - at_);
      if (!open_.hidden() && !frameset_) writer_.raw_text(at_, html_.size(), false);
      at_ = html_.size();
    }
  }

  // Every <html> and <body> after the first gives it its attributes, each compared with all.
  void merge_attributes() {
    merged_attributes_ += tag_.attributes.size();
    merge_steps_ += merged_attributes_ * tag_.attributes.size();
  }

  // From past the start tag to past the end tag.
  void raw_text(ElementId element) {
    const std::size_t begin = at_;
    const std::size_t close =
        element == element::kScript ? script_end(html_, begin) : raw_text_end(html_, begin, name_);
    const std::size_t end = std::min(close, html_.size());
    if (element == element::kScript && !open_.hidden()) script(html_.substr(begin, end - begin));
    if (!open_.hidden() && !is_dropped(element)) {
      // In a frameset the builder would read the text as tags.
      const bool references = element == element::kTitle || element == element::kTextarea;
      if (element != element::kIframe && !frameset_) writer_.raw_text(begin, end, references);
      if (close != kEnd) writer_.end_tag(tag_);
    }
    at_ = end;
    if (close == kEnd) return;
    read_tag(html_, close + 2, tag_);
    at_ = std::min(tag_.end, html_.size());
  }

  void script(std::string_view content) {
    switch (kind_of(tag_, content)) {
      case ScriptKind::kProgram: break;
      case ScriptKind::kJsonLd: json_ld_.emplace_back(content); break;
      case ScriptKind::kPayload:
        if (payloads_.size() >= kMostPayloads || content.size() > kPayloadBytes - payload_bytes_)
          break;
        payload_bytes_ += content.size();
        payloads_.emplace_back(content);
        break;
    }
  }

  // A <noscript> that nobody ends would hide the rest of the page: that tag alone is dropped.
  void noscript(std::size_t before) {
    std::size_t end = at_;
    const std::size_t close = no_noscript_end_ ? kEnd : raw_text_end(html_, at_, "noscript");
    if (close == kEnd) {
      no_noscript_end_ = true;
    } else {
      if (!open_.hidden()) noscript_.emplace_back(html_.substr(at_, close - at_));
      read_tag(html_, close + 2, tag_);
      end = std::min(tag_.end, html_.size());
    }
    if (!open_.hidden()) writer_.cut(before, end);
    at_ = end;
  }

  std::optional<Error> over_limit() const {
    const auto error = [&](ErrorKind kind, const char* what, std::uint64_t limit) {
      return Error{kind, std::string(what) + " by byte " + std::to_string(at_) + ", the limit is " +
                             std::to_string(limit)};
    };
    if (open_.depth() > limits_.max_depth) {
      return error(ErrorKind::kTooDeep, "too many elements open at once", limits_.max_depth);
    }
    if (open_.nodes() + ends_ > limits_.max_nodes) {
      return error(ErrorKind::kTooManyNodes, "too many tags and text runs", limits_.max_nodes);
    }
    if (max_attributes_ > limits_.max_attributes) {
      return error(ErrorKind::kTooManyAttributes,
                   (std::to_string(max_attributes_) + " attributes on one element").c_str(),
                   limits_.max_attributes);
    }
    if (max_attribute_bytes_ > limits_.max_attribute_bytes) {
      return error(ErrorKind::kTooManyAttributes,
                   ("an attribute of " + std::to_string(max_attribute_bytes_) + " bytes").c_str(),
                   limits_.max_attribute_bytes);
    }
    if (open_.steps() + merge_steps_ > limits_.max_steps) {
      return error(ErrorKind::kTooMuchWork, "too many steps to build the tree", limits_.max_steps);
    }
    return std::nullopt;
  }

  std::string_view html_;
  const ParseLimits& limits_;
  OpenElements open_;
  SkimWriter writer_;
  TagSpan tag_;
  std::string name_;  // of tag_, in lower case
  std::vector<std::string> json_ld_, noscript_, payloads_;
  std::size_t payload_bytes_ = 0;
  std::size_t at_ = 0;
  std::size_t ends_ = 0;
  std::uint64_t merged_attributes_ = 0, merge_steps_ = 0;
  std::size_t max_attributes_ = 0, max_attribute_bytes_ = 0;
  bool no_noscript_end_ = false;
  bool frameset_ = false, no_frameset_ = false;
};

}  // namespace

Result<Skimmed> skim(std::string_view html, const ParseLimits& limits) {
  return Skimmer(html, limits).run();
}

}  // namespace tamis::parsing
