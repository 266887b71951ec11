// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_robots.h"

#include "base/file.h"
#include "json/json.h"
#include "tamis/result.h"
#include "tamis/robots.h"

#include <fcntl.h>
#include <unistd.h>

namespace tamis::cli {
namespace {

// What stands behind the limit is not kept: parse_robots would not read it.
std::string read_robots(const std::string& name) {
  base::Fd file;
  if (name != "-") {
    if (!base::file_exists(name)) throw Failure("there is no file " + name);
    file = base::open_file(name, O_RDONLY);
  }
  std::string bytes;
  char buffer[16 << 10];
  while (const std::size_t size =
             base::read_some(name == "-" ? STDIN_FILENO : file.get(), buffer, sizeof buffer, name))
    if (bytes.size() <= kRobotsBytes) bytes.append(buffer, size);
  return bytes;
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
