// SPDX-License-Identifier: Apache-2.0
#include "archive/page_path.h"

#include "base/hash.h"
#include "base/url.h"
#include "base/utf8.h"

#include <algorithm>

namespace tamis::archive {
namespace {

constexpr std::size_t kLongestStep = 180;  // of 255: sidecars and temporary files want some
constexpr std::size_t kLongestPath = 1500;

std::string hash_of(std::string_view text) {
  return base::hex(base::hash64(text));
}

// "host", or "host+port".
std::string host_step(std::string_view authority) {
  std::string step;
  for (const char c : authority) {
    const char l = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool plain = (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || l == '-' || l == '.' ||
                       static_cast<unsigned char>(l) >= 0x80;
    step += l == ':' ? '+' : plain ? l : '_';
  }
  if (step.empty() || step.front() == '.') step.insert(0, 1, '_');
  return step.size() > kLongestStep ? hash_of(authority) : step;
}

// One step of the path. What had to be changed gets the hash of what it was.
std::string path_step(std::string_view text) {
  std::string step;
  for (const char c : text) step += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '_' : c;
  bool changed = step != text;
  if (step.empty() || step.front() == '.' || step.front() == '~') {
    step.insert(0, 1, '_');
    changed = true;
  }
  for (std::string_view ending : {".headers", ".gz", ".zst"}) changed |= step.ends_with(ending);
  if (step.size() > kLongestStep) changed = true;
  if (!changed) return step;
  step.resize(std::min(step.size(), kLongestStep - 24));
  while (!step.empty() && base::is_continuation(step.back())) step.pop_back();
  return step + "~" + hash_of(text) + ".html";
}

struct Parts {
  std::string_view authority, path, query;
};

Parts split(std::string_view url) {
  url = url.substr(0, url.find('#'));
  Parts parts;
  const std::size_t scheme = url.find("://");
  std::string_view rest = scheme == url.npos ? url : url.substr(scheme + 3);
  const std::size_t begin = std::min(rest.find_first_of("/?"), rest.size());
  parts.authority = rest.substr(0, begin);
  rest.remove_prefix(begin);
  const std::size_t mark = std::min(rest.find('?'), rest.size());
  parts.path = rest.substr(0, mark);
  parts.query = rest.substr(std::min(mark, rest.size()));
  return parts;
}

}  // namespace

std::string page_path(std::string_view url) {
  const Parts parts = split(url);
  std::string out = host_step(parts.authority);
  std::string_view path = parts.path;
  if (!path.empty()) path.remove_prefix(1);
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
    out += "/" + path_step(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  std::string name(path.empty() ? "~index.html" : path);
  name.append(parts.query);
  // "/" is not "/index.html", whatever most servers do: no step of a URL begins with a tilde here.
  out += "/" + (path.empty() && parts.query.empty() ? name : path_step(name));
  if (out.size() > kLongestPath) return other_page_path(url);
  return out;
}

std::string other_page_path(std::string_view url) {
  return host_step(split(url).authority) + "/~" + hash_of(url) + ".html";
}

}  // namespace tamis::archive
