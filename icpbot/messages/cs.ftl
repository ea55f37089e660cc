# Co říká bot, česky. Nejdřív odpověď, pak důvod, pak jeden další krok.

## Errors

setting-wrong = { $name } má hodnotu, kterou nelze použít. Povolené hodnoty jsou v README v části „Settings“.
traces-extra-missing = OTEL_EXPORTER_OTLP_ENDPOINT zapíná trasování, ale chybí část, která ho odesílá. Nainstalujte { $name }, nebo proměnnou zrušte.
presidio-extra-missing = ICPBOT_PRESIDIO chce skrývat jména a místa, ale chybí část, která je hledá. Nainstalujte { $name }, nebo proměnnou zrušte.
presidio-pipeline-missing = ICPBOT_PRESIDIO uvádí model { $name }, který tu není. Nainstalujte ho, nebo zadejte jeho složku.
setting-missing = Chybí { $name } a bez toho nefunguje { $because }.
store-disk-full = Disk je plný. Nic se neuložilo; stačí uvolnit místo a zkusit to znovu.
store-not-writable = Do složky s daty nesmím zapisovat. Zkontrolujte vlastníka a práva, nebo nastavte ICPBOT_HOME na jinou složku.
store-damaged = Databáze je poškozená. Obnovte poslední zálohu složky ICPBOT_HOME.
store-not-answering = Databáze neodpovídá. Zkontrolujte ICPBOT_DATABASE_URL a jestli je disk připojený, pak to zkuste znovu.
index-in-use = Index v této složce už používá jiný proces icpbot. Zastavte ho, nebo pište jemu.
index-not-answering = Vektorový index neodpovídá. Zkontrolujte ICPBOT_CHROMA_URL a zkuste to znovu.
embeddings-not-answering = Služba pro embeddingy { $name } neodpovídá. Zkuste to znovu, nebo nastavte ICPBOT_EMBEDDINGS=local.
slack-not-answering = Slack neodpovídá, nebo odmítá token. Zkontrolujte SLACK_BOT_TOKEN a SLACK_APP_TOKEN.
knowledge-missing = Ve složce znalostí chybí soubor { $name }. Zkopírujte ho tam, nebo zrušte nastavení ICPBOT_KNOWLEDGE.
knowledge-broken = Soubor { $name } ve složce znalostí není platný YAML. Opravte ho, nebo zrušte nastavení ICPBOT_KNOWLEDGE.
prompt-broken = Prompt { $name } nejde použít: { $why }. Opravte ho, nebo zrušte nastavení ICPBOT_PROMPTS.
unexpected = Něco se u mě pokazilo; podrobnosti jsou v logu. O nic jste nepřišli. Zkuste to prosím ještě jednou.

## Reading files

read-empty = Soubor { $name } nejde přečíst: je prázdný. Nic se neuložilo.
read-encrypted = Soubor { $name } nejde přečíst: je zašifrovaný. Pošlete ho bez hesla, nebo vložte text. Nic se neuložilo.
read-unsupported = Soubory jako { $name } neumím. Pošlete text, Markdown, VTT, SRT, Word, PDF, CSV, Excel, JSON, HTML, e-mail, nahrávku nebo ZIP s nimi. Nic se neuložilo.
read-too-large = Soubor { $name } je na mě moc velký: limit je { $limit } MB. Rozdělte ho a pošlete po částech. Nic se neuložilo.
read-broken = Soubor { $name } nejde přečíst: je poškozený, nebo je něčím jiným, než říká název. Vyexportujte ho a pošlete znovu. Nic se neuložilo.
read-no-text = V souboru { $name } jsou obrázky stránek, žádný text. Spusťte rozpoznání textu, nebo text vložte. Nic se neuložilo.
read-encoding = Znaky v souboru { $name } nejdou rozluštit. Uložte ho jako UTF-8 a pošlete znovu. Nic se neuložilo.
read-not-transcript = { $name } je JSON, ale ne přepis. Čtu seznam replik, každou s poli „speaker“ a „text“. Nic se neuložilo.
read-no-rows = { $name } nemá pod záhlavím žádné řádky. Nic se neuložilo.
read-too-many-turns = { $name } má příliš mnoho replik, limit je { $limit }. Rozdělte soubor a pošlete po částech. Nic se neuložilo.
read-too-many-rows = { $name } má příliš mnoho řádků, limit je { $limit }. Rozdělte soubor a pošlete po částech. Nic se neuložilo.
read-too-many-pages = { $name } má příliš mnoho stran, limit je { $limit }. Rozdělte soubor a pošlete po částech. Nic se neuložilo.
read-too-many-columns = { $name } má příliš mnoho sloupců, limit je { $limit }. Nechte jen ty důležité a pošlete znovu. Nic se neuložilo.
read-too-many-files = { $name } má v sobě příliš mnoho souborů, limit je { $limit }. Rozdělte archiv a pošlete po částech. Nic se neuložilo.
read-too-deep = V { $name } jsou archivy v archivech, a to hlouběji než { $limit }. Rozbalte je a pošlete samotné soubory. Nic se neuložilo.
read-too-heavy = { $name } by zabral víc času nebo paměti, než smím jednomu souboru dát. Rozdělte ho, nebo vložte text. Nic se neuložilo.
hear-not-set = Soubor { $name } si zatím poslechnout neumím. Pošlete přepis, nebo požádejte toho, kdo mě spravuje, ať nastaví OPENAI_API_KEY. Nic se neuložilo.
hear-down = Soubor { $name } se mi nepodařilo poslechnout: služba pro přepis neodpovídá, jak má. Pošlete ho za pár minut znovu, nebo pošlete přepis. Nic se neuložilo.
hear-busy = Soubor { $name } se mi nepodařilo poslechnout: služba pro přepis je vytížená, nebo jí došel limit. Pošlete ho později, nebo pošlete přepis. Nic se neuložilo.
hear-key = Soubor { $name } se mi nepodařilo poslechnout: služba pro přepis nepřijímá náš klíč. Požádejte toho, kdo mě spravuje, ať zkontroluje OPENAI_API_KEY. Nic se neuložilo.
hear-broken = Soubor { $name } se mi nepodařilo poslechnout: nahrávka je poškozená, nebo ve formátu, který neznám. Vyexportujte ji jako MP3 a pošlete znovu. Nic se neuložilo.
hear-silent = V souboru { $name } neslyším žádná slova. Zkontrolujte nahrávku a pošlete ji znovu. Nic se neuložilo.
read-other-sheets = Čtu jen první list.
read-attachments-skipped = Čtu zprávu bez příloh; ty pošlete zvlášť.
read-cues-skipped = Pár titulků má nemožné časy, ty jsou vynechané.
read-not-found = Soubor { $name } neexistuje.
read-not-allowed = Soubor { $name } nesmím otevřít. Zkontrolujte jeho práva.
file-not-fetched = Soubor { $name } se ze Slacku nepodařilo stáhnout. Nahrajte ho prosím znovu; nic se neuložilo.
file-not-trusted = { $name } není soubor ze Slacku, takže ho neotvírám. Nahrajte ho sem.
table-no-name = Nevidím sloupec s názvy firem. Sloupce: { $columns }. Přejmenujte jeden na „account“, nebo přidejte --map account=COLUMN.

## Wrong or missing things

source-unknown = Nic s názvem { $name } nemám. „icpbot sources“ ukáže, co mám přečtené.
column-unknown = Sloupec { $name } tu není.
metric-unknown = Pro měřítko { $name } nemám čísla. Mám je pro: { $known }.
customers-none = Tabulku zákazníků ještě nemám. Pošlete ji jako CSV nebo Excel, nebo spusťte „icpbot customers import FILE“.
fact-unclear = „{ $value }“ nejde přečíst jako hodnota pole { $name }.
fact-form = Údaje se píšou jako atribut=hodnota, ne „{ $name }“.
account-unknown = Firmu { $name } neznám.
request-unknown = Dotaz { $name } neexistuje. „icpbot requests“ ukáže všechny.
profile-none = Profil ještě není. Začněte pomocí „draft“, nebo spusťte „icpbot profile import FILE“.
profile-unknown = Profil s názvem { $name } nemám. „icpbot profile list“ ukáže ty, které mám.
profile-changed = Někdo mezitím uložil profil { $name }. Podívejte se na novou verzi a pak změnu proveďte znovu.
profile-superseded = Tahle verze profilu { $name } už je nahrazená; upravte tu nejnovější.
profile-invalid = Profil nejde použít: { $path } není platné ({ $detail }).
profile-unknown-key = Profil nejde použít: klíč { $path } neznám.
profile-not-readable = { $name } není ani JSON, ani YAML s profilem.
profile-twice = Profil nejde použít: { $path } opakuje atribut { $attribute }.
profile-protected = Profil nejde použít: { $path } se týká chráněného znaku ({ $attribute }) a ten nesmí rozhodovat o tom, kdo je zákazník.
profile-unmeasurable = Profil nejde použít: { $path } ({ $attribute }) nemá žádné rozpětí. Zadejte hodnoty ideal, ok nebo avoid, nebo ho označte jako ignored.
profile-no-avoid = Profil nejde použít: { $path } ({ $attribute }) může být vylučující kritérium, jen když má rozpětí avoid.
profile-empty-band = Profil nejde použít: { $path } ({ $attribute }) je prázdné rozpětí.
profile-overlap = Profil nejde použít: { $path } se překrývá s { $other } ({ $attribute }).
query-form = Řádek { $line } v { $name } není objekt JSON s poli "id" a "{ $field }".

## Answers

