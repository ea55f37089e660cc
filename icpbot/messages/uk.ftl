# Що каже бот, українською. Спершу відповідь, потім причина, потім один наступний крок.

## Errors

setting-wrong = { $name } має значення, яке не можна використати. Дозволені значення є в README, у розділі «Settings».
traces-extra-missing = OTEL_EXPORTER_OTLP_ENDPOINT вмикає трасування, але бракує частини, яка його надсилає. Встановіть { $name } або приберіть змінну.
presidio-extra-missing = ICPBOT_PRESIDIO вимагає приховувати імена й місця, але бракує частини, яка їх знаходить. Встановіть { $name } або приберіть змінну.
presidio-pipeline-missing = ICPBOT_PRESIDIO вказує модель { $name }, якої тут немає. Встановіть її або вкажіть її теку.
setting-missing = Бракує { $name }, а без цього не працює { $because }.
store-disk-full = Диск заповнено. Нічого не збережено; звільніть місце і спробуйте ще раз.
store-not-writable = Я не можу писати в теку з даними. Перевірте власника та права або вкажіть в ICPBOT_HOME іншу теку.
store-damaged = Базу даних пошкоджено. Відновіть останню копію теки ICPBOT_HOME.
store-not-answering = База даних не відповідає. Перевірте ICPBOT_DATABASE_URL і чи диск на місці, потім спробуйте ще раз.
index-in-use = Індекс у цій теці вже використовує інший процес icpbot. Зупиніть його або пишіть йому.
index-not-answering = Векторний індекс не відповідає. Перевірте ICPBOT_CHROMA_URL і спробуйте ще раз.
embeddings-not-answering = Служба ембедингів { $name } не відповідає. Спробуйте ще раз або задайте ICPBOT_EMBEDDINGS=local.
slack-not-answering = Slack не відповідає або відхиляє токен. Перевірте SLACK_BOT_TOKEN і SLACK_APP_TOKEN.
knowledge-missing = У теці знань бракує файлу { $name }. Скопіюйте його туди або приберіть ICPBOT_KNOWLEDGE.
knowledge-broken = Файл { $name } у теці знань — не коректний YAML. Виправте його або приберіть ICPBOT_KNOWLEDGE.
prompt-broken = Промпт { $name } не можна використати: { $why }. Виправте його або приберіть ICPBOT_PROMPTS.
unexpected = Щось пішло не так на моєму боці; подробиці в журналі. Нічого вашого не втрачено. Спробуйте, будь ласка, ще раз.

## Reading files

read-empty = Не вдалося прочитати { $name }: файл порожній. Нічого не збережено.
read-encrypted = Не вдалося прочитати { $name }: файл зашифровано. Надішліть його без пароля або вставте текст. Нічого не збережено.
read-unsupported = Таких файлів, як { $name }, я не читаю. Надішліть текст, Markdown, VTT, SRT, Word, PDF, CSV, Excel, JSON, HTML, електронний лист, запис розмови або ZIP із ними. Нічого не збережено.
read-too-large = { $name } завеликий для мене: ліміт — { $limit } МБ. Поділіть файл і надішліть частинами. Нічого не збережено.
read-broken = Не вдалося прочитати { $name }: файл пошкоджений або не є тим, що каже назва. Експортуйте його ще раз і надішліть знову. Нічого не збережено.
read-no-text = У { $name } лише зображення сторінок, без тексту. Запустіть розпізнавання або вставте текст. Нічого не збережено.
read-encoding = Не вдалося розібрати символи в { $name }. Збережіть файл як UTF-8 і надішліть ще раз. Нічого не збережено.
read-not-transcript = { $name } — це JSON, але не транскрипт. Я читаю список реплік, кожна з полями «speaker» і «text». Нічого не збережено.
read-no-rows = У { $name } немає рядків під заголовком. Нічого не збережено.
read-too-many-turns = У { $name } забагато реплік, ліміт — { $limit }. Поділіть файл і надішліть частинами. Нічого не збережено.
read-too-many-rows = У { $name } забагато рядків, ліміт — { $limit }. Поділіть файл і надішліть частинами. Нічого не збережено.
read-too-many-pages = У { $name } забагато сторінок, ліміт — { $limit }. Поділіть файл і надішліть частинами. Нічого не збережено.
read-too-many-columns = У { $name } забагато стовпців, ліміт — { $limit }. Залиште важливі й надішліть ще раз. Нічого не збережено.
read-too-many-files = У { $name } забагато файлів, ліміт — { $limit }. Поділіть архів і надішліть частинами. Нічого не збережено.
read-too-deep = У { $name } архіви вкладено в архіви глибше ніж { $limit }. Розпакуйте їх і надішліть самі файли. Нічого не збережено.
read-too-heavy = { $name } забирає більше часу чи пам’яті, ніж мені можна витратити на один файл. Поділіть його або вставте текст. Нічого не збережено.
hear-not-set = Поки що не можу прослухати { $name }. Надішліть транскрипт або попросіть того, хто мене налаштовує, задати OPENAI_API_KEY. Нічого не збережено.
hear-down = Не вдалося прослухати { $name }: служба розпізнавання не відповідає як слід. Надішліть запис ще раз за кілька хвилин або надішліть транскрипт. Нічого не збережено.
hear-busy = Не вдалося прослухати { $name }: служба розпізнавання зайнята або вичерпано її ліміт. Надішліть запис пізніше або надішліть транскрипт. Нічого не збережено.
hear-key = Не вдалося прослухати { $name }: служба розпізнавання не приймає наш ключ. Попросіть того, хто мене налаштовує, перевірити OPENAI_API_KEY. Нічого не збережено.
hear-broken = Не вдалося прослухати { $name }: запис пошкоджений або у форматі, якого я не знаю. Експортуйте його як MP3 і надішліть знову. Нічого не збережено.
hear-silent = У { $name } я не чую жодного слова. Перевірте запис і надішліть його ще раз. Нічого не збережено.
read-other-sheets = Читаю лише перший аркуш.
read-attachments-skipped = Читаю лист без вкладень; надішліть їх окремо.
read-cues-skipped = Кілька субтитрів мають неможливий час, їх пропущено.
read-not-found = Файлу { $name } немає.
read-not-allowed = Мені не можна відкрити { $name }. Перевірте права доступу.
file-not-fetched = Не вдалося отримати { $name } зі Slack. Додайте файл ще раз; нічого не збережено.
file-not-trusted = { $name } — не файл зі Slack, тому я його не відкриваю. Завантажте його сюди.
table-no-name = Не бачу стовпця з назвами компаній. Стовпці: { $columns }. Перейменуйте один на «account» або додайте --map account=COLUMN.

## Wrong or missing things

source-unknown = У мене немає нічого з назвою { $name }. «icpbot sources» покаже, що я вже прочитав.
column-unknown = Стовпця { $name } немає.
metric-unknown = Для мірки { $name } чисел немає. Є для таких: { $known }.
customers-none = У мене ще немає таблиці клієнтів. Надішліть її як CSV або Excel чи запустіть «icpbot customers import FILE».
fact-unclear = Не можу прочитати «{ $value }» як значення поля { $name }.
fact-form = Записуйте факти як атрибут=значення, а не «{ $name }».
account-unknown = Не знаю компанії { $name }.
request-unknown = Запиту { $name } немає. «icpbot requests» покаже всі.
profile-none = Профілю ще немає. Почніть із «draft» або запустіть «icpbot profile import FILE».
profile-unknown = Профілю з назвою { $name } немає. «icpbot profile list» покаже ті, що є.
profile-changed = Хтось тим часом зберіг профіль { $name }. Перегляньте нову версію, а тоді внесіть свою зміну ще раз.
profile-superseded = Цю версію профілю { $name } вже замінено; змінюйте найновішу.
profile-invalid = Профіль не можна використати: { $path } некоректне ({ $detail }).
profile-unknown-key = Профіль не можна використати: ключа { $path } я не знаю.
profile-not-readable = { $name } — ні JSON, ні YAML із профілем.
profile-twice = Профіль не можна використати: { $path } повторює атрибут { $attribute }.
profile-protected = Профіль не можна використати: { $path } стосується захищеної ознаки ({ $attribute }), а вона не має вирішувати, хто є клієнтом.
profile-unmeasurable = Профіль не можна використати: { $path } ({ $attribute }) не має жодного діапазону. Задайте значення ideal, ok або avoid чи позначте ignored.
profile-no-avoid = Профіль не можна використати: { $path } ({ $attribute }) може бути стоп-критерієм, лише коли має діапазон avoid.
profile-empty-band = Профіль не можна використати: { $path } ({ $attribute }) — порожній діапазон.
profile-overlap = Профіль не можна використати: { $path } перетинається з { $other } ({ $attribute }).
query-form = Рядок { $line } у { $name } — не об'єкт JSON з полями "id" і "{ $field }".

## Answers

