// SPDX-License-Identifier: Apache-2.0
// Features of every block of every page, for the training scripts.
//
//   export_features RULES INPUT OUT            the first forest's features
//   export_features RULES INPUT OUT SCORES     the second one's; SCORES: a float32 a block, in
//   order
//   export_features --grams ODDS OUT           what the first one reads of n-grams; ODDS: for each
//   page the number of blocks and of kinds of odds (uint32), then units and odds (float32 a block)
//
// Writes OUT.f32 (row-major float32, one row a block), OUT.names (a feature a line) and OUT.jsonl
// (a page a line: its id, which block is the headline, and each block's text and units); the first
// form also the n-grams, OUT.words.* and OUT.names.*.
#include "gram_export.h"
#include "json/json.h"
#include "tamis/decode.h"
#include "tamis/evidence.h"
#include "tamis/head.h"
#include "tamis/parse.h"
#include "tamis/score.h"
#include "tamis/source.h"

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace tamis;

struct Sink {
  std::ofstream values, names, pages;
  std::unique_ptr<training::GramExport> words, elements;
  bool named = false;

  explicit Sink(const std::string& out)
      : values(out + ".f32", std::ios::binary), names(out + ".names"), pages(out + ".jsonl") {}

  void keep(const Page& page, const Scores& chosen) {
    json::Writer writer;
    writer.open_object();
    writer.key("id");
    writer.text(page.id);
    writer.key("keep");
    writer.open_array();
    for (std::size_t b = 0; b < chosen.keep.size(); ++b) {
      if (chosen.keep[b]) writer.number(static_cast<std::uint64_t>(b));
    }
    writer.close_array();
    writer.close_object();
    pages << writer.take() << "\n";
  }

  void add(const FeatureTable& table) {
    std::vector<float> row(table.names.size());
    for (std::size_t b = 0; b < table.rows; ++b) {
      for (std::size_t f = 0; f < row.size(); ++f) row[f] = table.values[f * table.rows + b];
      values.write(reinterpret_cast<const char*>(row.data()),
                   static_cast<std::streamsize>(row.size() * sizeof(float)));
    }
    for (std::size_t f = 0; !named && f < row.size(); ++f) names << table.names[f] << "\n";
    named = true;
  }
};

void describe(const Page& page, const Blocks& blocks, const PageEvidence& evidence, Sink& sink) {
  json::Writer writer;
  writer.open_object();
  writer.key("id");
  writer.text(page.id);
  writer.key("title");
  writer.number(evidence.title.block == kNone ? -1 : static_cast<int>(evidence.title.block));
  writer.key("blocks");
  writer.open_array();
  for (const Block& block : blocks.blocks) writer.text(block.text);
  writer.close_array();
  writer.key("units");
  writer.open_array();
  for (const Block& block : blocks.blocks) writer.real(static_cast<double>(block.stats.units), 2);
  writer.close_array();
  writer.close_object();
  sink.pages << writer.take() << "\n";
}

void add_page(const Page& page, const Rules& rules, std::ifstream* scores, bool whole, Sink& sink) {
  Head head;
  Blocks blocks;
  const Text text = decode(page);
  // A text that shows markup is a text all the same: the tables must have one width.
  if (page.kind == PageKind::kHtml && !page.id.ends_with(".txt")) {
    const Result<Tree> tree = parse(text.utf8, {});
    if (tree) {
      head = read_head(*tree);
      blocks = segment(*tree);
    }
  } else {
    blocks = segment_text(text.utf8);
  }
  const PageEvidence evidence = gather_evidence(blocks, head, rules);
  if (scores == nullptr) {
    sink.add(block_features(blocks, head, evidence));
    training::export_grams(blocks, *sink.words, *sink.elements);
    describe(page, blocks, evidence, sink);
    return;
  }
  std::vector<float> first(blocks.blocks.size());
  scores->read(reinterpret_cast<char*>(first.data()),
               static_cast<std::streamsize>(first.size() * sizeof(float)));
  if (!whole) {
    sink.add(context_features(blocks, first));
    return;
  }
  const Scores chosen = choose_blocks(blocks, evidence, first);
  const std::string url = !page.url.empty()   ? page.url
                          : head.urls.empty() ? std::string()
                                              : head.urls.front().value;
  sink.add(page_features(blocks, head, evidence, chosen, url));
  sink.keep(page, chosen);
}

std::vector<float> read_floats(std::istream& in, std::size_t count) {
  std::vector<float> out(count);
  in.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(4 * count));
  return out;
}

int export_odds(const char* file, const char* out) {
  std::ifstream in(file, std::ios::binary);
  Sink sink(out);
  std::uint32_t sizes[2];
  while (in.read(reinterpret_cast<char*>(sizes), sizeof sizes)) {
    const std::vector<float> units = read_floats(in, sizes[0]);
    GramOdds odds;
    odds.words = read_floats(in, sizes[0]);
    if (sizes[1] > 1) odds.names = read_floats(in, sizes[0]);
    sink.add(gram_features(units, odds));
  }
  return sink.values ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && std::string(words[1]) == "--grams") return export_odds(words[2], words[3]);
  if (count < 4 || count > 6) {
    std::cerr << "usage: export_features RULES INPUT OUT [SCORES [-p]]\n";
    return 2;
  }
  try {
    const Rules rules = Rules::load(words[1]);
    const std::unique_ptr<Source> source = open_source({words[2]}, {});
    std::ifstream scores;
    if (count >= 5) scores.open(words[4], std::ios::binary);
    Sink sink(words[3]);
    if (count == 4) {
      sink.words = std::make_unique<training::GramExport>(words[3] + std::string(".words"));
      sink.elements = std::make_unique<training::GramExport>(words[3] + std::string(".names"));
    }
    Page page;
    while (source->next(page))
      add_page(page, rules, count >= 5 ? &scores : nullptr, count == 6, sink);
    return sink.values && sink.pages ? 0 : 1;
  } catch (const std::exception& failure) {
    std::cerr << "export_features: " << failure.what() << "\n";
    return 1;
  }
}
