# Co mówi bot, po polsku. Najpierw odpowiedź, potem powód, potem jeden następny krok.

## Errors

setting-wrong = { $name } ma wartość, której nie mogę użyć. Dozwolone wartości są w README, w części „Settings”.
traces-extra-missing = OTEL_EXPORTER_OTLP_ENDPOINT włącza ślady, ale brakuje części, która je wysyła. Zainstaluj { $name } albo usuń tę zmienną.
presidio-extra-missing = ICPBOT_PRESIDIO każe ukrywać nazwiska i miejsca, ale brakuje części, która je znajduje. Zainstaluj { $name } albo usuń tę zmienną.
presidio-pipeline-missing = ICPBOT_PRESIDIO wskazuje model { $name }, którego tu nie ma. Zainstaluj go albo podaj jego folder.
setting-missing = Brakuje { $name }, a wymaga tego { $because }.
store-disk-full = Dysk jest pełny. Nic nie zapisano; zwolnij miejsce i spróbuj jeszcze raz.
store-not-writable = Nie mogę pisać w folderze z danymi. Sprawdź właściciela i uprawnienia albo ustaw ICPBOT_HOME na inny folder.
store-damaged = Baza danych jest uszkodzona. Przywróć ostatnią kopię folderu ICPBOT_HOME.
store-not-answering = Baza danych nie odpowiada. Sprawdź ICPBOT_DATABASE_URL i czy dysk jest na miejscu, potem spróbuj ponownie.
index-in-use = Z indeksu w tym folderze korzysta już inny proces icpbot. Zatrzymaj go albo pisz do niego.
index-not-answering = Indeks wektorowy nie odpowiada. Sprawdź ICPBOT_CHROMA_URL i spróbuj ponownie.
embeddings-not-answering = Usługa embeddingów { $name } nie odpowiada. Spróbuj ponownie albo ustaw ICPBOT_EMBEDDINGS=local.
slack-not-answering = Slack nie odpowiada albo odrzuca token. Sprawdź SLACK_BOT_TOKEN i SLACK_APP_TOKEN.
knowledge-missing = W folderze wiedzy brakuje pliku { $name }. Skopiuj go tam albo usuń ustawienie ICPBOT_KNOWLEDGE.
knowledge-broken = Plik { $name } w folderze wiedzy nie jest poprawnym YAML-em. Popraw go albo usuń ustawienie ICPBOT_KNOWLEDGE.
prompt-broken = Prompt { $name } nie nadaje się do użycia: { $why }. Popraw go albo usuń ustawienie ICPBOT_PROMPTS.
unexpected = Coś poszło nie tak po mojej stronie; szczegóły są w logu. Nic od was nie przepadło. Spróbuj jeszcze raz.

## Reading files

read-empty = Nie mogę odczytać { $name }: plik jest pusty. Nic nie zapisano.
read-encrypted = Nie mogę odczytać { $name }: plik jest zaszyfrowany. Wyślij go bez hasła albo wklej tekst. Nic nie zapisano.
read-unsupported = Nie czytam takich plików jak { $name }. Wyślij tekst, Markdown, VTT, SRT, Word, PDF, CSV, Excel, JSON, HTML, e-mail, nagranie albo ZIP z nimi. Nic nie zapisano.
read-too-large = { $name } to dla mnie za dużo: limit wynosi { $limit } MB. Podziel plik i wyślij części. Nic nie zapisano.
read-broken = Nie mogę odczytać { $name }: plik jest uszkodzony albo jest czymś innym, niż mówi nazwa. Wyeksportuj go ponownie i wyślij jeszcze raz. Nic nie zapisano.
read-no-text = { $name } zawiera obrazy stron, bez tekstu. Uruchom rozpoznawanie tekstu albo wklej tekst. Nic nie zapisano.
read-encoding = Nie rozpoznaję znaków w { $name }. Zapisz plik jako UTF-8 i wyślij jeszcze raz. Nic nie zapisano.
read-not-transcript = { $name } to JSON, ale nie transkrypcja. Czytam listę wypowiedzi, każdą z polami „speaker” i „text”. Nic nie zapisano.
read-no-rows = { $name } nie ma wierszy pod nagłówkiem. Nic nie zapisano.
read-too-many-turns = { $name } ma zbyt wiele wypowiedzi; limit to { $limit }. Podziel plik i wyślij części. Nic nie zapisano.
read-too-many-rows = { $name } ma zbyt wiele wierszy; limit to { $limit }. Podziel plik i wyślij części. Nic nie zapisano.
read-too-many-pages = { $name } ma zbyt wiele stron; limit to { $limit }. Podziel plik i wyślij części. Nic nie zapisano.
read-too-many-columns = { $name } ma zbyt wiele kolumn; limit to { $limit }. Zostaw te, które się liczą, i wyślij jeszcze raz. Nic nie zapisano.
read-too-many-files = { $name } ma w środku zbyt wiele plików; limit to { $limit }. Podziel archiwum i wyślij części. Nic nie zapisano.
read-too-deep = W { $name } są archiwa w archiwach, i to głębiej niż { $limit }. Rozpakuj je i wyślij same pliki. Nic nie zapisano.
read-too-heavy = { $name } zajmuje więcej czasu albo pamięci, niż mogę poświęcić na jeden plik. Podziel go albo wklej tekst. Nic nie zapisano.
hear-not-set = Na razie nie mogę odsłuchać { $name }. Wyślij transkrypcję albo poproś osobę, która mnie prowadzi, o ustawienie OPENAI_API_KEY. Nic nie zapisano.
hear-down = Nie udało mi się odsłuchać { $name }: usługa transkrypcji nie odpowiada jak trzeba. Wyślij nagranie za kilka minut albo wyślij transkrypcję. Nic nie zapisano.
hear-busy = Nie udało mi się odsłuchać { $name }: usługa transkrypcji jest zajęta albo skończył się limit. Wyślij nagranie później albo wyślij transkrypcję. Nic nie zapisano.
hear-key = Nie udało mi się odsłuchać { $name }: usługa transkrypcji nie przyjmuje naszego klucza. Poproś osobę, która mnie prowadzi, o sprawdzenie OPENAI_API_KEY. Nic nie zapisano.
hear-broken = Nie udało mi się odsłuchać { $name }: nagranie jest uszkodzone albo w formacie, którego nie znam. Wyeksportuj je jako MP3 i wyślij jeszcze raz. Nic nie zapisano.
hear-silent = W { $name } nie słyszę żadnych słów. Sprawdź nagranie i wyślij je jeszcze raz. Nic nie zapisano.
read-other-sheets = Czytam tylko pierwszy arkusz.
read-attachments-skipped = Czytam wiadomość bez załączników; wyślij je osobno.
read-cues-skipped = Kilka napisów ma niemożliwe czasy, więc je pominięto.
read-not-found = Nie ma pliku { $name }.
read-not-allowed = Nie wolno mi otworzyć { $name }. Sprawdź uprawnienia pliku.
file-not-fetched = Nie udało mi się pobrać { $name } ze Slacka. Wgraj plik jeszcze raz; nic nie zapisano.
file-not-trusted = { $name } nie jest plikiem ze Slacka, więc go nie otwieram. Wgraj go tutaj.
table-no-name = Nie widzę kolumny z nazwami firm. Kolumny: { $columns }. Zmień nazwę jednej na „account” albo dodaj --map account=COLUMN.

## Wrong or missing things

source-unknown = Nie mam nic o nazwie { $name }. „icpbot sources” pokaże, co przeczytałem.
column-unknown = Nie ma kolumny { $name }.
metric-unknown = Nie mam liczb dla miary: { $name }. Mam dla tych: { $known }.
customers-none = Nie mam jeszcze tabeli klientów. Wyślij ją jako CSV lub Excel albo uruchom „icpbot customers import FILE”.
fact-unclear = Nie rozumiem „{ $value }” jako wartości pola { $name }.
fact-form = Zapisuj fakty jako atrybut=wartość, a nie „{ $name }”.
account-unknown = Nie znam firmy { $name }.
request-unknown = Nie ma zapytania { $name }. „icpbot requests” pokaże wszystkie.
profile-none = Nie ma jeszcze profilu. Zacznij od „draft” albo uruchom „icpbot profile import FILE”.
profile-unknown = Nie ma profilu o nazwie { $name }. „icpbot profile list” pokaże te, które mam.
profile-changed = Ktoś w międzyczasie zapisał profil { $name }. Obejrzyj nową wersję, potem wprowadź swoją zmianę jeszcze raz.
profile-superseded = Ta wersja profilu { $name } została zastąpiona; zmień najnowszą.
profile-invalid = Nie mogę użyć tego profilu: { $path } jest niepoprawne ({ $detail }).
profile-unknown-key = Nie mogę użyć tego profilu: nie znam klucza { $path }.
profile-not-readable = { $name } to ani JSON, ani YAML z profilem.
profile-twice = Nie mogę użyć tego profilu: { $path } powtarza atrybut { $attribute }.
profile-protected = Nie mogę użyć tego profilu: { $path } dotyczy cechy chronionej ({ $attribute }), a ona nie może decydować o tym, kto jest klientem.
profile-unmeasurable = Nie mogę użyć tego profilu: { $path } ({ $attribute }) nie ma żadnego zakresu. Podaj wartości ideal, ok lub avoid albo oznacz je jako ignored.
profile-no-avoid = Nie mogę użyć tego profilu: { $path } ({ $attribute }) może być kryterium wykluczającym tylko z zakresem avoid.
profile-empty-band = Nie mogę użyć tego profilu: { $path } ({ $attribute }) to pusty zakres.
profile-overlap = Nie mogę użyć tego profilu: { $path } nakłada się na { $other } ({ $attribute }).
query-form = Wiersz { $line } w { $name } nie jest obiektem JSON z polami "id" i "{ $field }".

