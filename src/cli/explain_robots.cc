// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_robots.h"

#include "base/file.h"
#include "base/utf8.h"
#include "json/json.h"
#include "tamis/pipeline.h"
#include "tamis/result.h"
#include "tamis/robots.h"

#include <fcntl.h>
#include <unistd.h>

namespace tamis::cli {
namespace {

// What stands behind the limit is not asked for: parse_robots would not read it.
std::string read_robots(const std::string& name) {
  base::Fd file;
  if (name != "-") {
    if (!base::file_exists(name))
      throw Failure("there is no file " + name, "--robots takes a file, or - for standard input");
    file = base::open_file(name, O_RDONLY);
  }
  std::string bytes;
  char buffer[16 << 10];
  while (bytes.size() <= kRobotsBytes) {
    const std::size_t size =
        base::read_some(name == "-" ? STDIN_FILENO : file.get(), buffer, sizeof buffer, name);
    if (size == 0) break;
    bytes.append(buffer, size);
  }
  return bytes;
}

// Paths alone are taken, too, and so is nothing at all (which no rule forbids).
void check_url(const std::string& url) {
  const std::string scheme = base::fold_case(url.substr(0, url.find("://")));
  if (url.empty() || url[0] == '/' || scheme == "http" || scheme == "https") return;
  throw BadUsage("not an http or https URL: " + url.substr(0, 80),
                 "write it whole, like https://news.example/a, or from its path on, like /a");
}

std::string as_json(const RobotsVerdict& verdict) {
  json::Writer out;
  out.open_object();
  out.key("allowed");
  out.boolean(verdict.allowed);
  out.key("line");
  out.number(verdict.line);
  out.key("rule");
  out.text(verdict.rule);
  out.close_object();
  return out.take() + "\n";
}

}  // namespace

std::string explain_robots(const RobotsQuestion& question) {
  if (question.file.empty())
    throw BadUsage("--robots names no file", "--robots takes a file, or - for standard input");
  check_url(question.url);
  const Robots robots = parse_robots(read_robots(question.file), question.agent);
  const RobotsVerdict verdict = robots.verdict(question.url);
  if (question.json_lines) return as_json(verdict);
  std::string out = verdict.allowed ? "allowed: " : "not allowed: ";
  if (verdict.line == 0)
    out += "no rule for " + question.agent + " matches";
  else
    out += "line " + std::to_string(verdict.line) + ": " + verdict.rule;
  return out + "\n";
}

}  // namespace tamis::cli
