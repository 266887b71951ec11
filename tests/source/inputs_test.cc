// SPDX-License-Identifier: Apache-2.0
#include "source/inputs.h"

#include "codec/pack.h"
#include "source/archive.h"
#include "source/folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace tamis {
namespace {

using test::error_of;
using test::Folder;
using test::ids;
using test::pages_of;
using Ids = std::vector<std::string>;

// Every kind of file, whole and broken.
void fill(const Folder& folder) {
  folder.write("a/1.html", "<p>one");
  folder.write("a/1.html.headers", "X: y");
  folder.write("a/2.html.gz", test::gzip("<p>two"));
  folder.write("b/lines.jsonl",
               "{\"id\":\"l1\",\"text\":\"t\"}\nbroken\n{\"id\":\"l3\",\"text\":\"t\"}\n");
  folder.write("b/w.warc.gz", test::gzip(test::warc_page("w1", "<p>1")) + "garbage" +
                                  test::gzip(test::warc_page("w2", "<p>2")));
  folder.write("c/cut.gz", test::gzip(test::noise(500)).substr(0, 100));
  folder.write("empty.html", "");
  folder.write("image.png", "\x89PNG\r\n\x1a\n");
  folder.link("lost.html", "nowhere");
}

const Ids kIds = {"a/1.html",  "a/2.html.gz",   "l1", "b/lines.jsonl:2", "l3",
                  "w1",        "b/w.warc.gz#2", "w2", "c/cut.gz",        "empty.html",
                  "image.png", "lost.html"};

TEST(Inputs, OneRunOverEveryKind) {
  const Folder folder;
  fill(folder);
  const auto pages = pages_of({folder.path()});
  EXPECT_EQ(ids(pages), kIds);
  EXPECT_EQ(pages[0].folder, "a");
  EXPECT_EQ(pages[2].folder, "b");
  EXPECT_EQ(pages[5].folder, "b");
  EXPECT_EQ(pages[9].folder, "");
  EXPECT_EQ(error_of(pages[11]), "unreadable: cannot be opened: No such file or directory");
}

TEST(Inputs, SkipCountsWhatNextWouldGive) {
  const Folder folder;
  fill(folder);
  for (std::uint64_t count = 0; count <= kIds.size() + 2; ++count) {
    const auto source = open_source({folder.path()}, {});
    EXPECT_EQ(source->skip(count), std::min<std::uint64_t>(count, kIds.size()));
    Ids rest;
    for (Page page; source->next(page);) rest.push_back(page.id);
    const Ids expected(kIds.begin() + std::min<std::ptrdiff_t>(count, kIds.size()), kIds.end());
    EXPECT_EQ(rest, expected) << count;
  }
}

TEST(Inputs, SeveralInOrderEachWithItsOwnPaths) {
  const Folder one, two;
  one.write("x.html", "<p>1");
  two.write("x.html", "<p>2");
  const auto pages = pages_of({two.path(), one.path(), two.at("x.html")});
  EXPECT_EQ(ids(pages), (Ids{"x.html", "x.html", "x.html"}));
  EXPECT_EQ(pages[0].bytes + pages[1].bytes + pages[2].bytes, "<p>2<p>1<p>2");
}

TEST(Inputs, BytesForProgress) {
  const Folder folder;
  fill(folder);
  const auto source = open_source({folder.path()}, {});
  EXPECT_EQ(source->bytes_done(), 0u);
  const std::uint64_t total = source->bytes_total();
  std::uint64_t before = 0;
  for (Page page; source->next(page); before = source->bytes_done()) {
    EXPECT_GE(source->bytes_done(), before);
  }
  EXPECT_EQ(source->bytes_done(), total);
  const auto skipped = open_source({folder.path()}, {});
  skipped->skip(100);
  EXPECT_EQ(skipped->bytes_done(), total);
}

TEST(Inputs, StandardInput) {
  const struct {
    std::string bytes;
    Ids expected;
  } cases[] = {
      {"<p>a page", {"stdin"}},
      {test::gzip("{\"text\":\"a\"}\n{\"id\":\"x\",\"text\":\"b\"}\n"), {"stdin:1", "x"}},
      {test::warc_page("w", "<p>1") + test::warc_page("", "<p>2"), {"w", "stdin#2"}},
      {"", {"stdin"}},
  };
  for (const auto& c : cases) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    std::thread writer([&, fd = ends[1]] {
      base::write_all(fd, c.bytes, "pipe");
      ::close(fd);
    });
    SourceOptions options;
    options.standard_input = ends[0];
    const auto source = open_source({"-"}, options);
    EXPECT_EQ(source->bytes_total(), 0u);
    Ids got;
    for (Page page; source->next(page);) got.push_back(page.id);
    EXPECT_EQ(got, c.expected);
    EXPECT_EQ(source->bytes_done(), c.bytes.size());
    writer.join();
    ::close(ends[0]);
  }
}

