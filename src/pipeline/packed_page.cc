// SPDX-License-Identifier: Apache-2.0
// One list of fields a struct (`fields`), written by Writer and read by Reader: whole numbers in
// groups of seven bits, lowest first; texts and lists behind their length. The whole is a zstd
// frame: of 90 KB of a page of HTML some 20 stay.
#include "pipeline/packed_page.h"

#include "codec/zstd_record.h"

#include <cstring>
#include <optional>
#include <type_traits>

namespace tamis::pipeline {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 31;  // of one page

template <class A>
void fields(A& a, TextStats& s) {
  a(s.units, s.link_units, s.characters, s.cjk, s.digits, s.punctuation, s.links);
}

template <class A>
void fields(A& a, Block& b) {
  a(b.text, b.stats, b.context, b.tag, b.container, b.first_node, b.last_node, b.first_line,
    b.last_line, b.indent, b.blank_before, b.breaks_before, b.bullet, b.ends_sentence, b.truncated,
    b.date_only, b.has_date, b.names, b.hrefs);
}

template <class A>
void fields(A& a, Container& c) {
  a(c.parent, c.tag, c.depth, c.first, c.last, c.end, c.context, c.names, c.path_step, c.stats,
    c.paragraphs, c.position, c.columns, c.rows, c.siblings_alike, c.siblings_linked, c.signature);
}

template <class A>
void fields(A& a, Preformatted& p) {
  a(p.container, p.text);
}

template <class A>
void fields(A& a, Blocks& b) {
  a(b.from_text, b.blocks, b.containers, b.preformatted);
}

template <class A>
void fields(A& a, Label& label) {
  a(label.name, label.reason);
}

template <class A>
void fields(A& a, Claim& c) {
  a(c.value, c.by, c.certain);
}

template <class A>
void fields(A& a, Head& h) {
  a(h.titles, h.dates, h.modified, h.authors, h.editors, h.sources, h.site_names, h.descriptions,
    h.sections, h.tags, h.urls, h.types, h.language, h.article_body, h.payload_body);
}

template <class A>
void fields(A& a, FirstPass& f) {
  Cleaned& c = f.cleaned;
  Article& r = c.article;
  a(f.page.id, f.page.url, f.page.folder, f.page.kind, f.page.decoded, f.charset.name, f.charset.by,
    f.charset.errors, r.url, r.hostname, r.title, r.status, r.text_is_claimed, r.text, c.head,
    c.blocks, c.labels, c.site.file, c.site.warning, c.score.article, c.score.quality, c.scored,
    c.next_article);
}

class Writer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class T>
  void put(T& value) {
    if constexpr (std::is_same_v<T, float>) {
      out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else {
      fields(*this, value);
    }
  }
  void put(std::string& text) {
    number(text.size());
    out_ += text;
  }
  template <class T>
  void put(std::vector<T>& list) {
    number(list.size());
    for (T& item : list) put(item);
  }
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }

  std::string out_;
};

[[noreturn]] void broken() {
  throw Failure("the pages that were spooled cannot be read back",
                "remove the hidden files and memory/ from the output folder and run it again");
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }
  bool at_end() const { return rest_.empty(); }

 private:
  template <class T>
  void take(T& value) {
    if constexpr (std::is_same_v<T, float>) {
      if (rest_.size() < sizeof value) broken();
      std::memcpy(&value, rest_.data(), sizeof value);
      rest_.remove_prefix(sizeof value);
    } else if constexpr (std::is_same_v<T, bool>) {
      value = number() != 0;
    } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      value = static_cast<T>(number());
    } else {
      fields(*this, value);
    }
  }
  void take(std::string& text) {
    const std::uint64_t size = number();
    if (size > rest_.size()) broken();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  template <class T>
  void take(std::vector<T>& list) {
    const std::uint64_t size = number();
    if (size > rest_.size()) broken();  // an item takes a byte at least
    list.resize(size);
    for (T& item : list) take(item);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) broken();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    broken();
  }

  std::string_view rest_;
};

}  // namespace

std::string pack(const Page& page, const Cleaned& cleaned) {
  FirstPass first;
  first.page.id = page.id;
  first.page.url = page.url;
  first.page.folder = page.folder;
  first.page.kind = page.kind;
  first.page.decoded = page.decoded;
  first.charset = cleaned.article.charset;
  Cleaned& to = first.cleaned;
  to.article.url = cleaned.article.url;
  to.article.hostname = cleaned.article.hostname;
  to.article.title = cleaned.article.title;
  to.article.status = cleaned.article.status;
  to.article.text_is_claimed = cleaned.article.text_is_claimed;
  if (cleaned.article.text_is_claimed) to.article.text = cleaned.article.text;
  to.head = cleaned.head;
  to.blocks = cleaned.blocks;
  to.labels = cleaned.labels;
  to.site.file = cleaned.site.file;
  to.site.warning = cleaned.site.warning;
  to.score = cleaned.score;
  to.scored = cleaned.scored;
  to.next_article = cleaned.next_article;
  Writer writer;
  writer(first);
  return codec::zstd_packed(writer.take());
}

FirstPass unpack(std::string_view bytes) {
  FirstPass first;
  const std::optional<std::string> whole = codec::zstd_unpacked(bytes, kMostBytes);
  if (!whole) broken();
  Reader reader(*whole);
  reader(first);
  if (!reader.at_end() || first.cleaned.labels.size() != first.cleaned.blocks.blocks.size())
    broken();
  return first;
}

std::vector<BlockRecord> block_counts(const FirstPass& first) {
  std::vector<BlockRecord> records(first.cleaned.labels.size());
  for (BlockId b = 0; b < records.size(); ++b) {
    records[b].n = b;
    records[b].label.name = first.cleaned.labels[b].name;
    records[b].characters = first.cleaned.blocks.blocks[b].stats.characters;
  }
  return records;
}

SeenPage seen_page(std::string id, const FirstPass& first) {
  SeenPage page;
  page.id = std::move(id);
  page.url = first.cleaned.article.url;
  page.host = first.cleaned.article.hostname;
  if (first.cleaned.article.status != Status::kOk) return page;
  page.title = first.cleaned.article.title;
  if (first.cleaned.article.text_is_claimed) {
    page.body = first.cleaned.article.text;
    return page;
  }
  for (BlockId b = 0; b < first.cleaned.labels.size(); ++b) {
    if (!is_kept(first.cleaned.labels[b].name)) continue;
    if (!page.body.empty()) page.body += '\n';
    page.body += first.cleaned.blocks.blocks[b].text;
  }
  return page;
}

}  // namespace tamis::pipeline
