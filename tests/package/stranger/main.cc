// SPDX-License-Identifier: Apache-2.0
// Cleans one page with an installed tamis; exit 0 when the paragraph came out and the menu did not.
#include "tamis/pipeline.h"
#include "tamis/report.h"

#include <iostream>
#include <string>

int main() {
  tamis::Page page;
  page.id = "page.html";
  page.bytes =
      "<html><head><title>Bridge closed for repairs</title></head><body>"
      "<div class=\"nav\"><a href=\"/\">Home</a> <a href=\"/news\">News</a></div>"
      "<h1>Bridge closed for repairs</h1>"
      "<p>The old bridge over the river will be closed for six weeks while its bearings are "
      "replaced, the roads office said on Monday, and buses will go round by the mill.</p>"
      "<p>Walkers and cyclists can still cross on the eastern side, where a narrow path stays open "
      "during the works, except on the two nights when the deck is lifted.</p></body></html>";
  const tamis::Rules rules = tamis::Rules::load(TAMIS_RULES);
  const tamis::Article article = tamis::clean_page(page, rules, {}).article;
  std::cout << tamis::article_json(article, false) << '\n';
  const bool has_body = article.text.find("bearings are replaced") != std::string::npos;
  const bool has_menu = article.text.find("Home") != std::string::npos;
  return has_body && !has_menu ? 0 : 1;
}