## Answers

answer-nothing = Nikt o tym nie mówi w tym, co przeczytałem ({ $sources ->
    [one] { $sources } źródło
    [few] { $sources } źródła
    [many] { $sources } źródeł
   *[other] { $sources } źródła
}, { $interviews ->
    [one] { $interviews } wywiad
    [few] { $interviews } wywiady
    [many] { $interviews } wywiadów
   *[other] { $interviews } wywiadu
}). Zapisuję to jako lukę.
answer-no-sources = Nic jeszcze nie czytałem. Wrzuć tu wywiady, notatki, ankiety albo tabelę klientów i zapytaj ponownie.
notice-budget = Dzisiejszy budżet na model językowy jest wyczerpany, więc pokazuję same dowody, bez podsumowania.
notice-model-down = Model językowy nie odpowiada, więc pokazuję same dowody, bez podsumowania.
notice-text-budget = Dzisiejszy budżet na model językowy jest wyczerpany, więc tekst przeczytały tylko reguły.
notice-text-model-down = Model językowy nie odpowiada, więc tekst przeczytały tylko reguły.
evidence = { $quotes ->
    [one] { $quotes } cytat
    [few] { $quotes } cytaty
    [many] { $quotes } cytatów
   *[other] { $quotes } cytatu
} z { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firm
    [many] { $accounts } firm
   *[other] { $accounts } firmy
}:
period-since = Tylko od { $since } ({ $n ->
    [one] { $n } źródło
    [few] { $n } źródła
    [many] { $n } źródeł
   *[other] { $n } źródła
}).
period-until = Tylko do { $until } ({ $n ->
    [one] { $n } źródło
    [few] { $n } źródła
    [many] { $n } źródeł
   *[other] { $n } źródła
}).
period-between = Tylko od { $since } do { $until } ({ $n ->
    [one] { $n } źródło
    [few] { $n } źródła
    [many] { $n } źródeł
   *[other] { $n } źródła
}).
compare-headline = { $first } ({ $n ->
    [one] { $n } firma
    [few] { $n } firmy
    [many] { $n } firm
   *[other] { $n } firmy
}) – { $second } ({ $m ->
    [one] { $m } firma
    [few] { $m } firmy
    [many] { $m } firm
   *[other] { $m } firmy
}):
compare-line = „{ $label }”: { $a } z { $b } · { $c } z { $d }
compare-differs = „{ $label }”: { $a } z { $b } · { $c } z { $d } (więcej niż przypadek)
compare-few = Po jednej stronie są mniej niż trzy firmy: to anegdota, nie różnica.
compare-chance = Żadna z tych różnic nie jest większa, niż dopuszcza przypadek.
side-before = przed { $day }
side-since = od { $day }
side-won = wygrane szanse
side-lost = przegrane szanse
side-best = najlepsi klienci
side-rest = pozostali
evidence-dated = { $quotes ->
    [one] { $quotes } cytat
    [few] { $quotes } cytaty
    [many] { $quotes } cytatów
   *[other] { $quotes } cytatu
} z { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firm
    [many] { $accounts } firm
   *[other] { $accounts } firmy
}, { $first } – { $last }:
count-theme = „{ $label }”: { $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
}, pytano w { $asked }.
count-anecdote = „{ $label }”: { $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
}, na razie anegdota; pytano w { $asked }.
count-then = Dalej: { $more }.
count-against = { $n ->
    [one] { $n } firma mówi coś przeciwnego.
    [few] { $n } firmy mówią coś przeciwnego.
    [many] { $n } firm mówi coś przeciwnego.
   *[other] { $n } firmy mówi coś przeciwnego.
}
left-out = Pominięto jeszcze { $n ->
    [one] { $n } źródło, którego
    [few] { $n } źródła, których
    [many] { $n } źródeł, których
   *[other] { $n } źródła, którego
} nie wolno pokazać na tym kanale. Zapytaj mnie w wiadomości prywatnej.
answer-begun = Czytam, co mówili o tym klienci …
answer-growing = Piszę dalej. Każde zdanie powyżej jest już sprawdzone ze źródłem.
quote-from-en = (z angielskiego: „{ $text }”)
quote-from-pl = (z polskiego: „{ $text }”)
quote-from-cs = (z czeskiego: „{ $text }”)
quote-from-uk = (z ukraińskiego: „{ $text }”)
quote-from-zh = (z chińskiego: „{ $text }”)
quote-from-other = (tłumaczenie: „{ $text }”)
answer-thanks = Nie ma za co.
unsure = Nie wiem, o co chodzi. Co wybierasz?
as-ask = Odpowiedz jak na pytanie
as-fit = Sprawdź firmę
as-best = Pokaż najlepszych klientów
as-traits = Pokaż, co ich wyróżnia
as-draft = Naszkicuj profil
as-profile = Pokaż profil
as-gaps = Pokaż, czego brakuje
as-sources = Pokaż źródła
as-themes = Pokaż tematy
as-playbook = Napisz to słowami klientów
as-forget = Usuń źródło
as-help = Powiedz, co potrafię
as-thanks = Nic, tylko podziękowanie
answer-forgotten = Moja odpowiedź opierała się na źródle, które właśnie zostało zapomniane. Zapytaj proszę jeszcze raz.

## Receipts

receipt-title = { $name } · { $kind }
receipt-read = { $turns ->
    [one] { $turns } wypowiedź
    [few] { $turns } wypowiedzi
    [many] { $turns } wypowiedzi
   *[other] { $turns } wypowiedzi
}, { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}.
receipt-minutes = { $minutes } min
receipt-people = { $people }.
receipt-heard = Usłyszane: { $heard }.
receipt-heard-nothing = Nie słyszę tu bolączek, zadań ani powodów.
receipt-not-asked = Z pięciu pytań o motywację nie padło: { $kinds }.
receipt-unchanged = To już czytałem; nic się nie zmieniło.
receipt-updated = Zastępuje wcześniejszą wersję.
receipt-corrected = Prawie słowo w słowo jak { $name }: uznaję to za wersję po korekcie i zastępuję nią tamtą.
receipt-alike = Prawie to samo mówi { $name }. Zachowuję oba pliki; jeśli to ta sama rozmowa, usuń starszy: { $command }
receipt-customers = { $rows ->
    [one] { $rows } klient
    [few] { $rows } klientów
    [many] { $rows } klientów
   *[other] { $rows } klienta
}. Zapytaj mnie, którzy są najlepsi.
queue-next = Jest teraz kolejka. Twoja kolej jest następna.
queue-place = Jest teraz kolejka. Masz w niej numer { $place }.
receipt-many = { $n ->
    [one] Przeczytano { $n } plik.
    [few] Przeczytano { $n } pliki.
    [many] Przeczytano { $n } plików.
   *[other] Przeczytano { $n } pliku.
}
receipt-many-failed = { $n ->
    [one] Nie udało się przeczytać { $n } pliku:
    [few] Nie udało się przeczytać { $n } plików:
    [many] Nie udało się przeczytać { $n } plików:
   *[other] Nie udało się przeczytać { $n } pliku:
}
receipt-many-details = Szczegóły każdego z nich są w załączonym dokumencie.
receipt-reading = Czytam { $name } …
kind-interview = wywiad
kind-notes = notatki
kind-survey = ankieta
kind-customers = tabela klientów
kind-thread = wątek ze Slacka
role-interviewer = prowadzi wywiad
role-customer = klient
role-unknown = rola nieznana
insight-pain = { $n ->
    [one] { $n } bolączka
    [few] { $n } bolączki
    [many] { $n } bolączek
   *[other] { $n } bolączki
}
insight-job = { $n ->
    [one] { $n } zadanie
    [few] { $n } zadania
    [many] { $n } zadań
   *[other] { $n } zadania
}
insight-trigger = { $n ->
    [one] { $n } wyzwalacz
    [few] { $n } wyzwalacze
    [many] { $n } wyzwalaczy
   *[other] { $n } wyzwalacza
}
insight-alternative = { $n ->
    [one] { $n } alternatywa
    [few] { $n } alternatywy
    [many] { $n } alternatyw
   *[other] { $n } alternatywy
}
insight-reason_to_buy = { $n ->
    [one] { $n } powód zakupu
    [few] { $n } powody zakupu
    [many] { $n } powodów zakupu
   *[other] { $n } powodu zakupu
}
insight-objection = { $n ->
    [one] { $n } obiekcja
    [few] { $n } obiekcje
    [many] { $n } obiekcji
   *[other] { $n } obiekcji
}
insight-outcome = { $n ->
    [one] { $n } efekt
    [few] { $n } efekty
    [many] { $n } efektów
   *[other] { $n } efektu
}
insight-decision_role = { $n ->
    [one] { $n } rola w decyzji
    [few] { $n } role w decyzji
    [many] { $n } ról w decyzji
   *[other] { $n } roli w decyzji
}
insight-buying_process = { $n ->
    [one] { $n } krok zakupu
    [few] { $n } kroki zakupu
    [many] { $n } kroków zakupu
   *[other] { $n } kroku zakupu
}
insight-tool = { $n ->
    [one] { $n } narzędzie
    [few] { $n } narzędzia
    [many] { $n } narzędzi
   *[other] { $n } narzędzia
}
asked-pain = jaki problem
asked-job = jakie zadanie
asked-trigger = co było wyzwalaczem
asked-alternative = co jeszcze rozważano
asked-reason_to_buy = dlaczego my
heading-pain = Bolączki
heading-job = Zadania do wykonania
heading-trigger = Wyzwalacze
heading-alternative = Rozważane alternatywy
heading-reason_to_buy = Powody zakupu
heading-objection = Obiekcje
heading-outcome = Efekty
heading-decision_role = Kto decyduje
heading-buying_process = Jak kupują
heading-tool = Używane narzędzia