answer-nothing = У прочитаному про це ніхто не каже ({ $sources ->
    [one] { $sources } джерело
    [few] { $sources } джерела
    [many] { $sources } джерел
   *[other] { $sources } джерела
}, { $interviews ->
    [one] { $interviews } інтерв'ю
    [few] { $interviews } інтерв'ю
    [many] { $interviews } інтерв'ю
   *[other] { $interviews } інтерв'ю
}). Записую це як прогалину.
answer-no-sources = Я ще нічого не читав. Додайте сюди інтерв'ю, нотатки, опитування або таблицю клієнтів і запитайте знову.
notice-budget = Сьогоднішній ліміт на мовну модель вичерпано, тому тут лише докази, без підсумку.
notice-model-down = Мовна модель не відповідає, тому тут лише докази, без підсумку.
notice-text-budget = Сьогоднішній ліміт на мовну модель вичерпано, тому текст прочитано лише за правилами.
notice-text-model-down = Мовна модель не відповідає, тому текст прочитано лише за правилами.
evidence = { $quotes ->
    [one] { $quotes } цитата
    [few] { $quotes } цитати
    [many] { $quotes } цитат
   *[other] { $quotes } цитати
} від { $accounts ->
    [one] { $accounts } компанії
    [few] { $accounts } компаній
    [many] { $accounts } компаній
   *[other] { $accounts } компанії
}:
period-since = Лише з { $since } ({ $n ->
    [one] { $n } джерело
    [few] { $n } джерела
    [many] { $n } джерел
   *[other] { $n } джерела
}).
period-until = Лише до { $until } ({ $n ->
    [one] { $n } джерело
    [few] { $n } джерела
    [many] { $n } джерел
   *[other] { $n } джерела
}).
period-between = Лише з { $since } до { $until } ({ $n ->
    [one] { $n } джерело
    [few] { $n } джерела
    [many] { $n } джерел
   *[other] { $n } джерела
}).
compare-headline = { $first } ({ $n ->
    [one] { $n } компанія
    [few] { $n } компанії
    [many] { $n } компаній
   *[other] { $n } компанії
}) – { $second } ({ $m ->
    [one] { $m } компанія
    [few] { $m } компанії
    [many] { $m } компаній
   *[other] { $m } компанії
}):
compare-line = «{ $label }»: { $a } з { $b } · { $c } з { $d }
compare-differs = «{ $label }»: { $a } з { $b } · { $c } з { $d } (більше за випадковість)
compare-few = З одного боку менше трьох компаній: це історія, а не різниця.
compare-chance = Жодна з цих різниць не більша, ніж допускає випадок.
side-before = до { $day }
side-since = з { $day }
side-won = виграні угоди
side-lost = програні угоди
side-best = найкращі клієнти
side-rest = усі інші
evidence-dated = { $quotes ->
    [one] { $quotes } цитата
    [few] { $quotes } цитати
    [many] { $quotes } цитат
   *[other] { $quotes } цитати
} від { $accounts ->
    [one] { $accounts } компанії
    [few] { $accounts } компаній
    [many] { $accounts } компаній
   *[other] { $accounts } компанії
}, { $first } – { $last }:
count-theme = «{ $label }»: { $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
}, питали у { $asked }.
count-anecdote = «{ $label }»: { $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
}, поки що поодинокий випадок; питали у { $asked }.
count-then = Далі: { $more }.
count-against = { $n ->
    [one] { $n } компанія каже протилежне.
    [few] { $n } компанії кажуть протилежне.
    [many] { $n } компаній кажуть протилежне.
   *[other] { $n } компанії кажуть протилежне.
}
left-out = { $n ->
    [one] Ще { $n } джерело не враховано, бо його
    [few] Ще { $n } джерела не враховано, бо їх
    [many] Ще { $n } джерел не враховано, бо їх
   *[other] Ще { $n } джерела не враховано, бо їх
} не можна показувати в цьому каналі. Запитайте мене в особистому повідомленні.
answer-begun = Читаю, що про це казали клієнти …
answer-growing = Пишу далі. Кожне речення вище вже звірено з джерелом.
quote-from-en = (з англійської: «{ $text }»)
quote-from-pl = (з польської: «{ $text }»)
quote-from-cs = (з чеської: «{ $text }»)
quote-from-uk = (з української: «{ $text }»)
quote-from-zh = (з китайської: «{ $text }»)
quote-from-other = (переклад: «{ $text }»)
answer-thanks = Прошу.
unsure = Не впевнений, що саме потрібно. Що з цього?
as-ask = Відповісти як на питання
as-fit = Перевірити компанію
as-best = Показати найкращих клієнтів
as-traits = Показати, що їх вирізняє
as-draft = Скласти профіль
as-profile = Показати профіль
as-gaps = Показати, чого бракує
as-sources = Показати джерела
as-themes = Показати теми
as-playbook = Написати це словами клієнтів
as-forget = Забути джерело
as-help = Сказати, що я вмію
as-thanks = Нічого, лише подяка
answer-forgotten = Моя відповідь спиралася на джерело, яке щойно забули. Запитайте, будь ласка, ще раз.

## Receipts

receipt-title = { $name } · { $kind }
receipt-read = { $turns ->
    [one] { $turns } репліка
    [few] { $turns } репліки
    [many] { $turns } реплік
   *[other] { $turns } репліки
}, { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
    [many] { $passages } уривків
   *[other] { $passages } уривка
}.
receipt-minutes = { $minutes } хв
receipt-people = { $people }.
receipt-heard = Почуто: { $heard }.
receipt-heard-nothing = Болів, завдань чи причин тут не чути.
receipt-not-asked = Із п'яти запитань про мотивацію не прозвучало: { $kinds }.
receipt-unchanged = Це я вже читав; нічого не змінилося.
receipt-updated = Замінює попередню версію.
receipt-corrected = Майже слово в слово { $name }: вважаю це виправленою версією, вона замінює попередню.
receipt-alike = Майже те саме сказано в { $name }. Зберігаю обидва файли; якщо це та сама розмова, приберіть старіший: { $command }
receipt-customers = { $rows ->
    [one] { $rows } клієнт
    [few] { $rows } клієнти
    [many] { $rows } клієнтів
   *[other] { $rows } клієнта
}. Запитайте мене, хто з них найкращий.
queue-next = Зараз є черга. Ви наступні.
queue-place = Зараз є черга. Ваш номер у ній { $place }.
receipt-many = { $n ->
    [one] Прочитано { $n } файл.
    [few] Прочитано { $n } файли.
    [many] Прочитано { $n } файлів.
   *[other] Прочитано { $n } файлу.
}
receipt-many-failed = { $n ->
    [one] Не вдалося прочитати { $n } файл:
    [few] Не вдалося прочитати { $n } файли:
    [many] Не вдалося прочитати { $n } файлів:
   *[other] Не вдалося прочитати { $n } файлу:
}
receipt-many-details = Подробиці про кожен із них — у доданому документі.
receipt-reading = Читаю { $name } …
kind-interview = інтерв'ю
kind-notes = нотатки
kind-survey = опитування
kind-customers = таблиця клієнтів
kind-thread = гілка зі Slack
role-interviewer = веде розмову
role-customer = клієнт
role-unknown = роль невідома
insight-pain = { $n ->
    [one] { $n } біль
    [few] { $n } болі
    [many] { $n } болів
   *[other] { $n } болю
}
insight-job = { $n ->
    [one] { $n } завдання
    [few] { $n } завдання
    [many] { $n } завдань
   *[other] { $n } завдання
}
insight-trigger = { $n ->
    [one] { $n } тригер
    [few] { $n } тригери
    [many] { $n } тригерів
   *[other] { $n } тригера
}
insight-alternative = { $n ->
    [one] { $n } альтернатива
    [few] { $n } альтернативи
    [many] { $n } альтернатив
   *[other] { $n } альтернативи
}
insight-reason_to_buy = { $n ->
    [one] { $n } причина купити
    [few] { $n } причини купити
    [many] { $n } причин купити
   *[other] { $n } причини купити
}
insight-objection = { $n ->
    [one] { $n } заперечення
    [few] { $n } заперечення
    [many] { $n } заперечень
   *[other] { $n } заперечення
}
insight-outcome = { $n ->
    [one] { $n } результат
    [few] { $n } результати
    [many] { $n } результатів
   *[other] { $n } результату
}
insight-decision_role = { $n ->
    [one] { $n } роль у рішенні
    [few] { $n } ролі в рішенні
    [many] { $n } ролей у рішенні
   *[other] { $n } ролі в рішенні
}
insight-buying_process = { $n ->
    [one] { $n } крок закупівлі
    [few] { $n } кроки закупівлі
    [many] { $n } кроків закупівлі
   *[other] { $n } кроку закупівлі
}
insight-tool = { $n ->
    [one] { $n } інструмент
    [few] { $n } інструменти
    [many] { $n } інструментів
   *[other] { $n } інструмента
}
asked-pain = яка проблема
asked-job = яке завдання
asked-trigger = що стало тригером
asked-alternative = що ще розглядали
asked-reason_to_buy = чому саме ми
heading-pain = Болі
heading-job = Завдання клієнтів
heading-trigger = Тригери
heading-alternative = Альтернативи, які розглядали
heading-reason_to_buy = Причини купити
heading-objection = Заперечення
heading-outcome = Результати
heading-decision_role = Хто вирішує
heading-buying_process = Як купують
heading-tool = Інструменти, якими користуються

