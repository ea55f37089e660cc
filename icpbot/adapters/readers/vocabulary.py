"""Words of five languages that tell a speaker from a heading, and a header line from a turn."""

from icpbot.domain.text import fold

WORDS_ONLY = """
note notes nb ps example examples summary todo action actions action_item action_items decision decisions
next next_step next_steps date time subject re fwd fw to from cc bcc sent topic topics agenda result results
conclusion conclusions background context goal goals pain pains pain_point pain_points budget authority
need needs timeline price prices pricing money cost costs why how what when where who why_now looked_at
warning important tip update updates attendees present regrets chair scribe scribe(s) guests source sources
link links url http https file page tel phone mobile fax email e-mail mail address tool tools objection
objections trigger triggers job jobs outcome outcomes competitor competitors alternative alternatives role
roles company account industry size employees revenue country quote quotes insight insights theme themes
comment comments feedback status owner phase step day week chapter part section fig figure table problem
problems solution solutions idea ideas risk risks plan process drivers decision_process impression my_read
my_impression bottom_line takeaway takeaways resolved resolution proposed proposal pros cons author type
title language participants number total edit definition one_thing first second third also but and so then
however maybe anyway remember fact facts question answer q a
uwaga uwagi notatka notatki przyklad podsumowanie wniosek wnioski cel cele temat tematy cena ceny budzet bol
problem_klienta decyzja decyzje nastepny_krok nastepne_kroki ryzyko zrodlo strona firma branza rozwiazanie
pytanie odpowiedz
poznamka poznamky priklad shrnuti zaver zavery tema datum data rozpocet ukol ukoly rozhodnuti dalsi_krok
dalsi_kroky riziko zdroj odvetvi reseni bolest otazka odpoved
примітка примітки приклад підсумок висновок висновки мета тема дата ціна бюджет рішення наступний_крок
наступні_кроки ризик джерело проблема проблеми біль питання відповідь важливо
注 注意 备注 问 答 问题 回答 例如 比如 总结 结论 主题 日期 价格 预算 背景 目标 痛点 决策 下一步 风险 来源 竞品
方案 建议
"""
"""Labels of prose and forms; alone they never speak."""

PAIRS = (("q", "a"), ("question", "answer"), ("pytanie", "odpowiedz"), ("otazka", "odpoved"),
         ("питання", "відповідь"), ("问", "答"))  # fmt: skip
"""These speak when both recur: a transcript of questions and answers."""

PARTICLES = {"de", "da", "di", "del", "der", "den", "van", "von", "zu", "la", "le", "du", "of", "the", "and",
             "z", "ze", "i", "a", "s", "al", "bin", "ben", "el", "und", "y", "&", "/", "-", "+"}  # fmt: skip
"""Words that stay in lower case inside names and roles."""

HAN_PHRASES = ("说", "道", "如下", "例如", "比如", "问题", "总结", "结论", "的是", "来看", "注意", "备注")
"""Ends of Chinese phrases before a colon that are no names."""

_HEADER = {
    "account": "account|account name|company|company name|organisation|organization|firma|nazwa firmy"
               "|společnost|název společnosti|компанія|назва компанії|公司|公司名称|企业",
    "customer company": "customer|client|klient|zákazník|клієнт|客户|客户名称",
    "date": "date|interview date|date of interview|recorded|recorded on|data|data rozmowy|data wywiadu|datum"
            "|datum rozhovoru|дата|дата розмови|дата інтерв'ю|日期|访谈日期",
    "people": "participants|participant|attendees|present|uczestnicy|obecni|účastníci|přítomni|учасники"
              "|присутні|参与者|参加者|与会者|参会人员",
    "interviewer": "interviewer|interviewers|interviewed by|moderator|prowadzący|prowadząca|wywiad prowadzi"
                   "|tazatel|tazatelka|moderátor|інтерв'юер|інтерв'юерка|采访者|采访人|访谈员|主持人",
    "interviewee": "interviewee|respondent|respondentka|guest|rozmówca|rozmówczyni|dotazovaný|dotazovaná"
                   "|респондент|респондентка|受访者|受访人",
    "language": "language|język|jazyk|мова|语言",
    "title": "title|tytuł|název|назва|标题",
    "origin": "type|origin|source|typ|rodzaj|тип|类型",
    "nothing": "author|authors|autor|автор|作者|written by|notes by|location|place|miejsce|místo|місце|地点"
               "|duration|czas trwania|délka|тривалість|时长|transcribed by|transcription by",
}  # fmt: skip
HEADER_FIELDS = {fold(name): kind for kind, names in _HEADER.items() for name in names.split("|")}
"""Header labels, folded, and what they state."""


def _folded(words: str) -> tuple[str, ...]:
    return tuple(map(fold, words.split("|")))


ASKS = _folded("interviewer|moderator|researcher|prowadz|badacz|tazatel|moderátor|інтерв'юер|модератор"
               "|дослідни|采访|访谈员|主持|研究员")  # fmt: skip
ANSWERS = _folded("interviewee|customer|client|respondent|klient|rozmówc|zákazník|dotazovan|клієнт"
                  "|респондент|客户|受访")  # fmt: skip
ASKED = _folded("被采访|被访|інтерв'юйован|інтерв'юован")
"""Parts of words for the roles of participants; the last are answers that contain those who ask."""

_FREE = """
gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com proton.me protonmail.com
gmx.de gmx.net web.de wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl seznam.cz email.cz centrum.cz volny.cz
post.cz ukr.net i.ua meta.ua bigmir.net qq.com 163.com 126.com sina.com foxmail.com sohu.com
"""
FREE_MAIL = frozenset(_FREE.split())
"""Their domain says nothing of a person's company."""
