# What the bot says, in English. First the answer, then the reason, then one next step.

## Errors

setting-wrong = { $name } has a value I cannot use. See “Settings” in the README for what it may be.
traces-extra-missing = Traces are asked for by OTEL_EXPORTER_OTLP_ENDPOINT, but the part that sends them is missing. Install { $name }, or unset the variable.
presidio-extra-missing = Names and places are to be hidden by ICPBOT_PRESIDIO, but the part that finds them is missing. Install { $name }, or unset the variable.
presidio-pipeline-missing = ICPBOT_PRESIDIO names the pipeline { $name }, which is not here. Install it, or give its folder.
setting-missing = { $name } is not set, and { $because } needs it.
store-disk-full = The disk is full. Nothing was stored; free some space and try again.
store-not-writable = I may not write to the data folder. Check its owner and permissions, or set ICPBOT_HOME to another folder.
store-damaged = The store is damaged. Restore the last backup of the ICPBOT_HOME folder.
store-not-answering = The database does not answer. Check ICPBOT_DATABASE_URL, or that the disk is there, and try again.
index-in-use = Another icpbot process is using the index in this folder. Stop it, or talk to it instead.
index-not-answering = The vector index does not answer. Check ICPBOT_CHROMA_URL, then try again.
embeddings-not-answering = The embedding service { $name } does not answer. Try again, or set ICPBOT_EMBEDDINGS=local.
slack-not-answering = Slack does not answer or refuses the token. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN.
knowledge-missing = The knowledge folder lacks { $name }. Unset ICPBOT_KNOWLEDGE or copy the file into it.
knowledge-broken = { $name } in the knowledge folder is not valid YAML. Correct it or unset ICPBOT_KNOWLEDGE.
prompt-broken = The prompt { $name } cannot be used: { $why }. Correct it or unset ICPBOT_PROMPTS.
unexpected = Something went wrong on my side; it is in the log. Nothing you gave me is lost. Please try once more.

## Reading files

read-empty = I could not read { $name }: it is empty. Nothing was stored.
read-encrypted = I could not read { $name }: it is encrypted. Send it without the password, or paste the text. Nothing was stored.
read-unsupported = I cannot read files like { $name }. Send text, Markdown, VTT, SRT, Word, PDF, CSV, Excel, JSON, HTML, e-mail, recordings, or a ZIP of these. Nothing was stored.
read-too-large = { $name } is too large for me: the limit is { $limit } MB. Split it and send the parts. Nothing was stored.
read-broken = I could not read { $name }: the file is damaged or is not what its name says. Export it again and resend. Nothing was stored.
read-no-text = { $name } holds pictures of pages, no text. Run text recognition on it, or paste the text. Nothing was stored.
read-encoding = I could not make out the characters in { $name }. Save it as UTF-8 and send it again. Nothing was stored.
read-not-transcript = { $name } is JSON, but not a transcript. I read a list of turns, each with speaker and text. Nothing was stored.
read-no-rows = { $name } has no rows below its header. Nothing was stored.
read-too-many-turns = { $name } has too many turns for me: the limit is { $limit }. Split it and send the parts. Nothing was stored.
read-too-many-rows = { $name } has too many rows for me: the limit is { $limit }. Split it and send the parts. Nothing was stored.
read-too-many-pages = { $name } has too many pages for me: the limit is { $limit }. Split it and send the parts. Nothing was stored.
read-too-many-columns = { $name } has too many columns for me: the limit is { $limit }. Keep those that matter and send it again. Nothing was stored.
read-too-many-files = { $name } holds too many files for me: the limit is { $limit }. Split it and send the parts. Nothing was stored.
read-too-deep = { $name } has archives inside archives, more than { $limit } deep. Unpack it and send the files themselves. Nothing was stored.
read-too-heavy = { $name } takes more time or memory than I may spend on one file. Split it, or paste the text. Nothing was stored.
hear-not-set = I cannot listen to { $name } yet. Send its transcript, or ask whoever runs me to set OPENAI_API_KEY. Nothing was stored.
hear-down = I could not listen to { $name }: the transcription service does not answer as it should. Send it again in a few minutes, or send its transcript. Nothing was stored.
hear-busy = I could not listen to { $name }: the transcription service is busy, or its quota is used up. Send it again later, or send its transcript. Nothing was stored.
hear-key = I could not listen to { $name }: the transcription service does not accept our key. Ask whoever runs me to check OPENAI_API_KEY. Nothing was stored.
hear-broken = I could not listen to { $name }: the recording is damaged or in a form I do not know. Export it as MP3 and send it again. Nothing was stored.
hear-silent = I hear no words in { $name }. Check the recording and send it again. Nothing was stored.
read-other-sheets = I read the first sheet only.
read-attachments-skipped = I read the message, not its attachments; send those by themselves.
read-cues-skipped = A few cues have impossible times and were left out.
read-not-found = There is no file { $name }.
read-not-allowed = I may not open { $name }. Check its permissions.
file-not-fetched = I could not fetch { $name } from Slack. Please upload it once more; nothing was stored.
file-not-trusted = { $name } is not a Slack file, so I did not open it. Upload it here instead.
table-no-name = I found no column with company names. The columns are: { $columns }. Rename one to “account” or say --map account=COLUMN.

## Wrong or missing things

source-unknown = I have nothing called { $name }. “icpbot sources” lists what I have read.
column-unknown = There is no column { $name }.
metric-unknown = I have no numbers for { $name }. I have them for: { $known }.
customers-none = I have no customer table yet. Send one as CSV or Excel, or run “icpbot customers import FILE”.
fact-unclear = I cannot read “{ $value }” as a value of { $name }.
fact-form = Write facts as attribute=value, not “{ $name }”.
account-unknown = I do not know { $name }.
request-unknown = There is no request { $name }. “icpbot requests” lists them.
profile-none = There is no profile yet. Start one with “draft”, or run “icpbot profile import FILE”.
profile-unknown = There is no profile called { $name }. “icpbot profile list” shows those I have.
profile-changed = Somebody has saved { $name } meanwhile. Look at their version, then make your change again.
profile-superseded = This version of { $name } has been superseded; change the newest one.
profile-invalid = The profile cannot be used: { $path } is not valid ({ $detail }).
profile-unknown-key = The profile cannot be used: { $path } is not a key I know.
profile-not-readable = { $name } is neither JSON nor YAML with a profile in it.
profile-twice = The profile cannot be used: { $path } names { $attribute } a second time.
profile-protected = The profile cannot be used: { $path } is about a protected attribute ({ $attribute }), which must not decide who is a customer.
profile-unmeasurable = The profile cannot be used: { $path } ({ $attribute }) has no band. Give it ideal, ok or avoid values, or mark it ignored.
profile-no-avoid = The profile cannot be used: { $path } needs an avoid band to be a deal-breaker ({ $attribute }).
profile-empty-band = The profile cannot be used: { $path } ({ $attribute }) is an empty band.
profile-overlap = The profile cannot be used: { $path } overlaps with { $other } ({ $attribute }).
query-form = Line { $line } of { $name } is not a JSON object with "id" and "{ $field }".

