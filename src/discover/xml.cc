// SPDX-License-Identifier: Apache-2.0
#include "discover/xml.h"

#include "discover/xml_tidy.h"

#include <expat.h>

#include <climits>
#include <exception>
#include <memory>
#include <type_traits>

namespace tamis::discovery {
namespace {

constexpr int kMostOpen = 100;
constexpr std::size_t kMostAttributes = 64;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

XmlName name_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == name.npos) return {"", lower(name)};
  return {lower(name.substr(0, colon)), lower(name.substr(colon + 1))};
}

struct Run {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  int open = 0;
  bool ended = false;  // the root element is closed
  bool too_deep = false;
  std::exception_ptr thrown;

  void stop() { XML_StopParser(parser, XML_FALSE); }

  // No exception may cross expat's frames.
  template <class Call>
  void guard(const Call& call) {
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }
};

void on_open(void* data, const XML_Char* name, const XML_Char** pairs) {
  Run& run = *static_cast<Run*>(data);
  run.guard([&] {
    if (++run.open > kMostOpen) {
      run.too_deep = true;
      return run.stop();
    }
    XmlAttributes attributes;
    for (; pairs[0] != nullptr && attributes.size() < kMostAttributes; pairs += 2)
      attributes.emplace_back(name_of(pairs[0]), pairs[1]);
    run.handler->open(name_of(name), attributes);
  });
}

void on_close(void* data, const XML_Char*) {
  Run& run = *static_cast<Run*>(data);
  run.guard([&] {
    run.handler->close();
    if (--run.open > 0) return;
    run.ended = true;
    run.stop();
  });
}

void on_text(void* data, const XML_Char* text, int size) {
  Run& run = *static_cast<Run*>(data);
  run.guard([&] { run.handler->text({text, static_cast<std::size_t>(size)}); });
}

}  // namespace

std::optional<Error> read_xml(std::string_view utf8, XmlHandler& handler) {
  const std::string tidy = tidy_xml(utf8);
  if (tidy.size() > INT_MAX) return Error{ErrorKind::kTooBig, "the XML is larger than 2 GiB"};
  using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)>;
  const Parser parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Run run;
  run.parser = parser.get();
  run.handler = &handler;
  XML_SetUserData(run.parser, &run);
  XML_SetElementHandler(run.parser, on_open, on_close);
  XML_SetCharacterDataHandler(run.parser, on_text);
  // In one piece: a token that is fed bit by bit is scanned from its begin each time.
  const XML_Status status =
      XML_Parse(run.parser, tidy.data(), static_cast<int>(tidy.size()), XML_TRUE);
  if (run.thrown) std::rethrow_exception(run.thrown);
  if (run.too_deep) return Error{ErrorKind::kTooDeep, "the XML is nested too deep"};
  if (status == XML_STATUS_OK || run.ended) return std::nullopt;
  return Error{ErrorKind::kBroken, "the XML breaks off at line " +
                                       std::to_string(XML_GetCurrentLineNumber(run.parser)) + ": " +
                                       XML_ErrorString(XML_GetErrorCode(run.parser))};
}

std::string_view attribute(const XmlAttributes& attributes, std::string_view local) {
  for (const auto& [name, value] : attributes)
    if (name.prefix.empty() && name.local == local) return value;
  return {};
}

}  // namespace tamis::discovery
