// SPDX-License-Identifier: Apache-2.0
// A server in a process of its own for the life of one object; it is told to end and waited for.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace tamis::test {

class ServerProcess {
 public:
  // Runs `command` and reads the first line that it prints. Empty port(): it did not start.
  explicit ServerProcess(const std::vector<std::string>& command);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  const std::string& port() const { return line_; }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + line_ + path; }

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  std::string line_;
};

// tests/fetch/fault_server.py; `log` may be empty.
std::vector<std::string> fault_server(const std::string& log);

}  // namespace tamis::test
