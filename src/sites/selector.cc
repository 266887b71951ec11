// SPDX-License-Identifier: Apache-2.0
#include "sites/selector.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "tamis/parse.h"

#include <algorithm>
#include <utility>

namespace tamis::sites {
namespace {

constexpr std::string_view kOnly =
    "selectors here have elements, .class, #id, [attribute], space and >";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}
std::optional<AttributeName> attribute_from(std::string_view name) {
#define TAMIS_MATCH(enumerator, text) \
  if (name == (text)) return AttributeName::enumerator;
  TAMIS_ATTRIBUTES(TAMIS_MATCH)
#undef TAMIS_MATCH
  return std::nullopt;
}

// Recursive descent without recursion: a selector is a flat list. A fault is thrown within this
// file only, as the one way out of nested readers.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Selector run() {
    if (text_.size() > kMaxSelectorBytes) fail(kMaxSelectorBytes, "the selector is too long");
    if (!base::valid_utf8(text_)) fail(0, "the selector is not UTF-8");
    skip_blank();
    if (done()) fail(at_, "the selector is empty");
    Selector out;
    bool child = false;
    while (true) {
      if (out.size() == kMaxSteps) fail(at_, "more than 16 steps");
      out.push_back(compound());
      out.back().child = child;
      const bool blank = skip_blank();
      if (done()) return out;
      child = peek() == '>';
      if (child) {
        ++at_;
        skip_blank();
        if (done()) fail(at_, "nothing stands behind the >");
      } else if (!blank) {
        stranger();
      }
    }
  }

 private:
  [[noreturn]] static void fail(std::size_t at, std::string message) {
    throw SelectorFault{at, std::move(message)};
  }
  bool done() const { return at_ == text_.size(); }
  char peek() const { return text_[at_]; }
  bool skip_blank() {
    const std::size_t before = at_;
    while (!done() && is_blank(peek())) ++at_;
    return at_ > before;
  }

  // What CSS knows and this does not, by name.
  [[noreturn]] void stranger() const {
    switch (peek()) {
      case ',': fail(at_, "a comma: write two strings, one a selector");
      case ':': fail(at_, "pseudo-classes are not supported: " + std::string(kOnly));
      case '+':
      case '~': fail(at_, "sibling selectors are not supported: " + std::string(kOnly));
      case '>': fail(at_, "nothing stands before the >");
      case '/':
      case '@': fail(at_, "this looks like XPath: " + std::string(kOnly));
      default: fail(at_, "not expected here: " + std::string(kOnly));
    }
  }

  Compound compound() {
    Compound out;
    const std::size_t begin = at_;
    if (peek() == '*') {
      ++at_;
    } else if (name_byte(peek()) || peek() == '\\') {
      out.tag = element();
    }
    while (!done()) {
      const char c = peek();
      if (c == '.') {
        ++at_;
        out.classes.push_back(name("a class name"));
      } else if (c == '#') {
        const std::size_t hash = at_++;
        std::string id = name("an id");
        if (out.id && *out.id != id) fail(hash, "no element has two ids");
        out.id = std::move(id);
      } else if (c == '[') {
        out.attributes.push_back(attribute());
      } else {
        break;
      }
    }
    if (at_ == begin) stranger();
    return out;
  }

  Tag element() {
    const std::size_t begin = at_;
    const std::string word = small(name("an element"));
    const Tag tag = tag_from_name(word);
    if (tag == Tag::kOther || tag == Tag::kText)
      fail(begin, "tamis tells no <" + word + "> apart: use its class, its id or *");
    return tag;
  }

  std::string name(const char* what) {
    std::string out;
    while (!done() && (name_byte(peek()) || peek() == '\\')) {
      if (peek() == '\\') {
        escape(out);
      } else {
        out += text_[at_++];
      }
    }
    if (out.empty()) fail(at_, std::string(what) + " is missing here");
    return out;
  }

  // "\31 23" is 123, "\:" a colon (CSS Syntax 3, 4.3.7).
  void escape(std::string& out) {
    const std::size_t begin = at_++;
    if (done()) fail(begin, "nothing stands behind the backslash");
    if (base::hex_digit(peek()) < 0) {
      base::append_utf8(out, base::next_code_point(text_, at_));
      return;
    }
    char32_t value = 0;
    for (int digits = 0; digits < 6 && !done() && base::hex_digit(peek()) >= 0; ++digits)
      value = value * 16 + static_cast<char32_t>(base::hex_digit(text_[at_++]));
    if (!done() && is_blank(peek())) ++at_;
    const bool scalar = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    base::append_utf8(out, scalar ? value : base::kReplacement);
  }

  AttributeTest attribute() {
    const std::size_t open = at_++;
    skip_blank();
    const std::size_t begin = at_;
    const std::string word = small(name("an attribute"));
    const std::optional<AttributeName> known = attribute_from(word);
    if (!known) fail(begin, "tamis does not keep the attribute " + word);
    AttributeTest out{*known, AttributeTest::How::kPresent, {}};
    skip_blank();
    if (!done() && peek() != ']') {
      if (peek() == '^') {
        out.how = AttributeTest::How::kBegins;
        ++at_;
      } else {
        out.how = AttributeTest::How::kEquals;
      }
      if (done() || peek() != '=') fail(at_, "expected =, ^= or ]");
      ++at_;
      skip_blank();
      const std::size_t value = at_;
      out.value = attribute_value();
      if (out.value.empty() && out.how == AttributeTest::How::kBegins)
        fail(value, "every value begins with nothing: leave the value away");
      skip_blank();
    }
    if (done() || peek() != ']') fail(done() ? open : at_, "the ] is missing");
    ++at_;
    return out;
  }

  std::string attribute_value() {
    if (done() || (peek() != '"' && peek() != '\'')) return name("a value");
    const std::size_t open = at_;
    const char quote = text_[at_++];
    std::string out;
    while (!done() && peek() != quote) {
      if (peek() == '\\') {
        escape(out);
      } else {
        out += text_[at_++];
      }
    }
    if (done()) fail(open, "the closing quote is missing");
    ++at_;
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::variant<Selector, SelectorFault> parse_selector(std::string_view text) {
  try {
    return Reader(text).run();
  } catch (SelectorFault& fault) {
    return std::move(fault);
  }
}

}  // namespace tamis::sites