## Fit

verdict-ideal = idealnie
verdict-ok = ok
verdict-avoid = unikać
verdict-undecided = jeszcze nierozstrzygnięte
fit-headline = { $account }: { $verdict }, { $score } na 100 według profilu { $profile }
fit-disqualified = Kryterium wykluczające: { $attributes }.
fit-unknown = Nie znam firmy { $account }. Napisz „fit { $account }:” i wklej za tym, co o niej wiesz (wystarczy tekst „O nas” ze strony), albo dodaj fakty.
fit-ambiguous = „{ $account }” może znaczyć: { $candidates }. O którą firmę chodzi?
fit-did-you-mean = Nie znam firmy „{ $account }”. Chodzi o { $candidates }?
fit-decides = Rozstrzygnie jedna odpowiedź: { $question }
fit-helps = Najwięcej da odpowiedź na to: { $question }
fit-outcome = { $band } → { $verdict }
fit-ask-attribute = Co wiadomo o firmie { $account }: { $attribute }?
web-off = Szukanie firm w internecie jest tu wyłączone. Może je włączyć ten, kto mnie prowadzi: ICPBOT_WEB_SEARCH.
web-one = Sprawdzam po jednej firmie: podaj jedną nazwę, bez faktów i tekstów obok.
web-looking = Sprawdzam firmę { $account } w internecie …
web-down = Wyszukiwarka nie odpowiada, więc ocena zostaje bez zmian. Spróbuj później.
web-budget = Dzisiejszy budżet na model językowy jest wyczerpany, więc niczego nie sprawdziłem. Spróbuj jutro.
web-nothing = Nie ma strony, która podaje to, czego nam brakuje o firmie { $account }. Zapytaj ich albo dopisz, co wiesz.
web-known = O firmie { $account } internet nie powie już nic, czego nam brakuje.
web-asked = Firmę { $account } sprawdziłem { $day }. Tego, co nadal nieznane, wtedy nie było; ponownie mogę sprawdzić od { $next }.
fit-whence = Jeśli nie podano inaczej: { $whence }.
fit-closest = Najbardziej podobny klient: { $name }.
fit-conflict = Co do „{ $attribute }” źródła się różnią: { $said }. Liczy się pierwsze.
fit-list = { $n ->
    [one] { $n } nazwa
    [few] { $n } nazwy
    [many] { $n } nazw
   *[other] { $n } nazwy
}: { $mix }
fit-list-cut = Ostatnie wiersze ({ $left }) nie zmieściły się w pliku. Wszystkie dostaniesz poleceniem „icpbot fit --csv … --out …”.
fit-list-duplicates = { $n ->
    [one] { $n } wiersz powtarza firmę, która już wystąpiła: { $names }. Każdy wiersz ma własny werdykt.
    [few] { $n } wiersze powtarzają firmy, które już wystąpiły: { $names }. Każdy wiersz ma własny werdykt.
    [many] { $n } wierszy powtarza firmy, które już wystąpiły: { $names }. Każdy wiersz ma własny werdykt.
   *[other] { $n } wiersza powtarza firmy, które już wystąpiły: { $names }. Każdy wiersz ma własny werdykt.
}
fit-list-unknown = { $n ->
    [one] O { $n } firmie wiem tylko to, co stoi w jej wierszu: { $names }.
    [few] O { $n } firmach wiem tylko to, co stoi w ich wierszach: { $names }.
    [many] O { $n } firmach wiem tylko to, co stoi w ich wierszach: { $names }.
   *[other] O { $n } firmy wiem tylko to, co stoi w ich wierszach: { $names }.
}
fit-no-names = O którą firmę chodzi? Napisz „fit” i jedną lub więcej nazw.
fit-column-account = Firma
fit-column-verdict = Werdykt
fit-column-range = Zakres
fit-column-because = Powód
band-ideal = idealnie
band-ok = też ok
band-neither = żadne z tych
band-avoid = unikać
band-unknown = nie wiadomo
band-ignored = bez znaczenia
origin-rep = zespół
origin-crm = CRM
origin-research = wywiad
origin-text = wklejony tekst
origin-web = internet
origin-web-page = internet, { $site }, niesprawdzone przez człowieka
origin-model = model
criterion-ignored = { $attribute }: bez znaczenia
criterion-weight = waga { $weight }

## Customers

best-headline = { $n ->
    [one] Najlepszy klient
    [few] { $n } najlepszych klientów
    [many] { $n } najlepszych klientów
   *[other] { $n } najlepszego klienta
} z { $of } (miary: { $metrics }):
best-missing = U { $n ->
    [one] { $n } klienta
    [few] { $n } klientów
    [many] { $n } klientów
   *[other] { $n } klienta
} brakuje części tych liczb; braki pominięto, niczego nie dopisano.
traits-headline = Co odróżnia { $best } najlepszych od reszty ({ $rest }):
traits-none = Nic w tabeli nie odróżnia { $best } najlepszych od reszty ({ $rest }) wyraźniej, niż mógłby to sprawić przypadek.
trait-line = { $what }: { $best_n } z { $best_of } najlepszych, { $rest_n } z { $rest_of } pozostałych (lift { $lift }, { $low }–{ $high })

## Draft

draft-open = Zróbmy szkic profilu „{ $name }”. Wiem, co mówią klienci z { $accounts ->
    [one] { $accounts } firmy
    [few] { $accounts } firm
    [many] { $accounts } firm
   *[other] { $accounts } firmy
}, więc mam propozycje; wy decydujecie.
draft-open-empty = Zróbmy szkic profilu „{ $name }”. Nie mam jeszcze wywiadów, więc to, co powiecie, zostanie założeniem, dopóki ktoś tego nie potwierdzi.
draft-resume = Wracamy do szkicu „{ $name }”.
draft-place = { $section } · { $number } z { $of }
draft-how = Podaj numery, napisz „wszystkie”, zmień coś albo powiedz po swojemu. Działa też: pomiń, wstecz, dlaczego, później, gotowe.
draft-how-open = Powiedz po swojemu albo napisz „pomiń”.
draft-ask-best-customer = Po czym poznajecie najlepszego klienta?
draft-ask-who = Co łączy firmy, których szukacie?
draft-ask-trigger = Co zwykle uruchamia poszukiwania?
draft-ask-pain = Które problemy bolą ich tak, że za rozwiązanie zapłacą?
draft-ask-job = Co próbują osiągnąć?
draft-ask-outcome = Co się poprawia, gdy już to mają?
draft-ask-alternative = Co jeszcze rozważają, łącznie z tym, żeby nie robić nic?
draft-ask-objection = Co ich prawie powstrzymuje?
draft-ask-reason-to-buy = Dlaczego wybierają was?
draft-ask-decision-role = Kto decyduje, podpisuje, wpływa, blokuje?
draft-ask-ignore = Co nie ma znaczenia, choć ludzie o to pytają?
draft-ask-avoid = Komu wolicie nie sprzedawać?
draft-ask-weights = Ile waży każde kryterium? Na początek proponuję:
draft-ask-review = „{ $name }”: { $criteria ->
    [0] jeszcze bez kryteriów
    [one] { $criteria } kryterium
    [few] { $criteria } kryteria
    [many] { $criteria } kryteriów
   *[other] { $criteria } kryterium
}, { $claims ->
    [0] jeszcze bez tez
    [one] { $claims } teza, { $backed }% z cytatem
    [few] { $claims } tezy, { $backed }% z cytatem
    [many] { $claims } tez, { $backed }% z cytatem
   *[other] { $claims } tezy, { $backed }% z cytatem
}; { $gaps ->
    [0] żadna część nie jest pusta
    [one] { $gaps } część jest pusta
    [few] { $gaps } części są puste
    [many] { $gaps } części jest pustych
   *[other] { $gaps } części jest puste
}. Zapisać?
draft-why-best-customer = Z tym porównuje się wszystko inne: szukam cech tych klientów, których nazywacie najlepszymi.
draft-why-who = Sprzedaż potrzebuje czegoś, co da się sprawdzić przed pierwszym telefonem.
draft-why-why = Na tym marketing buduje teksty, a sprzedaż otwiera rozmowy; słowa samych klientów trafiają najlepiej.
draft-why-against = Z tym wygrywacie albo przegrywacie, a zwykłym rywalem jest „nie robić nic”.
draft-why-deciders = Transakcja umiera na osobie, z którą nikt nie porozmawiał.
draft-why-ignore = Gdy powie się na głos, co nie ma znaczenia, nikt nie musi już o to pytać.
draft-why-avoid = Klient, który nie pasuje, kosztuje więcej niż ten, którego nie udało się pozyskać.
draft-why-weights = Wagi zamieniają profil w wynik, więc dwie osoby dochodzą do tego samego werdyktu.
draft-why-review = Zapisany szkic można wypróbować na firmach i przedyskutować, zanim ktokolwiek go zatwierdzi.
draft-taken = Zanotowane: { $what }
draft-said-by-another = To powiedział ktoś inny. Napisz tu swoją zmianę, a zdecydujecie razem.
draft-is-finished = Ten szkic jest skończony. „profile” pokaże, co z niego wyszło.
draft-noted = Zanotowane: { $n ->
    [one] { $n } kryterium
    [few] { $n } kryteria
    [many] { $n } kryteriów
   *[other] { $n } kryterium
}.
draft-none = Czyli żadne z tych.
draft-assumption = Zanotowane jako założenie, dopóki klient tego nie potwierdzi: „{ $what }”
draft-read-back = Rozumiem to tak. Zgadza się?
draft-not-taken = Pominięte. Powiedz to innymi słowami albo napisz „pomiń”.
draft-unclear = Nie umiem tego zmierzyć. Spróbuj podać przedział, listę albo numer z góry.
draft-skipped = Pominięte; zostaje luką.
draft-undone = Cofnięte.
draft-nothing-to-undo = Nie ma czego cofać.
draft-later = Zapisane. Napisz „draft”, kiedy zechcesz wrócić; zaczniemy dokładnie tutaj.
draft-restarted = Zaczynamy od nowa; „cofnij” przywróci poprzedni szkic.
draft-changed = Odkąd to zaproponowałem, zmieniły się dowody, więc nic nie wpisałem; oto aktualna lista.
draft-like = Podobne pod jakim względem? Podaj cechę, którą zmierzę: kraj, liczbę osób, branżę.
draft-about = Od ilu do ilu? Podaj oba końce, a będę mógł to zmierzyć.
draft-sized = Czyli jak małe lub duże? Podaj liczbę osób albo roczny przychód.
draft-dispute = O „{ $what }” { $first } mówi jedno, a { $second } teraz drugie; niczego nie zmieniłem.
draft-dispute-how = Ustalcie między sobą: 1 zostawia to, co mówi { $first }, 2 wpisuje to, co mówi { $second }.
draft-kept = Zostaje tak, jak było: { $what }
draft-aside = Wracamy do szkicu:
draft-finished = Zapisane „{ $name }”: { $criteria ->
    [0] jeszcze bez kryteriów
    [one] { $criteria } kryterium
    [few] { $criteria } kryteria
    [many] { $criteria } kryteriów
   *[other] { $criteria } kryterium
}, { $claims ->
    [0] jeszcze bez tez
    [one] { $claims } teza, { $backed }% z cytatem
    [few] { $claims } tezy, { $backed }% z cytatem
    [many] { $claims } tez, { $backed }% z cytatem
   *[other] { $claims } tezy, { $backed }% z cytatem
}. Teraz wypróbuj: „fit” i nazwa firmy, albo przekaż do zatwierdzenia.
proposal-count = ({ $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
})
proposal-anecdote = ({ $accounts } z { $of }: anegdota)
proposal-trait = ({ $best_n } z { $best_of } najlepszych, { $rest_n } z { $rest_of } pozostałych)
section-best-customer = Najlepszy klient
section-who = Kim są
section-why = Dlaczego kupują
section-against = Z czym konkurujecie
section-deciders = Kto decyduje
section-ignore = Co nie ma znaczenia
section-avoid = Kogo unikać
section-weights = Wagi
section-review = Przegląd
button-all = Wszystkie
button-skip = Pomiń
button-back = Wstecz
button-forget = Zapomnij
button-none-of-these = Żadna z nich
button-forget-older = Zapomnij starszy plik { $name }
button-submit = Prześlij do zatwierdzenia
button-approve = Zatwierdź
button-reject = Odeślij
choose-criterion = Edytuj kryterium
button-source = Popraw
button-fact = Coś się nie zgadza
button-web = Sprawdź w internecie

