// SPDX-License-Identifier: Apache-2.0
#include "discover/xml_tidy.h"

#include "discover/entities.h"

namespace tamis::discovery {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Tidy {
 public:
  explicit Tidy(std::string_view text) : text_(text) { out_.reserve(text.size() + 64); }

  std::string run() {
    // Millions of bare ampersands are an attack: the parser will say where it broke off.
    const std::size_t most = 2 * text_.size() + 1024;
    while (at_ < text_.size() && out_.size() < most) {
      const char c = text_[at_];
      if (c == '<')
        take_less();
      else if (c == '&')
        take_ampersand();
      else
        take_char();
    }
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  // Up to and with `end`; the rest of the text when it does not come.
  void skip_behind(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    at_ = found == text_.npos ? text_.size() : found + end.size();
  }

  void take_less() {
    const std::string_view ahead = rest();
    if (ahead.starts_with(kCdata)) return take_cdata();
    if (ahead.starts_with("<!--")) return skip_behind("-->");
    if (ahead.starts_with("<?")) return skip_behind("?>");
    if (ahead.starts_with("<!")) return skip_declaration();
    if (ahead.size() > 1 && (begins_name(ahead[1]) || ahead[1] == '/'))
      out_ += '<';
    else
      out_ += "&lt;";
    ++at_;
  }

  // <!DOCTYPE ... [ ... ]>: quotes and brackets may hold a '>'.
  void skip_declaration() {
    char quote = '\0';
    int brackets = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (brackets > 0 && rest().starts_with("<!--")) {  // may hold an apostrophe
        skip_behind("-->");
        --at_;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        ++brackets;
      } else if (c == ']') {
        --brackets;
      } else if (c == '>' && brackets <= 0) {
        ++at_;
        return;
      }
    }
  }

  void take_cdata() {
    std::size_t end = text_.find("]]>", at_);
    end = end == text_.npos ? text_.size() : end;
    while (at_ < end) take_char();
  }

  void take_ampersand() {
    std::string character;
    const std::size_t size = append_reference(character, rest());
    at_ += size == 0 ? 1 : size;
    if (size == 0 || character == "&")
      out_ += "&amp;";
    else if (character == "<")
      out_ += "&lt;";
    else if (character == "\"")
      out_ += "&quot;";
    else if (character == "'")
      out_ += "&apos;";
    else
      out_ += character;
  }

  // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  void take_char() {
    const char c = text_[at_];
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xEF && at_ + 2 < text_.size() && text_[at_ + 1] == '\xBF' &&
        static_cast<unsigned char>(text_[at_ + 2]) >= 0xBE) {
      out_ += ' ';
      at_ += 3;
      return;
    }
    out_ += byte < 0x20 && c != '\t' && c != '\n' && c != '\r' ? ' ' : c;
    ++at_;
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::string tidy_xml(std::string_view utf8) {
  return Tidy(utf8).run();
}

}  // namespace tamis::discovery