answer-nothing = V ničem, co mám přečtené, o tom nikdo nemluví ({ $sources ->
    [one] { $sources } zdroj
    [few] { $sources } zdroje
    [many] { $sources } zdroje
   *[other] { $sources } zdrojů
}, { $interviews ->
    [one] { $interviews } rozhovor
    [few] { $interviews } rozhovory
    [many] { $interviews } rozhovoru
   *[other] { $interviews } rozhovorů
}). Zapisuju si to jako mezeru.
answer-no-sources = Zatím nemám nic přečteného. Vložte sem rozhovory, poznámky, dotazníky nebo tabulku zákazníků a zeptejte se znovu.
notice-budget = Dnešní rozpočet na jazykový model je vyčerpaný, takže tu jsou jen důkazy, bez shrnutí.
notice-model-down = Jazykový model neodpovídá, takže tu jsou jen důkazy, bez shrnutí.
notice-text-budget = Dnešní rozpočet na jazykový model je vyčerpaný, takže text přečetla jen pravidla.
notice-text-model-down = Jazykový model neodpovídá, takže text přečetla jen pravidla.
evidence = { $quotes ->
    [one] { $quotes } citát
    [few] { $quotes } citáty
    [many] { $quotes } citátu
   *[other] { $quotes } citátů
} od { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firem
    [many] { $accounts } firmy
   *[other] { $accounts } firem
}:
period-since = Jen od { $since } ({ $n ->
    [one] { $n } zdroj
    [few] { $n } zdroje
    [many] { $n } zdroje
   *[other] { $n } zdrojů
}).
period-until = Jen do { $until } ({ $n ->
    [one] { $n } zdroj
    [few] { $n } zdroje
    [many] { $n } zdroje
   *[other] { $n } zdrojů
}).
period-between = Jen od { $since } do { $until } ({ $n ->
    [one] { $n } zdroj
    [few] { $n } zdroje
    [many] { $n } zdroje
   *[other] { $n } zdrojů
}).
compare-headline = { $first } ({ $n ->
    [one] { $n } firma
    [few] { $n } firmy
    [many] { $n } firmy
   *[other] { $n } firem
}) – { $second } ({ $m ->
    [one] { $m } firma
    [few] { $m } firmy
    [many] { $m } firmy
   *[other] { $m } firem
}):
compare-line = „{ $label }“: { $a } z { $b } · { $c } z { $d }
compare-differs = „{ $label }“: { $a } z { $b } · { $c } z { $d } (víc než náhoda)
compare-few = Na jedné straně jsou méně než tři firmy: je to historka, ne rozdíl.
compare-chance = Žádný z těchto rozdílů není větší, než připouští náhoda.
side-before = před { $day }
side-since = od { $day }
side-won = vyhrané obchody
side-lost = prohrané obchody
side-best = nejlepší zákazníci
side-rest = všichni ostatní
evidence-dated = { $quotes ->
    [one] { $quotes } citát
    [few] { $quotes } citáty
    [many] { $quotes } citátu
   *[other] { $quotes } citátů
} od { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firem
    [many] { $accounts } firmy
   *[other] { $accounts } firem
}, { $first } – { $last }:
count-theme = „{ $label }“: { $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
}, otázka padla v { $asked }.
count-anecdote = „{ $label }“: { $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
}, zatím anekdota; otázka padla v { $asked }.
count-then = Dál: { $more }.
count-against = { $n ->
    [one] { $n } firma říká opak.
    [few] { $n } firmy říkají opak.
    [many] { $n } firmy říká opak.
   *[other] { $n } firem říká opak.
}
left-out = { $n ->
    [one] Vynechán je ještě { $n } zdroj, který
    [few] Vynechány jsou ještě { $n } zdroje, které
    [many] Vynecháno je ještě { $n } zdroje, které
   *[other] Vynecháno je ještě { $n } zdrojů, které
} se v tomhle kanálu ukázat nesmí. Zeptejte se mě v soukromé zprávě.
answer-begun = Čtu, co o tom zákazníci říkali …
answer-growing = Píšu dál. Každá věta výše už je ověřená podle zdroje.
quote-from-en = (z angličtiny: „{ $text }“)
quote-from-pl = (z polštiny: „{ $text }“)
quote-from-cs = (z češtiny: „{ $text }“)
quote-from-uk = (z ukrajinštiny: „{ $text }“)
quote-from-zh = (z čínštiny: „{ $text }“)
quote-from-other = (překlad: „{ $text }“)
answer-thanks = Rádo se stalo.
unsure = Nejsem si jistý, co si přejete. Co z toho?
as-ask = Odpovědět jako na otázku
as-fit = Ověřit firmu
as-best = Ukázat nejlepší zákazníky
as-traits = Ukázat, čím se liší
as-draft = Navrhnout profil
as-profile = Ukázat profil
as-gaps = Ukázat, co chybí
as-sources = Vypsat zdroje
as-themes = Vypsat témata
as-playbook = Napsat to slovy zákazníků
as-forget = Zapomenout zdroj
as-help = Říct, co umím
as-thanks = Nic, jen poděkování
answer-forgotten = Moje odpověď se opírala o zdroj, který byl právě zapomenut. Zeptejte se prosím znovu.

## Receipts

receipt-title = { $name } · { $kind }
receipt-read = { $turns ->
    [one] { $turns } replika
    [few] { $turns } repliky
    [many] { $turns } repliky
   *[other] { $turns } replik
}, { $passages ->
    [one] { $passages } pasáž
    [few] { $passages } pasáže
    [many] { $passages } pasáže
   *[other] { $passages } pasáží
}.
receipt-minutes = { $minutes } min
receipt-people = { $people }.
receipt-heard = Zaznělo: { $heard }.
receipt-heard-nothing = Bolesti, úkoly ani důvody v tom neslyším.
receipt-not-asked = Z pěti otázek na motivaci nepadlo: { $kinds }.
receipt-unchanged = Tohle už mám přečtené; nic se nezměnilo.
receipt-updated = Nahrazuje dřívější verzi.
receipt-corrected = Téměř slovo od slova { $name }: beru to jako opravenou verzi, která tu původní nahrazuje.
receipt-alike = Skoro totéž říká { $name }. Nechávám oba soubory; je-li to stejný rozhovor, zahoďte ten starší: { $command }
receipt-customers = { $rows ->
    [one] { $rows } zákazník
    [few] { $rows } zákazníci
    [many] { $rows } zákazníka
   *[other] { $rows } zákazníků
}. Zeptejte se mě, kteří jsou nejlepší.
queue-next = Teď je tu fronta. Jste na řadě jako další.
queue-place = Teď je tu fronta. Jste v ní číslo { $place }.
receipt-many = { $n ->
    [one] Přečten { $n } soubor.
    [few] Přečteny { $n } soubory.
    [many] Přečteno { $n } souboru.
   *[other] Přečteno { $n } souborů.
}
receipt-many-failed = { $n ->
    [one] { $n } soubor se přečíst nepodařilo:
    [few] { $n } soubory se přečíst nepodařilo:
    [many] { $n } souboru se přečíst nepodařilo:
   *[other] { $n } souborů se přečíst nepodařilo:
}
receipt-many-details = Podrobnosti ke každému z nich jsou v přiloženém dokumentu.
receipt-reading = Čtu { $name } …
kind-interview = rozhovor
kind-notes = poznámky
kind-survey = dotazník
kind-customers = tabulka zákazníků
kind-thread = vlákno ze Slacku
role-interviewer = vede rozhovor
role-customer = zákazník
role-unknown = role neznámá
insight-pain = { $n ->
    [one] { $n } bolest
    [few] { $n } bolesti
    [many] { $n } bolesti
   *[other] { $n } bolestí
}
insight-job = { $n ->
    [one] { $n } úkol
    [few] { $n } úkoly
    [many] { $n } úkolu
   *[other] { $n } úkolů
}
insight-trigger = { $n ->
    [one] { $n } spouštěč
    [few] { $n } spouštěče
    [many] { $n } spouštěče
   *[other] { $n } spouštěčů
}
insight-alternative = { $n ->
    [one] { $n } alternativa
    [few] { $n } alternativy
    [many] { $n } alternativy
   *[other] { $n } alternativ
}
insight-reason_to_buy = { $n ->
    [one] { $n } důvod ke koupi
    [few] { $n } důvody ke koupi
    [many] { $n } důvodu ke koupi
   *[other] { $n } důvodů ke koupi
}
insight-objection = { $n ->
    [one] { $n } námitka
    [few] { $n } námitky
    [many] { $n } námitky
   *[other] { $n } námitek
}
insight-outcome = { $n ->
    [one] { $n } přínos
    [few] { $n } přínosy
    [many] { $n } přínosu
   *[other] { $n } přínosů
}
insight-decision_role = { $n ->
    [one] { $n } role v rozhodování
    [few] { $n } role v rozhodování
    [many] { $n } role v rozhodování
   *[other] { $n } rolí v rozhodování
}
insight-buying_process = { $n ->
    [one] { $n } krok nákupu
    [few] { $n } kroky nákupu
    [many] { $n } kroku nákupu
   *[other] { $n } kroků nákupu
}
insight-tool = { $n ->
    [one] { $n } nástroj
    [few] { $n } nástroje
    [many] { $n } nástroje
   *[other] { $n } nástrojů
}
asked-pain = jaký problém
asked-job = jaký úkol
asked-trigger = co bylo spouštěčem
asked-alternative = co dalšího bylo ve hře
asked-reason_to_buy = proč my
heading-pain = Bolesti
heading-job = Úkoly zákazníků
heading-trigger = Spouštěče
heading-alternative = Zvažované alternativy
heading-reason_to_buy = Důvody ke koupi
heading-objection = Námitky
heading-outcome = Přínosy
heading-decision_role = Kdo rozhoduje
heading-buying_process = Jak nakupují
heading-tool = Používané nástroje

