// SPDX-License-Identifier: Apache-2.0
#include "head/payload_text.h"

#include "base/utf8.h"
#include "head/plain_text.h"

#include <algorithm>
#include <array>

namespace tamis::head {
namespace {

using json::Value;

constexpr std::size_t kMaxText = 1u << 20;
constexpr int kMaxDepth = 12;  // of parts in parts

// A part's own text; what else it may be is an image, a video, an advert.
const std::string* text_of_part(const Value& part) {
  for (const std::string_view key : {"text", "content", "html", "value", "data"}) {
    const Value* value = part.find(key);
    if (value != nullptr && value->text() != nullptr) return value->text();
  }
  return nullptr;
}

const Value* parts_in(const Value& value) {
  for (const std::string_view key :
       {"blocks", "children", "content", "paragraphs", "nodes", "elements", "items"}) {
    const Value* parts = value.find(key);
    if (parts != nullptr && parts->array() != nullptr) return parts;
  }
  return nullptr;
}

bool stands_alone(const Value& part) {
  for (const std::string_view key : {"title", "headline", "slug", "canonical_url"}) {
    if (!part.text_at(key).empty()) return true;
  }
  return false;
}

// False when the parts are articles of their own.
bool collect(const Value& value, int depth, std::string& out) {
  if (depth > kMaxDepth || out.size() > kMaxText) return true;
  if (const json::Array* parts = value.array()) {
    for (const Value& part : *parts) {
      if (const std::string* text = part.text()) {
        out.append(*text).append("<p>");
      } else if (!collect(part, depth + 1, out)) {
        return false;
      }
    }
    return true;
  }
  if (value.object() == nullptr) return true;
  if (depth > 0 && stands_alone(value)) return false;
  if (const std::string* text = text_of_part(value)) {
    const std::string_view type = value.text_at("type");
    // Runs of one paragraph (ProseMirror, Slate) follow each other.
    out.append(*text);
    if (type != "text" || value.find("marks") == nullptr) out.append("<p>");
    return true;
  }
  const Value* parts = parts_in(value);
  if (parts == nullptr) return true;
  const bool fine = collect(*parts, depth + 1, out);
  out.append("<p>");
  return fine;
}

}  // namespace

std::string_view json_of_script(std::string_view script) {
  std::size_t begin = script.find_first_of("{[\"");
  // The name in window["__STATE__"] = ... is not it.
  if (begin != std::string_view::npos && script.substr(0, begin).ends_with("window")) {
    begin = script.find_first_of("{[\"", std::min(script.find('=', begin), script.size()));
  }
  if (begin == std::string_view::npos) return {};
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = begin; at < script.size(); ++at) {
    const char c = script[at];
    if (quoted) {
      if (c == '\\') ++at;
      quoted = c != '"';
      if (quoted || depth > 0) continue;
      return script.substr(begin, at + 1 - begin);
    }
    if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return script.substr(begin, at + 1 - begin);
    }
  }
  return {};
}

std::string text_of_markup(std::string_view markup) {
  std::string text;
  const std::string plain = plain_text(markup.substr(0, kMaxText));
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find('\n', at), plain.size());
    const std::string line = base::collapse_space(std::string_view(plain).substr(at, end - at));
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  return text;
}

std::string text_of_parts(const json::Value& value) {
  std::string markup;
  if (!collect(value, 0, markup)) return {};
  return text_of_markup(markup);
}

bool reads_like_article(std::string_view text) {
  constexpr std::string_view kProgram = "{}<>=;|\\$";
  std::size_t characters = 0, letters = 0, program = 0, stops = 0, words = 0, cjk = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const bool letter = base::is_letter_or_digit(c);
    words += letter && !in_word ? 1 : 0;
    in_word = letter;
    if (base::is_space(c)) continue;
    ++characters;
    letters += letter ? 1 : 0;
    cjk += base::is_cjk(c) ? 1 : 0;
    stops += c == '.' || c == '!' || c == '?' || c == U'。' || c == U'！' || c == U'？' ? 1 : 0;
    program += c < 0x80 && kProgram.find(static_cast<char>(c)) != std::string_view::npos ? 1 : 0;
  }
  if (characters < kLeastBody || 5 * letters < 4 * characters) return false;
  if (stops < 3 || 50 * program > characters) return false;
  // Base64 and lists of identifiers have long words; sentences are no longer than this.
  return (cjk > characters / 4 || characters < 12 * words) && characters < 400 * stops;
}

}  // namespace tamis::head
