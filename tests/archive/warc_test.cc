// SPDX-License-Identifier: Apache-2.0
// What the archive writes is what `source` reads, and a torn tail costs the torn record only.
#include "archive/mend.h"
#include "archive/page_path.h"
#include "archive/sha1.h"
#include "archive/sha1_blocks.h"
#include "codec/gzip_member.h"
#include "scratch.h"
#include "tamis/archive.h"
#include "tamis/source.h"

#include <gtest/gtest.h>

#include <set>

namespace tamis {
namespace {

using namespace std::chrono_literals;

Fetched page(std::string url, std::string body, int status = 200) {
  Fetched fetched;
  fetched.url = std::move(url);
  fetched.status = status;
  fetched.outcome = status == 200 ? Outcome::kOk : Outcome::kGone;
  fetched.status_line = "HTTP/1.1 " + std::to_string(status) + " Word";
  fetched.headers = {{"Content-Type", "text/html; charset=utf-8"},
                     {"Transfer-Encoding", "chunked"}};
  fetched.wire = std::move(body);
  fetched.request = "GET /a HTTP/1.1\r\nHost: a.example\r\n\r\n";
  fetched.address = "192.0.2.1";
  fetched.begun = fetched.ended = Time(1'700'000'000'000ms);
  return fetched;
}

std::vector<Page> read_back(const std::string& folder) {
  std::vector<Page> pages;
  const auto source = open_source({folder}, {});
  for (Page next; source->next(next);) pages.push_back(next);
  return pages;
}

class WarcTest : public testing::Test {
 protected:
  std::unique_ptr<Archive> open() const { return open_archive(scratch_.path(), options_); }
  std::string first() const { return scratch_.path("warc/00000.warc.gz"); }

  test::Scratch scratch_;
  ArchiveOptions options_;
};

TEST_F(WarcTest, IsReadBack) {
  const auto archive = open();
  const Capture capture = archive->add(page("http://a.example/1", "<p>one</p>"), nullptr);
  archive->add(page("http://a.example/2", "<p>two</p>", 404), nullptr);
  archive->flush();
  EXPECT_EQ(capture.date, "2023-11-14T22:13:20Z");
  EXPECT_EQ(capture.digest, archive::sha1_label("<p>one</p>"));
  const std::vector<Page> pages = read_back(scratch_.path());
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_FALSE(pages[0].error);
  EXPECT_EQ(pages[0].url, "http://a.example/1");
  EXPECT_EQ(pages[0].bytes, "<p>one</p>");
  EXPECT_EQ(pages[0].header(":status"), "200");
  EXPECT_EQ(pages[0].header("Transfer-Encoding"), "");
  EXPECT_EQ(pages[1].header(":status"), "404");
}

TEST_F(WarcTest, WhatIsNotWholeIsNotKept) {
  const auto archive = open();
  for (const Outcome outcome : {Outcome::kTruncated, Outcome::kBadCoding, Outcome::kTooBig,
                                Outcome::kReset, Outcome::kBusy, Outcome::kServerError}) {
    Fetched fetched = page("http://a.example/1", "<p>half");
    fetched.outcome = outcome;
    EXPECT_EQ(archive->add(fetched, nullptr).date, "");
  }
  EXPECT_EQ(archive->bytes_written(), 0u);
}

TEST_F(WarcTest, UnchangedPagesAreRevisits) {
  const auto archive = open();
  const Capture first_capture = archive->add(page("http://a.example/1", "<p>one</p>"), nullptr);
  Fetched again = page("http://a.example/1", "<p>one</p>");
  again.begun += 1h;
  EXPECT_EQ(archive->add(again, &first_capture).date, first_capture.date);
  Fetched not_modified = page("http://a.example/1", "", 304);
  not_modified.outcome = Outcome::kNotModified;
  EXPECT_EQ(archive->add(not_modified, &first_capture).date, first_capture.date);
  EXPECT_EQ(archive->add(not_modified, nullptr).date, "");
  // The same bytes under another URL are a page of their own.
  EXPECT_EQ(archive->add(page("http://a.example/2", "<p>one</p>"), &first_capture).url,
            "http://a.example/2");
  archive->flush();
  EXPECT_EQ(read_back(scratch_.path()).size(), 2u);
}

TEST_F(WarcTest, FilesRotateAndGoOnAfterReopening) {
  options_.max_file_bytes = 2000;
  for (int i = 0; i < 3; ++i) {
    const auto archive = open();
    for (int j = 0; j < 4; ++j)
      archive->add(page("http://a.example/" + std::to_string(4 * i + j), "<p>x</p>"), nullptr);
    archive->sync();
  }
  EXPECT_GT(scratch_.names("warc").size(), 2u);
  const std::vector<Page> pages = read_back(scratch_.path());
  ASSERT_EQ(pages.size(), 12u);
  for (std::size_t i = 0; i < 12; ++i)
    EXPECT_EQ(pages[i].url, "http://a.example/" + std::to_string(i));
}

TEST_F(WarcTest, ATornTailIsTakenAway) {
  open()->add(page("http://a.example/1", "<p>one</p>"), nullptr);
  const std::size_t whole = scratch_.read("warc/00000.warc.gz").size();
  open()->add(page("http://a.example/2", "<p>two</p>"), nullptr);
  const std::string both = scratch_.read("warc/00000.warc.gz");
  for (std::size_t cut = whole; cut < both.size(); ++cut) {
    scratch_.write("warc/00000.warc.gz", both.substr(0, cut));
    const std::uint64_t size = archive::mend(first());
    ASSERT_LE(size, cut);
    ASSERT_GE(size, whole);
    ASSERT_EQ(archive::mend(first()), size);  // nothing left to mend
  }
  scratch_.write("warc/00000.warc.gz", both.substr(0, whole + 30));
  open()->add(page("http://a.example/3", "<p>three</p>"), nullptr);
  const std::vector<Page> pages = read_back(scratch_.path());
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].bytes, "<p>three</p>");
}