## Fit

verdict-ideal = ідеально
verdict-ok = прийнятно
verdict-avoid = уникати
verdict-undecided = ще не визначено
fit-headline = { $account }: { $verdict }, { $score } зі 100 за профілем { $profile }
fit-disqualified = Стоп-критерій: { $attributes }.
fit-unknown = Не знаю компанії { $account }. Напишіть «fit { $account }:» і вставте далі, що про неї відомо (досить тексту «Про нас» із сайту), або додайте факти.
fit-ambiguous = «{ $account }» може означати: { $candidates }. Про кого мова?
fit-did-you-mean = Не знаю компанії «{ $account }». Ви мали на увазі { $candidates }?
fit-decides = Вирішить одна відповідь: { $question }
fit-helps = Найкорисніше дізнатися: { $question }
fit-outcome = { $band } → { $verdict }
fit-ask-attribute = Що відомо про компанію { $account }: { $attribute }?
web-off = Пошук компаній в інтернеті тут вимкнено. Дозволити його може той, хто мене запускає: ICPBOT_WEB_SEARCH.
web-one = Шукаю по одній компанії: вкажіть одну назву, без фактів і текстів до неї.
web-looking = Шукаю компанію { $account } в інтернеті …
web-down = Пошук в інтернеті не відповідає, тому вердикт лишається, як був. Спробуйте пізніше.
web-budget = Сьогоднішній ліміт на мовну модель вичерпано, тому пошуку не було. Спробуйте завтра.
web-nothing = Не знайшлося сторінки, де було б те, чого нам бракує про { $account }. Запитайте їх або додайте, що знаєте.
web-known = Про { $account } інтернет уже не скаже нічого, чого нам бракує.
web-asked = Компанію { $account } шукали { $day }. Того, що досі невідомо, тоді не знайшлося; знову можна з { $next }.
fit-whence = Якщо не вказано інше: { $whence }.
fit-closest = Найбільш схожий клієнт: { $name }.
fit-conflict = Щодо «{ $attribute }» джерела різняться: { $said }. Враховано перше.
fit-list = { $n ->
    [one] { $n } назва
    [few] { $n } назви
    [many] { $n } назв
   *[other] { $n } назви
}: { $mix }
fit-list-cut = Останні рядки ({ $left }) не вмістилися у файл. Усі дасть команда «icpbot fit --csv … --out …».
fit-list-duplicates = { $n ->
    [one] { $n } рядок повторює компанію, яка вже була: { $names }. Кожен рядок має власний висновок.
    [few] { $n } рядки повторюють компанії, які вже були: { $names }. Кожен рядок має власний висновок.
    [many] { $n } рядків повторюють компанії, які вже були: { $names }. Кожен рядок має власний висновок.
   *[other] { $n } рядка повторюють компанії, які вже були: { $names }. Кожен рядок має власний висновок.
}
fit-list-unknown = { $n ->
    [one] Про { $n } компанію знаю лише те, що в її рядку: { $names }.
    [few] Про { $n } компанії знаю лише те, що в їхніх рядках: { $names }.
    [many] Про { $n } компаній знаю лише те, що в їхніх рядках: { $names }.
   *[other] Про { $n } компанії знаю лише те, що в їхніх рядках: { $names }.
}
fit-no-names = Яка компанія? Напишіть «fit» і одну чи кілька назв.
fit-column-account = Компанія
fit-column-verdict = Вердикт
fit-column-range = Діапазон
fit-column-because = Причина
band-ideal = ідеально
band-ok = також прийнятно
band-neither = нічого з цього
band-avoid = уникати
band-unknown = невідомо
band-ignored = несуттєво
origin-rep = команда
origin-crm = CRM
origin-research = інтерв'ю
origin-text = вставлений текст
origin-web = вебсайт
origin-web-page = інтернет, { $site }, людина не перевіряла
origin-model = модель
criterion-ignored = { $attribute }: несуттєво
criterion-weight = вага { $weight }

## Customers

best-headline = { $n ->
    [one] { $n } найкращий клієнт
    [few] { $n } найкращі клієнти
    [many] { $n } найкращих клієнтів
   *[other] { $n } найкращого клієнта
} із { $of } (мірки: { $metrics }):
best-missing = У { $n ->
    [one] { $n } клієнта
    [few] { $n } клієнтів
    [many] { $n } клієнтів
   *[other] { $n } клієнта
} бракує частини цих чисел; чого немає, того не враховано й не додумано.
traits-headline = Чим { $best } найкращих відрізняються від решти ({ $rest }):
traits-none = Ніщо в таблиці не відрізняє { $best } найкращих від решти ({ $rest }) більше, ніж могла б випадковість.
trait-line = { $what }: { $best_n } із { $best_of } найкращих, { $rest_n } із { $rest_of } решти (ліфт { $lift }, { $low }–{ $high })

## Draft

draft-open = Складімо чернетку профілю «{ $name }». Я знаю, що кажуть клієнти з { $accounts ->
    [one] { $accounts } компанії
    [few] { $accounts } компаній
    [many] { $accounts } компаній
   *[other] { $accounts } компанії
}, тож маю пропозиції; вирішуєте ви.
draft-open-empty = Складімо чернетку профілю «{ $name }». Інтерв'ю ще немає, тож сказане вами буде припущенням, доки хтось його не підтвердить.
draft-resume = Повертаємося до чернетки «{ $name }».
draft-place = { $section } · { $number } із { $of }
draft-how = Назвіть номери, напишіть «усі», змініть щось або скажіть своїми словами. Можна ще: пропустити, назад, чому, пізніше, готово.
draft-how-open = Скажіть своїми словами або напишіть «пропустити».
draft-ask-best-customer = За чим ви впізнаєте найкращого клієнта?
draft-ask-who = Що спільного в компаній, яких ви шукаєте?
draft-ask-trigger = Що зазвичай запускає пошук?
draft-ask-pain = Які проблеми болять їм так, що за рішення заплатять?
draft-ask-job = Чого вони намагаються досягти?
draft-ask-outcome = Що стає кращим, коли це вже є?
draft-ask-alternative = Що ще вони розглядають, разом із варіантом нічого не робити?
draft-ask-objection = Що їх майже зупиняє?
draft-ask-reason-to-buy = Чому вони обирають вас?
draft-ask-decision-role = Хто вирішує, підписує, впливає, блокує?
draft-ask-ignore = Що не має значення, хоча про це питають?
draft-ask-avoid = Кому ви воліли б не продавати?
draft-ask-weights = Скільки важить кожен критерій? Для початку пропоную:
draft-ask-review = «{ $name }»: { $criteria ->
    [0] ще без критеріїв
    [one] { $criteria } критерій
    [few] { $criteria } критерії
    [many] { $criteria } критеріїв
   *[other] { $criteria } критерію
}, { $claims ->
    [0] ще без тверджень
    [one] { $claims } твердження, { $backed }% із цитатою
    [few] { $claims } твердження, { $backed }% із цитатою
    [many] { $claims } тверджень, { $backed }% із цитатою
   *[other] { $claims } твердження, { $backed }% із цитатою
}; { $gaps ->
    [0] порожніх розділів немає
    [one] { $gaps } розділ порожній
    [few] { $gaps } розділи порожні
    [many] { $gaps } розділів порожні
   *[other] { $gaps } розділу порожні
}. Зберегти?
draft-why-best-customer = Із цим порівнюється все інше: я шукаю риси тих клієнтів, яких ви називаєте найкращими.
draft-why-who = Продажам потрібне те, що можна перевірити до першого дзвінка.
draft-why-why = На цьому маркетинг будує тексти, а продажі починають розмову; слова самих клієнтів влучають найкраще.
draft-why-against = Саме проти цього ви виграєте або програєте, а звичний суперник — «нічого не робити».
draft-why-deciders = Угода гине на людині, з якою ніхто не поговорив.
draft-why-ignore = Якщо вголос сказати, що не має значення, це збереже всім час.
draft-why-avoid = Клієнт, який не підходить, коштує більше, ніж той, якого не здобули.
draft-why-weights = Ваги перетворюють профіль на бал, тож двоє людей доходять однакового вердикту.
draft-why-review = Збережену чернетку можна випробувати на компаніях і обговорити, перш ніж її затвердять.
draft-taken = Записано: { $what }
draft-said-by-another = Це сказав хтось інший. Напишіть тут свою зміну, і вирішите разом.
draft-is-finished = Цю чернетку завершено. «profile» покаже, що з неї вийшло.
draft-noted = Записано: { $n ->
    [one] { $n } критерій
    [few] { $n } критерії
    [many] { $n } критеріїв
   *[other] { $n } критерію
}.
draft-none = Отже, нічого з цього.
draft-assumption = Записано як припущення, доки клієнт його не підтвердить: «{ $what }»
draft-read-back = Розумію це так. Правильно?
draft-not-taken = Пропущено. Скажіть інакше або напишіть «пропустити».
draft-unclear = Цього я не вмію виміряти. Спробуйте діапазон, перелік або номер із запропонованих.
draft-skipped = Пропущено; це лишається прогалиною.
draft-undone = Скасовано.
draft-nothing-to-undo = Скасовувати нічого.
draft-later = Збережено. Щоб продовжити, напишіть «draft»; почнемо саме звідси.
draft-restarted = Починаємо спочатку; «скасувати» поверне попередню чернетку.
draft-changed = Відколи я це запропонував, докази змінилися, тож я нічого не записав; ось список, як він є зараз.
draft-like = Схожі в чому? Назвіть ознаку, яку можна виміряти: країну, кількість людей, галузь.
draft-about = Від скількох до скількох? Назвіть обидві межі, і я зможу це виміряти.
draft-sized = Наскільки малі чи великі? Назвіть кількість людей або річний дохід.
draft-dispute = Про «{ $what }» { $first } каже одне, а { $second } тепер інше; я нічого не змінив.
draft-dispute-how = Домовтеся між собою: 1 залишає те, що каже { $first }, 2 записує те, що каже { $second }.
draft-kept = Залишається, як було: { $what }
draft-aside = Повертаємося до чернетки:
draft-finished = Збережено «{ $name }»: { $criteria ->
    [0] ще без критеріїв
    [one] { $criteria } критерій
    [few] { $criteria } критерії
    [many] { $criteria } критеріїв
   *[other] { $criteria } критерію
}, { $claims ->
    [0] ще без тверджень
    [one] { $claims } твердження, { $backed }% із цитатою
    [few] { $claims } твердження, { $backed }% із цитатою
    [many] { $claims } тверджень, { $backed }% із цитатою
   *[other] { $claims } твердження, { $backed }% із цитатою
}. Тепер випробуйте: «fit» і назва компанії, або передайте на затвердження.
proposal-count = ({ $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
})
proposal-anecdote = ({ $accounts } із { $of }: поодинокий випадок)
proposal-trait = ({ $best_n } із { $best_of } найкращих, { $rest_n } із { $rest_of } решти)
section-best-customer = Найкращий клієнт
section-who = Хто вони
section-why = Чому купують
section-against = Із чим змагаєтеся
section-deciders = Хто вирішує
section-ignore = Що не має значення
section-avoid = Кого уникати
section-weights = Ваги
section-review = Перегляд
button-all = Усі
button-skip = Пропустити
button-back = Назад
button-forget = Забути
button-none-of-these = Жодна з них
button-forget-older = Забути старіший { $name }
button-submit = Подати на затвердження
button-approve = Затвердити
button-reject = Повернути
choose-criterion = Змінити критерій
button-source = Виправити
button-fact = Щось не так
button-web = Пошукати в інтернеті