## Profile

profile-headline = { $name } v{ $version } · { $status }
status-draft = szkic
status-in-review = do zatwierdzenia
status-approved = zatwierdzony
status-superseded = zastąpiony
profile-criteria = Kryteria
profile-roles = Komitet zakupowy
profile-avoid-heading = Kogo unikać
profile-gaps = Luki
profile-evidence = { $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
}, pytano w { $asked }
profile-assumption = założenie
profile-flagged = dowody usunięto
profile-weight = Waga
profile-attribute = Kryterium
profile-deal-breaker = kryterium wykluczające
profile-thresholds = Idealnie od { $ideal }, ok od { $ok } na 100.
profile-next = Wypróbuj: „fit” i nazwa firmy.
profile-glance = W skrócie
profile-best = Najlepsi klienci
profile-past = Na tle dotychczasowych firm
profile-sources = Cytowane źródła
profile-history = Historia
profile-backed = Stwierdzenia z dowodami: { $backed } z { $claims }
profile-disagree = nie zgadza się: { $n }
profile-quotes = { $n ->
    [one] { $n } cytat
    [few] { $n } cytaty
    [many] { $n } cytatów
   *[other] { $n } cytatu
}
profile-goals = Cele: { $goals }
profile-concerns = Obawy: { $concerns }
part-economic-buyer = decyduje o budżecie
part-decision-maker = podejmuje decyzję
part-champion = popiera zakup
part-influencer = ma wpływ na decyzję
part-user = użytkuje
part-blocker = blokuje zakup
lint-protected = „{ $what }” to cecha osobista i nie może być kryterium; usuńcie ją.
lint-unmeasurable = „{ $what }” nie ma progu, więc nikt tego nie sprawdzi; podajcie zakres albo listę.
lint-overlap = W „{ $what }” ta sama wartość bywa pożądana i niechciana; powiedzcie, gdzie kończy się jedno, a zaczyna drugie.
lint-contradiction = „{ $what }” odłożyliśmy na bok, a „{ $claim }” się na tym opiera; zostawcie jedno z dwojga.
lint-disputed = „{ $what }” tylu klientów podważa, ilu potwierdza (podważających: { $n }); pominąłbym to, póki nie zapytacie kolejnych.
lint-narrow = Pasuje tylko { $n } z { $of } waszych klientów; poszerzcie zakres albo usuńcie kryterium.
lint-wide = Pasują wszyscy wasi klienci ({ $of }), więc profil nikogo nie odróżnia; zawęźcie zakres albo dodajcie, kogo unikać.
lint-unknowable = „{ $what }” rzadko wiadomo przed pierwszą rozmową; zapytajcie o to wtedy albo dajcie mniejszą wagę.
lint-thin = „{ $what }” opiera się na jednym wywiadzie; zapytajcie o to w następnym, zanim się na tym oprzecie.
lint-vague = „{ $what }” wyklucza tylko słowami; podajcie liczbę albo listę, a da się to sprawdzić.
gap-empty = { $section }: jeszcze nic
gap-assumption = założenie, nikt go nie potwierdził: „{ $text }”
gap-thin = opiera się na jednej firmie: „{ $text }”
gaps-headline = { $n ->
    [0] Profil nie ma luk.
    [one] { $n } luka w profilu { $name }:
    [few] { $n } luki w profilu { $name }:
    [many] { $n } luk w profilu { $name }:
   *[other] { $n } luki w profilu { $name }:
}
gaps-questions = { $n ->
    [0] Na razie nie ma pytań bez odpowiedzi.
    [one] { $n } pytanie, na które nie znalazłem odpowiedzi:
    [few] { $n } pytania, na które nie znalazłem odpowiedzi:
    [many] { $n } pytań, na które nie znalazłem odpowiedzi:
   *[other] { $n } pytania, na które nie znalazłem odpowiedzi:
}
guide-headline = O co zapytać w następnych wywiadach:
diff-none = Obie wersje są takie same.

## Sources

sources-headline = { $n ->
    [0] Nic jeszcze nie czytałem. Wrzuć tu plik.
    [one] Przeczytałem { $n } źródło:
    [few] Przeczytałem { $n } źródła:
    [many] Przeczytałem { $n } źródeł:
   *[other] Przeczytałem { $n } źródła:
}
sources-more = i jeszcze { $n }
second-hand = z drugiej ręki
forget-which = Które źródło? Napisz „forget” i nazwę pliku.
forgotten = Zapomniane: { $sources ->
    [one] { $sources } źródło
    [few] { $sources } źródła
    [many] { $sources } źródeł
   *[other] { $sources } źródła
}, { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}, { $insights ->
    [one] { $insights } spostrzeżenie
    [few] { $insights } spostrzeżenia
    [many] { $insights } spostrzeżeń
   *[other] { $insights } spostrzeżenia
}. { $claims ->
    [0] Żadna teza się na tym nie opierała.
    [one] { $claims } teza się na tym opierała i jest teraz oznaczona.
    [few] { $claims } tezy się na tym opierały i są teraz oznaczone.
    [many] { $claims } tez się na tym opierało i są teraz oznaczone.
   *[other] { $claims } tezy się na tym opierało i są teraz oznaczone.
}
forgotten-places = Po kolei: wektory { $vectors } · indeks słów { $words } · szkice { $drafts } · zapisane pytania { $requests } · zakończone zadania { $jobs } · firmy { $accounts }.
forgotten-clean = Sprawdziłem jeszcze raz: nic po tym tu nie zostało.
forgotten-left = Coś jeszcze zostało: { $places }. Poproś mnie ponownie, gdy nikt inny nie będzie korzystał z bazy.
forgotten-alike = Prawie to samo mówi źródło, które zostaje: { $names }.
forgotten-naming = To nazwisko pada jeszcze w źródłach, które zostają: { $names }.
forget-not-yours = Źródło może usunąć tylko osoba, która je wgrała, badacz albo właściciel; /icp admin pokazuje, kto to.

## Help and welcome