## Fit

verdict-ideal = ideální
verdict-ok = ok
verdict-avoid = vyhnout se
verdict-undecided = zatím nerozhodnuto
fit-headline = { $account }: { $verdict }, { $score } ze 100 podle profilu { $profile }
fit-disqualified = Vylučující kritérium: { $attributes }.
fit-unknown = Firmu { $account } neznám. Napište „fit { $account }:“ a za to vložte, co o ní víte (stačí text „O nás“ z webu), nebo přidejte údaje.
fit-ambiguous = „{ $account }“ může být: { $candidates }. O kterou firmu jde?
fit-did-you-mean = Firmu „{ $account }“ neznám. Máte na mysli { $candidates }?
fit-decides = Rozhodne jedna odpověď: { $question }
fit-helps = Nejvíc pomůže vědět: { $question }
fit-outcome = { $band } → { $verdict }
fit-ask-attribute = Co víme o firmě { $account }: { $attribute }?
web-off = Dohledávání firem na webu je tu vypnuté. Povolit ho může ten, kdo mě provozuje: ICPBOT_WEB_SEARCH.
web-one = Dohledávám po jedné firmě: zadejte jeden název, bez údajů a textů k němu.
web-looking = Hledám na webu firmu { $account } …
web-down = Vyhledávání na webu neodpovídá, takže verdikt zůstává, jak byl. Zkuste to později.
web-budget = Dnešní rozpočet na jazykový model je vyčerpaný, takže se nic nehledalo. Zkuste to zítra.
web-nothing = Nenašla se stránka, která by o firmě { $account } uváděla, co nám chybí. Zeptejte se jich, nebo doplňte, co víte.
web-known = O firmě { $account } už web neřekne nic, co nám chybí.
web-asked = Firma { $account } se hledala { $day }. Co je stále otevřené, tehdy nebylo k nalezení; znovu to jde od { $next }.
fit-whence = Není-li uvedeno jinak: { $whence }.
fit-closest = Nejpodobnější zákazník: { $name }.
fit-conflict = U „{ $attribute }“ se zdroje liší: { $said }. Platí první.
fit-list = { $n ->
    [one] { $n } název
    [few] { $n } názvy
    [many] { $n } názvu
   *[other] { $n } názvů
}: { $mix }
fit-list-cut = Poslední řádky ({ $left }) se do souboru nevešly. Všechny dá příkaz „icpbot fit --csv … --out …“.
fit-list-duplicates = { $n ->
    [one] { $n } řádek opakuje firmu, která už v tabulce byla: { $names }. Každý řádek má vlastní verdikt.
    [few] { $n } řádky opakují firmy, které už v tabulce byly: { $names }. Každý řádek má vlastní verdikt.
    [many] { $n } řádku opakuje firmy, které už v tabulce byly: { $names }. Každý řádek má vlastní verdikt.
   *[other] { $n } řádků opakuje firmy, které už v tabulce byly: { $names }. Každý řádek má vlastní verdikt.
}
fit-list-unknown = { $n ->
    [one] O { $n } firmě vím jen to, co je v jejím řádku: { $names }.
    [few] O { $n } firmách vím jen to, co je v jejich řádcích: { $names }.
    [many] O { $n } firmy vím jen to, co je v jejich řádcích: { $names }.
   *[other] O { $n } firmách vím jen to, co je v jejich řádcích: { $names }.
}
fit-no-names = O kterou firmu jde? Napište „fit“ a jeden nebo víc názvů.
fit-column-account = Firma
fit-column-verdict = Verdikt
fit-column-range = Rozpětí
fit-column-because = Důvod
band-ideal = ideální
band-ok = také ok
band-neither = nic z toho
band-avoid = vyhnout se
band-unknown = neví se
band-ignored = nepodstatné
origin-rep = tým
origin-crm = CRM
origin-research = rozhovor
origin-text = vložený text
origin-web = web
origin-web-page = web, { $site }, člověk to neověřil
origin-model = model
criterion-ignored = { $attribute }: nepodstatné
criterion-weight = váha { $weight }

## Customers

best-headline = { $n ->
    [one] Nejlepší zákazník
    [few] { $n } nejlepší zákazníci
    [many] { $n } nejlepšího zákazníka
   *[other] { $n } nejlepších zákazníků
} { $of ->
    [one] z { $of }
    [few] ze { $of }
    [many] z { $of }
   *[other] z { $of }
} (měřítka: { $metrics }):
best-missing = U { $n ->
    [one] { $n } zákazníka
    [few] { $n } zákazníků
    [many] { $n } zákazníka
   *[other] { $n } zákazníků
} část těchto čísel chybí; co chybí, je vynechané, nic není domyšlené.
traits-headline = Čím se { $best } nejlepších liší od ostatních ({ $rest }):
traits-none = Nic v tabulce neodlišuje { $best } nejlepších od ostatních ({ $rest }) víc, než by dokázala náhoda.
trait-line = { $what }: { $best_n } { $best_of ->
    [one] z { $best_of }
    [few] ze { $best_of }
    [many] z { $best_of }
   *[other] z { $best_of }
} nejlepších, { $rest_n } { $rest_of ->
    [one] z { $rest_of }
    [few] ze { $rest_of }
    [many] z { $rest_of }
   *[other] z { $rest_of }
} ostatních (lift { $lift }, { $low }–{ $high })

## Draft

draft-open = Pojďme navrhnout profil „{ $name }“. Vím, co říkají zákazníci z { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firem
    [many] { $accounts } firmy
   *[other] { $accounts } firem
}, takže mám návrhy; rozhodujete vy.
draft-open-empty = Pojďme navrhnout profil „{ $name }“. Žádné rozhovory ještě nemám, takže co řeknete, zůstane domněnkou, dokud to někdo nepotvrdí.
draft-resume = Vracíme se k návrhu „{ $name }“.
draft-place = { $section } · { $number } { $of ->
    [one] z { $of }
    [few] ze { $of }
    [many] z { $of }
   *[other] z { $of }
}
draft-how = Napište čísla, „všechny“, něco změňte, nebo to řekněte po svém. Funguje i: přeskočit, zpět, proč, později, hotovo.
draft-how-open = Řekněte to po svém, nebo napište „přeskočit“.
draft-ask-best-customer = Podle čeho poznáte nejlepšího zákazníka?
draft-ask-who = Co mají společného firmy, které hledáte?
draft-ask-trigger = Co obvykle spustí hledání?
draft-ask-pain = Které problémy je bolí tak, že za řešení zaplatí?
draft-ask-job = Čeho se snaží dosáhnout?
draft-ask-outcome = Co se zlepší, když už to mají?
draft-ask-alternative = Co dalšího zvažují, včetně možnosti nedělat nic?
draft-ask-objection = Co je málem zastaví?
draft-ask-reason-to-buy = Proč si vybírají vás?
draft-ask-decision-role = Kdo rozhoduje, podepisuje, ovlivňuje, brzdí?
draft-ask-ignore = Na čem nezáleží, i když se na to lidé ptají?
draft-ask-avoid = Komu radši neprodávat?
draft-ask-weights = Jakou váhu má které kritérium? Pro začátek navrhuju:
draft-ask-review = „{ $name }“: { $criteria ->
    [0] zatím bez kritérií
    [one] { $criteria } kritérium
    [few] { $criteria } kritéria
    [many] { $criteria } kritéria
   *[other] { $criteria } kritérií
}, { $claims ->
    [0] zatím bez tvrzení
    [one] { $claims } tvrzení, { $backed } % s citátem
    [few] { $claims } tvrzení, { $backed } % s citátem
    [many] { $claims } tvrzení, { $backed } % s citátem
   *[other] { $claims } tvrzení, { $backed } % s citátem
}; { $gaps ->
    [0] žádná část není prázdná
    [one] { $gaps } část je prázdná
    [few] { $gaps } části jsou prázdné
    [many] { $gaps } části je prázdné
   *[other] { $gaps } částí je prázdných
}. Uložit?
draft-why-best-customer = S tím se porovnává všechno ostatní: hledám znaky těch zákazníků, kterým říkáte nejlepší.
draft-why-who = Obchod potřebuje něco, co jde ověřit před prvním telefonátem.
draft-why-why = Z toho marketing píše a obchod tím začíná hovor; slova samotných zákazníků zaberou nejlíp.
draft-why-against = S tímhle vyhráváte, nebo prohráváte, a běžným soupeřem je „nedělat nic“.
draft-why-deciders = Obchod zkrachuje na člověku, se kterým nikdo nemluvil.
draft-why-ignore = Když se řekne nahlas, na čem nezáleží, ušetří to všem otázky.
draft-why-avoid = Zákazník, který nesedí, stojí víc než ten, kterého jste nezískali.
draft-why-weights = Váhy udělají z profilu skóre, takže dva lidé dojdou ke stejnému verdiktu.
draft-why-review = Uložený návrh jde vyzkoušet na firmách a probrat, než ho někdo schválí.
draft-taken = Zapsáno: { $what }
draft-said-by-another = Tohle řekl někdo jiný. Napište svou změnu sem a rozhodnete spolu.
draft-is-finished = Tenhle návrh je hotový. „profile“ ukáže, co z něj vzniklo.
draft-noted = Zapsáno: { $n ->
    [one] { $n } kritérium
    [few] { $n } kritéria
    [many] { $n } kritéria
   *[other] { $n } kritérií
}.
draft-none = Takže nic z toho.
draft-assumption = Zapsáno jako domněnka, dokud ji nepotvrdí zákazník: „{ $what }“
draft-read-back = Rozumím tomu takhle. Sedí to?
draft-not-taken = Vynecháno. Řekněte to jinými slovy, nebo napište „přeskočit“.
draft-unclear = Tohle neumím změřit. Zkuste rozpětí, výčet, nebo číslo z nabídky.
draft-skipped = Přeskočeno; zůstává to mezerou.
draft-undone = Vráceno zpět.
draft-nothing-to-undo = Není co vracet.
draft-later = Uloženo. Až budete chtít pokračovat, napište „draft“; navážeme přesně tady.
draft-restarted = Začínáme znovu; „vrátit“ obnoví předchozí návrh.
draft-changed = Od chvíle, kdy jsem to nabídl, se podklady změnily, takže jsem nic nezapsal; tady je seznam, jak platí teď.
draft-like = Podobné v čem? Řekněte vlastnost, kterou změřím: zemi, počet lidí, obor.
draft-about = Od kolika do kolika? Řekněte oba konce a půjde to změřit.
draft-sized = Jak malé nebo velké? Řekněte počet lidí nebo roční tržby.
draft-dispute = O „{ $what }“ říká { $first } jedno a { $second } teď druhé; nic jsem nezměnil.
draft-dispute-how = Domluvte se: 1 ponechá, co říká { $first }, 2 zapíše, co říká { $second }.
draft-kept = Zůstává, jak to bylo: { $what }
draft-aside = Zpátky k návrhu:
draft-finished = Uloženo „{ $name }“: { $criteria ->
    [0] zatím bez kritérií
    [one] { $criteria } kritérium
    [few] { $criteria } kritéria
    [many] { $criteria } kritéria
   *[other] { $criteria } kritérií
}, { $claims ->
    [0] zatím bez tvrzení
    [one] { $claims } tvrzení, { $backed } % s citátem
    [few] { $claims } tvrzení, { $backed } % s citátem
    [many] { $claims } tvrzení, { $backed } % s citátem
   *[other] { $claims } tvrzení, { $backed } % s citátem
}. Teď ho vyzkoušejte: „fit“ a název firmy, nebo předejte ke schválení.
proposal-count = ({ $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
})
proposal-anecdote = ({ $accounts } { $of ->
    [one] z { $of }
    [few] ze { $of }
    [many] z { $of }
   *[other] z { $of }
}: anekdota)
proposal-trait = ({ $best_n } { $best_of ->
    [one] z { $best_of }
    [few] ze { $best_of }
    [many] z { $best_of }
   *[other] z { $best_of }
} nejlepších, { $rest_n } { $rest_of ->
    [one] z { $rest_of }
    [few] ze { $rest_of }
    [many] z { $rest_of }
   *[other] z { $rest_of }
} ostatních)
section-best-customer = Nejlepší zákazník
section-who = Kdo to je
section-why = Proč kupují
section-against = S čím soupeříte
section-deciders = Kdo rozhoduje
section-ignore = Na čem nezáleží
section-avoid = Komu se vyhnout
section-weights = Váhy
section-review = Kontrola
button-all = Všechny
button-skip = Přeskočit
button-back = Zpět
button-forget = Zapomenout
button-none-of-these = Žádná z nich
button-forget-older = Zapomenout starší { $name }
button-submit = Předložit ke schválení
button-approve = Schválit
button-reject = Vrátit
choose-criterion = Upravit kritérium
button-source = Opravit
button-fact = Něco nesouhlasí
button-web = Dohledat na webu