## Answers

answer-nothing = Nobody mentions it in what I have read ({ $sources ->
    [one] one source
   *[other] { $sources } sources
}, { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
}). I have noted it as a gap.
answer-no-sources = I have not read anything yet. Drop interviews, notes, surveys or a customer table here, and ask again.
notice-budget = Today's budget for the language model is used up, so this is from the evidence alone, without a summary.
notice-model-down = The language model is not answering, so this is from the evidence alone, without a summary.
notice-text-budget = Today's budget for the language model is used up, so the text was read by rules alone.
notice-text-model-down = The language model is not answering, so the text was read by rules alone.
evidence = { $quotes ->
    [one] One quote
   *[other] { $quotes } quotes
} from { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}:
period-since = Only since { $since } ({ $n ->
    [one] one source
   *[other] { $n } sources
}).
period-until = Only until { $until } ({ $n ->
    [one] one source
   *[other] { $n } sources
}).
period-between = Only from { $since } to { $until } ({ $n ->
    [one] one source
   *[other] { $n } sources
}).
compare-headline = { $first } ({ $n ->
    [one] one account
   *[other] { $n } accounts
}) – { $second } ({ $m ->
    [one] one account
   *[other] { $m } accounts
}):
compare-line = “{ $label }”: { $a } of { $b } · { $c } of { $d }
compare-differs = “{ $label }”: { $a } of { $b } · { $c } of { $d } (more than chance)
compare-few = One side has fewer than three accounts: read it as an anecdote, not as a difference.
compare-chance = None of these differences is larger than chance allows.
side-before = before { $day }
side-since = since { $day }
side-won = won deals
side-lost = lost deals
side-best = best customers
side-rest = all others
evidence-dated = { $quotes ->
    [one] One quote
   *[other] { $quotes } quotes
} from { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}, { $first } to { $last }:
count-theme = “{ $label }”: { $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
}, asked in { $asked }.
count-anecdote = “{ $label }”: { $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
}, an anecdote so far; asked in { $asked }.
count-then = Then: { $more }.
count-against = { $n ->
    [one] One account says the opposite.
   *[other] { $n } accounts say the opposite.
}
left-out = { $n ->
    [one] One more source that this channel may not see is left out. Ask me in a direct message for it.
   *[other] { $n } more sources that this channel may not see are left out. Ask me in a direct message for them.
}
answer-begun = Reading what customers said about it …
answer-growing = Still writing. Every line above has been checked against its source.
quote-from-en = (from English: “{ $text }”)
quote-from-pl = (from Polish: “{ $text }”)
quote-from-cs = (from Czech: “{ $text }”)
quote-from-uk = (from Ukrainian: “{ $text }”)
quote-from-zh = (from Chinese: “{ $text }”)
quote-from-other = (translated: “{ $text }”)
answer-thanks = You're welcome.
unsure = I am not sure what you would like. Which is it?
as-ask = Answer it as a question
as-fit = Check the company
as-best = Show the best customers
as-traits = Show what sets them apart
as-draft = Draft the profile
as-profile = Show the profile
as-gaps = Show what is missing
as-sources = List the sources
as-themes = List the themes
as-playbook = Write it in customers' words
as-forget = Forget a source
as-help = Say what I can do
as-thanks = Nothing, just thanks
answer-forgotten = What I wanted to answer leaned on a source that has just been forgotten. Please ask again.

## Receipts

receipt-title = { $name } · { $kind }
receipt-read = { $turns ->
    [one] One turn
   *[other] { $turns } turns
}, { $passages ->
    [one] one passage
   *[other] { $passages } passages
}.
receipt-minutes = { $minutes } min
receipt-people = { $people }.
receipt-heard = Heard: { $heard }.
receipt-heard-nothing = I heard no pains, jobs or reasons in it.
receipt-not-asked = Of the five motivation questions, not asked: { $kinds }.
receipt-unchanged = I have read this before; nothing changed.
receipt-updated = This replaces the earlier version.
receipt-corrected = Nearly word for word { $name }: I take it for the corrected version, and it takes that one's place.
receipt-alike = It says nearly the same as { $name }. I keep both; if it is the same conversation, drop the older one: { $command }
receipt-customers = { $rows ->
    [one] One customer
   *[other] { $rows } customers
}. Ask me who the best are.
queue-next = There is a queue just now. You are next.
queue-place = There is a queue just now. You are number { $place }.
receipt-many = { $n ->
    [one] { $n } file read.
   *[other] { $n } files read.
}
receipt-many-failed = { $n ->
    [one] { $n } could not be read:
   *[other] { $n } could not be read:
}
receipt-many-details = Every single receipt is in the file.
receipt-reading = Reading { $name } …
kind-interview = interview
kind-notes = notes
kind-survey = survey
kind-customers = customer table
kind-thread = Slack thread
role-interviewer = interviewer
role-customer = customer
role-unknown = role unknown
insight-pain = { $n ->
    [one] one pain
   *[other] { $n } pains
}
insight-job = { $n ->
    [one] one job
   *[other] { $n } jobs
}
insight-trigger = { $n ->
    [one] one trigger
   *[other] { $n } triggers
}
insight-alternative = { $n ->
    [one] one alternative
   *[other] { $n } alternatives
}
insight-reason_to_buy = { $n ->
    [one] one reason to buy
   *[other] { $n } reasons to buy
}
insight-objection = { $n ->
    [one] one objection
   *[other] { $n } objections
}
insight-outcome = { $n ->
    [one] one outcome
   *[other] { $n } outcomes
}
insight-decision_role = { $n ->
    [one] one decision role
   *[other] { $n } decision roles
}
insight-buying_process = { $n ->
    [one] one buying step
   *[other] { $n } buying steps
}
insight-tool = { $n ->
    [one] one tool
   *[other] { $n } tools
}
asked-pain = which problem
asked-job = which job
asked-trigger = what set it off
asked-alternative = what else was considered
asked-reason_to_buy = why us
heading-pain = Pains
heading-job = Jobs to be done
heading-trigger = Triggers
heading-alternative = Alternatives considered
heading-reason_to_buy = Reasons to buy
heading-objection = Objections
heading-outcome = Outcomes
heading-decision_role = Who decides
heading-buying_process = How they buy
heading-tool = Tools in use