help-headline = Czytam wasze rozmowy z klientami. Pytaj, rób ze mną szkic ICP albo wklej nazwy firm.
help-ask = *Zapytaj*: „co najbardziej boli ludzi z operacji?”
help-fit = *Sprawdź*: „fit Acme” albo po prostu lista nazw
help-draft = *Szkic*: „draft” i piszemy profil razem, po jednym pytaniu
help-more = *Więcej*: best, traits, profile, gaps, themes, playbook, sources, forget
help-files = *Pliki*: wrzuć wywiady, notatki, ankiety albo tabelę klientów tam, gdzie jestem
welcome = Dzień dobry. Czytam, co mówią wasi klienci, i odpowiadam na tej podstawie, zawsze ze źródłem.
welcome-private = Odpowiadam, gdy ktoś mnie wspomni. To, co tu wrzucicie, czytają ci, którzy widzą ten kanał.
nudge-here = Nasz szkic „{ $name }” czeka na etapie: { $section }. Idziemy dalej?
nudge-thread = Nasz szkic „{ $name }” czeka na etapie: { $section }. Napisz w jego wątku, a pójdziemy dalej.
button-go-on = Dalej
feedback-good = Dziękuję, zapisane.
feedback-why = Zapisane. Co było nie tak?
feedback-thanks = Dziękuję. Zapisuję to przy pytaniu, żeby następnym razem było lepiej.
bad-untrue = Nieprawda
bad-missing = Czegoś brakuje
bad-unclear = Trudno zrozumieć
bad-off-topic = Nie o to pytam
button-good = 👍 Pomocne
button-bad = 👎 Nie pomogło
button-share = Pokaż na kanale
button-share-now = Pokaż to
share-preview = To zobaczą wszyscy na kanale; może tu być mniej, niż widzisz ty.
share-not-here = Nie ma mnie na tym kanale, więc nie mogę tu nic pokazać. Zaproś mnie i naciśnij jeszcze raz.
share-not-yours = Tę odpowiedź może pokazać tylko osoba, która pytała, i tylko tam, gdzie pytała.

## App Home

home-headline = Znam wasze rozmowy z klientami. Pytaj w wiadomościach albo zacznij tutaj.
home-private = Tę stronę widzisz tylko ty. Pokazuje to, co wolno ci czytać; co padło na kanale prywatnym, zostaje na nim.
home-known = Co wiem
home-figures = { $sources ->
    [one] { $sources } źródło
    [few] { $sources } źródła
    [many] { $sources } źródeł
   *[other] { $sources } źródła
}, { $interviews ->
    [one] { $interviews } wywiad
    [few] { $interviews } wywiady
    [many] { $interviews } wywiadów
   *[other] { $interviews } wywiadu
}, { $accounts ->
    [one] { $accounts } firma
    [few] { $accounts } firmy
    [many] { $accounts } firm
   *[other] { $accounts } firmy
}.
home-nothing = Jeszcze nic. Wrzuć do naszych wiadomości wywiad, notatki, ankietę albo tabelę klientów.
home-profile = Profil
home-no-profile = Jeszcze go nie ma. Możemy naszkicować go razem, pytanie po pytaniu.
home-backing = { $criteria ->
    [one] { $criteria } kryterium
    [few] { $criteria } kryteria
    [many] { $criteria } kryteriów
   *[other] { $criteria } kryterium
}, { $claims ->
    [0] na razie bez tez
    [one] { $claims } teza, { $backed }% poparte cytatami
    [few] { $claims } tezy, { $backed }% poparte cytatami
    [many] { $claims } tez, { $backed }% poparte cytatami
   *[other] { $claims } tezy, { $backed }% poparte cytatami
}, { $gaps ->
    [0] bez luk
    [one] { $gaps } luka
    [few] { $gaps } luki
    [many] { $gaps } luk
   *[other] { $gaps } luki
}.
home-saved = Ostatnio zapisany { $date }.
home-review = Następny przegląd do { $date }.
home-waits = Czeka na zatwierdzenie.
home-try = Trzy rzeczy na początek
try-draft = Naszkicuj nasz ICP
try-what-icp = Co to jest ICP?
try-help = Co potrafisz?
try-pains = Co najbardziej boli naszych klientów?
try-sources = Co już przeczytałeś?
try-gaps = Czego nam brakuje?
try-why = Dlaczego klienci nas wybierają?
try-profile = Pokaż profil
home-recent = Twoje ostatnie pytania
home-unanswered = nikt o tym nie mówił
home-failed = nie udało się
home-language = W jakim języku mówię do ciebie
home-language-why = Odpowiadam w języku pytania; gdy nie da się go poznać, w tym.
home-language-own = Jak w moim Slacku
panel-greeting = Zapytaj, co mówią klienci, podaj firmę do sprawdzenia albo zacznij od jednej z tych rzeczy.
working = przegląda, co powiedzieli klienci …

## Forms

form-criterion = Edytuj kryterium
form-fact = Popraw fakt
form-source = Popraw źródło
form-approve = Zatwierdź
form-reject = Odeślij do poprawy
form-check = Sprawdź firmy
form-check-submit = Sprawdź
form-waiting = Chwileczkę, sprawdzam …
form-submit = Zapisz
form-close = Anuluj
form-not-yours = Zmienić to mogą tylko osoby z tego obszaru roboczego.
field-ideal = Idealnie
field-ok = Też dobrze
field-avoid = Raczej nie
field-band-hint = Zakres, np. 50–500 albo ≥ 2, lista po przecinku albo nic.
field-weight = Waga
field-deal-breaker = Czy to ostatnie wyklucza firmę?
field-reason = Powód
field-attribute = Co się nie zgadza?
field-value = Jak jest naprawdę?
field-account = Firma
field-kind = Co to jest?
field-audience = Kto może to czytać?
field-names = Nazwy firm, jedna w wierszu
field-job = Czym zajmuje się { $who }?
audience-all = Wszyscy w obszarze roboczym
audience-here = Tylko rozmowa, z której pochodzi
band-unclear = Nie wiem, jak tu czytać „{ $value }”. Spróbuj zakresu, np. 50–500, albo listy.
weight-unclear = Waga to liczba od 0 do 100.
approve-not-yours = Profil może zatwierdzić lub odesłać tylko właściciel; /icp admin pokazuje, kto nim jest.
source-not-yours = Poprawić to źródło może tylko osoba, która je dała, badacz albo właściciel; /icp admin pokazuje, kto to.
profile-approved = Zatwierdzono: { $name } v{ $version }.
profile-rejected = Odesłano do poprawy: { $name } v{ $version }.
source-corrected = Poprawiono: { $name } · { $kind }

## Playbooks, personas, back-test

playbook-headline = { $name }, słowami { $n ->
    [one] jednej firmy
    [few] { $n } firm
    [many] { $n } firm
   *[other] { $n } firmy
}
playbook-which = Czyj playbook?
playbook-nothing = { $name }: nikt jeszcze nie powiedział nic, co by się tu przydało. Wrzuć wywiady albo notatki tam, gdzie jestem.
playbook-missing = Tu jeszcze brakuje: { $parts }. `profile guide` ułoży pytania.
playbook-few = co najmniej { $n ->
    [one] jednej firmy
    [few] { $n } firm
    [many] { $n } firm
   *[other] { $n } firmy
} (na razie { $spoke })
playbook-worded = Słowa dobrał model językowy; każde zdanie opiera się na numerowanych cytatach.
playbook-fit = Firmy wobec profilu „{ $profile }”: { $n } ({ $mix }).
playbook-best = Najlepiej pasują: { $names }.
playbook-misfits = Klienci, którzy nie pasują i mogą odejść: { $n } ({ $names }).
playbook-left = Klienci, którzy odeszli: { $n } z { $of } ({ $names }).
playbook-unknown = Nie ma playbooka { $name }. Są: { $known }.
personas-headline = { $n ->
    [0] Profil nie wymienia jeszcze nikogo, a żaden klient się nie wypowiedział.
    [one] { $n } persona:
    [few] { $n } persony:
    [many] { $n } person:
   *[other] { $n } persony:
}
backtest-no-deals = Nie mam jeszcze wygranych ani przegranych transakcji. Zaimportuj je: „icpbot customers import FILE --deals DEALS”.
backtest-headline = Wygrane: { $good } z { $n } dawnych firm. Według werdyktu:
backtest-too-few = { $n ->
    [0] Nie znam wyniku żadnej dawnej firmy
    [one] Znam wynik tylko { $n } dawnej firmy (wygrane: { $good })
    [few] Znam wynik tylko { $n } dawnych firm (wygrane: { $good })
    [many] Znam wynik tylko { $n } dawnych firm (wygrane: { $good })
   *[other] Znam wynik tylko { $n } dawnej firmy (wygrane: { $good })
}; to za mało, by ocenić, czy profil cokolwiek przewiduje.
backtest-line = { $verdict }: { $good } z { $n } wygranych ({ $low }–{ $high }%), lift { $lift }
backtest-auc = Wygrana firma ma wyższy wynik niż przegrana { $auc } razy na 100 (z 95% pewnością { $low }–{ $high }); 50 to przypadek.
backtest-signal-yes = Profil odróżnia firmy wygrane od przegranych.
backtest-signal-none = Brak sygnału: te wyniki nie przemawiają ani za profilem, ani przeciw niemu. Na razie się na nim nie opieraj.
backtest-signal-backwards = Profil działa na odwrót: przegrane firmy mają wyższe wyniki niż wygrane.
backtest-covers-won = Do profilu pasuje { $matched } z { $n } wygranych firm.
backtest-covers-lost = Do profilu pasuje { $matched } z { $n } przegranych firm.
backtest-covers-best = Do profilu pasuje { $matched } z { $n } najlepszych klientów.
backtest-covers-churned = Do profilu pasuje { $matched } z { $n } klientów, którzy odeszli.
backtest-value = Wynik idzie w parze z wartością klienta na { $value } (od { $low } do { $high }); 0 to przypadek, 1 pełna zgodność.
backtest-helps = Pomaga: { $names }.
backtest-hurts = Szkodzi: { $names }.
backtest-later = Ocenione na podstawie faktów nowszych niż ich wynik: { $n } z { $of }; traktuj je ostrożnie.
drift-flip = { $account }: { $then } → { $now }. { $why }
drift-none = Żaden zapisany werdykt nie byłby dziś inny.
drift-profile = Zmienił się profil: { $attributes }.
drift-facts = Zmieniły się fakty: { $attributes }.
out-not-writable = Nie mogę zapisać { $name }. Wybierz inne miejsce przez --out.
export-format = Nie umiem zapisać formatu „{ $name }”. Wybierz jeden z tych przez { $option }: { $formats }.
profile-saved = Zapisano: { $name }, wersja { $version }. Wypróbuj: „icpbot fit NAME”.
reindexed = Indeks gotowy: { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}.