## Profile

profile-headline = { $name } v{ $version } · { $status }
status-draft = návrh
status-in-review = ke schválení
status-approved = schválený
status-superseded = nahrazený
profile-criteria = Kritéria
profile-roles = Nákupní výbor
profile-avoid-heading = Komu se vyhnout
profile-gaps = Mezery
profile-evidence = { $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
}, otázka padla v { $asked }
profile-assumption = domněnka
profile-flagged = důkazy byly odstraněny
profile-weight = Váha
profile-attribute = Kritérium
profile-deal-breaker = vylučující kritérium
profile-thresholds = Ideální od { $ideal }, ok od { $ok } ze 100.
profile-next = Vyzkoušejte: „fit“ a název firmy.
profile-glance = Ve zkratce
profile-best = Nejlepší zákazníci
profile-past = Srovnání s dosavadními firmami
profile-sources = Citované zdroje
profile-history = Historie
profile-backed = Tvrzení s důkazy: { $backed } z { $claims }
profile-disagree = nesouhlasí: { $n }
profile-quotes = { $n ->
    [one] { $n } citát
    [few] { $n } citáty
    [many] { $n } citátu
   *[other] { $n } citátů
}
profile-goals = Cíle: { $goals }
profile-concerns = Obavy: { $concerns }
part-economic-buyer = rozhoduje o rozpočtu
part-decision-maker = rozhoduje
part-champion = prosazuje nákup
part-influencer = má vliv na rozhodnutí
part-user = používá
part-blocker = brzdí nákup
lint-protected = „{ $what }“ je osobní údaj a kritériem být nemůže; vypusťte to.
lint-unmeasurable = „{ $what }“ nemá hranici, takže to nikdo neověří; dejte mi rozsah nebo seznam.
lint-overlap = U „{ $what }“ může být táž hodnota chtěná i nechtěná; řekněte, kde jedno končí a druhé začíná.
lint-contradiction = „{ $what }“ jsme odložili, ale „{ $claim }“ na tom stojí; nechte jedno z obou.
lint-disputed = „{ $what }“ popírá tolik zákazníků, kolik to říká (popírajících: { $n }); vynechal bych to, dokud se nezeptáte dalších.
lint-narrow = Sedí jen { $n } z { $of } vašich zákazníků; rozšiřte rozsah nebo vypusťte kritérium.
lint-wide = Sedí všichni vaši zákazníci ({ $of }), takže profil nikoho neodliší; zužte rozsah nebo přidejte, komu se vyhnout.
lint-unknowable = „{ $what }“ se před prvním hovorem sotva zjistí; zeptejte se až tam, nebo tomu dejte menší váhu.
lint-thin = „{ $what }“ stojí na jednom rozhovoru; zeptejte se na to v příštím, než se o to opřete.
lint-vague = „{ $what }“ vylučuje jen slovy; dejte mi číslo nebo seznam a půjde to ověřit.
gap-empty = { $section }: zatím nic
gap-assumption = domněnka, nikdo ji nepotvrdil: „{ $text }“
gap-thin = stojí na jediné firmě: „{ $text }“
gaps-headline = { $n ->
    [0] Profil nemá mezery.
    [one] { $n } mezera v profilu { $name }:
    [few] { $n } mezery v profilu { $name }:
    [many] { $n } mezery v profilu { $name }:
   *[other] { $n } mezer v profilu { $name }:
}
gaps-questions = { $n ->
    [0] Zatím žádná otázka nezůstala bez odpovědi.
    [one] { $n } otázka bez odpovědi:
    [few] { $n } otázky bez odpovědi:
    [many] { $n } otázky bez odpovědi:
   *[other] { $n } otázek bez odpovědi:
}
guide-headline = Na co se zeptat v dalších rozhovorech:
diff-none = Obě verze jsou stejné.

## Sources

sources-headline = { $n ->
    [0] Zatím nemám nic přečteného. Vložte sem soubor.
    [one] Mám přečtený { $n } zdroj:
    [few] Mám přečtené { $n } zdroje:
    [many] Mám přečteno { $n } zdroje:
   *[other] Mám přečteno { $n } zdrojů:
}
sources-more = a ještě { $n }
second-hand = z druhé ruky
forget-which = Který zdroj? Napište „forget“ a název souboru.
forgotten = Zapomenuto: { $sources ->
    [one] { $sources } zdroj
    [few] { $sources } zdroje
    [many] { $sources } zdroje
   *[other] { $sources } zdrojů
}, { $passages ->
    [one] { $passages } pasáž
    [few] { $passages } pasáže
    [many] { $passages } pasáže
   *[other] { $passages } pasáží
}, { $insights ->
    [one] { $insights } poznatek
    [few] { $insights } poznatky
    [many] { $insights } poznatku
   *[other] { $insights } poznatků
}. { $claims ->
    [0] Žádné tvrzení se o to neopíralo.
    [one] { $claims } tvrzení se o to opíralo a teď je označené.
    [few] { $claims } tvrzení se o to opírala a teď jsou označená.
    [many] { $claims } tvrzení se o to opíralo a teď je označené.
   *[other] { $claims } tvrzení se o to opíralo a teď jsou označená.
}
forgotten-places = Podle míst: vektory { $vectors } · rejstřík slov { $words } · koncepty { $drafts } · zaznamenané dotazy { $requests } · dokončené úlohy { $jobs } · firmy { $accounts }.
forgotten-clean = Podíval jsem se ještě jednou: nic z toho tu nezůstalo.
forgotten-left = Něco tu ještě zůstalo: { $places }. Řekněte mi to znovu, až s databází nebude pracovat nikdo jiný.
forgotten-alike = Skoro totéž říká zdroj, který zůstává: { $names }.
forgotten-naming = To jméno dál stojí ve zdrojích, které zůstávají: { $names }.
forget-not-yours = Zdroj může nechat zapomenout jen ten, kdo ho nahrál, výzkumník nebo vlastník; /icp admin ukáže, kdo to je.

## Help and welcome

