// SPDX-License-Identifier: Apache-2.0
// A small crawl of plain texts, sighted into a memory.
#pragma once

#include "scratch.h"
#include "tamis/memory.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tamis::test {

struct CrawlPage {
  std::string id, host;
  std::vector<std::string> lines;
  std::string kept;  // one letter a line: + is kept, T a guessed title, anything else is not
  std::string title;
};

inline Blocks blocks_of(const CrawlPage& page) {
  std::string text;
  for (const std::string& line : page.lines) text += line + "\n";
  return segment_text(text);
}

inline std::vector<Label> labels_of(const CrawlPage& page) {
  std::vector<Label> labels;
  for (const char c : page.kept) {
    if (c == 'T') {
      labels.push_back({LabelName::kTitle, "title: stands where a headline stands"});
    } else {
      labels.push_back({c == '+' ? LabelName::kBody : LabelName::kUi, "place: in this test"});
    }
  }
  return labels;
}

inline SeenPage seen(const CrawlPage& page) {
  SeenPage out;
  out.id = page.id;
  out.host = page.host;
  out.url = page.host.empty() ? "" : "https://" + page.host + "/" + page.id;
  out.title = page.title;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.kept[i] == '+') out.body += (out.body.empty() ? "" : "\n") + page.lines[i];
  }
  return out;
}

inline Memory remember(const std::string& folder, std::vector<CrawlPage> pages) {
  std::sort(pages.begin(), pages.end(),
            [](const CrawlPage& a, const CrawlPage& b) { return a.id < b.id; });
  MemoryWriter writer(folder);
  for (const CrawlPage& page : pages)
    writer.add(sight(seen(page), blocks_of(page), labels_of(page), Canon()));
  const Memory memory = writer.finish_pages();
  for (const CrawlPage& page : pages) {
    std::vector<Digest> digests;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (page.kept[i] != 'd') continue;
      digests.emplace_back();
      digests.back().teaser = page.lines[i];
    }
    tie_digests(memory, Canon(), seen(page), digests);
    writer.add_digests(page.id, digests);
  }
  Memory all = writer.finish_digests();
  writer.commit();
  return all;
}

// The labels' names after recall, one letter a line: + kept, d digest, t template, . the rest.
inline std::string recalled(const Memory& memory, const CrawlPage& page) {
  std::vector<Label> labels = labels_of(page);
  Items items;
  recall(memory, Canon(), {page.id, page.host, blocks_of(page)}, labels, items);
  std::string out;
  for (const Label& label : labels) {
    out += is_kept(label.name) ? '+'
           : label.name == LabelName::kDigestText || label.name == LabelName::kDigestTitle ||
                   label.name == LabelName::kDigestMeta
               ? 'd'
           : label.name == LabelName::kTemplate ? 't'
           : label.name == LabelName::kTitle    ? 'T'
                                                : '.';
  }
  return out;
}

inline const std::string kLibrary =
    "市图书馆新馆昨天上午正式开放，首日接待读者一万两千多人次。新馆位于滨江路，地上六层，藏书两百万"
    "册。";
inline const std::string kLibraryRest =
    "馆长王敏说，新馆的开放时间延长到晚上十点，周末不休息，少儿阅览区设在一楼东侧。";
inline const std::string kFerry =
    "因大风天气，跨海轮渡今天起停航两天，预计周五恢复。已经买票的旅客可以在窗口免费退票或者改签。";
inline const std::string kFerryRest = "海事部门提醒，停航期间请不要乘坐没有资质的小船过海。";
inline const std::string kTram =
    "有轨电车三号线的试运行从下月初开始，全线十八个站，票价两元，老人和学生半价。";
inline const std::string kTramRest = "施工单位介绍，剩下的绿化和路面工程将在月底以前完成。";

}  // namespace tamis::test
