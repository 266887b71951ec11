// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <algorithm>

namespace tamis {
namespace {

bool is_token(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != kOthers.npos;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "https://a.example/bot", or "bot@a.example": something that an operator can turn to.
bool has_contact(std::string_view agent) {
  for (std::string_view scheme : {"https://", "http://"}) {
    const std::size_t at = agent.find(scheme);
    if (at == agent.npos) continue;
    const std::string_view rest = agent.substr(at + scheme.size());
    const std::size_t dot = rest.substr(0, rest.find_first_of("/ ;)")).find('.');
    if (dot != rest.npos && dot > 0) return true;
  }
  const std::size_t sign = agent.find('@');
  return sign != agent.npos && sign > 0 && is_token(agent[sign - 1]) &&
         agent.find('.', sign + 2) != agent.npos;
}

}  // namespace

std::string check_agent(std::string_view agent) {
  if (agent.empty()) return "there is no agent string";
  if (agent.size() > 256) return "the agent string is longer than 256 characters";
  if (std::any_of(agent.begin(), agent.end(), [](char c) { return c < ' ' || c > '~'; }))
    return "the agent string has characters other than printable ASCII";
  const auto end = std::find_if_not(agent.begin(), agent.end(), is_token);
  const std::string_view product = agent.substr(0, static_cast<std::size_t>(end - agent.begin()));
  if (product.empty() || !is_letter(product.front()))
    return "the agent string must begin with a product name";
  if (!has_contact(agent)) return "the agent string names nobody to turn to";
  return {};
}

}  // namespace tamis