## Fit

verdict-ideal = ideal
verdict-ok = ok
verdict-avoid = avoid
verdict-undecided = can't say yet
fit-headline = { $account }: { $verdict }, { $score } of 100 against { $profile }
fit-disqualified = Ruled out by a deal-breaker: { $attributes }.
fit-unknown = I do not know { $account }. Write “fit { $account }:” with what you know behind it (a website's “about” text will do), or add facts.
fit-ambiguous = “{ $account }” could be { $candidates }. Which one?
fit-did-you-mean = I do not know “{ $account }”. Did you mean { $candidates }?
fit-decides = One answer decides: { $question }
fit-helps = The most useful thing to learn: { $question }
fit-outcome = { $band } → { $verdict }
fit-ask-attribute = What do we know about { $account }: { $attribute }?
web-off = Looking companies up on the web is switched off here. Whoever runs me can allow it with ICPBOT_WEB_SEARCH.
web-one = I look one company up at a time: give one name, and no facts or texts beside it.
web-looking = Looking up { $account } on the web …
web-down = The web search is not answering, so the verdict stands as it was. Try again later.
web-budget = Today's budget for the language model is used up, so nothing was looked up. Try again tomorrow.
web-nothing = I found no page that states anything we still need about { $account }. Ask them, or add what you know.
web-known = There is nothing about { $account } left that the web could tell.
web-asked = I looked { $account } up on { $day }. What is still open was not to be found then; from { $next } I can look again.
fit-whence = Unless it says otherwise: { $whence }.
fit-closest = Closest customer: { $name }.
fit-conflict = On { $attribute } the sources differ: { $said }. The first counts.
fit-list = { $n ->
    [one] One name
   *[other] { $n } names
}: { $mix }
fit-list-cut = The file ends before the last rows ({ $left }), as it would be too large. For all of them, run “icpbot fit --csv … --out …”.
fit-list-duplicates = { $n ->
    [one] One row repeats a company named above it: { $names }. Each row got its own verdict.
   *[other] { $n } rows repeat a company named above them: { $names }. Each row got its own verdict.
}
fit-list-unknown = { $n ->
    [one] I knew nothing of one company beyond its row: { $names }.
   *[other] I knew nothing of { $n } companies beyond their rows: { $names }.
}
fit-no-names = Which company? Write “fit” and one or more names.
fit-column-account = Account
fit-column-verdict = Verdict
fit-column-range = Range
fit-column-because = Because
band-ideal = ideal
band-ok = also ok
band-neither = neither
band-avoid = avoid
band-unknown = unknown
band-ignored = does not matter
origin-rep = a colleague
origin-crm = CRM
origin-research = interview
origin-text = pasted text
origin-web = web
origin-web-page = web, { $site }, not checked by a person
origin-model = model
criterion-ignored = { $attribute }: does not matter
criterion-weight = weight { $weight }

## Customers

best-headline = Your best { $n ->
    [one] customer
   *[other] { $n } customers
} of { $of }, by { $metrics }:
best-missing = { $n ->
    [one] One customer has gaps in these figures; what is missing was left out, not filled in.
   *[other] { $n } customers have gaps in these figures; what is missing was left out, not filled in.
}
traits-headline = What sets the best { $best } apart from the other { $rest }:
traits-none = Nothing in the table sets the best { $best } apart from the other { $rest } beyond chance.
trait-line = { $what }: { $best_n } of { $best_of } best, { $rest_n } of { $rest_of } others (lift { $lift }, { $low } to { $high })

## Draft

draft-open = Let us draft “{ $name }”. I have read what { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
} said, so I bring proposals; you decide.
draft-open-empty = Let us draft “{ $name }”. I have read no interviews yet, so what you say stands as an assumption until somebody confirms it.
draft-resume = We were drafting “{ $name }”.
draft-place = { $section } · { $number } of { $of }
draft-how = Take any by number, say all, change any, or tell me in your words. Also: skip, back, why, later, done.
draft-how-open = Tell me in your words, or say skip.
draft-ask-best-customer = What makes a customer one of your best?
draft-ask-who = What do the companies you want have in common?
draft-ask-trigger = What usually sets the search off?
draft-ask-pain = Which problems hurt them enough to pay for?
draft-ask-job = What are they trying to get done?
draft-ask-outcome = What gets better once they have it?
draft-ask-alternative = What else do they consider, doing nothing included?
draft-ask-objection = What almost stops them?
draft-ask-reason-to-buy = Why do they choose you?
draft-ask-decision-role = Who decides, signs, influences, blocks?
draft-ask-ignore = What does not matter, though people ask about it?
draft-ask-avoid = Whom would you rather not sell to?
draft-ask-weights = How much does each weigh? I would start with this:
draft-ask-review = “{ $name }” has { $criteria ->
    [0] no criteria
    [one] one criterion
   *[other] { $criteria } criteria
} and { $claims ->
    [0] no claims yet
    [one] one claim, { $backed }% backed by quotes
   *[other] { $claims } claims, { $backed }% of them backed by quotes
}; { $gaps ->
    [0] no section is empty
    [one] one section is empty
   *[other] { $gaps } sections are empty
}. Shall I save it?
draft-why-best-customer = Everything else is measured against this: the traits I look for are those of the customers you call best.
draft-why-who = Sales needs something they can check before the first call.
draft-why-why = Marketing writes and sales opens with these; in the customers' own words they land.
draft-why-against = You win or lose against these, and “doing nothing” is the usual rival.
draft-why-deciders = A deal dies with the person nobody talked to.
draft-why-ignore = What does not matter, said aloud, saves everybody the question.
draft-why-avoid = A customer who does not fit costs more than one you did not win.
draft-why-weights = Weights turn the profile into a score, so two people reach the same verdict.
draft-why-review = Saved as a draft, it can be tried on accounts and argued with before anybody approves it.
draft-taken = Noted: { $what }
draft-said-by-another = Somebody else said this. Write your change here, and the two of you decide.
draft-is-finished = This draft is finished. “profile” shows what became of it.
draft-noted = { $n ->
    [one] Noted, one criterion.
   *[other] Noted, { $n } criteria.
}
draft-none = None of these, then.
draft-assumption = Noted as an assumption until a customer confirms it: “{ $what }”
draft-read-back = I read this as follows. Right?
draft-not-taken = Left out. Say it once more in other words, or skip.
draft-unclear = I did not catch that as something I can measure. Try a range, a list, or a number from above.
draft-skipped = Skipped; it stays a gap.
draft-undone = Undone.
draft-nothing-to-undo = There is nothing to undo.
draft-later = Saved. Say “draft” whenever you want to go on; we continue right here.
draft-restarted = Started over; “undo” brings the old one back.
draft-changed = The evidence has changed since I offered these, so I took nothing; here is the list as it stands now.
draft-like = Like them in what? Name a trait I can measure, such as country, headcount or industry.
draft-about = From how many to how many? Give me both ends and I can measure it.
draft-sized = How small or large is that? Give me a number of people or a yearly revenue.
draft-dispute = { $first } said one thing about “{ $what }”, { $second } now says another; I have changed nothing.
draft-dispute-how = Agree between you: 1 keeps what { $first } said, 2 takes what { $second } says.
draft-kept = It stays as it was: { $what }
draft-aside = Back to the draft:
draft-finished = Saved “{ $name }”: { $criteria ->
    [0] no criteria
    [one] one criterion
   *[other] { $criteria } criteria
}, { $claims ->
    [0] no claims yet
    [one] one claim, { $backed }% backed by quotes
   *[other] { $claims } claims, { $backed }% of them backed by quotes
}. Next: try it with “fit” and a company's name, or submit it for approval.
proposal-count = ({ $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
})
proposal-anecdote = ({ $accounts } of { $of }: an anecdote)
proposal-trait = ({ $best_n } of { $best_of } best, { $rest_n } of { $rest_of } others)
section-best-customer = Best customer
section-who = Who they are
section-why = Why they buy
section-against = Against what
section-deciders = Who decides
section-ignore = What does not matter
section-avoid = Whom to avoid
section-weights = Weights
section-review = Review
button-all = All
button-skip = Skip
button-back = Back
button-forget = Forget
button-none-of-these = None of these
button-forget-older = Forget the older { $name }
button-submit = Submit for approval
button-approve = Approve
button-reject = Send back
choose-criterion = Edit a criterion
button-source = Correct
button-fact = Wrong facts
button-web = Look it up on the web

## Profile

profile-headline = { $name } v{ $version } · { $status }
status-draft = draft
status-in-review = in review
status-approved = approved
status-superseded = superseded
profile-criteria = Criteria
profile-roles = Buying committee
profile-avoid-heading = Whom to avoid
profile-gaps = Gaps
profile-evidence = { $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
}, asked in { $asked }
profile-assumption = assumption
profile-flagged = its evidence was removed
profile-weight = Weight
profile-attribute = Criterion
profile-deal-breaker = deal-breaker
profile-thresholds = Ideal from { $ideal }, ok from { $ok } of 100.
profile-next = Try it: “fit” and a company's name.
profile-glance = At a glance
profile-best = Best customers
profile-past = Against past accounts
profile-sources = Sources quoted
profile-history = History
profile-backed = Statements with evidence: { $backed } of { $claims }
profile-disagree = disagree: { $n }
profile-quotes = { $n ->
    [one] { $n } quote
   *[other] { $n } quotes
}
profile-goals = Goals: { $goals }
profile-concerns = Concerns: { $concerns }
part-economic-buyer = economic buyer
part-decision-maker = decision maker
part-champion = champion
part-influencer = influencer
part-user = user
part-blocker = blocker
lint-protected = “{ $what }” is a personal trait and cannot be a criterion; drop it.
lint-unmeasurable = “{ $what }” has no threshold, so nobody can check it; give me a range or a list.
lint-overlap = For “{ $what }” a value can be both wanted and avoided; tell me where one ends and the other begins.
lint-contradiction = “{ $what }” is set aside, yet “{ $claim }” counts on it; keep one of the two.
lint-disputed = As many customers deny “{ $what }” as say it ({ $n } deny it); I would leave it out until more of them are asked.
lint-narrow = Only { $n } of your { $of } customers fit; widen a range or drop a criterion.
lint-wide = All { $of } of your customers fit, so it tells nobody apart; tighten a range or add whom to avoid.
lint-unknowable = “{ $what }” is hardly known before a first call; ask it there, or let it weigh less.
lint-thin = “{ $what }” rests on one interview; ask about it in the next one before you lean on it.
lint-vague = “{ $what }” disqualifies in words only; give me a number or a list and it can be checked.
gap-empty = { $section }: nothing yet
gap-assumption = assumption, nobody confirmed it: “{ $text }”
gap-thin = rests on one account: “{ $text }”
gaps-headline = { $n ->
    [0] The profile has no gaps.
    [one] One gap in { $name }:
   *[other] { $n } gaps in { $name }:
}
gaps-questions = { $n ->
    [0] No question has gone unanswered so far.
    [one] One question I could not answer:
   *[other] { $n } questions I could not answer:
}
guide-headline = To ask in the next interviews:
diff-none = The two are the same.

## Sources

sources-headline = I have read { $n ->
    [0] nothing yet. Drop a file here.
    [one] one source:
   *[other] { $n } sources:
}
sources-more = and { $n } more
second-hand = second-hand
forget-which = Which one? Write “forget” and the file's name.
forgotten = Forgotten: { $sources ->
    [one] one source
   *[other] { $sources } sources
}, { $passages ->
    [one] one passage
   *[other] { $passages } passages
}, { $insights ->
    [one] one insight
   *[other] { $insights } insights
}. { $claims ->
    [0] No claim leaned on it.
    [one] One claim leaned on it and is flagged.
   *[other] { $claims } claims leaned on it and are flagged.
}
forgotten-places = By place: vectors { $vectors } · word index { $words } · drafts { $drafts } · recorded requests { $requests } · finished jobs { $jobs } · accounts { $accounts }.
forgotten-clean = I looked again: nothing of it is left here.
forgotten-left = Something is still there: { $places }. Ask me once more when nobody else is busy with the store.
forgotten-alike = Nearly the same is said in a source that stays: { $names }.
forgotten-naming = The name still stands in sources that stay: { $names }.
forget-not-yours = Only the person who uploaded a source, a researcher or an owner may have it forgotten; /icp admin shows who that is.

## Help and welcome

help-headline = I read your customer research. Ask me, draft the ICP with me, or paste company names.
help-ask = *Ask*: “what hurts operations people most?”
help-fit = *Check*: “fit Acme” or just a list of names
help-draft = *Draft*: “draft” and we write the profile together, one question at a time
help-more = *More*: best, traits, profile, gaps, themes, playbook, sources, forget
help-files = *Files*: drop interviews, notes, surveys or a customer table where I am
welcome = Hello. I read what your customers say and answer from it, always with the source.
welcome-private = I answer when I am mentioned. What you drop here is read by those who can read this channel.
nudge-here = Our draft “{ $name }” waits at: { $section }. Shall we go on?
nudge-thread = Our draft “{ $name }” waits at: { $section }. Write in its thread and we go on from there.
button-go-on = Go on
feedback-good = Thank you, noted.
feedback-why = Noted. What was wrong?
feedback-thanks = Thank you. It is kept with the question, so that we can do better.
bad-untrue = Not true
bad-missing = Something is missing
bad-unclear = Hard to understand
bad-off-topic = Not what I asked
button-good = 👍 Helpful
button-bad = 👎 Not helpful
button-share = Share in channel
button-share-now = Share this
share-preview = This is what everyone in the channel would see; it may say less than you were told.
share-not-here = I am not in this channel, so I cannot share here. Invite me, then press once more.
share-not-yours = Only the person who asked may share this answer, and only where they asked.

## App Home

home-headline = I have read your customer research. Ask me in the messages, or start here.
home-private = Only you see this page. It shows what you may read; what was said in a private channel stays there.
home-known = What I know
home-figures = { $sources ->
    [one] One source
   *[other] { $sources } sources
}, { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
}, { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}.
home-nothing = Nothing yet. Drop an interview, notes, a survey or a customer table into our messages.
home-profile = The profile
home-no-profile = There is none yet. We can draft it together, one question at a time.
home-backing = { $criteria ->
    [one] One criterion
   *[other] { $criteria } criteria
}, { $claims ->
    [0] no claims yet
    [one] one claim, { $backed }% backed by quotes
   *[other] { $claims } claims, { $backed }% of them backed by quotes
}, { $gaps ->
    [0] no gaps
    [one] one gap
   *[other] { $gaps } gaps
}.
home-saved = Last saved on { $date }.
home-review = Its next review is due on { $date }.
home-waits = It waits for approval.
home-try = Three things to try
try-draft = Draft our ICP
try-what-icp = What is an ICP?
try-help = What can you do?
try-pains = What hurts our customers most?
try-sources = What have you read?
try-gaps = What are we missing?
try-why = Why do customers choose us?
try-profile = Show the profile
home-recent = What you asked lately
home-unanswered = nobody said
home-failed = it did not work
home-language = My language with you
home-language-why = I answer in the language of your question; when it does not tell, in this one.
home-language-own = As in my Slack
panel-greeting = Ask me what customers said, name a company to check, or begin with one of these.
working = is looking through what customers said …

## Forms

form-criterion = Edit a criterion
form-fact = Correct a fact
form-source = Correct a source
form-approve = Approve
form-reject = Send back
form-check = Check companies
form-check-submit = Check
form-waiting = One moment, I am looking this up …
form-submit = Save
form-close = Cancel
form-not-yours = Only colleagues of this workspace may change this.
field-ideal = Ideal
field-ok = Also fine
field-avoid = Rather not
field-band-hint = A range such as 50–500 or ≥ 2, a list with commas, or nothing.
field-weight = Weight
field-deal-breaker = Does the last one rule a company out?
field-reason = Reason
field-attribute = What is wrong?
field-value = What is right?
field-account = Company
field-kind = What is it?
field-audience = Who may read it?
field-names = Company names, one a line
field-job = What does { $who } do?
audience-all = Everyone in the workspace
audience-here = Only the conversation it came from
band-unclear = I cannot read “{ $value }” here. Try a range such as 50–500, or a list.
weight-unclear = A weight is a number from 0 to 100.
approve-not-yours = Only an owner may approve a profile or send it back; /icp admin shows who that is.
source-not-yours = Only the person who gave me this source, a researcher or an owner may correct it; /icp admin shows who that is.
profile-approved = Approved: { $name } v{ $version }.
profile-rejected = Sent back as a draft: { $name } v{ $version }.
source-corrected = Corrected: { $name } · { $kind }

## Playbooks, personas, back-test

playbook-headline = { $name }, in the words of { $n ->
    [one] one account
   *[other] { $n } accounts
}
playbook-which = Whose playbook?
playbook-nothing = { $name }: nobody said anything yet that could be used here. Drop interviews or notes where I am.
playbook-missing = Still missing here: { $parts }. `profile guide` writes the questions to ask.
playbook-few = at least { $n } accounts (so far { $spoke })
playbook-worded = A language model worded the lines; each stands on the numbered quotes.
playbook-fit = Companies against “{ $profile }”: { $n } ({ $mix }).
playbook-best = Best fit: { $names }.
playbook-misfits = Customers that do not fit and may leave: { $n } ({ $names }).
playbook-left = Customers who left: { $n } of { $of } ({ $names }).
playbook-unknown = There is no playbook { $name }. There are: { $known }.
personas-headline = { $n ->
    [0] The profile names nobody yet, and no customer has spoken.
    [one] One persona:
   *[other] { $n } personas:
}
backtest-no-deals = I have no won and lost deals yet. Import them with “icpbot customers import FILE --deals DEALS”.
backtest-headline = { $good } of { $n } past accounts were won. By verdict:
backtest-too-few = { $n ->
    [0] No past account has an outcome yet:
    [one] Only one past account has an outcome, { $good } won:
   *[other] Only { $n } past accounts have an outcome, { $good } of them won:
} too few to say whether the profile predicts anything.
backtest-line = { $verdict }: { $good } of { $n } won ({ $low }–{ $high }%), lift { $lift }
backtest-auc = A won account scores higher than a lost one { $auc } times in 100 ({ $low }–{ $high } with 95% certainty); 50 would be chance.
backtest-signal-yes = The profile tells won accounts from lost ones.
backtest-signal-none = No signal: these outcomes tell nothing for or against the profile. Do not lean on it yet.
backtest-signal-backwards = The profile has it upside down: lost accounts score higher than won ones.
backtest-covers-won = The profile matches { $matched } of { $n } accounts that were won.
backtest-covers-lost = The profile matches { $matched } of { $n } accounts that were lost.
backtest-covers-best = The profile matches { $matched } of { $n } best customers.
backtest-covers-churned = The profile matches { $matched } of { $n } customers that left.
backtest-value = Score and lifetime value go together at { $value } ({ $low } to { $high }); 0 would be chance, 1 in step.
backtest-helps = What helps: { $names }.
backtest-hurts = What hurts: { $names }.
backtest-later = Judged by facts newer than their outcome: { $n } of { $of }; take those with care.
drift-flip = { $account }: { $then } → { $now }. { $why }
drift-none = No recorded verdict would be another one today.
drift-profile = The profile changed: { $attributes }.
drift-facts = Facts changed: { $attributes }.
out-not-writable = I cannot write { $name }. Choose another place with --out.
export-format = I cannot write “{ $name }”. Choose one of these with { $option }: { $formats }.
profile-saved = Saved { $name } as version { $version }. Try it with “icpbot fit NAME”.
reindexed = The index is built: { $passages ->
    [one] one passage
   *[other] { $passages } passages
}.

## Serving

serve-ready = icpbot is ready ({ $mode }).
value-yes = yes
value-no = no
receipt-customers-closed = This table stays in this conversation, so I use it for neither rankings nor fit. Send it to a public channel for that.

## Playground

playground-kept = Everything is kept in { $home }; nothing leaves this computer unless you set up a model.
playground-ready = The playground is ready: { $address } ({ $stop } ends it)
playground-missing = The playground needs a little more ({ $name } is not installed): { $command }
playground-taken = { $address } is taken. Choose another place with { $option }, or leave it out.

## Installation, links, roles

secret-key-unknown = ICPBOT_SECRET_KEY does not fit what is stored. Put the key it was stored under back, after a comma.
rekeyed = Encrypted under the first key: rows { $rows }, installations { $installations }, CRM tokens { $tokens }.
rekeyed-plain = What people said is stored in clear again (rows: { $rows }). Now start me without ICPBOT_SECRET_KEY, or I will encrypt it again.
workspace-unknown = No workspace { $name } has installed me. See icpbot workspaces for those that have.
workspace-installed = { $name } has me installed. Let its admin remove the app in Slack first, then run this again.
workspace-removed = { $n ->
    [one] { $name } is gone: { $n } record removed.
   *[other] { $name } is gone: { $n } records removed.
}
install-done = icpbot is installed. Go back to Slack and write to it; the App Home shows how to begin.
install-cancelled = The installation was cancelled; nothing was changed. You can start it again at any time.
install-stale = This installation page is no longer valid. Please start the installation again in this browser.
install-failed = The installation did not work, and nothing was stored. Please start it again; if it fails once more, tell whoever runs icpbot.
link-no-address = I have no public address, so there is no link. Whoever runs me can set ICPBOT_PUBLIC_URL, or make a file with: icpbot profile export --format html
link-made = { $name }: this link works until { $until } UTC, for everybody who has it.
link-open = The page shows what the whole workspace may read, and nothing from closed channels. “profile unlink” ends it early.
link-here = The page also shows what was said in this conversation, so pass it on with care. “profile unlink” ends it early.
link-ended = { $n ->
    [0] There was no link to { $name } that still worked.
    [one] { $n } link to { $name } no longer works.
   *[other] { $n } links to { $name } no longer work.
}
link-unknown = There is no page at this address. Please check that the link is complete.
link-expired = This link has expired. Please ask the person who sent it for a new one.
link-revoked = This link is no longer valid: its team has ended it. Please ask the person who sent it.
rank-member = member
rank-researcher = researcher
rank-owner = owner
upload-not-yours = Here only some people may add to the research; /icp admin shows who. Please ask one of them to add it.
admin-not-yours = Only an owner may change this; /icp admin shows who that is.
admin-not-self = Nobody changes their own role, so that an owner always remains. Please ask another owner.
admin-unclear = I did not understand what to set. Write /icp admin to see how it is written.
admin-headline = Who may do what here
admin-done = Done. This is how it stands now:
admin-slack = Admins of this Slack are owners, and everybody else is a member, unless named here:
admin-rules = Members add research and draft. Researchers also correct and forget what others added. Owners also approve profiles and change these settings.
admin-upload = Adding research takes at least this role: { $role }.
admin-language = I reply in: { $spoken }.
admin-language-own = the language of the question
admin-retention = { $days ->
    [one] I forget sources after { $days } day.
   *[other] I forget sources after { $days } days.
}
admin-retention-none = I keep sources until somebody has them forgotten.
admin-how = Change it with /icp admin @ana owner, /icp admin upload researcher, /icp admin language pl (or auto), /icp admin retention 365 (or off).

## Surveys counted, charts, and customer tables looked over

survey-headline = { $name }: { $n ->
    [one] one respondent
   *[other] { $n } respondents
}
survey-question = *{ $name }*: { $told } (answered { $answered }, missing { $missing })
survey-nps = NPS { $nps } ({ $low } to { $high })
survey-mean = mean { $mean }
survey-dates = { $first } to { $last }
survey-open = in their own words
survey-sampled = among { $n } answers drawn by lot
survey-more = More closed questions in the file: { $n }. “icpbot survey FILE” counts all of them.
survey-weighted = Weighted by { $name }; left out without a weight: { $n }.
survey-groups = { $name } has more than { $limit } different values. Choose a column with fewer groups.
survey-differs = Differs by { $by } beyond chance: *{ $name }* (p { $p }, Cramér’s V { $v })
survey-same = Nothing differs by { $by } beyond chance (questions and options tested: { $n }).
survey-rough = Some groups are so small that p is rough. Take it with care.
chart-list = Bars: share of the rows by verdict.
chart-survey = Respondents: { $n }. Bars: share of those who answered; lines: 95% interval.
chart-question = { $name } (answered { $answered }, missing { $missing })
chart-answers = · the { $shown } most frequent of { $of }
chart-questions = Shown: { $shown } of { $of } closed questions.
chart-traits-title = What sets the best customers apart
chart-traits = Share of each group that has the trait; lines: 95% interval.
chart-traits-shown = Shown: { $shown } of { $of } traits.
chart-best = Best customers ({ $n })
chart-rest = The others ({ $n })
chart-past-title = Would the profile have told?
chart-past = Past accounts; lines: 95% interval.
chart-past-won = Share that was won, by verdict
chart-past-matched = Share that the profile matches
chart-group-won = Won
chart-group-lost = Lost
chart-group-best = Best customers
chart-group-churned = Left
chart-nothing = There is nothing to draw: no closed question, or nothing that sets the best apart.
table-mapping = Read as: { $columns }.
table-correct = Is a column read as the wrong thing? Name it with --map, such as --map satisfaction=NPS.
table-missing = Missing: { $columns }.
table-duplicates = Rows of a company that stood in an earlier row: { $n } ({ $names }). The last one counts.
table-alike = Perhaps the same company: { $pairs }.
table-typos = Perhaps a slip in { $column }: { $pairs }.
table-impossible = Impossible in { $column }: { $values }.
table-unread = Not read as numbers in { $column }: { $values }.
table-joined = { $name }: { $joined } of { $rows } rows belong to a customer of yours.
table-doubtful = Not sure who is meant, so left out: { $pairs }. Settle it with --same, such as --same { $example }.
table-unknown = Companies that are no customer: { $n } ({ $names }).

## Profiles reviewed, watched and kept up to date

department-sales = Sales
department-marketing = Marketing
department-customer-success = Customer success
department-support = Support
department-product = Product
department-executives = Executives
opinion-comment = A comment
opinion-object = An objection
review-agreed = Departments that agree: { $n } of { $of }
review-objects = ✗ { $department } objects to { $section }: “{ $text }” ({ $by })
review-waits = ? { $department } has not spoken of: { $sections }
review-comments = { $department } on { $section }: “{ $text }” ({ $by })
review-next = You speak for: { $department }. Agree section by section, or say what should change.
review-who = Which department do you speak for?
review-not-open = { $name } is not in review; “submit” asks the departments.
review-no-words = Say in a few words what should change, and why.
review-no-section = The profile has no section “{ $name }”.
review-no-department = I know no department “{ $name }”. These are asked: { $names }.
review-section-and-department = A review takes --department, --section, --by, and --agree, --comment TEXT or --object TEXT.
approve-objections = { $n ->
    [one] One objection to { $name } still stands. Settle it, or approve with a reason.
   *[other] { $n } objections to { $name } still stand. Settle them, or approve with a reason.
}
button-review = Review
button-agree = I agree: { $section }
button-agree-all = I agree with all of it
button-remark = Comment: { $section }
button-other-department = Another department
form-remark = Comment
field-department = For which department?
field-opinion = What is it?
field-words = What should change, and why? All who see the profile read it.
range-between = { $low }–{ $high }
range-least = ≥ { $low }
range-most = ≤ { $high }
evidence-moved = accounts { $before } → { $now }
evidence-disagrees = { $n ->
    [one] 1 now disagrees
   *[other] { $n } now disagree
}
evidence-since = since approval: { $moved }
remind-heading = Worth another look
remind-headline = { $name } v{ $version } is worth another look:
remind-date = { $months ->
    [one] It was approved { $months } month ago.
   *[other] It was approved { $months } months ago.
}
remind-evidence = { $n ->
    [one] New evidence disagrees with one statement.
   *[other] New evidence disagrees with { $n } statements.
}
remind-wins = Fewer deals are won: { $since }% since the approval ({ $n } deals), { $before }% before.
remind-churn = More customers leave: { $since }% since the approval (of { $n }), { $before }% before.
button-propose = What would change
diff-evidence-grew = Evidence for “{ $claim }” grew from { $before } to { $now } accounts
diff-evidence-shrank = Evidence for “{ $claim }” fell from { $before } to { $now } accounts
diff-disagree = “{ $claim }”: accounts that disagree { $before } → { $now }
diff-more = { $heading }: { $n ->
    [one] one added: { $words }
   *[other] { $n } added: { $words }
}
diff-fewer = { $heading }: { $n ->
    [one] one removed: { $words }
   *[other] { $n } removed: { $words }
}
diff-thresholds = Ideal from / ok from
diff-parent = Belongs to
diff-disqualifiers = Whom to avoid
fit-standings = Of your profiles, the best fit is { $first }; next is { $second }.
profile-parent-unknown = The profile cannot be used: { $path } names “{ $name }”, which I do not have. Import that one first.
profile-parent-cycle = The profile cannot be used: { $path } leads from “{ $name }” back to itself.
gap-fact = Not known: { $attribute }
gap-settles = { $n ->
    [one] would settle about one open verdict
   *[other] would settle about { $n } open verdicts
}
gap-asked = { $n ->
    [one] asked once, never answered
   *[other] asked { $n } times, never answered
}
gaps-next = “profile guide” gives questions, an invitation and whom to invite.
guide-nothing = The profile has nothing that an interview would fill.
guide-questionnaire = A short questionnaire
guide-candidates = Customers to invite, not interviewed yet
guide-invitation = An invitation
guide-incentive = a voucher worth 50 euros
guide-best = one of the best customers
guide-tick = { $heading }: tick what you know from your own work, if anything.
guide-none = none of these
guide-other = something else: …
propose-headline = { $n ->
    [one] New research would change one thing in { $name } v{ $version }:
   *[other] New research would change { $n } things in { $name } v{ $version }:
}
propose-none = New research changes nothing in { $name }.
propose-how = Take any by number; what you leave stays as it is. The new version waits for approval.
propose-new = { $heading }, new: “{ $claim }” (accounts: { $now } of { $of })
propose-moved = { $heading }: “{ $claim }”, accounts { $before } → { $now } of { $of }, against: { $against }
propose-contradicted = { $heading }, take out: “{ $claim }”, for it { $now }, against it { $against }
propose-changed = The evidence has changed since I proposed this, so I took nothing. Ask for the changes again.
propose-numbers = Name what to take by number, from 1 to { $most }, such as 1,3, or say all.
rollback-which = Which version? Write its number, such as “profile rollback 2”.
task-settle = Settle the objection to { $section }: “{ $text }”
task-review = Review { $name }, section by section
task-again = Look at { $name } again
export-which = Which one? “profile export” takes: { $formats }.
export-here = { $name } for { $format }:

## The store as a whole: backup, restore, move, integrity

backed-up-locked = Backed up to { $name }, encrypted (rows: { $n }). Keep the key somewhere else: without it nobody can open the file.
backed-up-open = Backed up to { $name } (rows: { $n }). It is not encrypted, so keep it as safe as the interviews in it.
backup-good = { $name } is a whole, undamaged backup (rows: { $n }).
backup-foreign = { $name } is not a backup of icpbot. Give me a file that “icpbot backup” wrote.
backup-damaged = { $name } is damaged, so I have restored nothing from it. Use another backup.
backup-newer = { $name } was written by a newer icpbot ({ $version }). Upgrade to that version first.
backup-locked = { $name } is encrypted, and I have no key that opens it. Name the right one with --key-file or ICPBOT_SECRET_KEY.
backup-not-written = I could not write { $name }. Check that the folder is there, writable and not full.
restore-not-empty = There is something in this store already. Restore into an empty one, or say --replace to give up what is there.
restored = Restored from { $name } and verified (rows: { $n }). The index is up to date too.
moved = Moved, and verified by counts and checksums (rows: { $n }). The old store is untouched.
moved-settings = Now set ICPBOT_DATABASE_URL to the new address and ICPBOT_CHROMA_URL to your Chroma server, and start. The index is filled at the first start.
move-not-empty = The other database holds something else already. Name an empty one.
move-changing = The store changes faster than I can follow. Stop the bot and run the move again: it goes on where it is.
migrated = The store is at version { $version } of its schema.
deep-well = Nothing wrong: sources { $sources }, passages { $passages }, quotes { $quotes } looked at.
finding-store = The database says that it is damaged ({ $n }): { $where }. Restore the last backup.
finding-orphans = Rows that belong to nothing: { $n } ({ $where }). Restore the last backup.
finding-passages = Passages that do not say what their source says: { $n } ({ $where }). Read those sources in again.
finding-insights = Insights whose quote is not in their source: { $n } ({ $where }). Read those sources in again.
finding-profiles = Profile quotes that stand in no source: { $n } ({ $where }). Look at these claims again.
finding-index = Sources that are not wholly in the index: { $n } ({ $where }). Run “icpbot reindex”.
finding-sealing = Rows not encrypted the way your settings ask: { $n } ({ $where }). Run “icpbot rotate-key”.
finding-requests = Requests open for more than an hour: { $n } ({ $where }). See that a worker is running.

## The CRM

crm-url-wrong = { $name } cannot be the address of your CRM. Give one that begins with https:// and holds no password.
crm-none = No CRM is connected. Begin with “icpbot crm connect pipedrive” or “icpbot crm connect hubspot”.
crm-token-missing = I have no token for the CRM. Name its file with --token-file, or set ICPBOT_CRM_TOKEN.
crm-token-form = There is no single token in { $name }. Put the token alone into the file.
crm-token-refused = { $system } refuses the token. Make a new one there, and connect again.
crm-not-allowed = { $system } does not let this token see that. Give it the right to read companies, deals and their fields.
crm-question-refused = { $system } found my question wrong (status { $status }). Try again with --full, and tell us if that does not help.
crm-busy = { $system } asks us to wait longer than I can. Run “icpbot crm sync” again later: it goes on where it was.
crm-not-answering = { $system } does not answer. Run “icpbot crm sync” again later: it goes on where it was.
crm-elsewhere = { $system } sends me to another address, and I do not follow. Connect again with the right --url.
crm-taken-over = Another reading of the CRM has begun and goes on in my place.
crm-field-unknown = No organisation has the field { $name }. These are filled in: { $known }.
crm-connected = { $system } is connected. Its token is kept, encrypted. Read it with “icpbot crm sync”.
crm-connected-open = { $system } is connected. Its token is not kept, so set ICPBOT_CRM_TOKEN for every run. Read it with “icpbot crm sync”.
crm-disconnected = Disconnected: the token and what was read are gone. What we learnt about accounts stays.
crm-disconnected-forgotten = Disconnected: the token and what was read are gone, and so are the facts about accounts ({ $n }).
crm-read = Records read: { $read }. New or changed: { $changed }. Deleted: { $deleted }.
crm-became = Accounts written: { $accounts }, withdrawn: { $removed }. Now there are { $customers } customers and { $deals } deals from the CRM.
crm-held = I changed nothing: { $accounts } of { $of_accounts } companies and { $deals } of { $of_deals } deals are missing in the CRM at once. Perhaps the token may see less than before: check its rights. If they are really gone, run “icpbot crm sync --allow-removals”.
crm-skip-no-name = Organisations without a name, left out: { $n }.
crm-skip-duplicate = Organisations that are the same company as another one, merged into it: { $n }.
crm-skip-no-organisation = Deals without an organisation that I know, left out: { $n }.
crm-skip-unreadable = Records that I could not read, left out: { $n }.
crm-correct = Is a field read as the wrong thing? Name it with --map, such as --map satisfaction=NPS.
crm-status = { $system } is connected: { $url }
crm-token-kept = The token is kept, encrypted.
crm-token-given = The token is given anew for every run.
crm-never = Nothing has been read yet. Run “icpbot crm sync”.
crm-reading = A reading is under way: { $lane }, records so far: { $read }.
crm-last = Last read: { $when }.
crm-note-unknown = { $name } does not come from the CRM, so I have nowhere to write the note.
crm-note-which = { $name } could be several companies: { $candidates }. Write the name in full.
crm-note-ask = Write this as a note on { $name } in { $system }?
crm-note-written = Written as a note on { $name }.
crm-note-there = The same note on { $name } is there already, so I wrote nothing.

## Themes in people's hands

themes-headline = { $n ->
    [one] One theme, by accounts:
   *[other] { $n } themes, by accounts:
}
themes-none = Nothing has become a theme yet. Drop interviews where I am, and I will count what they say.
themes-more = { $n ->
    [one] One more theme; name a kind, such as “themes pain”, to see it.
   *[other] { $n } more themes; name a kind, such as “themes pain”, to see them.
}
themes-how = Press a number to rename a theme, join it with another, take voices out of it, or say that it is none.
themes-rejected-headline = { $n ->
    [0] No theme has been rejected.
    [one] One rejected theme; its number brings it back:
   *[other] { $n } rejected themes; a number brings its theme back:
}
count-named = { $label }: { $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
}, asked in { $asked }.
count-named-anecdote = { $label }: { $accounts } of { $of } { $of ->
    [one] account
   *[other] accounts
}, an anecdote so far; asked in { $asked }.
theme-merged = One theme now: { $label }
theme-split = A theme of its own now: { $label }
theme-renamed = Called so from now on: { $label }
theme-rejected = Counted nowhere from now on: { $label }
theme-restored = Taken back: { $label }
theme-restored-gone = Taken back. Nothing of it is left to count.
theme-kept = The name is shown only where all its sources may be read.
theme-unknown = There is no theme { $name }. “icpbot themes” lists them.
theme-same = These are one theme already.
theme-kinds = Only themes of one kind can be joined, such as two pains.
theme-voices = Name some voices of the theme, and leave at least one in it.
theme-label = A name has one to { $most } characters.
theme-untouched = Nobody has changed this theme, so there is nothing to take back.
theme-nothing = Nothing was changed.
decision-merge = { $by } joined themes: { $label }
decision-split = { $by } took a theme apart: { $label }
decision-rename = { $by } renamed a theme: { $label }
decision-reject = { $by } rejected a theme: { $label }
decision-undone = taken back by { $by }
decisions-none = Nobody has changed a theme yet.
form-theme = Correct a theme
field-theme-name = What is it called?
field-theme-with = Is it the same as another one?
field-theme-apart = Which of these say something else?
field-theme-counts = Is it a theme at all?
field-theme-reason = If not, why?
button-themes = Themes
button-rejected = Rejected: { $n }
button-undo = Undo

## A profile as a canvas
button-canvas = Canvas
canvas-here = The profile “{ $name }” as a canvas:
canvas-followed = Whoever reads this may open it. It is brought up to date when a new version is approved.
canvas-only-in-slack = A canvas lives in Slack. Here, “icpbot profile export --format md” gives you the same text.
canvas-not-in-group = Slack shares a canvas with a channel or with one person, not with a group message. Ask me in a channel, or in a direct message.
canvas-not-in-plan = Your Slack plan has no canvases of their own. “icpbot profile export --format md” gives you the same text.
canvas-no-right = I may not write canvases here yet. An admin can reinstall the app with the scope canvases:write.
canvas-refused = Slack refused the canvas. “icpbot profile export --format md” gives you the same text.