## Profile

profile-headline = { $name } v{ $version } · { $status }
status-draft = чернетка
status-in-review = на розгляді
status-approved = затверджено
status-superseded = замінено
profile-criteria = Критерії
profile-roles = Закупівельний комітет
profile-avoid-heading = Кого уникати
profile-gaps = Прогалини
profile-evidence = { $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
}, питали у { $asked }
profile-assumption = припущення
profile-flagged = докази вилучено
profile-weight = Вага
profile-attribute = Критерій
profile-deal-breaker = стоп-критерій
profile-thresholds = Ідеально від { $ideal }, прийнятно від { $ok } зі 100.
profile-next = Випробуйте: «fit» і назва компанії.
profile-glance = Коротко
profile-best = Найкращі клієнти
profile-past = Порівняння з минулими компаніями
profile-sources = Цитовані джерела
profile-history = Історія
profile-backed = Твердження з доказами: { $backed } із { $claims }
profile-disagree = не згодні: { $n }
profile-quotes = { $n ->
    [one] { $n } цитата
    [few] { $n } цитати
    [many] { $n } цитат
   *[other] { $n } цитати
}
profile-goals = Цілі: { $goals }
profile-concerns = Побоювання: { $concerns }
part-economic-buyer = розпоряджається бюджетом
part-decision-maker = ухвалює рішення
part-champion = підтримує купівлю
part-influencer = впливає на рішення
part-user = користується
part-blocker = гальмує купівлю
lint-protected = «{ $what }» є особистою ознакою й не може бути критерієм; приберіть її.
lint-unmeasurable = «{ $what }» не має межі, тож ніхто цього не перевірить; дайте діапазон або список.
lint-overlap = У «{ $what }» те саме значення може бути і бажаним, і небажаним; скажіть, де закінчується одне й починається інше.
lint-contradiction = «{ $what }» ми відклали, а «{ $claim }» на це спирається; залиште щось одне.
lint-disputed = «{ $what }» заперечує стільки клієнтів, скільки й стверджує (заперечують: { $n }); я б це пропустив, доки не спитаєте інших.
lint-narrow = Підходять лише { $n } із { $of } ваших клієнтів; розширте діапазон або приберіть критерій.
lint-wide = Підходять усі ваші клієнти ({ $of }), тож профіль нікого не вирізняє; звузьте діапазон або додайте, кого уникати.
lint-unknowable = «{ $what }» навряд чи відомо до першої розмови; спитайте там або дайте меншу вагу.
lint-thin = «{ $what }» тримається на одному інтерв'ю; спитайте про це в наступному, перш ніж на це спиратися.
lint-vague = «{ $what }» відсіює лише словами; дайте число або список, і це можна буде перевірити.
gap-empty = { $section }: ще нічого
gap-assumption = припущення, ніхто його не підтвердив: «{ $text }»
gap-thin = спирається на одну компанію: «{ $text }»
gaps-headline = { $n ->
    [0] Профіль не має прогалин.
    [one] { $n } прогалина в профілі { $name }:
    [few] { $n } прогалини в профілі { $name }:
    [many] { $n } прогалин у профілі { $name }:
   *[other] { $n } прогалини в профілі { $name }:
}
gaps-questions = { $n ->
    [0] Поки що жодне запитання не лишилося без відповіді.
    [one] { $n } запитання без відповіді:
    [few] { $n } запитання без відповіді:
    [many] { $n } запитань без відповіді:
   *[other] { $n } запитання без відповіді:
}
guide-headline = Про що запитати в наступних інтерв'ю:
diff-none = Обидві версії однакові.

## Sources

sources-headline = { $n ->
    [0] Я ще нічого не читав. Додайте сюди файл.
    [one] Прочитано { $n } джерело:
    [few] Прочитано { $n } джерела:
    [many] Прочитано { $n } джерел:
   *[other] Прочитано { $n } джерела:
}
sources-more = і ще { $n }
second-hand = з чужих слів
forget-which = Яке джерело? Напишіть «forget» і назву файлу.
forgotten = Забуто: { $sources ->
    [one] { $sources } джерело
    [few] { $sources } джерела
    [many] { $sources } джерел
   *[other] { $sources } джерела
}, { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
    [many] { $passages } уривків
   *[other] { $passages } уривка
}, { $insights ->
    [one] { $insights } спостереження
    [few] { $insights } спостереження
    [many] { $insights } спостережень
   *[other] { $insights } спостереження
}. { $claims ->
    [0] Жодне твердження на це не спиралося.
    [one] { $claims } твердження спиралося на це, тепер воно позначене.
    [few] { $claims } твердження спиралися на це, тепер вони позначені.
    [many] { $claims } тверджень спиралися на це, тепер вони позначені.
   *[other] { $claims } твердження спиралися на це, тепер вони позначені.
}
forgotten-places = За місцями: вектори { $vectors } · покажчик слів { $words } · чернетки { $drafts } · записані запити { $requests } · завершені завдання { $jobs } · компанії { $accounts }.
forgotten-clean = Я перевірив ще раз: нічого з цього тут не лишилося.
forgotten-left = Дещо ще лишилося: { $places }. Попросіть мене ще раз, коли сховищем ніхто інший не користуватиметься.
forgotten-alike = Майже те саме сказано в джерелі, яке лишається: { $names }.
forgotten-naming = Це ім'я ще звучить у джерелах, які лишаються: { $names }.
forget-not-yours = Попросити забути джерело може лише той, хто його завантажив, дослідник або власник; /icp admin показує, хто це.

## Help and welcome