## Serving

serve-ready = icpbot jest gotowy ({ $mode }).
value-yes = tak
value-no = nie
receipt-customers-closed = Ta tabela zostaje w tej rozmowie, więc nie używam jej do rankingów ani oceny dopasowania. Aby to zmienić, wyślij ją na kanał publiczny.

## Playground

playground-kept = Wszystko zostaje w { $home }; nic nie opuszcza tego komputera, dopóki nie podłączysz modelu.
playground-ready = Piaskownica jest gotowa: { $address } ({ $stop } kończy)
playground-missing = Piaskownica potrzebuje jeszcze kilku pakietów (brakuje { $name }): { $command }
playground-taken = Adres { $address } jest zajęty. Wybierz inny przez { $option } albo pomiń tę opcję.

## Instalacja, linki, role

secret-key-unknown = ICPBOT_SECRET_KEY nie pasuje do zapisanych danych. Dopisz po przecinku klucz, pod którym zostały zapisane.
rekeyed = Zaszyfrowane pierwszym kluczem: wiersze { $rows }, instalacje { $installations }, tokeny CRM { $tokens }.
rekeyed-plain = Wypowiedzi są znów zapisane jawnie (wiersze: { $rows }). Uruchom mnie teraz bez ICPBOT_SECRET_KEY, inaczej znów je zaszyfruję.
workspace-unknown = Żaden obszar roboczy { $name } mnie nie zainstalował. Zobacz icpbot workspaces.
workspace-installed = { $name } ma mnie zainstalowanego. Niech administrator najpierw usunie aplikację w Slacku, a potem uruchom to jeszcze raz.
workspace-removed = { $n ->
    [one] { $name } zniknął: usunięto { $n } zapis.
    [few] { $name } zniknął: usunięto { $n } zapisy.
    [many] { $name } zniknął: usunięto { $n } zapisów.
   *[other] { $name } zniknął: usunięto { $n } zapisu.
}
install-done = icpbot jest zainstalowany. Wróć do Slacka i napisz do niego; jego strona główna pokazuje, jak zacząć.
install-cancelled = Instalacja została przerwana, nic się nie zmieniło. Możesz zacząć ją ponownie w każdej chwili.
install-stale = Ta strona instalacji straciła ważność. Zacznij instalację od nowa w tej przeglądarce.
install-failed = Instalacja się nie udała i nic nie zostało zapisane. Zacznij ją ponownie, a jeśli znów się nie uda, powiedz o tym osobie, która prowadzi icpbota.
link-no-address = Nie mam publicznego adresu, więc nie mogę dać linku. Osoba, która mnie prowadzi, może ustawić ICPBOT_PUBLIC_URL albo zrobić plik: icpbot profile export --format html
link-made = { $name }: ten link działa do { $until } UTC dla każdego, kto go ma.
link-open = Strona pokazuje to, co może czytać cały obszar roboczy, i nic z zamkniętych kanałów. „profile unlink” kończy link wcześniej.
link-here = Strona pokazuje też to, co padło w tej rozmowie, więc przekazuj ją z rozwagą. „profile unlink” kończy link wcześniej.
link-ended = { $n ->
    [0] Nie było działającego linku do profilu { $name }.
    [one] { $n } link do profilu { $name } już nie działa.
    [few] { $n } linki do profilu { $name } już nie działają.
    [many] { $n } linków do profilu { $name } już nie działa.
   *[other] { $n } linków do profilu { $name } już nie działa.
}
link-unknown = Pod tym adresem nie ma strony. Sprawdź, czy link jest cały.
link-expired = Ten link wygasł. Poproś o nowy osobę, która go przysłała.
link-revoked = Ten link już nie działa: zespół go zakończył. Zapytaj osobę, która go przysłała.
rank-member = członek
rank-researcher = badacz
rank-owner = właściciel
upload-not-yours = Tutaj materiały badawcze dodają tylko niektóre osoby; /icp admin pokazuje które. Poproś jedną z nich.
admin-not-yours = To może zmienić tylko właściciel; /icp admin pokazuje, kto nim jest.
admin-not-self = Nikt nie zmienia własnej roli, żeby zawsze został jakiś właściciel. Poproś innego właściciela.
admin-unclear = Nie wiem, co mam ustawić. Napisz /icp admin, a zobaczysz, jak to zapisać.
admin-headline = Kto co może tutaj robić
admin-done = Gotowe. Teraz jest tak:
admin-slack = Administratorzy tego Slacka są właścicielami, a wszyscy inni członkami, chyba że są wymienieni tutaj:
admin-rules = Członkowie dodają materiały i szkicują. Badacze także poprawiają i usuwają to, co dodali inni. Właściciele także zatwierdzają profile i zmieniają te ustawienia.
admin-upload = Do dodawania materiałów trzeba mieć co najmniej rolę: { $role }.
admin-language = Język odpowiedzi: { $spoken }.
admin-language-own = język pytania
admin-retention = { $days ->
    [one] Zapominam źródła po { $days } dniu.
    [few] Zapominam źródła po { $days } dniach.
    [many] Zapominam źródła po { $days } dniach.
   *[other] Zapominam źródła po { $days } dnia.
}
admin-retention-none = Przechowuję źródła, dopóki ktoś nie każe mi ich zapomnieć.
admin-how = Aby to zmienić, napisz /icp admin @ana owner, /icp admin upload researcher, /icp admin language pl (albo auto), /icp admin retention 365 (albo off).

## Policzone ankiety, wykresy i przejrzane tabele klientów

survey-headline = { $name }: { $n ->
    [one] jedna osoba odpowiadająca
    [few] { $n } osoby odpowiadające
    [many] { $n } osób odpowiadających
   *[other] { $n } osoby odpowiadającej
}
survey-question = *{ $name }*: { $told } (odpowiedzi { $answered }, braki { $missing })
survey-nps = NPS { $nps } ({ $low } do { $high })
survey-mean = średnia { $mean }
survey-dates = od { $first } do { $last }
survey-open = własnymi słowami
survey-sampled = wśród odpowiedzi wylosowanych do porównania: { $n }
survey-more = Dalsze pytania zamknięte w pliku: { $n }. Wszystkie policzy „icpbot survey FILE”.
survey-weighted = Ważone według { $name }; pominięte, bo bez wagi: { $n }.
survey-groups = Kolumna { $name } ma ponad { $limit } różnych wartości. Wybierz kolumnę z mniejszą liczbą grup.
survey-differs = Różnica według { $by } większa niż przypadek: *{ $name }* (p { $p }, V Craméra { $v })
survey-same = Według { $by } nic nie różni się bardziej niż przypadkiem (zbadane pytania i opcje: { $n }).
survey-rough = Niektóre grupy są tak małe, że p jest przybliżone. Podejdź do niego ostrożnie.
chart-list = Słupki: udział wierszy według werdyktu.
chart-survey = Osoby odpowiadające: { $n }. Słupki: odsetek odpowiedzi; linie: przedział 95%.
chart-question = { $name } (odpowiedzi { $answered }, braki { $missing })
chart-answers = · najczęstsze { $shown } z { $of }
chart-questions = Na wykresie: { $shown } z { $of } pytań zamkniętych.
chart-traits-title = Co wyróżnia najlepszych klientów
chart-traits = Odsetek każdej grupy, który ma daną cechę; linie: przedział 95%.
chart-traits-shown = Na wykresie: { $shown } z { $of } cech.
chart-best = Najlepsi klienci ({ $n })
chart-rest = Pozostali ({ $n })
chart-past-title = Czy profil by to wiedział?
chart-past = Dawne firmy; linie: przedział ufności 95%.
chart-past-won = Udział wygranych według werdyktu
chart-past-matched = Udział tych, do których profil pasuje
chart-group-won = Wygrane
chart-group-lost = Przegrane
chart-group-best = Najlepsi klienci
chart-group-churned = Odeszli
chart-nothing = Nie ma czego narysować: brak pytań zamkniętych albo nic nie wyróżnia najlepszych.
table-mapping = Odczytane jako: { $columns }.
table-correct = Kolumna odczytana jako coś innego? Wskaż ją przez --map, na przykład --map satisfaction=NPS.
table-missing = Braki: { $columns }.
table-duplicates = Wiersze firm, które były już wyżej: { $n } ({ $names }). Liczy się ostatni.
table-alike = Może to ta sama firma: { $pairs }.
table-typos = Może to literówka w { $column }: { $pairs }.
table-impossible = Niemożliwe w { $column }: { $values }.
table-unread = Nieodczytane jako liczby w { $column }: { $values }.
table-joined = { $name }: { $joined } z { $rows } wierszy należy do Waszych klientów.
table-doubtful = Nie wiem na pewno, o kogo chodzi, więc pomijam: { $pairs }. Rozstrzygnij przez --same, na przykład --same { $example }.
table-unknown = Firmy spoza listy klientów: { $n } ({ $names }).

## Profiles reviewed, watched and kept up to date