TEST_F(WarcTest, AHoleAtTheEndIsTakenAway) {
  open()->add(page("http://a.example/1", "<p>one</p>"), nullptr);
  const std::string whole = scratch_.read("warc/00000.warc.gz");
  scratch_.write("warc/00000.warc.gz", whole + std::string(5000, '\0'));
  EXPECT_EQ(archive::mend(first()), whole.size());
  // A last member whose bytes never reached the disk.
  scratch_.write("warc/00000.warc.gz", whole.substr(0, whole.size() - 40) + std::string(40, '\0'));
  EXPECT_LT(archive::mend(first()), whole.size());
}

TEST_F(WarcTest, AForeignFileIsLeftAlone) {
  scratch_.write("warc/00000.warc.gz", "not ours");
  open()->add(page("http://a.example/1", "<p>one</p>"), nullptr);
  EXPECT_EQ(scratch_.read("warc/00000.warc.gz"), "not ours");
  EXPECT_TRUE(scratch_.has("warc/00001.warc.gz"));
}

TEST_F(WarcTest, FilesLayoutIsReadBack) {
  options_.layout = Layout::kFiles;
  const auto archive = open();
  Fetched coded = page("http://a.example/d/1.html?x=1", "coded bytes");
  coded.coded = true;
  coded.decoded = "<p>plain</p>";
  coded.headers.emplace_back("Content-Encoding", "gzip");
  archive->add(coded, nullptr);
  archive->add(page("http://a.example/d", "<p>d</p>"), nullptr);
  archive->add(page("http://a.example/", "<p>front</p>"), nullptr);
  archive->add(page("http://a.example/gone", "<p>gone</p>", 404), nullptr);
  std::set<std::string> seen;
  for (const Page& read : read_back(scratch_.path())) {
    EXPECT_FALSE(read.error) << read.id;
    EXPECT_EQ(read.header(":status"), "200");
    seen.insert(read.url + " " + read.bytes);
  }
  EXPECT_EQ(seen,
            (std::set<std::string>{"http://a.example/ <p>front</p>", "http://a.example/d <p>d</p>",
                                   "http://a.example/d/1.html?x=1 <p>plain</p>"}));
}

TEST(PagePath, IsSafeAndOnesOwn) {
  std::set<std::string> seen;
  for (const char* url :
       {"http://a.example", "http://a.example/index.html", "http://a.example/?",
        "http://a.example/a", "http://a.example/a/", "http://a.example/a/b.html?c=/d",
        "http://a.example/../../etc/passwd", "http://a.example/.hidden", "http://a.example//x",
        "http://a.example/x.headers", "http://a.example/x.gz", "http://a.example:8080/",
        "http://a.example/~index.html", "http://../x", "http:///x", "http://a.example/a\\b",
        "http://a.example/%2e%2e/x"}) {
    const std::string path = archive::page_path(url);
    EXPECT_TRUE(seen.insert(path).second) << url << " " << path;
    EXPECT_EQ(("/" + path).find("/."), std::string::npos) << path;
    EXPECT_EQ(path.find("//"), std::string::npos) << path;
    EXPECT_FALSE(path.ends_with(".headers") || path.ends_with("/")) << path;
  }
  const std::string wide = "http://a.example/" + std::string(5000, 'x');
  EXPECT_LT(archive::page_path(wide).size(), 300u);
  std::string deep = "http://a.example";
  for (int i = 0; i < 3000; ++i) deep += "/d";
  EXPECT_LT(archive::page_path(deep).size(), 300u);
}

TEST(Sha1, ItsTwoFormsAgree) {
  if (!archive::has_sha1_instructions()) GTEST_SKIP() << "this processor has no such instructions";
  std::string bytes(64 * 9, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * i * 31 + i / 7);
  const auto* blocks = reinterpret_cast<const unsigned char*>(bytes.data());
  for (std::size_t count = 0; count < 10; ++count) {
    archive::Sha1State one{1, 0x80000002, 3, 0xfffffff4, 5}, other = one;
    archive::add_blocks_plainly(one, blocks, count);
    archive::add_blocks_natively(other, blocks, count);
    EXPECT_EQ(one, other) << count;
  }
}

TEST(Sha1, TheStandardsExamples) {
  EXPECT_EQ(archive::sha1_label(""), "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
  EXPECT_EQ(archive::sha1_label("abc"), "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
  EXPECT_EQ(archive::sha1_label("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "sha1:QSMD4RA4HPJG5OVOJKQ7SUJJ4XSUM4HR");
  EXPECT_EQ(archive::sha1_label(std::string(1'000'000, 'a')),
            "sha1:GSVJOPGUYTNKJ5Q65MV5XLJHGFSTIALP");
  for (std::size_t size : {55u, 56u, 63u, 64u, 65u, 119u, 120u})  // the padding's borders
    EXPECT_EQ(archive::sha1_label(std::string(size, 'a')).size(), 37u);
}

}  // namespace
}  // namespace tamis
