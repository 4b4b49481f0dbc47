# A territory's notebook of decisions: its pages. The questions themselves are in decision*.ftl.
nav-notebooks = Decision notebooks
nav-notebooks-hint = Decide together how a program works, then open it.
notebooks-lead = One notebook for each territory: the questions, what others chose, what you decide.
notebooks-none = You have no notebook yet
notebooks-none-next = Begin from a known program: each borrowed choice stays marked until you decide.
notebook-begin = Begin a notebook
notebook-begin-name = Territory
notebook-begin-name-hint = As people write it: MRC de Portneuf, Ville de Rimouski, First Nation…
notebook-begin-model = Start from
notebook-begin-programme = A program that runs already
notebook-begin-programme-none = None: this is a new territory
notebook-begin-programme-hint = What it does is written as decided. The rest comes from the model, to discuss.
notebook-begin-button = Begin
notebook-model-of = Started from: {$model}
notebook-programme-open = The program is open
notebook-progress = {$decided} of {$asked}
notebook-progress-decided = questions decided
notebook-borrowed-count = { $count ->
    [one] {$number} borrowed choice
   *[other] {$number} borrowed choices
}
notebook-contradiction-count = { $count ->
    [one] {$number} contradiction
   *[other] {$number} contradictions
}
notebook-lead = Answer in any order. What follows from your answers is worked out as you go.
notebook-questions = Questions
notebook-borrowed = Borrowed: {$model}
notebook-nobody = a place to begin, chosen by nobody
notebook-no-answer = No answer
notebook-withdrawn = Question withdrawn
notebook-required = Needed to open
notebook-findings = What does not hold together
notebook-findings-none = Nothing contradicts.
notebook-contradiction = Contradiction
notebook-caution = Good to know
notebook-consequences = What follows
notebook-consequences-hint = If households are spread evenly over the sizes: nobody knows before the season.
consequence-given = Value handed out over the season
consequence-spent = Of which to be spent, as expected
consequence-between = {$middle} ({$low} to {$high})
consequence-for-coupons = Money for coupons
consequence-for-operations = Money to run the program
consequence-short = Missing
consequence-households = Households the money allows
consequence-coupons = {$value} coupons to print
consequence-sheets = Sheets of ten coupons
consequence-handouts = Hand-outs over the season
consequence-coupons-a-week = Coupons to count each week
notebook-law = What the law says
notebook-to-validate = to be validated
notebook-known = What others chose
notebook-known-none = No known program published it.
notebook-inferred = inferred
notebook-source = {$source}, read on {$day}
notebook-answer = Your answer
notebook-answer-none = Not yet
notebook-state = How far the decision has come
notebook-reasons = Reasons
notebook-by = Who decided
notebook-decides = Who settles it: {$who}
notebook-on = On
notebook-meeting = Meeting
notebook-dissent = Who saw it otherwise, and why
notebook-renamed = The question in your words
notebook-withdraw = We do not ask this question
notebook-more = Wording and withdrawal
notebook-save = Save
notebook-save-next = Save and go on
notebook-past = What was written
notebook-past-model = The place to begin
notebook-past-version = Version {$number}
notebook-past-now = Today’s notebook
notebook-past-shown = You are reading the notebook as it was at version {$number}.
notebook-own = Add your own question
notebook-own-asked = Your question
notebook-own-button = Add
theme-own = Your questions
notebook-compare = Compare
notebook-compare-lead = This notebook beside another, or beside itself earlier.
notebook-compare-with = With
notebook-compare-version = At its version
notebook-compare-button = Compare
notebook-compare-same = Same
notebook-compare-other = Different
notebook-compare-only = Differences only
notebook-question-column = Question
notebook-files = Files
notebook-files-lead = The whole notebook, to keep, to fill in elsewhere, to bring back here.
notebook-file-toml = The notebook, as text
notebook-file-programme = The program, as text
notebook-bring = Bring a notebook back
notebook-bring-file = File: CSV, XLSX, ODS or the notebook’s text
notebook-bring-look = See what would change
notebook-bring-keep = Write these answers
notebook-bring-changed = { $count ->
    [0] Nothing would change.
    [one] {$number} answer would change.
   *[other] {$number} answers would change.
}
notebook-bring-bad = Line {$line}
notebook-column-key = Short name
notebook-column-question = Question
notebook-column-answer = Answer
notebook-column-state = State
notebook-column-reasons = Reasons
notebook-column-by = Who decided
notebook-column-on = On
notebook-column-meeting = Meeting
notebook-column-dissent = Who saw it otherwise
notebook-open = Open the program
notebook-open-lead = The notebook becomes the program: its rules, its coupons, its funds.
notebook-open-key = Short name in addresses
notebook-open-host = Address printed on coupons
notebook-open-host-hint = Short: the coupon’s square holds it.
notebook-open-territories = Territories served
notebook-open-territories-hint = They put the program on the map of Québec. Choose a region, then its MRC.
notebook-open-simulated = This is a practice program: its coupons are worth nothing
notebook-open-undecided = Still to decide
notebook-open-look = What the program would say
notebook-open-not-yours = The provincial network opens programs. Ask it to open this one.
notebook-to-programme = Go to the program
notebook-people = Around the table
notebook-people-lead = Who reads, who writes, who invites.
seat-facilitator = Facilitates, invites and opens
seat-member = Proposes and decides
seat-reader = Reads
notebook-invite = Invite somebody
notebook-invite-seat = What this person will do
notebook-invite-button = Invite
notebook-unseat = Remove
done-notebook-begun = The notebook is begun.
done-notebook-written = Written.
done-notebook-brought = The answers are written.
done-notebook-seat = Done.

notebook-toolbox = Toolbox
notebook-toolbox-lead = Each document follows from your decisions. Print the PDF, or change the DOCX by hand.
toolbox-undecided = { $count ->
    [one] {$number} answer to decide
   *[other] {$number} answers to decide
}
toolbox-changed = Answers changed on {$day}
toolbox-signed-by = Signed by {$who} on {$day}
toolbox-not-the-same = no longer says the same
toolbox-keep = Keep a signed document
toolbox-keep-hint = It is kept as it is now, with its fingerprint, even if decisions change.
toolbox-which = Document
toolbox-who-signed = Who signed
toolbox-kept = Signed documents
done-notebook-kept = The document is kept.

fact-correct = Correct
fact-correct-hint = What you write is read at once in every notebook. What was written before is kept. Empty both languages to take the fact away.
fact-french = In French
fact-english = In English
fact-source = Source
fact-read-on = Read on
fact-inferred = Worked out from what is published
fact-answer = The same, as an answer
fact-answer-hint = Only if it is exact enough for a territory to begin from. For a choice, the short name of the option.
fact-silent = Published nothing
done-fact-corrected = It is corrected in every notebook.

# The words of a programme's file.
notebook-band-one = { $count ->
    [one] {$count} person
   *[other] {$count} people
}
notebook-band-two = {$from} or {$to} people
notebook-band-range = {$from} to {$to} people
notebook-band-more = {$from} people and more
notebook-class-given = {$value} coupon
notebook-class-month = {$value} coupon, {$month}
notebook-class-sold = {$value} public coupon
notebook-class-bonus = {$value} bonus
notebook-offer = {$price} gives {$worth}
notebook-offer-par = {$price} of coupons
notebook-sales = Sales to the public
notebook-public = The public