help-headline = Я читаю ваші розмови з клієнтами. Питайте, складайте зі мною ICP або вставте назви компаній.
help-ask = *Запитати*: «що найбільше болить операційним командам?»
help-fit = *Перевірити*: «fit Acme» або просто список назв
help-draft = *Чернетка*: «draft», і пишемо профіль разом, по одному запитанню
help-more = *Ще*: best, traits, profile, gaps, themes, playbook, sources, forget
help-files = *Файли*: додайте інтерв'ю, нотатки, опитування або таблицю клієнтів там, де я є
welcome = Вітаю. Я читаю, що кажуть ваші клієнти, і відповідаю на цій основі, завжди з джерелом.
welcome-private = Відповідаю, коли мене згадають. Те, що ви тут залишите, читають ті, хто бачить цей канал.
nudge-here = Наша чернетка «{ $name }» чекає на кроці: { $section }. Продовжимо?
nudge-thread = Наша чернетка «{ $name }» чекає на кроці: { $section }. Напишіть у її гілці, і ми продовжимо.
button-go-on = Продовжити
feedback-good = Дякую, занотовано.
feedback-why = Занотовано. Що було не так?
feedback-thanks = Дякую. Зберігаю це разом із питанням, щоб надалі було краще.
bad-untrue = Неправда
bad-missing = Чогось бракує
bad-unclear = Важко зрозуміти
bad-off-topic = Не про те питаю
button-good = 👍 Корисно
button-bad = 👎 Не допомогло
button-share = Показати в каналі
button-share-now = Показати це
share-preview = Це побачать усі в каналі; тут може бути менше, ніж бачите ви.
share-not-here = Мене немає в цьому каналі, тож поділитися тут не можу. Запросіть мене й натисніть ще раз.
share-not-yours = Поділитися цією відповіддю може лише той, хто питав, і лише там, де питав.

## App Home

home-headline = Я прочитав ваші розмови з клієнтами. Питайте в повідомленнях або почніть тут.
home-private = Цю сторінку бачите лише ви. Тут те, що вам дозволено читати; сказане в приватному каналі лишається в ньому.
home-known = Що я знаю
home-figures = { $sources ->
    [one] { $sources } джерело
    [few] { $sources } джерела
    [many] { $sources } джерел
   *[other] { $sources } джерела
}, { $interviews ->
    [one] { $interviews } інтерв'ю
    [few] { $interviews } інтерв'ю
    [many] { $interviews } інтерв'ю
   *[other] { $interviews } інтерв'ю
}, { $accounts ->
    [one] { $accounts } компанія
    [few] { $accounts } компанії
    [many] { $accounts } компаній
   *[other] { $accounts } компанії
}.
home-nothing = Поки нічого. Киньте в наші повідомлення інтерв'ю, нотатки, опитування або таблицю клієнтів.
home-profile = Профіль
home-no-profile = Його ще немає. Складімо його разом, питання за питанням.
home-backing = { $criteria ->
    [one] { $criteria } критерій
    [few] { $criteria } критерії
    [many] { $criteria } критеріїв
   *[other] { $criteria } критерію
}, { $claims ->
    [0] тверджень ще немає
    [one] { $claims } твердження, { $backed }% підкріплено цитатами
    [few] { $claims } твердження, { $backed }% підкріплено цитатами
    [many] { $claims } тверджень, { $backed }% підкріплено цитатами
   *[other] { $claims } твердження, { $backed }% підкріплено цитатами
}, { $gaps ->
    [0] прогалин немає
    [one] { $gaps } прогалина
    [few] { $gaps } прогалини
    [many] { $gaps } прогалин
   *[other] { $gaps } прогалини
}.
home-saved = Востаннє збережено { $date }.
home-review = Наступний перегляд до { $date }.
home-waits = Чекає на затвердження.
home-try = Три речі, які варто спробувати
try-draft = Склади наш ICP
try-what-icp = Що таке ICP?
try-help = Що ти вмієш?
try-pains = Що найбільше болить нашим клієнтам?
try-sources = Що ти вже прочитав?
try-gaps = Чого нам бракує?
try-why = Чому клієнти обирають нас?
try-profile = Покажи профіль
home-recent = Про що ви питали останнім часом
home-unanswered = ніхто про це не казав
home-failed = не вийшло
home-language = Якою мовою я з вами говорю
home-language-why = Відповідаю мовою питання; якщо її не впізнати, то цією.
home-language-own = Як у моєму Slack
panel-greeting = Запитайте, що кажуть клієнти, назвіть компанію для перевірки або почніть з одного з цього.
working = переглядає, що казали клієнти …

## Forms

form-criterion = Змінити критерій
form-fact = Виправити факт
form-source = Виправити джерело
form-approve = Затвердити
form-reject = Повернути на доробку
form-check = Перевірити компанії
form-check-submit = Перевірити
form-waiting = Хвилинку, дивлюся …
form-submit = Зберегти
form-close = Скасувати
form-not-yours = Змінювати це можуть лише колеги з цього робочого простору.
field-ideal = Ідеально
field-ok = Теж добре
field-avoid = Краще ні
field-band-hint = Діапазон, як-от 50–500 або ≥ 2, перелік через кому або нічого.
field-weight = Вага
field-deal-breaker = Чи останнє виключає компанію?
field-reason = Причина
field-attribute = Що не так?
field-value = Як насправді?
field-account = Компанія
field-kind = Що це?
field-audience = Хто може це читати?
field-names = Назви компаній, по одній у рядку
field-job = Чим займається { $who }?
audience-all = Усі в робочому просторі
audience-here = Лише розмова, звідки воно
band-unclear = Не можу тут прочитати «{ $value }». Спробуйте діапазон, як-от 50–500, або перелік.
weight-unclear = Вага — це число від 0 до 100.
approve-not-yours = Затвердити або повернути профіль може лише власник; /icp admin показує, хто це.
source-not-yours = Виправити це джерело може лише той, хто його дав, дослідник або власник; /icp admin показує, хто це.
profile-approved = Затверджено: { $name } v{ $version }.
profile-rejected = Повернуто на доробку: { $name } v{ $version }.
source-corrected = Виправлено: { $name } · { $kind }

## Playbooks, personas, back-test

playbook-headline = { $name }, словами { $n ->
    [one] { $n } компанії
    [few] { $n } компаній
    [many] { $n } компаній
   *[other] { $n } компанії
}
playbook-which = Чий плейбук?
playbook-nothing = { $name }: ніхто ще не сказав нічого, що тут згодилося б. Додайте інтерв'ю чи нотатки там, де я є.
playbook-missing = Тут іще бракує: { $parts }. Запитання складе `profile guide`.
playbook-few = щонайменше { $n ->
    [one] { $n } компанії
    [few] { $n } компаній
    [many] { $n } компаній
   *[other] { $n } компанії
} (поки що { $spoke })
playbook-worded = Слова дібрала мовна модель; кожне речення спирається на пронумеровані цитати.
playbook-fit = Компанії за профілем «{ $profile }»: { $n } ({ $mix }).
playbook-best = Найкраще підходять: { $names }.
playbook-misfits = Клієнти, які не підходять і можуть піти: { $n } ({ $names }).
playbook-left = Клієнти, які пішли: { $n } із { $of } ({ $names }).
playbook-unknown = Плейбука { $name } немає. Є такі: { $known }.
personas-headline = { $n ->
    [0] Профіль ще нікого не називає, і жоден клієнт ще не говорив.
    [one] { $n } персона:
    [few] { $n } персони:
    [many] { $n } персон:
   *[other] { $n } персони:
}
backtest-no-deals = Виграних і програних угод ще немає. Імпортуйте їх: «icpbot customers import FILE --deals DEALS».
backtest-headline = Виграно: { $good } із { $n ->
    [one] { $n } колишньої компанії
    [few] { $n } колишніх компаній
    [many] { $n } колишніх компаній
   *[other] { $n } колишньої компанії
}. За вердиктом:
backtest-too-few = { $n ->
    [0] Не знаю результату жодної колишньої компанії
    [one] Знаю результат лише { $n } колишньої компанії (виграно { $good })
    [few] Знаю результат лише { $n } колишніх компаній (виграно { $good })
    [many] Знаю результат лише { $n } колишніх компаній (виграно { $good })
   *[other] Знаю результат лише { $n } колишньої компанії (виграно { $good })
}; цього замало, щоб сказати, чи профіль щось передбачає.
backtest-line = { $verdict }: виграно { $good } із { $n } ({ $low }–{ $high }%), ліфт { $lift }
backtest-auc = Виграна компанія має вищий бал за програну { $auc } разів зі 100 (з певністю 95% — { $low }–{ $high }); 50 було б випадковістю.
backtest-signal-yes = Профіль відрізняє виграні компанії від програних.
backtest-signal-none = Сигналу немає: ці результати не свідчать ні за профіль, ні проти нього. Поки що на нього не спирайтеся.
backtest-signal-backwards = Профіль працює навпаки: програні компанії мають вищі бали, ніж виграні.
backtest-covers-won = Профілю відповідає { $matched } з { $n } виграних компаній.
backtest-covers-lost = Профілю відповідає { $matched } з { $n } програних компаній.
backtest-covers-best = Профілю відповідає { $matched } з { $n } найкращих клієнтів.
backtest-covers-churned = Профілю відповідає { $matched } з { $n } клієнтів, які пішли.
backtest-value = Бал і цінність клієнта пов’язані на { $value } (від { $low } до { $high }); 0 було б випадковістю, 1 — повним збігом.
backtest-helps = Допомагає: { $names }.
backtest-hurts = Шкодить: { $names }.
backtest-later = Оцінено за фактами, новішими за результат: { $n } з { $of }; ставтеся до них обережно.
drift-flip = { $account }: { $then } → { $now }. { $why }
drift-none = Жоден записаний вердикт сьогодні не був би іншим.
drift-profile = Змінився профіль: { $attributes }.
drift-facts = Змінилися факти: { $attributes }.
out-not-writable = Не можу записати { $name }. Виберіть інше місце через --out.
export-format = Формату «{ $name }» я не знаю. Виберіть один із цих через { $option }: { $formats }.
profile-saved = Збережено: { $name }, версія { $version }. Випробуйте: «icpbot fit NAME».
reindexed = Індекс готовий: { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
    [many] { $passages } уривків
   *[other] { $passages } уривка
}.