help-headline = Čtu vaše rozhovory se zákazníky. Ptejte se, navrhněte se mnou ICP, nebo vložte názvy firem.
help-ask = *Otázka*: „co nejvíc trápí lidi z provozu?“
help-fit = *Kontrola*: „fit Acme“ nebo prostě seznam názvů
help-draft = *Návrh*: „draft“ a píšeme profil spolu, po jedné otázce
help-more = *Další*: best, traits, profile, gaps, themes, playbook, sources, forget
help-files = *Soubory*: vložte rozhovory, poznámky, dotazníky nebo tabulku zákazníků tam, kde jsem
welcome = Dobrý den. Čtu, co říkají vaši zákazníci, a odpovídám z toho, vždy se zdrojem.
welcome-private = Odpovídám, když mě zmíníte. Co sem vložíte, čtou ti, kdo vidí tento kanál.
nudge-here = Náš návrh „{ $name }“ čeká u kroku: { $section }. Pokračujeme?
nudge-thread = Náš návrh „{ $name }“ čeká u kroku: { $section }. Napište do jeho vlákna a pokračujeme odtud.
button-go-on = Pokračovat
feedback-good = Děkuji, zapsáno.
feedback-why = Zapsáno. Co bylo špatně?
feedback-thanks = Děkuji. Ukládám to k otázce, ať je to příště lepší.
bad-untrue = Není to pravda
bad-missing = Něco chybí
bad-unclear = Nesrozumitelné
bad-off-topic = Na to se neptám
button-good = 👍 Pomohlo
button-bad = 👎 Nepomohlo
button-share = Sdílet v kanálu
button-share-now = Sdílet tohle
share-preview = Tohle uvidí všichni v kanálu; může toho být méně, než vidíte vy.
share-not-here = V tomto kanálu nejsem, takže tu nemohu sdílet. Pozvěte mě a stiskněte tlačítko znovu.
share-not-yours = Tuto odpověď může sdílet jen ten, kdo se ptal, a jen tam, kde se ptal.

## App Home

home-headline = Přečetl jsem vaše rozhovory se zákazníky. Ptejte se ve zprávách, nebo začněte tady.
home-private = Tuto stránku vidíte jen vy. Ukazuje to, co smíte číst; co zaznělo v soukromém kanálu, zůstává v něm.
home-known = Co vím
home-figures = { $sources ->
    [one] { $sources } zdroj
    [few] { $sources } zdroje
    [many] { $sources } zdroje
   *[other] { $sources } zdrojů
}, { $interviews ->
    [one] { $interviews } rozhovor
    [few] { $interviews } rozhovory
    [many] { $interviews } rozhovoru
   *[other] { $interviews } rozhovorů
}, { $accounts ->
    [one] { $accounts } firma
    [few] { $accounts } firmy
    [many] { $accounts } firmy
   *[other] { $accounts } firem
}.
home-nothing = Zatím nic. Vložte do našich zpráv rozhovor, poznámky, dotazník nebo tabulku zákazníků.
home-profile = Profil
home-no-profile = Zatím žádný není. Můžeme ho navrhnout spolu, otázku po otázce.
home-backing = { $criteria ->
    [one] { $criteria } kritérium
    [few] { $criteria } kritéria
    [many] { $criteria } kritéria
   *[other] { $criteria } kritérií
}, { $claims ->
    [0] zatím žádná tvrzení
    [one] { $claims } tvrzení, { $backed } % podložených citáty
    [few] { $claims } tvrzení, { $backed } % podložených citáty
    [many] { $claims } tvrzení, { $backed } % podložených citáty
   *[other] { $claims } tvrzení, { $backed } % podložených citáty
}, { $gaps ->
    [0] bez mezer
    [one] { $gaps } mezera
    [few] { $gaps } mezery
    [many] { $gaps } mezery
   *[other] { $gaps } mezer
}.
home-saved = Naposledy uložen { $date }.
home-review = Další revize do { $date }.
home-waits = Čeká na schválení.
home-try = Tři věci na vyzkoušení
try-draft = Navrhni naše ICP
try-what-icp = Co je to ICP?
try-help = Co umíš?
try-pains = Co naše zákazníky trápí nejvíc?
try-sources = Co už máš přečtené?
try-gaps = Co nám chybí?
try-why = Proč si nás zákazníci vybírají?
try-profile = Ukaž profil
home-recent = Na co jste se ptali
home-unanswered = nikdo o tom nemluvil
home-failed = nepovedlo se
home-language = Jakým jazykem na vás mluvím
home-language-why = Odpovídám jazykem otázky; když se nepozná, tímto.
home-language-own = Jako v mém Slacku
panel-greeting = Zeptejte se, co říkají zákazníci, napište firmu k ověření, nebo začněte jednou z těchto věcí.
working = prochází, co řekli zákazníci …

## Forms

form-criterion = Upravit kritérium
form-fact = Opravit údaj
form-source = Opravit zdroj
form-approve = Schválit
form-reject = Vrátit k úpravě
form-check = Ověřit firmy
form-check-submit = Prověřit
form-waiting = Okamžik, dohledávám to …
form-submit = Uložit
form-close = Zrušit
form-not-yours = Měnit to mohou jen kolegové z tohoto pracovního prostoru.
field-ideal = Ideální
field-ok = Také dobré
field-avoid = Raději ne
field-band-hint = Rozsah, třeba 50–500 nebo ≥ 2, seznam s čárkami, nebo nic.
field-weight = Váha
field-deal-breaker = Vylučuje to poslední firmu?
field-reason = Důvod
field-attribute = Co nesouhlasí?
field-value = Jak je to správně?
field-account = Firma
field-kind = Co to je?
field-audience = Kdo to smí číst?
field-names = Názvy firem, každý na řádek
field-job = Jakou práci dělá { $who }?
audience-all = Všichni v pracovním prostoru
audience-here = Jen konverzace, odkud pochází
band-unclear = Tady nevím, jak číst „{ $value }“. Zkuste rozsah, třeba 50–500, nebo seznam.
weight-unclear = Váha je číslo od 0 do 100.
approve-not-yours = Schválit nebo vrátit profil smí jen vlastník; /icp admin ukáže, kdo to je.
source-not-yours = Opravit tento zdroj smí jen ten, kdo ho dodal, výzkumník nebo vlastník; /icp admin ukáže, kdo to je.
profile-approved = Schváleno: { $name } v{ $version }.
profile-rejected = Vráceno k úpravě: { $name } v{ $version }.
source-corrected = Opraveno: { $name } · { $kind }

## Playbooks, personas, back-test

playbook-headline = { $name }, slovy { $n ->
    [one] jedné firmy
    [few] { $n } firem
    [many] { $n } firmy
   *[other] { $n } firem
}
playbook-which = Čí playbook?
playbook-nothing = { $name }: zatím nikdo neřekl nic, co by se tu hodilo. Vložte rozhovory nebo poznámky tam, kde jsem.
playbook-missing = Tady ještě chybí: { $parts }. Otázky sestaví `profile guide`.
playbook-few = aspoň { $n ->
    [one] jedna firma
    [few] { $n } firmy
    [many] { $n } firmy
   *[other] { $n } firem
} (zatím { $spoke })
playbook-worded = Slova volil jazykový model; každá věta stojí na očíslovaných citátech.
playbook-fit = Firmy podle profilu „{ $profile }“: { $n } ({ $mix }).
playbook-best = Nejlépe sedí: { $names }.
playbook-misfits = Zákazníci, kteří profilu neodpovídají a mohou odejít: { $n } ({ $names }).
playbook-left = Zákazníci, kteří odešli: { $n } z { $of } ({ $names }).
playbook-unknown = Playbook { $name } nemám. Mám tyhle: { $known }.
personas-headline = { $n ->
    [0] Profil zatím nikoho nejmenuje a žádný zákazník ještě nepromluvil.
    [one] { $n } persona:
    [few] { $n } persony:
    [many] { $n } persony:
   *[other] { $n } person:
}
backtest-no-deals = Vyhrané a prohrané obchody ještě nemám. Naimportujte je: „icpbot customers import FILE --deals DEALS“.
backtest-headline = Vyhráno: { $good } { $n ->
    [one] z { $n } dřívější firmy
    [few] ze { $n } dřívějších firem
    [many] z { $n } dřívější firmy
   *[other] z { $n } dřívějších firem
}. Podle verdiktu:
backtest-too-few = { $n ->
    [0] Neznám výsledek žádné dřívější firmy
    [one] Znám výsledek jen { $n } dřívější firmy (vyhráno { $good })
    [few] Znám výsledek jen { $n } dřívějších firem (vyhráno { $good })
    [many] Znám výsledek jen { $n } dřívější firmy (vyhráno { $good })
   *[other] Znám výsledek jen { $n } dřívějších firem (vyhráno { $good })
}; to je málo na to, aby šlo říct, jestli profil něco předpovídá.
backtest-line = { $verdict }: vyhráno { $good } { $n ->
    [one] z { $n }
    [few] ze { $n }
    [many] z { $n }
   *[other] z { $n }
} ({ $low }–{ $high } %), lift { $lift }
backtest-auc = Získaná firma má vyšší skóre než ztracená v { $auc } případech ze 100 (s 95% jistotou { $low }–{ $high }); 50 by byla náhoda.
backtest-signal-yes = Profil rozezná získané firmy od ztracených.
backtest-signal-none = Žádný signál: tyto výsledky nemluví pro profil ani proti němu. Zatím se o něj neopírejte.
backtest-signal-backwards = Profil to má obráceně: ztracené firmy mají vyšší skóre než získané.
backtest-covers-won = Profilu odpovídá { $matched } z { $n } získaných firem.
backtest-covers-lost = Profilu odpovídá { $matched } z { $n } ztracených firem.
backtest-covers-best = Profilu odpovídá { $matched } z { $n } nejlepších zákazníků.
backtest-covers-churned = Profilu odpovídá { $matched } z { $n } zákazníků, kteří odešli.
backtest-value = Skóre souvisí s hodnotou zákazníka na { $value } (od { $low } do { $high }); 0 by byla náhoda, 1 úplná shoda.
backtest-helps = Pomáhá: { $names }.
backtest-hurts = Škodí: { $names }.
backtest-later = Posouzeno podle faktů novějších než výsledek: { $n } z { $of }; berte je s rezervou.
drift-flip = { $account }: { $then } → { $now }. { $why }
drift-none = Žádný zaznamenaný verdikt by dnes nebyl jiný.
drift-profile = Změnil se profil: { $attributes }.
drift-facts = Změnila se fakta: { $attributes }.
out-not-writable = { $name } nejde zapsat. Zvolte jiné místo pomocí --out.
export-format = Formát „{ $name }“ neumím. Zvolte jeden z těchto pomocí { $option }: { $formats }.
profile-saved = Uloženo: { $name }, verze { $version }. Vyzkoušejte: „icpbot fit NAME“.
reindexed = Index je hotový: { $passages ->
    [one] { $passages } pasáž
    [few] { $passages } pasáže
    [many] { $passages } pasáže
   *[other] { $passages } pasáží
}.