TEST(Inputs, PipesInAFolderAreNotWaitedFor) {
  const Folder folder;
  folder.write("a.html", "<p>a");
  ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
  const auto pages = pages_of({folder.path()});
  ASSERT_EQ(ids(pages), (Ids{"a.html", "pipe"}));
  EXPECT_EQ(error_of(pages[1]), "unreadable: a pipe, a socket or a device, not a file");
}

TEST(Inputs, APipeThatIsNamedIsRead) {
  const Folder folder;
  ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
  std::thread writer([&] {
    const base::Fd fd = base::open_file(folder.at("pipe"), O_WRONLY);
    base::write_all(fd.get(), "<p>through a pipe", "pipe");
  });
  const auto pages = pages_of({folder.at("pipe")});
  writer.join();
  ASSERT_EQ(ids(pages), (Ids{"pipe"}));
  EXPECT_EQ(pages[0].bytes, "<p>through a pipe");
}

TEST(Inputs, AnInputThatIsNotThereBreaksTheRun) {
  const Folder folder;
  try {
    open_source({folder.path(), folder.at("absent")}, {});
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("absent: No such file"), std::string::npos);
    EXPECT_NE(failure.remedy(), "");
  }
}

TEST(Inputs, AFaultWhileReadingCostsThatPageOnly) {
  const Folder folder;
  folder.write("1.html", "<p>one");
  folder.write("2.html", "<p>two");
  folder.write("3.jsonl", "{\"id\":\"l\",\"text\":\"t\"}\n");
  folder.write("4.html", "<p>four");
  const auto opener = [](const std::string& path, bool named, std::uint64_t* consumed) {
    source::Opened opened = source::open_stream(path, named, consumed);
    if (path.ends_with("2.html")) {
      opened.stream = std::make_unique<test::Trickle>("<p>two", 3, true);
    } else if (path.ends_with("3.jsonl")) {
      opened.stream =
          std::make_unique<test::Trickle>("{\"id\":\"l\",\"text\":\"t\"}\n{\"id", 9, true);
    }
    return opened;
  };
  const auto source = source::open_source_with({folder.path()}, {}, opener);
  std::vector<Page> pages;
  for (Page page; source->next(page);) pages.push_back(page);
  EXPECT_EQ(ids(pages), (Ids{"1.html", "2.html", "l", "3.jsonl:2", "4.html"}));
  EXPECT_EQ(error_of(pages[1]), "unreadable: cannot be read: injected");
  EXPECT_EQ(error_of(pages[3]), "unreadable: cannot be read: injected");
  EXPECT_EQ(error_of(pages[4]), "");
}

TEST(Inputs, OwnOutputIsReadForDups) {
  const Folder folder;
  folder.write("summary.json", "{\"tamis\":\"0.1.0\"}");
  folder.write("articles.jsonl", "{\"id\":\"a\",\"status\":\"ok\",\"text\":\"t\"}\n");
  EXPECT_TRUE(pages_of({folder.path()}).empty());
  SourceOptions keep;
  keep.keep_own = true;
  const auto pages = pages_of({folder.path()}, keep);
  ASSERT_EQ(ids(pages), Ids{"a"});
  EXPECT_EQ(pages[0].kind, PageKind::kArticle);
}

}  // namespace
}  // namespace tamis