department-sales = Sprzedaż
department-marketing = Marketing
department-customer-success = Opieka nad klientem
department-support = Wsparcie
department-product = Produkt
department-executives = Zarząd
opinion-comment = Uwaga
opinion-object = Sprzeciw
review-agreed = Działy, które się zgadzają: { $n } z { $of }
review-objects = ✗ { $department }: sprzeciw wobec „{ $section }”: „{ $text }” ({ $by })
review-waits = ? { $department }: brak zdania o: { $sections }
review-comments = { $department } o „{ $section }”: „{ $text }” ({ $by })
review-next = Głos zabierasz za: { $department }. Zgódź się z każdą częścią albo napisz, co zmienić.
review-who = Za który dział zabierasz głos?
review-not-open = { $name } nie jest w przeglądzie; przycisk „Prześlij do zatwierdzenia” pyta działy.
review-no-words = Napisz w kilku słowach, co zmienić i dlaczego.
review-no-section = Profil nie ma części „{ $name }”.
review-no-department = Nie znam działu „{ $name }”. Pytam: { $names }.
review-section-and-department = Przegląd wymaga --department, --section, --by oraz --agree, --comment TEKST lub --object TEKST.
approve-objections = { $n ->
    [one] Wobec { $name } wciąż stoi { $n } sprzeciw. Wyjaśnijcie go albo zatwierdź z uzasadnieniem.
    [few] Wobec { $name } wciąż stoją { $n } sprzeciwy. Wyjaśnijcie je albo zatwierdź z uzasadnieniem.
    [many] Wobec { $name } wciąż stoi { $n } sprzeciwów. Wyjaśnijcie je albo zatwierdź z uzasadnieniem.
   *[other] Wobec { $name } wciąż stoi { $n } sprzeciwu. Wyjaśnijcie je albo zatwierdź z uzasadnieniem.
}
button-review = Przejrzyj
button-agree = Zgoda: { $section }
button-agree-all = Zgadzam się ze wszystkim
button-remark = Uwaga: { $section }
button-other-department = Inny dział
form-remark = Uwaga
field-department = Za który dział?
field-opinion = Co to jest?
field-words = Co zmienić i dlaczego? Czyta to każdy, kto widzi profil.
range-between = { $low }–{ $high }
range-least = ≥ { $low }
range-most = ≤ { $high }
evidence-moved = firmy { $before } → { $now }
evidence-disagrees = { $n ->
    [one] { $n } jest teraz przeciw
    [few] { $n } są teraz przeciw
    [many] { $n } jest teraz przeciw
   *[other] { $n } jest teraz przeciw
}
evidence-since = od zatwierdzenia: { $moved }
remind-heading = Warto spojrzeć ponownie
remind-headline = { $name } v{ $version }: warto spojrzeć ponownie:
remind-date = { $months ->
    [one] Zatwierdzono go { $months } miesiąc temu.
    [few] Zatwierdzono go { $months } miesiące temu.
    [many] Zatwierdzono go { $months } miesięcy temu.
   *[other] Zatwierdzono go { $months } miesiąca temu.
}
remind-evidence = { $n ->
    [one] Nowe dowody przeczą { $n } stwierdzeniu.
    [few] Nowe dowody przeczą { $n } stwierdzeniom.
    [many] Nowe dowody przeczą { $n } stwierdzeniom.
   *[other] Nowe dowody przeczą { $n } stwierdzenia.
}
remind-wins = Mniej wygranych szans: { $since }% od zatwierdzenia (szanse: { $n }), wcześniej { $before }%.
remind-churn = Odchodzi więcej klientów: { $since }% od zatwierdzenia (z { $n }), wcześniej { $before }%.
button-propose = Co by się zmieniło
diff-evidence-grew = Dowody na „{ $claim }”: więcej firm, { $before } → { $now }
diff-evidence-shrank = Dowody na „{ $claim }”: mniej firm, { $before } → { $now }
diff-disagree = „{ $claim }”: firmy przeciw { $before } → { $now }
diff-more = { $heading }: { $n ->
    [one] doszło { $n }: { $words }
    [few] doszły { $n }: { $words }
    [many] doszło { $n }: { $words }
   *[other] doszło { $n }: { $words }
}
diff-fewer = { $heading }: { $n ->
    [one] ubyło { $n }: { $words }
    [few] ubyły { $n }: { $words }
    [many] ubyło { $n }: { $words }
   *[other] ubyło { $n }: { $words }
}
diff-thresholds = Idealny od / dobry od
diff-parent = Należy do
diff-disqualifiers = Kogo unikać
fit-standings = Z Waszych profili najlepiej pasuje { $first }; następny: { $second }.
profile-parent-unknown = Profilu nie da się użyć: { $path } wskazuje „{ $name }”, którego nie mam. Najpierw zaimportuj tamten.
profile-parent-cycle = Profilu nie da się użyć: { $path } prowadzi od „{ $name }” z powrotem do niego samego.
gap-fact = Nie wiadomo: { $attribute }
gap-settles = { $n ->
    [one] rozstrzygnęłoby około { $n } otwarty werdykt
    [few] rozstrzygnęłoby około { $n } otwarte werdykty
    [many] rozstrzygnęłoby około { $n } otwartych werdyktów
   *[other] rozstrzygnęłoby około { $n } otwartego werdyktu
}
gap-asked = { $n ->
    [one] pytano { $n } raz, bez odpowiedzi
    [few] pytano { $n } razy, bez odpowiedzi
    [many] pytano { $n } razy, bez odpowiedzi
   *[other] pytano { $n } razy, bez odpowiedzi
}
gaps-next = „profile guide” daje pytania, zaproszenie i kogo zaprosić.
guide-nothing = W profilu nie brakuje niczego, co dałby wywiad.
guide-questionnaire = Krótka ankieta
guide-candidates = Klienci do zaproszenia, jeszcze bez wywiadu
guide-invitation = Zaproszenie
guide-incentive = bon o wartości 50 euro
guide-best = jeden z najlepszych klientów
guide-tick = { $heading }: zaznacz to, co znasz z własnej pracy, o ile coś takiego jest.
guide-none = żadne z nich
guide-other = coś innego: …
propose-headline = { $n ->
    [one] Nowe badania zmieniłyby { $n } rzecz w { $name } v{ $version }:
    [few] Nowe badania zmieniłyby { $n } rzeczy w { $name } v{ $version }:
    [many] Nowe badania zmieniłyby { $n } rzeczy w { $name } v{ $version }:
   *[other] Nowe badania zmieniłyby { $n } rzeczy w { $name } v{ $version }:
}
propose-none = Nowe badania niczego nie zmieniają w { $name }.
propose-how = Wybierz numery; reszta zostaje jak jest. Nowa wersja czeka na zatwierdzenie.
propose-new = { $heading }, nowe: „{ $claim }” (firmy: { $now } z { $of })
propose-moved = { $heading }: „{ $claim }”, firmy { $before } → { $now } z { $of }, przeciw: { $against }
propose-contradicted = { $heading }, usunąć: „{ $claim }”, za { $now }, przeciw { $against }
propose-changed = Dowody zmieniły się od tej propozycji, więc nic nie przyjęto. Poproś o zmiany jeszcze raz.
propose-numbers = Podaj numery od 1 do { $most }, na przykład 1,3, albo all.
rollback-which = Która wersja? Podaj numer, na przykład „profile rollback 2”.
task-settle = Wyjaśnić sprzeciw wobec „{ $section }”: „{ $text }”
task-review = Przejrzeć { $name }, część po części
task-again = Spojrzeć ponownie na { $name }
export-which = Który? „profile export” przyjmuje: { $formats }.
export-here = { $name } dla { $format }:

## Cała baza: kopia, przywracanie, przenoszenie, spójność

backed-up-locked = Kopia zapisana w { $name } i zaszyfrowana (wierszy: { $n }). Klucz przechowuj gdzie indziej: bez niego nikt nie otworzy pliku.
backed-up-open = Kopia zapisana w { $name } (wierszy: { $n }). Nie jest zaszyfrowana, więc chroń ją tak jak wywiady, które zawiera.
backup-good = { $name } to pełna, nieuszkodzona kopia (wierszy: { $n }).
backup-foreign = { $name } nie jest kopią zapasową icpbota. Wskaż plik zapisany przez „icpbot backup”.
backup-damaged = Plik { $name } jest uszkodzony, więc nic z niego nie przywracam. Użyj innej kopii.
backup-newer = { $name } pochodzi z nowszego icpbota ({ $version }). Najpierw zaktualizuj do tej wersji.
backup-locked = { $name } jest zaszyfrowany, a nie mam klucza, który go otwiera. Podaj właściwy przez --key-file albo ICPBOT_SECRET_KEY.
backup-not-written = Nie udało się zapisać { $name }. Sprawdź, czy katalog istnieje, czy można w nim pisać i czy jest miejsce.
restore-not-empty = W tej bazie już coś jest. Przywróć do pustej albo dodaj --replace, jeśli obecna zawartość ma przepaść.
restored = Przywrócone z { $name } i sprawdzone (wierszy: { $n }). Indeks też jest aktualny.
moved = Przeniesione i sprawdzone: liczby i sumy kontrolne się zgadzają (wierszy: { $n }). Stara baza jest nietknięta.
moved-settings = Teraz ustaw ICPBOT_DATABASE_URL na nowy adres, ICPBOT_CHROMA_URL na swój serwer Chroma i uruchom bota. Indeks wypełni się przy pierwszym starcie.
move-not-empty = W tamtej bazie jest już coś innego. Wskaż pustą.
move-changing = Baza zmienia się szybciej, niż nadążam. Zatrzymaj bota i uruchom przenoszenie jeszcze raz: ruszy od miejsca, w którym stanęło.
migrated = Baza ma schemat w wersji { $version }.
deep-well = Wszystko w porządku. Sprawdzone: źródła { $sources }, fragmenty { $passages }, cytaty { $quotes }.
finding-store = Baza danych zgłasza uszkodzenie ({ $n }): { $where }. Przywróć ostatnią kopię.
finding-orphans = Wiersze, które do niczego nie należą: { $n } ({ $where }). Przywróć ostatnią kopię.
finding-passages = Fragmenty niezgodne z tekstem źródła: { $n } ({ $where }). Wczytaj te źródła ponownie.
finding-insights = Spostrzeżenia z cytatem, którego nie ma w źródle: { $n } ({ $where }). Wczytaj te źródła ponownie.
finding-profiles = Cytaty w profilach, których nie ma w żadnym źródle: { $n } ({ $where }). Przejrzyj te twierdzenia.
finding-index = Źródła, których nie ma w całości w indeksie: { $n } ({ $where }). Uruchom „icpbot reindex”.
finding-sealing = Wiersze niezaszyfrowane tak, jak każą ustawienia: { $n } ({ $where }). Uruchom „icpbot rotate-key”.
finding-requests = Pytania otwarte od ponad godziny: { $n } ({ $where }). Sprawdź, czy działa proces roboczy.

