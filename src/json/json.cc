// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include "base/escape.h"
#include "json/reader.h"

#include <simdjson.h>

#include <algorithm>

namespace tamis::json {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxDepth = 1024;

// Recursion is bounded: the parser has refused what is nested deeper than kMaxDepth.
Value convert(const dom::element& element) {
  Value out;
  switch (element.type()) {
    case dom::element_type::NULL_VALUE: out.data = nullptr; break;
    case dom::element_type::BOOL: out.data = bool(element); break;
    case dom::element_type::DOUBLE: out.data = double(element); break;
    case dom::element_type::INT64: out.data = std::int64_t(element); break;
    case dom::element_type::UINT64:  // above the largest int64 only
      out.data = static_cast<double>(std::uint64_t(element));
      break;
    case dom::element_type::STRING: out.data = std::string(std::string_view(element)); break;
    case dom::element_type::ARRAY: {
      Array items;
      for (dom::element item : dom::array(element)) items.push_back(convert(item));
      out.data = std::move(items);
      break;
    }
    case dom::element_type::OBJECT: {
      Object members;
      for (dom::key_value_pair member : dom::object(element)) {
        members.push_back({std::string(member.key), convert(member.value)});
      }
      out.data = std::move(members);
      break;
    }
  }
  return out;
}

// The code unit of the escape \uXXXX at `at`, or -1.
int escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = base::hex_digit(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high(int unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(int unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Python and JavaScript write half surrogate pairs when a string was cut inside one; simdjson
// refuses them. Each becomes \ufffd, in place: the length does not change.
std::string replace_half_pairs(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < out.size();) {
    if (out[at] != '\\') {
      ++at;
      continue;
    }
    const int unit = escaped_unit(out, at);
    if (unit < 0) {
      at += 2;  // another escape: its second byte begins nothing
    } else if (is_high(unit) && is_low(escaped_unit(out, at + 6))) {
      at += 12;
    } else {
      if (is_high(unit) || is_low(unit)) out.replace(at + 2, 4, "fffd");
      at += 6;
    }
  }
  return out;
}

// What is wrong with `text`, or its root, which lives until the parser's next text.
simdjson::error_code parse_into(dom::parser& parser, std::string_view text, dom::element& root) {
  // simdjson copies from the pointer of an empty text, which may be null.
  if (text.empty()) return simdjson::EMPTY;
  simdjson::error_code code = simdjson::SUCCESS;
  if (parser.capacity() < text.size() + 1) code = parser.allocate(text.size() + 1, kMaxDepth);
  if (!code) code = parser.parse(text.data(), text.size()).get(root);
  if (code == simdjson::STRING_ERROR) {
    const std::string repaired = replace_half_pairs(text);
    code = parser.parse(repaired).get(root);
  }
  return code;
}

Error error_of(simdjson::error_code code) {
  const bool empty = code == simdjson::EMPTY;
  return {ErrorKind::kBroken,
          std::string("JSON: ") + (empty ? "no text" : simdjson::error_message(code))};
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  // Of two members with one name the later counts, as in JavaScript and Python.
  const auto last = std::find_if(members->rbegin(), members->rend(),
                                 [key](const Member& member) { return member.key == key; });
  return last == members->rend() ? nullptr : &last->value;
}

std::string_view Value::text_at(std::string_view key) const {
  const Value* value = find(key);
  const std::string* found = value ? value->text() : nullptr;
  return found ? std::string_view(*found) : std::string_view();
}

Result<Value> parse(std::string_view text) {
  dom::parser parser;
  dom::element root;
  const simdjson::error_code code = parse_into(parser, text, root);
  if (code) return error_of(code);
  return convert(root);
}

struct Reader::State {
  dom::parser parser;
  dom::element root;
  bool is_object = false;

  std::optional<dom::element> find(std::string_view key) const {
    std::optional<dom::element> last;
    if (!is_object) return last;
    for (const dom::key_value_pair member : dom::object(root)) {
      if (member.key == key) last = member.value;
    }
    return last;
  }
};

Reader::Reader() : state_(std::make_unique<State>()) {}
Reader::~Reader() = default;

std::optional<Error> Reader::read(std::string_view text) {
  constexpr std::size_t kKept = 1u << 20;  // one huge text does not keep fourteen times its size
  state_->is_object = false;
  if (state_->parser.capacity() > kKept && text.size() < kKept) state_->parser = dom::parser();
  const simdjson::error_code code = parse_into(state_->parser, text, state_->root);
  if (code) return error_of(code);
  state_->is_object = state_->root.type() == dom::element_type::OBJECT;
  return std::nullopt;
}

bool Reader::is_object() const {
  return state_->is_object;
}

std::optional<std::string_view> Reader::string_at(std::string_view key) const {
  const std::optional<dom::element> found = state_->find(key);
  if (!found || found->type() != dom::element_type::STRING) return std::nullopt;
  return std::string_view(*found);
}

std::string_view Reader::text_at(std::string_view key) const {
  return string_at(key).value_or(std::string_view());
}

std::optional<std::int64_t> Reader::whole_at(std::string_view key) const {
  const std::optional<dom::element> found = state_->find(key);
  if (!found || found->type() != dom::element_type::INT64) return std::nullopt;
  return std::int64_t(*found);
}

std::optional<double> Reader::real_at(std::string_view key) const {
  const std::optional<dom::element> found = state_->find(key);
  if (!found) return std::nullopt;
  if (found->type() == dom::element_type::DOUBLE) return double(*found);
  // Above the largest int64 only.
  if (found->type() == dom::element_type::UINT64) return static_cast<double>(std::uint64_t(*found));
  return std::nullopt;
}

}  // namespace tamis::json