## Serving

serve-ready = icpbot je připraven ({ $mode }).
value-yes = ano
value-no = ne
receipt-customers-closed = Tato tabulka zůstává v této konverzaci, takže ji nepoužívám pro žebříčky ani pro hodnocení firem. Pokud to chcete, pošlete ji do veřejného kanálu.

## Playground

playground-kept = Všechno zůstává ve složce { $home }; dokud nenastavíte model, nic neopustí tento počítač.
playground-ready = Pískoviště je připraveno: { $address } ({ $stop } ho ukončí)
playground-missing = Pískoviště potřebuje ještě pár balíčků (chybí { $name }): { $command }
playground-taken = Adresa { $address } je obsazená. Zvolte jinou pomocí { $option }, nebo volbu vynechte.

## Instalace, odkazy, role

secret-key-unknown = ICPBOT_SECRET_KEY nesedí k uloženým údajům. Doplňte za čárku klíč, pod kterým byly uloženy.
rekeyed = Zašifrováno prvním klíčem: řádky { $rows }, instalace { $installations }, tokeny CRM { $tokens }.
rekeyed-plain = Výroky lidí jsou zase uložené nešifrovaně (řádky: { $rows }). Teď mě spusťte bez ICPBOT_SECRET_KEY, jinak je zašifruji znovu.
workspace-unknown = Žádný pracovní prostor { $name } mě nenainstaloval. Podívejte se na icpbot workspaces.
workspace-installed = { $name } mě má nainstalovaného. Ať správce nejdřív odebere aplikaci ve Slacku, pak to spusťte znovu.
workspace-removed = { $n ->
    [one] { $name } je pryč: odstraněn { $n } záznam.
    [few] { $name } je pryč: odstraněny { $n } záznamy.
    [many] { $name } je pryč: odstraněno { $n } záznamu.
   *[other] { $name } je pryč: odstraněno { $n } záznamů.
}
install-done = icpbot je nainstalovaný. Vraťte se do Slacku a napište mu; jeho domovská stránka ukazuje, jak začít.
install-cancelled = Instalace byla zrušena, nic se nezměnilo. Začít znovu můžete kdykoli.
install-stale = Tato instalační stránka už neplatí. Začněte prosím instalaci znovu v tomto prohlížeči.
install-failed = Instalace se nepovedla a nic se neuložilo. Zkuste to prosím znovu; když to zase nevyjde, řekněte to tomu, kdo icpbota provozuje.
link-no-address = Nemám veřejnou adresu, takže odkaz dát nemohu. Kdo mě provozuje, může nastavit ICPBOT_PUBLIC_URL, nebo vytvořit soubor: icpbot profile export --format html
link-made = { $name }: tento odkaz funguje do { $until } UTC pro každého, kdo ho má.
link-open = Stránka ukazuje to, co smí číst celý pracovní prostor, a nic z uzavřených kanálů. „profile unlink“ odkaz ukončí dřív.
link-here = Stránka ukazuje i to, co zaznělo v této konverzaci, posílejte ji proto dál s rozvahou. „profile unlink“ odkaz ukončí dřív.
link-ended = { $n ->
    [0] Žádný odkaz na { $name } už nefungoval.
    [one] { $n } odkaz na { $name } už nefunguje.
    [few] { $n } odkazy na { $name } už nefungují.
    [many] { $n } odkazu na { $name } už nefunguje.
   *[other] { $n } odkazů na { $name } už nefunguje.
}
link-unknown = Na této adrese žádná stránka není. Zkontrolujte prosím, jestli je odkaz celý.
link-expired = Platnost tohoto odkazu skončila. Požádejte o nový toho, kdo vám ho poslal.
link-revoked = Tento odkaz už neplatí: tým ho ukončil. Zeptejte se toho, kdo vám ho poslal.
rank-member = člen
rank-researcher = výzkumník
rank-owner = vlastník
upload-not-yours = Tady smějí výzkum doplňovat jen někteří lidé; /icp admin ukáže kteří. Požádejte prosím někoho z nich.
admin-not-yours = Tohle smí měnit jen vlastník; /icp admin ukáže, kdo to je.
admin-not-self = Vlastní roli si nikdo nemění, aby vždycky nějaký vlastník zbyl. Požádejte prosím jiného vlastníka.
admin-unclear = Nerozumím, co mám nastavit. Napište /icp admin a uvidíte, jak se to píše.
admin-headline = Kdo tu co smí
admin-done = Hotovo. Teď to vypadá takto:
admin-slack = Správci tohoto Slacku jsou vlastníci a všichni ostatní členové, pokud nejsou uvedeni tady:
admin-rules = Členové doplňují výzkum a navrhují. Výzkumníci také opravují a nechávají zapomenout to, co přidali jiní. Vlastníci také schvalují profily a mění tato nastavení.
admin-upload = K doplňování výzkumu je potřeba alespoň role: { $role }.
admin-language = Jazyk odpovědí: { $spoken }.
admin-language-own = jazyk otázky
admin-retention = { $days ->
    [one] Zdroje zapomínám po { $days } dni.
    [few] Zdroje zapomínám po { $days } dnech.
    [many] Zdroje zapomínám po { $days } dne.
   *[other] Zdroje zapomínám po { $days } dnech.
}
admin-retention-none = Zdroje si nechávám, dokud mi je někdo neřekne zapomenout.
admin-how = Změníte to takto: /icp admin @ana owner, /icp admin upload researcher, /icp admin language cs (nebo auto), /icp admin retention 365 (nebo off).

## Spočítané průzkumy, grafy a prohlédnuté tabulky zákazníků

survey-headline = { $name }: { $n ->
    [one] jeden respondent
    [few] { $n } respondenti
    [many] { $n } respondenta
   *[other] { $n } respondentů
}
survey-question = *{ $name }*: { $told } (odpovědí { $answered }, chybí { $missing })
survey-nps = NPS { $nps } ({ $low } až { $high })
survey-mean = průměr { $mean }
survey-dates = od { $first } do { $last }
survey-open = vlastními slovy
survey-sampled = mezi vylosovanými odpověďmi: { $n }
survey-more = Dalších uzavřených otázek v souboru: { $n }. Všechny spočítá „icpbot survey FILE“.
survey-weighted = Váženo podle { $name }; vynecháno bez váhy: { $n }.
survey-groups = Sloupec { $name } má víc než { $limit } různých hodnot. Zvolte sloupec s méně skupinami.
survey-differs = Podle { $by } se liší víc než náhodou: *{ $name }* (p { $p }, Cramérovo V { $v })
survey-same = Podle { $by } se nic neliší víc než náhodou (zkoumaných otázek a možností: { $n }).
survey-rough = Některé skupiny jsou tak malé, že p je jen přibližné. Berte ho s rezervou.
chart-list = Sloupce: podíl řádků podle verdiktu.
chart-survey = Respondentů: { $n }. Sloupce: podíl těch, kdo odpověděli; čáry: 95% interval.
chart-question = { $name } (odpovědí { $answered }, chybí { $missing })
chart-answers = · nejčastějších { $shown } z { $of }
chart-questions = V grafu: { $shown } z { $of } uzavřených otázek.
chart-traits-title = Čím se liší nejlepší zákazníci
chart-traits = Podíl každé skupiny, který má danou vlastnost; čáry: 95% interval.
chart-traits-shown = V grafu: { $shown } z { $of } vlastností.
chart-best = Nejlepší zákazníci ({ $n })
chart-rest = Ostatní ({ $n })
chart-past-title = Poznal by to profil?
chart-past = Minulé firmy; čáry: 95% interval spolehlivosti.
chart-past-won = Podíl vyhraných podle verdiktu
chart-past-matched = Podíl těch, na které profil sedí
chart-group-won = Vyhrané
chart-group-lost = Prohrané
chart-group-best = Nejlepší zákazníci
chart-group-churned = Odešli
chart-nothing = Není co kreslit: chybí uzavřená otázka, nebo se nejlepší ničím neliší.
table-mapping = Přečteno jako: { $columns }.
table-correct = Je některý sloupec přečtený jako něco jiného? Určete ho pomocí --map, třeba --map satisfaction=NPS.
table-missing = Chybí: { $columns }.
table-duplicates = Řádky firem, které už byly výš: { $n } ({ $names }). Platí poslední.
table-alike = Možná stejná firma: { $pairs }.
table-typos = Možná překlep ve sloupci { $column }: { $pairs }.
table-impossible = Nemožné ve sloupci { $column }: { $values }.
table-unread = Nepřečteno jako čísla ve sloupci { $column }: { $values }.
table-joined = { $name }: { $joined } z { $rows } řádků patří vašim zákazníkům.
table-doubtful = Není jisté, kdo je myšlen, proto vynecháno: { $pairs }. Rozhodněte pomocí --same, třeba --same { $example }.
table-unknown = Firmy, které nejsou zákazníky: { $n } ({ $names }).