## The CRM

crm-url-wrong = { $name } nie może być adresem CRM-u. Podaj adres, który zaczyna się od https:// i nie zawiera hasła.
crm-none = Żaden CRM nie jest podłączony. Zacznij od „icpbot crm connect pipedrive” albo „icpbot crm connect hubspot”.
crm-token-missing = Nie mam tokenu do CRM-u. Wskaż plik przez --token-file albo ustaw ICPBOT_CRM_TOKEN.
crm-token-form = W { $name } nie ma pojedynczego tokenu. Wpisz do pliku sam token.
crm-token-refused = { $system } odrzuca token. Utwórz tam nowy i podłącz ponownie.
crm-not-allowed = { $system } nie pozwala temu tokenowi tego zobaczyć. Daj mu prawo odczytu firm, szans sprzedaży i ich pól.
crm-question-refused = { $system } uznał moje pytanie za błędne (status { $status }). Spróbuj z --full, a jeśli to nie pomoże, daj nam znać.
crm-busy = { $system } każe czekać dłużej, niż mogę. Uruchom „icpbot crm sync” później: ruszy od miejsca, w którym skończył.
crm-not-answering = { $system } nie odpowiada. Uruchom „icpbot crm sync” później: ruszy od miejsca, w którym skończył.
crm-elsewhere = { $system } odsyła mnie pod inny adres, a ja tam nie idę. Podłącz ponownie z właściwym --url.
crm-taken-over = Zaczęło się inne czytanie CRM-u i ono trwa zamiast mojego.
crm-field-unknown = Żadna organizacja nie ma pola { $name }. Wypełnione są: { $known }.
crm-connected = { $system } jest podłączony. Token jest przechowywany w postaci zaszyfrowanej. Wczytaj dane przez „icpbot crm sync”.
crm-connected-open = { $system } jest podłączony. Token nie jest przechowywany, więc ustawiaj ICPBOT_CRM_TOKEN przy każdym uruchomieniu. Wczytaj dane przez „icpbot crm sync”.
crm-disconnected = Odłączone: token i wczytane rekordy usunięte. To, czego dowiedzieliśmy się o firmach, zostaje.
crm-disconnected-forgotten = Odłączone: token, wczytane rekordy i fakty o firmach ({ $n }) usunięte.
crm-read = Wczytane rekordy: { $read }. Nowe lub zmienione: { $changed }. Usunięte: { $deleted }.
crm-became = Zapisane firmy: { $accounts }, wycofane: { $removed }. Z CRM-u pochodzą teraz klienci: { $customers } i szanse sprzedaży: { $deals }.
crm-held = Niczego nie zmieniłem: w CRM-ie brakuje naraz firm: { $accounts } z { $of_accounts } i szans sprzedaży: { $deals } z { $of_deals }. Może token widzi teraz mniej niż wcześniej: sprawdź jego uprawnienia. Jeśli naprawdę zniknęły, uruchom „icpbot crm sync --allow-removals”.
crm-skip-no-name = Pominięte organizacje bez nazwy: { $n }.
crm-skip-duplicate = Organizacje, które są tą samą firmą co inna, połączone z nią: { $n }.
crm-skip-no-organisation = Pominięte szanse sprzedaży bez znanej mi organizacji: { $n }.
crm-skip-unreadable = Pominięte rekordy, których nie umiem odczytać: { $n }.
crm-correct = Pole zostało źle zrozumiane? Wskaż je przez --map, na przykład --map satisfaction=NPS.
crm-status = { $system } jest podłączony: { $url }
crm-token-kept = Token jest przechowywany w postaci zaszyfrowanej.
crm-token-given = Token podaje się przy każdym uruchomieniu.
crm-never = Nic jeszcze nie wczytano. Uruchom „icpbot crm sync”.
crm-reading = Trwa wczytywanie: { $lane }, dotąd rekordów: { $read }.
crm-last = Ostatnio wczytano: { $when }.
crm-note-unknown = { $name } nie pochodzi z CRM-u, więc nie mam gdzie zapisać notatki.
crm-note-which = { $name } może oznaczać kilka firm: { $candidates }. Podaj pełną nazwę.
crm-note-ask = Zapisać to jako notatkę przy { $name } w { $system }?
crm-note-written = Zapisane jako notatka przy { $name }.
crm-note-there = Taka sama notatka przy { $name } już jest, więc nic nie zapisałem.

## Themes in people's hands

themes-headline = { $n ->
    [one] { $n } temat, według liczby firm:
    [few] { $n } tematy, według liczby firm:
    [many] { $n } tematów, według liczby firm:
   *[other] { $n } tematu, według liczby firm:
}
themes-none = Nic jeszcze nie ułożyło się w temat. Wrzućcie wywiady tam, gdzie jestem, a policzę, co mówią.
themes-more = { $n ->
    [one] Jest jeszcze { $n } temat; podaj rodzaj, na przykład „themes pain”, a go zobaczysz.
    [few] Są jeszcze { $n } tematy; podaj rodzaj, na przykład „themes pain”, a je zobaczysz.
    [many] Jest jeszcze { $n } tematów; podaj rodzaj, na przykład „themes pain”, a je zobaczysz.
   *[other] Jest jeszcze { $n } tematu; podaj rodzaj, na przykład „themes pain”, a je zobaczysz.
}
themes-how = Naciśnij numer, aby zmienić nazwę tematu, połączyć go z innym, wyjąć z niego wypowiedzi albo go odrzucić.
themes-rejected-headline = { $n ->
    [0] Żaden temat nie jest odrzucony.
    [one] { $n } odrzucony temat; numer go przywraca:
    [few] { $n } odrzucone tematy; numer przywraca temat:
    [many] { $n } odrzuconych tematów; numer przywraca temat:
   *[other] { $n } odrzuconego tematu; numer przywraca temat:
}
count-named = { $label }: { $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
}, pytano w { $asked }.
count-named-anecdote = { $label }: { $accounts } z { $of ->
    [one] { $of } firmy
    [few] { $of } firm
    [many] { $of } firm
   *[other] { $of } firmy
}, na razie anegdota; pytano w { $asked }.
theme-merged = Teraz to jeden temat: { $label }
theme-split = Teraz to osobny temat: { $label }
theme-renamed = Od teraz nazywa się tak: { $label }
theme-rejected = Od teraz nigdzie nie jest liczony: { $label }
theme-restored = Cofnięte: { $label }
theme-restored-gone = Cofnięte. Nic już z tego nie zostało do policzenia.
theme-kept = Nazwę widać tylko tam, gdzie wolno czytać wszystkie źródła tematu.
theme-unknown = Nie ma tematu { $name }. „icpbot themes” pokazuje wszystkie.
theme-same = To już jest jeden temat.
theme-kinds = Połączyć można tylko tematy jednego rodzaju, na przykład dwie bolączki.
theme-voices = Wskaż niektóre wypowiedzi tematu i zostaw w nim co najmniej jedną.
theme-label = Nazwa ma od jednego do { $most } znaków.
theme-untouched = Nikt nie zmieniał tego tematu, więc nie ma czego cofać.
theme-nothing = Nic się nie zmieniło.
decision-merge = { $by }: połączenie tematów: { $label }
decision-split = { $by }: podział tematu: { $label }
decision-rename = { $by }: nowa nazwa tematu: { $label }
decision-reject = { $by }: odrzucenie tematu: { $label }
decision-undone = cofnięte, { $by }
decisions-none = Nikt jeszcze nie zmieniał tematów.
form-theme = Popraw temat
field-theme-name = Jak się nazywa?
field-theme-with = Czy to to samo co inny temat?
field-theme-apart = Które z tych wypowiedzi mówią o czymś innym?
field-theme-counts = Czy to w ogóle temat?
field-theme-reason = Jeśli nie, to dlaczego?
button-themes = Tematy
button-rejected = Odrzucone: { $n }
button-undo = Cofnij

## Profil jako canvas
button-canvas = Canvas
canvas-here = Profil „{ $name }” jako canvas:
canvas-followed = Otworzy go każdy, kto to czyta. Uaktualni się, gdy zatwierdzicie nową wersję.
canvas-only-in-slack = Canvas istnieje tylko w Slacku. Tutaj ten sam tekst da „icpbot profile export --format md”.
canvas-not-in-group = Slack udostępnia canvas kanałowi albo jednej osobie, ale nie rozmowie grupowej. Poproś mnie na kanale albo w wiadomości bezpośredniej.
canvas-not-in-plan = W Waszym planie Slacka nie ma osobnych canvasów. Ten sam tekst da „icpbot profile export --format md”.
canvas-no-right = Nie mogę tu jeszcze tworzyć canvasów. Administrator musi ponownie zainstalować aplikację z uprawnieniem canvases:write.
canvas-refused = Slack odrzucił canvas. Ten sam tekst da „icpbot profile export --format md”.
