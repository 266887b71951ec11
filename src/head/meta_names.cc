// SPDX-License-Identifier: Apache-2.0
#include "head/meta_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tamis::head {
namespace {

using Entry = std::pair<std::string_view, Field>;

// Normalised names (see normal()), sorted. From Open Graph, Dublin Core, Parse.ly, Sailthru, PRISM,
// Weibo and the Chinese publishing systems TRS, Founder and people.com.cn.
constexpr std::array kMeta = std::to_array<Entry>({
    {"articleauthor", Field::kAuthor},
    {"articledateoriginal", Field::kDate},
    {"articledateupdated", Field::kModified},
    {"articlemodified", Field::kModified},
    {"articlemodifiedtime", Field::kModified},
    {"articlepublicationname", Field::kSiteName},
    {"articlepublished", Field::kDate},
    {"articlepublishedtime", Field::kDate},
    {"articlesection", Field::kSection},
    {"articletag", Field::kTags},
    {"articletitle", Field::kTitle},
    {"author", Field::kAuthor},
    {"authors", Field::kAuthor},
    {"byl", Field::kAuthor},
    {"byline", Field::kAuthor},
    {"channelname", Field::kSection},
    {"columnname", Field::kSection},
    {"contentauthor", Field::kAuthor},
    {"contenteditor", Field::kEditor},
    {"contentlanguage", Field::kLanguage},
    {"contentsource", Field::kSource},
    {"cxenseparseauthor", Field::kAuthor},
    {"cxenseparsepublishtime", Field::kDate},
    {"cxenseparserecspublishtime", Field::kDate},
    {"cxenseparsetitle", Field::kTitle},
    {"date", Field::kDate},
    {"dateissued", Field::kDate},
    {"datemodified", Field::kModified},
    {"datepublished", Field::kDate},
    {"dccreator", Field::kAuthor},
    {"dcdate", Field::kDate},
    {"dcdatecreated", Field::kDate},
    {"dcdateissued", Field::kDate},
    {"dcdescription", Field::kDescription},
    {"dclanguage", Field::kLanguage},
    {"dcpublisher", Field::kSiteName},
    {"dctermscreated", Field::kDate},
    {"dctermscreator", Field::kAuthor},
    {"dctermsdate", Field::kDate},
    {"dctermsissued", Field::kDate},
    {"dctermsmodified", Field::kModified},
    {"dctermstitle", Field::kTitle},
    {"dctitle", Field::kTitle},
    {"description", Field::kDescription},
    {"editor", Field::kEditor},
    {"firstpublishedtime", Field::kDate},
    {"headline", Field::kTitle},
    {"keywords", Field::kTags},
    {"lastmodified", Field::kModified},
    {"newskeywords", Field::kTags},
    {"ogarticleauthor", Field::kAuthor},
    {"ogarticlepublishedtime", Field::kDate},
    {"ogarticlesection", Field::kSection},
    {"ogdescription", Field::kDescription},
    {"oglocale", Field::kLanguage},
    {"ogpubdate", Field::kDate},
    {"ogpublisheddate", Field::kDate},
    {"ogpublishedtime", Field::kDate},
    {"ogreleasedate", Field::kDate},
    {"ogsitename", Field::kSiteName},
    {"ogtitle", Field::kTitle},
    {"ogtype", Field::kType},
    {"ogupdatedtime", Field::kModified},
    {"ogurl", Field::kUrl},
    {"originalpublicationdate", Field::kDate},
    {"parselyauthor", Field::kAuthor},
    {"parselypubdate", Field::kDate},
    {"parselysection", Field::kSection},
    {"parselytags", Field::kTags},
    {"parselytitle", Field::kTitle},
    {"pdate", Field::kDate},
    {"prismpublicationdate", Field::kDate},
    {"prismsection", Field::kSection},
    {"pubdate", Field::kDate},
    {"publicationdate", Field::kDate},
    {"publishdate", Field::kDate},
    {"publishedat", Field::kDate},
    {"publisheddate", Field::kDate},
    {"publishedtime", Field::kDate},
    {"publishtime", Field::kDate},
    {"pubtime", Field::kDate},
    {"releasedate", Field::kDate},
    {"sailthruauthor", Field::kAuthor},
    {"sailthrubylinename", Field::kAuthor},
    {"sailthrudate", Field::kDate},
    {"sailthrudescription", Field::kDescription},
    {"sailthrutags", Field::kTags},
    {"sailthrutitle", Field::kTitle},
    {"section", Field::kSection},
    {"sitename", Field::kSiteName},
    {"source", Field::kSource},
    {"title", Field::kTitle},
    {"twitterdescription", Field::kDescription},
    {"twittertitle", Field::kTitle},
    {"twitterurl", Field::kUrl},
    {"weiboarticlecreateat", Field::kDate},
    {"weiboarticleupdateat", Field::kModified},
});

constexpr std::array kItemprops = std::to_array<Entry>({
    {"articlesection", Field::kSection},
    {"author", Field::kAuthor},
    {"creator", Field::kAuthor},
    {"datecreated", Field::kDate},
    {"datemodified", Field::kModified},
    {"datepublished", Field::kDate},
    {"editor", Field::kEditor},
    {"headline", Field::kTitle},
    {"inlanguage", Field::kLanguage},
    {"keywords", Field::kTags},
});

constexpr std::array kIds = std::to_array<Entry>({
    {"authorbaidu", Field::kAuthor},
    {"editorbaidu", Field::kEditor},
    {"pubtimebaidu", Field::kDate},
    {"sourcebaidu", Field::kSource},
});

std::string normal(std::string_view name) {
  std::string out;
  for (char c : name.substr(0, 64)) {
    if (c == '_' || c == '-' || c == '.' || c == ':' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

template <std::size_t N>
Field look_up(const std::array<Entry, N>& entries, std::string_view name) {
  std::string key = normal(name);
  auto at =
      std::lower_bound(entries.begin(), entries.end(), key,
                       [](const Entry& entry, const std::string& k) { return entry.first < k; });
  return at != entries.end() && at->first == key ? at->second : Field::kNone;
}

template <std::size_t N>
constexpr bool sorted(const std::array<Entry, N>& entries) {
  for (std::size_t n = 1; n < N; ++n)
    if (!(entries[n - 1].first < entries[n].first)) return false;
  return true;
}
static_assert(sorted(kMeta) && sorted(kItemprops) && sorted(kIds));

}  // namespace

Field meta_field(std::string_view name) {
  return look_up(kMeta, name);
}
Field itemprop_field(std::string_view name) {
  return look_up(kItemprops, name);
}
Field id_field(std::string_view id) {
  return look_up(kIds, id);
}

ClaimList* list_of(Draft& draft, Field field) {
  switch (field) {
    case Field::kTitle: return &draft.titles;
    case Field::kDate: return &draft.dates;
    case Field::kModified: return &draft.modified;
    case Field::kAuthor: return &draft.authors;
    case Field::kEditor: return &draft.editors;
    case Field::kSource: return &draft.sources;
    case Field::kSiteName: return &draft.site_names;
    case Field::kDescription: return &draft.descriptions;
    case Field::kSection: return &draft.sections;
    case Field::kTags: return &draft.tags;
    case Field::kUrl: return &draft.urls;
    case Field::kType: return &draft.types;
    case Field::kLanguage:
    case Field::kNone: break;
  }
  return nullptr;
}

}  // namespace tamis::head