## Profiles reviewed, watched and kept up to date

department-sales = Prodej
department-marketing = Marketing
department-customer-success = Péče o zákazníky
department-support = Podpora
department-product = Produkt
department-executives = Vedení
opinion-comment = Poznámka
opinion-object = Námitka
review-agreed = Oddělení, která souhlasí: { $n } z { $of }
review-objects = ✗ { $department }: námitka k části „{ $section }“: „{ $text }“ ({ $by })
review-waits = ? { $department } se zatím nevyjádřila k: { $sections }
review-comments = { $department } k části „{ $section }“: „{ $text }“ ({ $by })
review-next = Mluvíte za: { $department }. Odsouhlaste části jednu po druhé, nebo napište, co změnit.
review-who = Za které oddělení mluvíte?
review-not-open = { $name } není v posouzení; zeptá se jich tlačítko u návrhu.
review-no-words = Napište několika slovy, co změnit a proč.
review-no-section = Profil nemá část „{ $name }“.
review-no-department = Oddělení „{ $name }“ neznám. Ptám se: { $names }.
review-section-and-department = Posouzení potřebuje --department, --section, --by a --agree, --comment TEXT nebo --object TEXT.
approve-objections = { $n ->
    [one] Proti { $name } stále stojí { $n } námitka. Vyřešte ji, nebo schvalte s odůvodněním.
    [few] Proti { $name } stále stojí { $n } námitky. Vyřešte je, nebo schvalte s odůvodněním.
    [many] Proti { $name } stále stojí { $n } námitky. Vyřešte je, nebo schvalte s odůvodněním.
   *[other] Proti { $name } stále stojí { $n } námitek. Vyřešte je, nebo schvalte s odůvodněním.
}
button-review = Posoudit
button-agree = Souhlas: { $section }
button-agree-all = Souhlasím se vším
button-remark = Poznámka: { $section }
button-other-department = Jiné oddělení
form-remark = Poznámka
field-department = Za které oddělení?
field-opinion = Co to je?
field-words = Co změnit a proč? Čte to každý, kdo vidí profil.
range-between = { $low }–{ $high }
range-least = ≥ { $low }
range-most = ≤ { $high }
evidence-moved = firmy { $before } → { $now }
evidence-disagrees = { $n ->
    [one] { $n } teď nesouhlasí
    [few] { $n } teď nesouhlasí
    [many] { $n } teď nesouhlasí
   *[other] { $n } teď nesouhlasí
}
evidence-since = od schválení: { $moved }
remind-heading = Stojí za nový pohled
remind-headline = { $name } v{ $version } stojí za nový pohled:
remind-date = { $months ->
    [one] Schválen byl před { $months } měsícem.
    [few] Schválen byl před { $months } měsíci.
    [many] Schválen byl před { $months } měsíce.
   *[other] Schválen byl před { $months } měsíci.
}
remind-evidence = { $n ->
    [one] Nové důkazy odporují { $n } tvrzení.
    [few] Nové důkazy odporují { $n } tvrzením.
    [many] Nové důkazy odporují { $n } tvrzení.
   *[other] Nové důkazy odporují { $n } tvrzením.
}
remind-wins = Méně vyhraných obchodů: { $since } % od schválení (obchody: { $n }), předtím { $before } %.
remind-churn = Odchází více zákazníků: { $since } % od schválení (z { $n }), předtím { $before } %.
button-propose = Co by se změnilo
diff-evidence-grew = Důkazy pro „{ $claim }“: více firem, { $before } → { $now }
diff-evidence-shrank = Důkazy pro „{ $claim }“: méně firem, { $before } → { $now }
diff-disagree = „{ $claim }“: nesouhlasící firmy { $before } → { $now }
diff-more = { $heading }: { $n ->
    [one] přibyla { $n } položka: { $words }
    [few] přibyly { $n } položky: { $words }
    [many] přibylo { $n } položky: { $words }
   *[other] přibylo { $n } položek: { $words }
}
diff-fewer = { $heading }: { $n ->
    [one] ubyla { $n } položka: { $words }
    [few] ubyly { $n } položky: { $words }
    [many] ubylo { $n } položky: { $words }
   *[other] ubylo { $n } položek: { $words }
}
diff-thresholds = Ideální od / dobrý od
diff-parent = Patří pod
diff-disqualifiers = Komu se vyhnout
fit-standings = Z vašich profilů sedí nejlépe { $first }; další: { $second }.
profile-parent-unknown = Profil nelze použít: { $path } uvádí „{ $name }“, který nemám. Importujte nejprve ten.
profile-parent-cycle = Profil nelze použít: { $path } vede od „{ $name }“ zpět k němu samému.
gap-fact = Nevíme: { $attribute }
gap-settles = { $n ->
    [one] rozhodlo by asi { $n } otevřený verdikt
    [few] rozhodlo by asi { $n } otevřené verdikty
    [many] rozhodlo by asi { $n } otevřeného verdiktu
   *[other] rozhodlo by asi { $n } otevřených verdiktů
}
gap-asked = { $n ->
    [one] dotaz { $n }krát bez odpovědi
    [few] dotaz { $n }krát bez odpovědi
    [many] dotaz { $n }krát bez odpovědi
   *[other] dotaz { $n }krát bez odpovědi
}
gaps-next = „profile guide“ dá otázky, pozvánku a koho pozvat.
guide-nothing = Profilu nechybí nic, co by doplnil rozhovor.
guide-questionnaire = Krátký dotazník
guide-candidates = Zákazníci k pozvání, zatím bez rozhovoru
guide-invitation = Pozvánka
guide-incentive = poukaz v hodnotě 50 eur
guide-best = jeden z nejlepších zákazníků
guide-tick = { $heading }: zaškrtněte, co znáte z vlastní práce, pokud vůbec něco.
guide-none = nic z toho
guide-other = něco jiného: …
propose-headline = { $n ->
    [one] Nový výzkum by změnil { $n } věc v { $name } v{ $version }:
    [few] Nový výzkum by změnil { $n } věci v { $name } v{ $version }:
    [many] Nový výzkum by změnil { $n } věci v { $name } v{ $version }:
   *[other] Nový výzkum by změnil { $n } věcí v { $name } v{ $version }:
}
propose-none = Nový výzkum na { $name } nic nemění.
propose-how = Vyberte čísla; zbytek zůstává, jak je. Nová verze čeká na schválení.
propose-new = { $heading }, nové: „{ $claim }“ (firmy: { $now } z { $of })
propose-moved = { $heading }: „{ $claim }“, firmy { $before } → { $now } z { $of }, proti: { $against }
propose-contradicted = { $heading }, vyřadit: „{ $claim }“, pro { $now }, proti { $against }
propose-changed = Důkazy se od návrhu změnily, proto se nic nepřijalo. Vyžádejte si změny znovu.
propose-numbers = Uveďte čísla od 1 do { $most }, třeba 1,3, nebo all.
rollback-which = Která verze? Napište číslo, třeba „profile rollback 2“.
task-settle = Vyřešit námitku k části „{ $section }“: „{ $text }“
task-review = Posoudit { $name }, část po části
task-again = Podívat se znovu na { $name }
export-which = Který? „profile export“ bere: { $formats }.
export-here = { $name } pro { $format }:

## Celá databáze: záloha, obnova, přesun, neporušenost

backed-up-locked = Zálohováno do { $name } a zašifrováno (řádků: { $n }). Klíč uložte jinam: bez něj soubor nikdo neotevře.
backed-up-open = Zálohováno do { $name } (řádků: { $n }). Soubor není zašifrovaný, chraňte ho stejně jako rozhovory v něm.
backup-good = { $name } je úplná a nepoškozená záloha (řádků: { $n }).
backup-foreign = { $name } není záloha icpbota. Zadejte soubor, který zapsal „icpbot backup“.
backup-damaged = Soubor { $name } je poškozený, takže z něj nic neobnovuji. Použijte jinou zálohu.
backup-newer = { $name } zapsal novější icpbot ({ $version }). Nejdřív přejděte na tuto verzi.
backup-locked = { $name } je zašifrovaný a žádný můj klíč ho neotevře. Zadejte správný přes --key-file nebo ICPBOT_SECRET_KEY.
backup-not-written = { $name } se nepodařilo zapsat. Zkontrolujte, že složka existuje, dá se do ní psát a není plný disk.
restore-not-empty = V této databázi už něco je. Obnovujte do prázdné, nebo přidejte --replace, pokud se má dosavadní obsah zahodit.
restored = Obnoveno z { $name } a ověřeno (řádků: { $n }). Index je také aktuální.
moved = Přesunuto a ověřeno podle počtů a kontrolních součtů (řádků: { $n }). Stará databáze zůstala beze změny.
moved-settings = Teď nastavte ICPBOT_DATABASE_URL na novou adresu, ICPBOT_CHROMA_URL na svůj server Chroma a spusťte bota. Index se naplní při prvním spuštění.
move-not-empty = V cílové databázi už je něco jiného. Zadejte prázdnou.
move-changing = Databáze se mění rychleji, než stíhám. Zastavte bota a spusťte přesun znovu: naváže tam, kde skončil.
migrated = Schéma databáze je ve verzi { $version }.
deep-well = Vše v pořádku. Prověřeno: zdroje { $sources }, úryvky { $passages }, citáty { $quotes }.
finding-store = Databáze hlásí poškození ({ $n }): { $where }. Obnovte poslední zálohu.
finding-orphans = Řádky, které k ničemu nepatří: { $n } ({ $where }). Obnovte poslední zálohu.
finding-passages = Úryvky, které neodpovídají textu zdroje: { $n } ({ $where }). Načtěte tyto zdroje znovu.
finding-insights = Poznatky s citátem, který ve zdroji není: { $n } ({ $where }). Načtěte tyto zdroje znovu.
finding-profiles = Citáty v profilech, které nejsou v žádném zdroji: { $n } ({ $where }). Projděte tato tvrzení.
finding-index = Zdroje, které nejsou celé v indexu: { $n } ({ $where }). Spusťte „icpbot reindex“.
finding-sealing = Řádky, které nejsou šifrované podle nastavení: { $n } ({ $where }). Spusťte „icpbot rotate-key“.
finding-requests = Dotazy otevřené déle než hodinu: { $n } ({ $where }). Zkontrolujte, že běží pracovní proces.