## Serving

serve-ready = icpbot готовий ({ $mode }).
value-yes = так
value-no = ні
receipt-customers-closed = Ця таблиця залишається в цій розмові, тож я не використовую її для рейтингів і перевірки компаній. Якщо потрібно, надішліть її в публічний канал.

## Playground

playground-kept = Усе зберігається в { $home }; доки не налаштовано модель, ніщо не залишає цей комп’ютер.
playground-ready = Пісочниця готова: { $address } ({ $stop } завершує)
playground-missing = Пісочниці бракує кількох пакетів (немає { $name }): { $command }
playground-taken = Адреса { $address } зайнята. Виберіть іншу через { $option } або не вказуйте її.

## Встановлення, посилання, ролі

secret-key-unknown = ICPBOT_SECRET_KEY не підходить до збережених даних. Допишіть через кому ключ, під яким їх було збережено.
rekeyed = Зашифровано першим ключем: рядки { $rows }, встановлення { $installations }, токени CRM { $tokens }.
rekeyed-plain = Сказане людьми знову збережено без шифрування (рядки: { $rows }). Тепер запустіть мене без ICPBOT_SECRET_KEY, інакше я зашифрую це знову.
workspace-unknown = Жоден робочий простір { $name } мене не встановлював. Подивіться icpbot workspaces.
workspace-installed = { $name } має мене встановленим. Нехай адміністратор спершу прибере застосунок у Slack, а тоді запустіть це знову.
workspace-removed = { $n ->
    [one] { $name } прибрано: видалено { $n } запис.
    [few] { $name } прибрано: видалено { $n } записи.
    [many] { $name } прибрано: видалено { $n } записів.
   *[other] { $name } прибрано: видалено { $n } запису.
}
install-done = icpbot встановлено. Поверніться до Slack і напишіть йому; його домашня сторінка підкаже, з чого почати.
install-cancelled = Встановлення скасовано, нічого не змінилося. Почати знову можна будь-коли.
install-stale = Ця сторінка встановлення вже не дійсна. Будь ласка, почніть встановлення знову в цьому браузері.
install-failed = Встановити не вдалося, нічого не збережено. Спробуйте ще раз; якщо знову не вийде, скажіть тому, хто тримає icpbot.
link-no-address = У мене немає публічної адреси, тож і посилання немає. Той, хто мене тримає, може задати ICPBOT_PUBLIC_URL або зробити файл: icpbot profile export --format html
link-made = { $name }: це посилання працює до { $until } UTC для кожного, хто його має.
link-open = Сторінка показує те, що може читати весь робочий простір, і нічого із закритих каналів. «profile unlink» закінчить його раніше.
link-here = Сторінка показує й те, що було сказано в цій розмові, тож передавайте її обачно. «profile unlink» закінчить його раніше.
link-ended = { $n ->
    [0] Робочих посилань на { $name } не було.
    [one] { $n } посилання на { $name } більше не працює.
    [few] { $n } посилання на { $name } більше не працюють.
    [many] { $n } посилань на { $name } більше не працюють.
   *[other] { $n } посилання на { $name } більше не працює.
}
link-unknown = За цією адресою немає сторінки. Перевірте, будь ласка, чи посилання повне.
link-expired = Термін дії цього посилання минув. Попросіть нове в того, хто його надіслав.
link-revoked = Це посилання вже не дійсне: команда його закінчила. Запитайте того, хто його надіслав.
rank-member = учасник
rank-researcher = дослідник
rank-owner = власник
upload-not-yours = Тут додавати матеріали можуть лише деякі люди; /icp admin показує, хто саме. Попросіть когось із них.
admin-not-yours = Це може змінити лише власник; /icp admin показує, хто це.
admin-not-self = Ніхто не змінює власної ролі, щоб завжди лишався власник. Попросіть іншого власника.
admin-unclear = Не розумію, що задати. Напишіть /icp admin і побачите, як це пишеться.
admin-headline = Хто що може тут робити
admin-done = Готово. Тепер так:
admin-slack = Адміністратори цього Slack є власниками, а всі інші учасниками, якщо їх не названо тут:
admin-rules = Учасники додають матеріали й пишуть чернетки. Дослідники ще виправляють і прибирають те, що додали інші. Власники ще затверджують профілі та змінюють ці налаштування.
admin-upload = Щоб додавати матеріали, потрібна щонайменше роль: { $role }.
admin-language = Мова відповідей: { $spoken }.
admin-language-own = мова запитання
admin-retention = { $days ->
    [one] Забуваю джерела через { $days } день.
    [few] Забуваю джерела через { $days } дні.
    [many] Забуваю джерела через { $days } днів.
   *[other] Забуваю джерела через { $days } дня.
}
admin-retention-none = Зберігаю джерела, доки хтось не попросить їх забути.
admin-how = Змінити можна так: /icp admin @ana owner, /icp admin upload researcher, /icp admin language uk (або auto), /icp admin retention 365 (або off).

## Підраховані опитування, графіки та переглянуті таблиці клієнтів

survey-headline = { $name }: { $n ->
    [one] { $n } респондент
    [few] { $n } респонденти
    [many] { $n } респондентів
   *[other] { $n } респондента
}
survey-question = *{ $name }*: { $told } (відповідей { $answered }, бракує { $missing })
survey-nps = NPS { $nps } (від { $low } до { $high })
survey-mean = середнє { $mean }
survey-dates = від { $first } до { $last }
survey-open = власними словами
survey-sampled = серед випадково вибраних відповідей: { $n }
survey-more = Інших закритих запитань у файлі: { $n }. Усі порахує «icpbot survey FILE».
survey-weighted = Зважено за { $name }; без ваги пропущено: { $n }.
survey-groups = Стовпець { $name } має понад { $limit } різних значень. Виберіть стовпець із меншою кількістю груп.
survey-differs = За { $by } відрізняється більше, ніж випадково: *{ $name }* (p-значення { $p }, коефіцієнт Крамера { $v })
survey-same = За { $by } ніщо не відрізняється більше, ніж випадково (перевірено запитань і варіантів: { $n }).
survey-rough = Деякі групи такі малі, що p-значення лише приблизне. Ставтеся до нього обережно.
chart-list = Стовпчики: частка рядків за вердиктом.
chart-survey = Респондентів: { $n }. Стовпчики: частка тих, хто відповів; лінії: 95% інтервал.
chart-question = { $name } (відповідей { $answered }, бракує { $missing })
chart-answers = · найчастіші { $shown } із { $of }
chart-questions = На графіку: { $shown } із { $of } закритих запитань.
chart-traits-title = Чим вирізняються найкращі клієнти
chart-traits = Частка кожної групи, що має цю рису; лінії: 95% інтервал.
chart-traits-shown = На графіку: { $shown } із { $of } рис.
chart-best = Найкращі клієнти ({ $n })
chart-rest = Решта ({ $n })
chart-past-title = Чи показав би це профіль?
chart-past = Минулі компанії; лінії: довірчий інтервал 95 %.
chart-past-won = Частка виграних за вердиктом
chart-past-matched = Частка тих, кому профіль відповідає
chart-group-won = Виграні
chart-group-lost = Програні
chart-group-best = Найкращі клієнти
chart-group-churned = Пішли
chart-nothing = Немає що малювати: немає закритих запитань або найкращі нічим не вирізняються.
table-mapping = Прочитано як: { $columns }.
table-correct = Стовпець прочитано не так? Вкажіть його через --map, наприклад --map satisfaction=NPS.
table-missing = Бракує: { $columns }.
table-duplicates = Рядки компаній, які вже були вище: { $n } ({ $names }). Враховано останній.
table-alike = Можливо, та сама компанія: { $pairs }.
table-typos = Можливо, описка у стовпці { $column }: { $pairs }.
table-impossible = Неможливо у стовпці { $column }: { $values }.
table-unread = Не прочитано як числа у стовпці { $column }: { $values }.
table-joined = { $name }: { $joined } із { $rows } рядків належать вашим клієнтам.
table-doubtful = Неясно, про кого йдеться, тому пропущено: { $pairs }. Уточніть через --same, наприклад --same { $example }.
table-unknown = Компанії, що не є клієнтами: { $n } ({ $names }).

