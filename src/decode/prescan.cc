// SPDX-License-Identifier: Apache-2.0
#include "decode/prescan.h"

#include "decode/charset_label.h"

#include <cstddef>
#include <string>

namespace tamis::decoding {

namespace {

constexpr std::size_t kWindow = 8192;

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

// A position in the window that never passes its end. '\0' stands for the end.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}
  bool done() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void skip(std::size_t count = 1) { at_ += count; }
  // `word` is lower case.
  bool looking_at(std::string_view word) const {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (lower(peek(i)) != word[i]) return false;
    }
    return true;
  }
  void skip_white() {
    while (is_white(peek())) skip();
  }
  void skip_to(char c) {
    const std::size_t found = text_.find(c, at_);
    at_ = found == std::string_view::npos ? text_.size() : found;
  }
  // To the byte after the next `mark`, or to the end.
  void skip_past(std::string_view mark) {
    const std::size_t found = text_.find(mark, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Attribute {
  std::string name, value;  // lower case
};

void read_value(Cursor& cursor, std::string& value) {
  cursor.skip();  // '='
  cursor.skip_white();
  const char quote = cursor.peek();
  if (quote == '"' || quote == '\'') {
    for (cursor.skip(); !cursor.done() && cursor.peek() != quote; cursor.skip()) {
      value += lower(cursor.peek());
    }
    cursor.skip();
    return;
  }
  for (; !cursor.done() && !is_white(cursor.peek()) && cursor.peek() != '>'; cursor.skip()) {
    value += lower(cursor.peek());
  }
}

// "Get an attribute"; false when the tag ends here.
bool next_attribute(Cursor& cursor, Attribute& attribute) {
  while (is_white(cursor.peek()) || cursor.peek() == '/') cursor.skip();
  if (cursor.done() || cursor.peek() == '>') return false;
  attribute = {};
  for (; !cursor.done(); cursor.skip()) {
    const char c = cursor.peek();
    if ((c == '=' && !attribute.name.empty()) || is_white(c) || c == '/' || c == '>') break;
    attribute.name += lower(c);
  }
  cursor.skip_white();
  if (cursor.peek() == '=') read_value(cursor, attribute.value);
  return true;
}

// The cursor stands after "<meta". The charset, or empty when this element says nothing.
std::string_view charset_of_meta(Cursor& cursor) {
  bool got_pragma = false, seen_pragma = false, seen_content = false, seen_charset = false;
  bool need_pragma = false;
  std::string_view charset;
  Attribute attribute;
  while (next_attribute(cursor, attribute)) {
    if (attribute.name == "http-equiv" && !seen_pragma) {
      seen_pragma = true;
      got_pragma = attribute.value == "content-type";
    } else if (attribute.name == "content" && !seen_content) {
      seen_content = true;
      const std::string_view found = charset_of_content_type(attribute.value);
      if (charset.empty() && !found.empty()) {
        charset = found;
        need_pragma = true;
      }
    } else if (attribute.name == "charset" && !seen_charset) {
      seen_charset = true;
      charset = charset_of_label(attribute.value);
      need_pragma = false;
    }
  }
  return need_pragma && !got_pragma ? std::string_view{} : charset;
}

// The XML declaration counts only at the very start.
std::string_view charset_of_xml(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  return charset_of_label(
      declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1));
}

// A meta that was readable as ASCII is not in UTF-16.
std::string_view readable(std::string_view charset) {
  return charset.starts_with("utf-16") || charset.starts_with("utf-32") ? "utf-8" : charset;
}

}  // namespace

std::string_view charset_of_content_type(std::string_view value) {
  std::string low;
  for (const char c : value) low += lower(c);
  for (std::size_t at = low.find("charset"); at != std::string::npos;
       at = low.find("charset", at)) {
    at += 7;
    while (at < low.size() && is_white(low[at])) ++at;
    if (at >= low.size() || low[at] != '=') continue;
    at = low.find_first_not_of(" \t\n\f\r", at + 1);
    if (at == std::string::npos) return {};
    const bool quoted = low[at] == '"' || low[at] == '\'';
    const std::size_t begin = quoted ? at + 1 : at;
    const std::size_t end =
        quoted ? low.find(low[at], begin) : low.find_first_of(" \t\n\f\r;,", begin);
    return charset_of_label(std::string_view(low).substr(begin, end - begin));
  }
  return {};
}

std::string_view prescan(std::string_view bytes) {
  Cursor cursor(bytes.substr(0, kWindow));
  while (!cursor.done()) {
    if (cursor.peek() != '<') {
      cursor.skip_to('<');
      if (cursor.done()) break;
    }
    if (cursor.looking_at("<!--")) {
      cursor.skip(2);  // the two dashes may also be the closing ones
      cursor.skip_past("-->");
    } else if (cursor.looking_at("<body") && !is_letter(cursor.peek(5))) {
      break;
    } else if (cursor.looking_at("<meta") && (is_white(cursor.peek(5)) || cursor.peek(5) == '/')) {
      cursor.skip(5);
      const std::string_view charset = charset_of_meta(cursor);
      if (!charset.empty()) return readable(charset);
    } else if (is_letter(cursor.peek(1)) || (cursor.peek(1) == '/' && is_letter(cursor.peek(2)))) {
      while (!cursor.done() && !is_white(cursor.peek()) && cursor.peek() != '>') cursor.skip();
      Attribute ignored;
      while (next_attribute(cursor, ignored)) {
      }
    } else if (cursor.peek(1) == '!' || cursor.peek(1) == '/' || cursor.peek(1) == '?') {
      cursor.skip_past(">");
    } else {
      cursor.skip();
    }
  }
  return readable(charset_of_xml(bytes.substr(0, 1024)));
}

}  // namespace tamis::decoding
