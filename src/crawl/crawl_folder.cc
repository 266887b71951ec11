// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "tamis/crawl.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace tamis {

CrawlFolder::CrawlFolder(const std::string& directory) : lock_(-1) {
  std::error_code error;
  const std::string own = directory + "/.tamis";
  std::filesystem::create_directories(own, error);
  if (error) base::throw_io("create", own, error.value());
  const std::string path = own + "/lock";
  lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (lock_ < 0) base::throw_io("create", path, errno);
  if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return;
  const int why = errno;
  ::close(lock_);
  if (why != EWOULDBLOCK) base::throw_io("lock", path, why);
  throw Failure("another process fetches into " + directory,
                "wait until it is done, or choose another folder");
}

CrawlFolder::~CrawlFolder() {
  ::close(lock_);
}

}  // namespace tamis