## Profiles reviewed, watched and kept up to date

department-sales = Продажі
department-marketing = Маркетинг
department-customer-success = Успіх клієнтів
department-support = Підтримка
department-product = Продукт
department-executives = Керівництво
opinion-comment = Зауваження
opinion-object = Заперечення
review-agreed = Відділи, що погоджуються: { $n } з { $of }
review-objects = ✗ { $department }: заперечення щодо «{ $section }»: «{ $text }» ({ $by })
review-waits = ? { $department }: ще немає думки про: { $sections }
review-comments = { $department } про «{ $section }»: «{ $text }» ({ $by })
review-next = Ви говорите від імені: { $department }. Погоджуйте частину за частиною або напишіть, що змінити.
review-who = Від імені якого відділу ви говорите?
review-not-open = { $name } не на перегляді; відділи запитає кнопка під чернеткою.
review-no-words = Напишіть кількома словами, що змінити й чому.
review-no-section = У профілі немає частини «{ $name }».
review-no-department = Не знаю відділу «{ $name }». Я питаю: { $names }.
review-section-and-department = Перегляд потребує --department, --section, --by і --agree, --comment ТЕКСТ або --object ТЕКСТ.
approve-objections = { $n ->
    [one] Щодо { $name } лишається { $n } заперечення. Зніміть його або затвердьте з поясненням.
    [few] Щодо { $name } лишаються { $n } заперечення. Зніміть їх або затвердьте з поясненням.
    [many] Щодо { $name } лишається { $n } заперечень. Зніміть їх або затвердьте з поясненням.
   *[other] Щодо { $name } лишається { $n } заперечення. Зніміть їх або затвердьте з поясненням.
}
button-review = Переглянути
button-agree = Згода: { $section }
button-agree-all = Погоджуюся з усім
button-remark = Зауваження: { $section }
button-other-department = Інший відділ
form-remark = Зауваження
field-department = Від якого відділу?
field-opinion = Що це?
field-words = Що змінити й чому? Це читає кожен, хто бачить профіль.
range-between = { $low }–{ $high }
range-least = ≥ { $low }
range-most = ≤ { $high }
evidence-moved = компанії { $before } → { $now }
evidence-disagrees = { $n ->
    [one] { $n } тепер проти
    [few] { $n } тепер проти
    [many] { $n } тепер проти
   *[other] { $n } тепер проти
}
evidence-since = від затвердження: { $moved }
remind-heading = Варто переглянути
remind-headline = { $name } v{ $version } варто переглянути:
remind-date = { $months ->
    [one] Його затвердили { $months } місяць тому.
    [few] Його затвердили { $months } місяці тому.
    [many] Його затвердили { $months } місяців тому.
   *[other] Його затвердили { $months } місяця тому.
}
remind-evidence = { $n ->
    [one] Нові докази суперечать { $n } твердженню.
    [few] Нові докази суперечать { $n } твердженням.
    [many] Нові докази суперечать { $n } твердженням.
   *[other] Нові докази суперечать { $n } твердження.
}
remind-wins = Менше виграних угод: { $since }% від затвердження (угоди: { $n }), раніше { $before }%.
remind-churn = Іде більше клієнтів: { $since }% від затвердження (з { $n }), раніше { $before }%.
button-propose = Що змінилося б
diff-evidence-grew = Докази для «{ $claim }»: більше компаній, { $before } → { $now }
diff-evidence-shrank = Докази для «{ $claim }»: менше компаній, { $before } → { $now }
diff-disagree = «{ $claim }»: компанії проти { $before } → { $now }
diff-more = { $heading }: { $n ->
    [one] додано { $n }: { $words }
    [few] додано { $n }: { $words }
    [many] додано { $n }: { $words }
   *[other] додано { $n }: { $words }
}
diff-fewer = { $heading }: { $n ->
    [one] вилучено { $n }: { $words }
    [few] вилучено { $n }: { $words }
    [many] вилучено { $n }: { $words }
   *[other] вилучено { $n }: { $words }
}
diff-thresholds = Ідеал від / добре від
diff-parent = Належить до
diff-disqualifiers = Кого уникати
fit-standings = З ваших профілів найкраще пасує { $first }; далі: { $second }.
profile-parent-unknown = Профіль не можна використати: { $path } вказує на «{ $name }», якого немає. Спершу імпортуйте його.
profile-parent-cycle = Профіль не можна використати: { $path } веде від «{ $name }» назад до нього самого.
gap-fact = Невідомо: { $attribute }
gap-settles = { $n ->
    [one] вирішило б близько { $n } відкритий вердикт
    [few] вирішило б близько { $n } відкриті вердикти
    [many] вирішило б близько { $n } відкритих вердиктів
   *[other] вирішило б близько { $n } відкритого вердикту
}
gap-asked = { $n ->
    [one] питали { $n } раз, без відповіді
    [few] питали { $n } рази, без відповіді
    [many] питали { $n } разів, без відповіді
   *[other] питали { $n } разу, без відповіді
}
gaps-next = «profile guide» дасть запитання, запрошення і кого запросити.
guide-nothing = У профілі немає прогалин, які закрило б інтерв’ю.
guide-questionnaire = Коротка анкета
guide-candidates = Клієнти, яких запросити: ще без інтерв’ю
guide-invitation = Запрошення
guide-incentive = ваучер на 50 євро
guide-best = один із найкращих клієнтів
guide-tick = { $heading }: позначте те, що знаєте з власної роботи, якщо таке є.
guide-none = нічого з цього
guide-other = щось інше: …
propose-headline = { $n ->
    [one] Нові дослідження змінили б { $n } річ у { $name } v{ $version }:
    [few] Нові дослідження змінили б { $n } речі у { $name } v{ $version }:
    [many] Нові дослідження змінили б { $n } речей у { $name } v{ $version }:
   *[other] Нові дослідження змінили б { $n } речі у { $name } v{ $version }:
}
propose-none = Нові дослідження нічого не змінюють у { $name }.
propose-how = Виберіть номери; решта лишається як є. Нова версія чекає на затвердження.
propose-new = { $heading }, нове: «{ $claim }» (компанії: { $now } з { $of })
propose-moved = { $heading }: «{ $claim }», компанії { $before } → { $now } з { $of }, проти: { $against }
propose-contradicted = { $heading }, вилучити: «{ $claim }», за { $now }, проти { $against }
propose-changed = Докази змінилися від часу пропозиції, тож нічого не прийнято. Запитайте зміни ще раз.
propose-numbers = Назвіть номери від 1 до { $most }, наприклад 1,3, або all.
rollback-which = Яка версія? Напишіть номер, наприклад «profile rollback 2».
task-settle = Зняти заперечення щодо «{ $section }»: «{ $text }»
task-review = Переглянути { $name }, частина за частиною
task-again = Ще раз переглянути { $name }
export-which = Який? «profile export» приймає: { $formats }.
export-here = { $name } для { $format }:

## Уся база: копія, відновлення, перенесення, цілісність

backed-up-locked = Копію записано в { $name } і зашифровано (рядків: { $n }). Зберігайте ключ окремо: без нього файл ніхто не відкриє.
backed-up-open = Копію записано в { $name } (рядків: { $n }). Її не зашифровано, тож бережіть її так само, як інтерв’ю в ній.
backup-good = { $name } — повна й неушкоджена копія (рядків: { $n }).
backup-foreign = { $name } не є копією icpbot. Укажіть файл, який записала команда «icpbot backup».
backup-damaged = Файл { $name } пошкоджено, тож нічого з нього не відновлюю. Візьміть іншу копію.
backup-newer = { $name } записав новіший icpbot ({ $version }). Спершу оновіться до цієї версії.
backup-locked = { $name } зашифровано, і жоден мій ключ його не відкриває. Укажіть правильний через --key-file або ICPBOT_SECRET_KEY.
backup-not-written = Не вдалося записати { $name }. Перевірте, чи є тека, чи можна в неї писати й чи вистачає місця.
restore-not-empty = У цій базі вже щось є. Відновлюйте в порожню або додайте --replace, якщо теперішній вміст не потрібен.
restored = Відновлено з { $name } і перевірено (рядків: { $n }). Індекс теж актуальний.
moved = Перенесено й перевірено за кількістю та контрольними сумами (рядків: { $n }). Стара база не змінилася.
moved-settings = Тепер задайте ICPBOT_DATABASE_URL (нова адреса) та ICPBOT_CHROMA_URL (ваш сервер бази векторів) і запускайте. Індекс заповниться під час першого запуску.
move-not-empty = У тій базі вже є щось інше. Укажіть порожню.
move-changing = База змінюється швидше, ніж я встигаю. Зупиніть бота й запустіть перенесення знову: воно продовжиться з того самого місця.
migrated = Схема бази має версію { $version }.
deep-well = Усе гаразд. Перевірено: джерела { $sources }, уривки { $passages }, цитати { $quotes }.
finding-store = База даних повідомляє про пошкодження ({ $n }): { $where }. Відновіть останню копію.
finding-orphans = Рядки, що ні до чого не належать: { $n } ({ $where }). Відновіть останню копію.
finding-passages = Уривки, що не збігаються з текстом джерела: { $n } ({ $where }). Завантажте ці джерела знову.
finding-insights = Висновки з цитатою, якої немає у джерелі: { $n } ({ $where }). Завантажте ці джерела знову.
finding-profiles = Цитати у профілях, яких немає в жодному джерелі: { $n } ({ $where }). Перегляньте ці твердження.
finding-index = Джерела, яких немає повністю в індексі: { $n } ({ $where }). Запустіть «icpbot reindex».
finding-sealing = Рядки, зашифровані не так, як вимагають налаштування: { $n } ({ $where }). Запустіть «icpbot rotate-key».
finding-requests = Запити, відкриті понад годину: { $n } ({ $where }). Перевірте, чи працює обробник.

