// SPDX-License-Identifier: Apache-2.0
// A small news site in virtual time: articles with a course of bodies, sidebars that are never the
// same, a section list that moves.
#pragma once

#include "crawl/fake_network.h"

#include <map>
#include <string>
#include <vector>

namespace tamis::test {

struct SitePage {
  int number = 0;
  std::map<Time, std::string> bodies;  // from when on; HTML paragraphs
  Time gone = Time::max();
};

inline std::string sentences(int page, int paragraph) {
  static const char* const kWho[] = {"市教育局",     "省交通厅", "城西医院", "市气象台",
                                     "高新区管委会", "市图书馆", "县农业局", "铁路部门"};
  static const char* const kWhat[] = {"公布了今年的工作安排", "启动了新一轮设备检修",
                                      "介绍了项目的最新进展", "回应了居民提出的意见",
                                      "发布了未来一周的通告", "组织了面向市民的讲座"};
  static const char* const kMore[] = {
      "有关负责人表示，下一步将继续完善配套措施，确保各项任务按期完成。",
      "记者在现场看到，工作人员正在按照方案有序推进，秩序良好。",
      "据了解，这项工作涉及多个街道，预计需要数月时间才能全部结束。",
      "不少居民说，希望相关部门及时公开信息，让大家心中有数。"};
  std::string text = std::string(kWho[(page + paragraph) % 8]) + "近日" +
                     kWhat[(page * 3 + paragraph) % 6] + "，第" + std::to_string(page + 1) +
                     "号方案包括" + std::to_string(3 + (page + paragraph) % 9) + "项内容。";
  return text + kMore[(page + 2 * paragraph) % 4] + kMore[(page + 2 * paragraph + 1) % 4];
}

inline std::string body_of(int page, int paragraphs) {
  std::string html;
  for (int n = 0; n < paragraphs; ++n) html += "<p>" + sentences(page, n) + "</p>\n";
  return html;
}

inline std::string sidebar(std::int64_t tick) {
  std::string html = "<div class=\"sidebar\"><h3>热门排行</h3><ul>\n";
  for (std::int64_t n = 0; n < 8; ++n)
    html += "<li><a href=\"/hot/" + std::to_string(tick * 8 + n) + ".html\">" +
            std::to_string(n + 1) + " 第" + std::to_string((tick * 7 + n * 13) % 997) +
            "期：今日要闻回顾</a></li>\n";
  return html + "</ul></div>\n<div class=\"views\">阅读 " + std::to_string(tick % 100000) +
         " 评论 " + std::to_string(tick % 977) + "</div>\n";
}

inline std::string page_html(const SitePage& page, const std::string& body, Time now) {
  const std::int64_t tick = now.time_since_epoch().count() / 60'000;
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>第" +
         std::to_string(page.number + 1) +
         "号方案公布_城市新闻网</title></head><body>\n"
         "<div class=\"nav\"><a href=\"/\">首页</a> <a href=\"/news/\">新闻</a> "
         "<a href=\"/sports/\">体育</a> <a href=\"/money/\">财经</a></div>\n"
         "<div class=\"main\"><h1>第" +
         std::to_string(page.number + 1) +
         "号方案公布</h1>\n<div class=\"info\">2023-11-14 22:13 来源：城市新闻网</div>\n"
         "<div class=\"article\" id=\"content\">\n" +
         body + "</div>\n</div>\n" + sidebar(tick * 31 + page.number) +
         "<div class=\"footer\">版权所有 城市新闻网 未经许可不得转载</div></body></html>\n";
}

// Answers a request at `now`.
inline Fetched serve(const std::map<std::string, SitePage>& site, const std::string& url,
                     Time now) {
  const auto found = site.find(url);
  if (found == site.end() || now >= found->second.gone) return answer(404, "");
  const SitePage& page = found->second;
  return answer(200, page_html(page, std::prev(page.bodies.upper_bound(now))->second, now),
                {{"Content-Type", "text/html; charset=utf-8"}});
}

}  // namespace tamis::test
