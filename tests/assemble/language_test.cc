// SPDX-License-Identifier: Apache-2.0
#include "assemble/language.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

struct Case {
  const char* language;
  const char* claim;
  const char* text;
};

const Case kCases[] = {
    {"zh-Hans", "", "天津滨海新区政协会议召开，深入推进细胞谷建设"},
    {"zh-Hant", "zh-CN", "京津冀生命健康先進製造業集群質量有效提升"},
    {"zh", "", "山水人"},
    {"zh-Hant", "zh-TW", "山水人"},
    {"ja", "", "天津市の会議が開かれ、新しい計画について話し合われました。"},
    {"ko", "", "톈진시에서 회의가 열려 새로운 계획이 논의되었다."},
    {"ru", "", "Защитник клуба отказал команде, сообщил агент футболиста"},
    {"uk", "ru", "Захисник клубу відмовив команді, повідомив агент. Її рішення і його слова, їх"},
    {"bg", "",
     "Първият път, когато българският съд отложи делото, всъщност външният съвет съгласи"},
    {"el", "", "Τι αποκαλύπτει η ανάλυση ούρων"},
    {"ar", "", "قال الوزير إن شيئا لم يتقرر بعد"},
    {"fa", "",
     "وزیر گفت که چیزی هنوز تصمیم گرفته نشده است و پس از چند روز دیگر گزارش "
     "می‌شود"},
    {"ur", "ur-PK", "وزیر نے کہا ہے کہ ابھی تک کوئی فیصلہ نہیں ہوا ہے اور بڑے ٹیکس لگے ہیں"},
    {"hi", "", "मंत्री ने कहा कि अभी कुछ तय नहीं हुआ है"},
    {"th", "", "รัฐมนตรีกล่าวว่ายังไม่มีการตัดสินใจ"},
    {"he", "", "השר אמר כי דבר לא הוחלט"},
    {"en", "fr", "The minister said that nothing has been decided and it is not the end of this."},
    {"de", "en", "Der Minister sagte, dass nichts entschieden ist und es auch nicht das Ende sei."},
    {"fr", "", "Le ministre a dit que rien n'est décidé et que ce n'est pas la fin de la crise."},
    {"es", "", "El ministro dijo que no se ha decidido nada y que no es el fin de la crisis."},
    {"pt", "", "O ministro disse que nada foi decidido e que não é o fim da crise em uma semana."},
    {"it", "",
     "Il ministro ha detto che non è stato deciso nulla e che non è la fine della crisi."},
    {"pl", "", "Minister powiedział, że nic nie jest jeszcze postanowione i to nie jest koniec."},
    {"nl", "",
     "De minister zei dat er nog niets is besloten en dat het niet het einde van de crisis is."},
    {"id", "",
     "Menteri itu mengatakan bahwa belum ada yang diputuskan dan ini tidak akan selesai."},
    {"tr", "", "Bakan henüz bir şey olmadığını ve bu konunun daha çok tartışılacağını dedi."},
    {"cs", "", "Ministr řekl, že se nic nerozhodlo a že to není konec, ale jsou to také otázky."},
    {"sv", "",
     "Ministern sade att inget är bestämt och att det inte är slutet för den här krisen."},
    {"vi", "",
     "Bộ trưởng nói rằng không có gì được quyết định và đây là một vấn đề của người dân."},
    {"ro", "", "Ministrul a spus că nu este nimic hotărât și că aceasta nu este sfârșitul."},
    {"hu", "",
     "A miniszter azt mondta, hogy még semmi nem dőlt el, és ez nem a vége, csak az eleje."},
    {"sw", "sw", "Waziri alisema kwamba hakuna kilichoamuliwa"},
    {"", "", "1234 5678"},
    {"en", "en", "1234"},
    {"", "not a language", ""},
};

TEST(Language, IsToldByScriptWordsAndLetters) {
  for (const Case& c : kCases)
    EXPECT_EQ(language_of(c.text, c.claim, rules()), c.language) << c.text;
}

}  // namespace
}  // namespace tamis::assembly