## The CRM

crm-url-wrong = { $name } не може бути адресою CRM. Вкажіть адресу, що починається з https:// і не містить пароля.
crm-none = Жодну CRM не під’єднано. Почніть з «icpbot crm connect pipedrive» або «icpbot crm connect hubspot».
crm-token-missing = Я не маю токена до CRM. Вкажіть його файл через --token-file або задайте ICPBOT_CRM_TOKEN.
crm-token-form = У { $name } немає одного токена. Запишіть у файл лише токен.
crm-token-refused = { $system } відхиляє токен. Створіть там новий і під’єднайте ще раз.
crm-not-allowed = { $system } не дозволяє цьому токену це бачити. Дайте йому право читати компанії, угоди та їхні поля.
crm-question-refused = { $system } вважає мій запит хибним (статус { $status }). Спробуйте з --full, а якщо не допоможе, напишіть нам.
crm-busy = { $system } просить чекати довше, ніж я можу. Запустіть «icpbot crm sync» пізніше: він продовжить з того самого місця.
crm-not-answering = { $system } не відповідає. Запустіть «icpbot crm sync» пізніше: він продовжить з того самого місця.
crm-elsewhere = { $system } скеровує мене на іншу адресу, а я туди не йду. Під’єднайте ще раз із правильним --url.
crm-taken-over = Почалося інше читання CRM, і воно триває замість мого.
crm-field-unknown = Жодна організація не має поля { $name }. Заповнено такі: { $known }.
crm-connected = { $system } під’єднано. Токен зберігається зашифрованим. Прочитайте дані через «icpbot crm sync».
crm-connected-open = { $system } під’єднано. Токен не зберігається, тож задавайте ICPBOT_CRM_TOKEN під час кожного запуску. Прочитайте дані через «icpbot crm sync».
crm-disconnected = Від’єднано: токен і прочитані записи вилучено. Те, що ми дізналися про компанії, лишається.
crm-disconnected-forgotten = Від’єднано: токен, прочитані записи й факти про компанії ({ $n }) вилучено.
crm-read = Прочитано записів: { $read }. Нових або змінених: { $changed }. Вилучених: { $deleted }.
crm-became = Записано компаній: { $accounts }, відкликано: { $removed }. Тепер із CRM походять клієнти: { $customers } та угоди: { $deals }.
crm-held = Я нічого не змінив: у CRM раптом бракує компаній ({ $accounts } з { $of_accounts }) та угод ({ $deals } з { $of_deals }). Можливо, токен тепер бачить менше: перевірте його права. Якщо їх справді вже немає, запустіть «icpbot crm sync --allow-removals».
crm-skip-no-name = Пропущено організацій без назви: { $n }.
crm-skip-duplicate = Організацій, що є тією самою компанією, що й інша, об’єднано з нею: { $n }.
crm-skip-no-organisation = Пропущено угод без відомої мені організації: { $n }.
crm-skip-unreadable = Пропущено записів, яких я не можу прочитати: { $n }.
crm-correct = Поле зрозуміло хибно? Назвіть його через --map, наприклад --map satisfaction=NPS.
crm-status = { $system } під’єднано: { $url }
crm-token-kept = Токен зберігається зашифрованим.
crm-token-given = Токен вказують під час кожного запуску.
crm-never = Ще нічого не прочитано. Запустіть «icpbot crm sync».
crm-reading = Триває читання: { $lane }, поки що записів: { $read }.
crm-last = Востаннє прочитано: { $when }.
crm-note-unknown = { $name } не походить із CRM, тож мені нема куди записати нотатку.
crm-note-which = { $name } може означати кілька компаній: { $candidates }. Напишіть повну назву.
crm-note-ask = Записати це як нотатку до { $name } у { $system }?
crm-note-written = Записано як нотатку до { $name }.
crm-note-there = Така сама нотатка до { $name } вже є, тож я нічого не записав.

## Themes in people's hands

themes-headline = { $n ->
    [one] { $n } тема, за кількістю компаній:
    [few] { $n } теми, за кількістю компаній:
    [many] { $n } тем, за кількістю компаній:
   *[other] { $n } теми, за кількістю компаній:
}
themes-none = Ще ніщо не склалося в тему. Додайте інтерв'ю там, де я є, і я порахую, що в них кажуть.
themes-more = { $n ->
    [one] Є ще { $n } тема; назвіть вид, наприклад «themes pain», щоб її побачити.
    [few] Є ще { $n } теми; назвіть вид, наприклад «themes pain», щоб їх побачити.
    [many] Є ще { $n } тем; назвіть вид, наприклад «themes pain», щоб їх побачити.
   *[other] Є ще { $n } теми; назвіть вид, наприклад «themes pain», щоб їх побачити.
}
themes-how = Натисніть номер, щоб перейменувати тему, об'єднати її з іншою, вийняти з неї вислови або відхилити її.
themes-rejected-headline = { $n ->
    [0] Жодної теми не відхилено.
    [one] { $n } відхилена тема; номер її повертає:
    [few] { $n } відхилені теми; номер повертає тему:
    [many] { $n } відхилених тем; номер повертає тему:
   *[other] { $n } відхиленої теми; номер повертає тему:
}
count-named = { $label }: { $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
}, питали у { $asked }.
count-named-anecdote = { $label }: { $accounts } із { $of ->
    [one] { $of } компанії
    [few] { $of } компаній
    [many] { $of } компаній
   *[other] { $of } компанії
}, поки що поодинокий випадок; питали у { $asked }.
theme-merged = Тепер це одна тема: { $label }
theme-split = Тепер це окрема тема: { $label }
theme-renamed = Відтепер називається так: { $label }
theme-rejected = Відтепер ніде не рахується: { $label }
theme-restored = Скасовано: { $label }
theme-restored-gone = Скасовано. Рахувати тут уже нічого.
theme-kept = Назву видно лише там, де можна читати всі джерела теми.
theme-unknown = Теми { $name } немає. «icpbot themes» показує всі.
theme-same = Це вже одна тема.
theme-kinds = Об'єднати можна лише теми одного виду, наприклад два болі.
theme-voices = Виберіть деякі вислови теми й залиште в ній хоча б один.
theme-label = Назва має від одного до { $most } знаків.
theme-untouched = Цю тему ніхто не змінював, тож скасовувати нічого.
theme-nothing = Нічого не змінилося.
decision-merge = { $by }: об'єднання тем: { $label }
decision-split = { $by }: поділ теми: { $label }
decision-rename = { $by }: нова назва теми: { $label }
decision-reject = { $by }: відхилення теми: { $label }
decision-undone = скасовано, { $by }
decisions-none = Тем ще ніхто не змінював.
form-theme = Виправити тему
field-theme-name = Як вона називається?
field-theme-with = Чи це те саме, що інша тема?
field-theme-apart = Які з цих висловів про інше?
field-theme-counts = Чи це взагалі тема?
field-theme-reason = Якщо ні, то чому?
button-themes = Теми
button-rejected = Відхилені: { $n }
button-undo = Скасувати

## Профіль як канвас
button-canvas = Канвас
canvas-here = Профіль «{ $name }» як канвас:
canvas-followed = Відкриє його кожен, хто це читає. Коли затвердите нову версію, він оновиться.
canvas-only-in-slack = Канвас існує лише у Slack. Тут той самий текст дасть «icpbot profile export --format md».
canvas-not-in-group = Slack ділиться канвасом із каналом або з однією людиною, а не з груповим чатом. Попросіть мене в каналі або в особистому повідомленні.
canvas-not-in-plan = Ваш тариф Slack не має окремих канвасів. Той самий текст дасть «icpbot profile export --format md».
canvas-no-right = Я ще не маю права створювати тут канваси. Адміністратор може перевстановити застосунок із дозволом canvases:write.
canvas-refused = Slack відхилив канвас. Той самий текст дасть «icpbot profile export --format md».
