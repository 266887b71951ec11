// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.h"

#include "scratch.h"
#include "tamis/result.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <string>
#include <vector>

namespace tamis::base {
namespace {

using test::Scratch;
using Names = std::vector<std::string>;

// The cause and the remedy of the Failure that `work` throws.
std::pair<std::string, std::string> failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return {failure.what(), failure.remedy()};
  }
  return {};
}

// No file may grow beyond `bytes` while this lives: what a full disk is to the code, in a process
// that may not fill one.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    before_handler_ = ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { bytes, before_.rlim_max };
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, before_handler_);
  }

 private:
  struct rlimit before_ {};
  void (*before_handler_)(int) = nullptr;
};

TEST(AtomicFile, IsThereAsAWholeAfterCommit) {
  const Scratch scratch;
  {
    AtomicFile file(scratch.path("a"));
    file.write("one ");
    EXPECT_FALSE(scratch.has("a"));
    file.write("two");
    file.commit();
  }
  EXPECT_EQ(scratch.read("a"), "one two");
  EXPECT_EQ(scratch.names(), Names{"a"});
}

TEST(AtomicFile, LeavesTheOldFileWhenItIsNotCommitted) {
  const Scratch scratch;
  scratch.write("a", "old");
  {
    AtomicFile file(scratch.path("a"));
    file.write(std::string(1 << 20, 'x'));  // past the buffer: on the disk already
  }
  EXPECT_EQ(scratch.read("a"), "old");
  EXPECT_EQ(scratch.names(), Names{"a"});
}

TEST(AtomicFile, OverwritesWhatAKilledRunLeft) {
  const Scratch scratch;
  scratch.write(".tamis-a.tmp", "half of something longer");
  write_file(scratch.path("a"), "whole");
  EXPECT_EQ(scratch.read("a"), "whole");
  EXPECT_EQ(scratch.names(), Names{"a"});
}

TEST(AtomicFile, DoesNotFollowALinkUnderItsHiddenName) {
  const Scratch scratch;
  scratch.write("victim", "mine");
  ASSERT_EQ(::symlink(scratch.path("victim").c_str(), scratch.path(".tamis-a.tmp").c_str()), 0);
  EXPECT_THROW(write_file(scratch.path("a"), "bytes"), Failure);
  EXPECT_EQ(scratch.read("victim"), "mine");
}

TEST(AtomicFile, NamesTheFileAndTheCauseWhenItsFolderIsMissing) {
  const Scratch scratch;
  const auto [cause, remedy] = failure_of([&] { write_file(scratch.path("no/a"), "bytes"); });
  EXPECT_NE(cause.find("no/.tamis-a.tmp: No such file"), std::string::npos) << cause;
}

TEST(AtomicFile, WhenWritingFailsTheOldFileStandsAndNothingIsLeft) {
  const Scratch scratch;
  scratch.write("a", "old");
  std::pair<std::string, std::string> failure;
  {
    const SizeLimit limit(100'000);
    failure = failure_of([&] { write_file(scratch.path("a"), std::string(200'000, 'x')); });
  }
  EXPECT_NE(failure.first.find("over the limit on the size of a file"), std::string::npos)
      << failure.first;
  EXPECT_NE(failure.second.find("ulimit -f"), std::string::npos);
  EXPECT_EQ(scratch.read("a"), "old");
  EXPECT_EQ(scratch.names(), Names{"a"});
}

TEST(AtomicFile, CannotReplaceAFolder) {
  const Scratch scratch;
  scratch.write("a/inside", "x");
  const auto [cause, remedy] = failure_of([&] { write_file(scratch.path("a"), "bytes"); });
  EXPECT_NE(cause.find("cannot replace"), std::string::npos) << cause;
  EXPECT_EQ(scratch.names(), Names{"a"});
}

TEST(CopyFile, CopiesMoreThanABufferFull) {
  const Scratch scratch;
  std::string bytes(1'000'003, 'x');
  for (std::size_t i = 0; i < bytes.size(); i += 97) bytes[i] = static_cast<char>(i);
  copy_file(scratch.write("a", bytes), scratch.path("b"));
  EXPECT_EQ(scratch.read("b"), bytes);
}

TEST(WriteAll, AFullDiskIsNamedWithWhatToDo) {
  const Fd full = open_file("/dev/full", O_WRONLY);
  const auto [cause, remedy] = failure_of([&] { write_all(full.get(), "bytes", "out/a"); });
  EXPECT_EQ(cause, "cannot write out/a: the disk is full (no space left on device)");
  EXPECT_NE(remedy.find("free some space"), std::string::npos);
}

TEST(ThrowIo, HasARemedyForWhatAUserCanMend) {
  for (const int error : {ENOSPC, EDQUOT, EFBIG, EACCES, EROFS, EMFILE, EIO}) {
    EXPECT_FALSE(failure_of([&] { throw_io("write", "a", error); }).second.empty()) << error;
  }
}

TEST(ReadFile, NoneWhenThereIsNone) {
  const Scratch scratch;
  EXPECT_EQ(read_file(scratch.path("a")), std::nullopt);
  EXPECT_EQ(read_file(scratch.write("b", "")), "");
  EXPECT_EQ(read_file(scratch.write("c", std::string(200'000, 'c'))), std::string(200'000, 'c'));
}

TEST(ReadAt, AFileThatBecameShorterIsAFailure) {
  const Scratch scratch;
  const std::string path = scratch.write("a", "0123456789");
  const Fd fd = open_file(path, O_RDONLY);
  EXPECT_EQ(read_at(fd.get(), 3, 4, path), "3456");
  EXPECT_THROW(read_at(fd.get(), 8, 4, path), Failure);
}

TEST(FolderOf, IsWhatStandsBeforeTheLastSlash) {
  EXPECT_EQ(folder_of("a"), ".");
  EXPECT_EQ(folder_of("/a"), "/");
  EXPECT_EQ(folder_of("a/b/c"), "a/b");
}

}  // namespace
}  // namespace tamis::base