## The CRM

crm-url-wrong = { $name } nemůže být adresa CRM. Zadejte adresu, která začíná https:// a neobsahuje heslo.
crm-none = Žádné CRM není připojené. Začněte příkazem „icpbot crm connect pipedrive“ nebo „icpbot crm connect hubspot“.
crm-token-missing = Nemám token k CRM. Uveďte jeho soubor přes --token-file, nebo nastavte ICPBOT_CRM_TOKEN.
crm-token-form = V { $name } není jeden token. Dejte do souboru jen token.
crm-token-refused = { $system } token odmítá. Vytvořte tam nový a připojte se znovu.
crm-not-allowed = { $system } tomuto tokenu nedovolí to vidět. Dejte mu právo číst firmy, obchody a jejich pole.
crm-question-refused = { $system } považuje můj dotaz za chybný (stav { $status }). Zkuste to s --full, a když to nepomůže, napište nám.
crm-busy = { $system } chce, abych čekal déle, než mohu. Spusťte „icpbot crm sync“ později: naváže, kde skončil.
crm-not-answering = { $system } neodpovídá. Spusťte „icpbot crm sync“ později: naváže, kde skončil.
crm-elsewhere = { $system } mě posílá na jinou adresu a tam nejdu. Připojte se znovu se správným --url.
crm-taken-over = Začalo jiné čtení CRM a pokračuje místo mého.
crm-field-unknown = Žádná organizace nemá pole { $name }. Vyplněná jsou tato: { $known }.
crm-connected = { $system } je připojený. Token je uložený zašifrovaně. Načtěte data příkazem „icpbot crm sync“.
crm-connected-open = { $system } je připojený. Token se neukládá, nastavte tedy ICPBOT_CRM_TOKEN při každém spuštění. Načtěte data příkazem „icpbot crm sync“.
crm-disconnected = Odpojeno: token i načtené záznamy jsou pryč. Co jsme se o firmách dozvěděli, zůstává.
crm-disconnected-forgotten = Odpojeno: token, načtené záznamy i údaje o firmách ({ $n }) jsou pryč.
crm-read = Načtené záznamy: { $read }. Nové nebo změněné: { $changed }. Smazané: { $deleted }.
crm-became = Zapsané firmy: { $accounts }, stažené: { $removed }. Z CRM teď pocházejí zákazníci: { $customers } a obchody: { $deals }.
crm-held = Nic jsem nezměnil: v CRM najednou chybí firmy ({ $accounts } z { $of_accounts }) a obchody ({ $deals } z { $of_deals }). Možná token vidí méně než dřív: zkontrolujte jeho práva. Pokud jsou opravdu pryč, spusťte „icpbot crm sync --allow-removals“.
crm-skip-no-name = Vynechané organizace bez názvu: { $n }.
crm-skip-duplicate = Organizace, které jsou toutéž firmou jako jiná, spojené s ní: { $n }.
crm-skip-no-organisation = Vynechané obchody bez organizace, kterou znám: { $n }.
crm-skip-unreadable = Vynechané záznamy, které neumím přečíst: { $n }.
crm-correct = Je některé pole pochopené špatně? Uveďte ho přes --map, třeba --map satisfaction=NPS.
crm-status = { $system } je připojený: { $url }
crm-token-kept = Token je uložený zašifrovaně.
crm-token-given = Token se zadává při každém spuštění.
crm-never = Zatím se nic nenačetlo. Spusťte „icpbot crm sync“.
crm-reading = Probíhá čtení: { $lane }, zatím záznamů: { $read }.
crm-last = Naposledy načteno: { $when }.
crm-note-unknown = { $name } nepochází z CRM, takže poznámku nemám kam zapsat.
crm-note-which = { $name } může být několik firem: { $candidates }. Napište celý název.
crm-note-ask = Zapsat to jako poznámku k { $name } do { $system }?
crm-note-written = Zapsáno jako poznámka k { $name }.
crm-note-there = Stejná poznámka u { $name } už je, takže jsem nic nezapsal.

## Themes in people's hands

themes-headline = { $n ->
    [one] { $n } téma, podle počtu firem:
    [few] { $n } témata, podle počtu firem:
    [many] { $n } tématu, podle počtu firem:
   *[other] { $n } témat, podle počtu firem:
}
themes-none = Zatím se nic nesešlo v téma. Vložte rozhovory tam, kde jsem, a spočítám, co říkají.
themes-more = { $n ->
    [one] Ještě { $n } téma; napište druh, třeba „themes pain“, a uvidíte ho.
    [few] Ještě { $n } témata; napište druh, třeba „themes pain“, a uvidíte je.
    [many] Ještě { $n } tématu; napište druh, třeba „themes pain“, a uvidíte je.
   *[other] Ještě { $n } témat; napište druh, třeba „themes pain“, a uvidíte je.
}
themes-how = Stiskněte číslo a téma přejmenujte, spojte s jiným, vyjměte z něj výroky, nebo ho zamítněte.
themes-rejected-headline = { $n ->
    [0] Žádné téma není zamítnuté.
    [one] { $n } zamítnuté téma; číslo ho vrátí:
    [few] { $n } zamítnutá témata; číslo téma vrátí:
    [many] { $n } zamítnutého tématu; číslo téma vrátí:
   *[other] { $n } zamítnutých témat; číslo téma vrátí:
}
count-named = { $label }: { $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
}, otázka padla v { $asked }.
count-named-anecdote = { $label }: { $accounts } { $of ->
    [one] z { $of } firmy
    [few] ze { $of } firem
    [many] z { $of } firmy
   *[other] z { $of } firem
}, zatím anekdota; otázka padla v { $asked }.
theme-merged = Teď je to jedno téma: { $label }
theme-split = Teď je to samostatné téma: { $label }
theme-renamed = Odteď se jmenuje: { $label }
theme-rejected = Odteď se nikde nepočítá: { $label }
theme-restored = Vráceno zpět: { $label }
theme-restored-gone = Vráceno zpět. Už z toho ale nezbylo nic, co by se dalo počítat.
theme-kept = Název je vidět jen tam, kde se smějí číst všechny zdroje tématu.
theme-unknown = Téma { $name } neexistuje. „icpbot themes“ ukáže všechna.
theme-same = To už je jedno téma.
theme-kinds = Spojit lze jen témata stejného druhu, třeba dvě bolesti.
theme-voices = Vyberte některé výroky tématu a aspoň jeden v něm nechte.
theme-label = Název má jeden až { $most } znaků.
theme-untouched = Tohle téma nikdo neměnil, není tedy co vracet.
theme-nothing = Nic se nezměnilo.
decision-merge = { $by }: spojení témat: { $label }
decision-split = { $by }: rozdělení tématu: { $label }
decision-rename = { $by }: nový název tématu: { $label }
decision-reject = { $by }: zamítnutí tématu: { $label }
decision-undone = vráceno zpět, { $by }
decisions-none = Témata zatím nikdo neměnil.
form-theme = Opravit téma
field-theme-name = Jak se jmenuje?
field-theme-with = Je to totéž co jiné téma?
field-theme-apart = Které z výroků říkají něco jiného?
field-theme-counts = Je to vůbec téma?
field-theme-reason = Pokud ne, proč?
button-themes = Témata
button-rejected = Zamítnutá: { $n }
button-undo = Vrátit zpět

## Profil jako canvas
button-canvas = Canvas
canvas-here = Profil „{ $name }“ jako canvas:
canvas-followed = Otevře ho každý, kdo tohle čte. Až schválíte novou verzi, aktualizuje se.
canvas-only-in-slack = Canvas je jen ve Slacku. Tady vám stejný text dá „icpbot profile export --format md“.
canvas-not-in-group = Slack sdílí canvas s kanálem nebo s jedním člověkem, ne se skupinovou zprávou. Napište mi v kanálu nebo v přímé zprávě.
canvas-not-in-plan = Váš tarif Slacku samostatné canvasy nemá. Stejný text vám dá „icpbot profile export --format md“.
canvas-no-right = Canvasy tu zatím vytvářet nesmím. Správce může aplikaci znovu nainstalovat s oprávněním canvases:write.
canvas-refused = Slack canvas odmítl. Stejný text vám dá „icpbot profile export --format md“.
