### What a program decided, and the amendments of a running season.

amendment-in-force = What is decided today
amendment-what = Decision
amendment-now = Today
amendment-before = Before
amendment-after = After
amendment-all = Amendments
amendment-none = Nothing has changed since the opening.
amendment-number = Amendment { $number }
amendment-from = From { $from } on
amendment-reason = Reason: { $reason }
amendment-asked-by = Asked for by { $who }
amendment-confirmed-by = Confirmed by { $who }
amendment-dropped-by = Set aside by { $who }
amendment-waits = Waits for a second person
amendment-coming = To come
amendment-is-in-force = In force
amendment-dropped = Set aside
amendment-confirm = Confirm the amendment
amendment-drop = Set aside
amendment-yours = You asked for it. Another person must confirm.
amendment-needs = Somebody from coordination, treasury or approval must confirm.
amendment-new-size = New size
amendment-same-words = Only words change.
amendment-ask = Change a decision
amendment-ask-hint = Nothing changes before a second person confirms. What is already done stays as it is.
amendment-printed = What is printed on coupons waits for the next season: values, last day, conditions.
amendment-from-notebook = Did your program come from a notebook? Decide in the notebook, then ask for the amendment there.
amendment-notebooks = See the notebooks
amendment-file = The program’s file, changed
amendment-file-hint = The whole file. All that it says will be compared with what is decided.
amendment-first-day = First day
amendment-why = Reason, and who decided
amendment-why-hint = For example: committee of August 12, families run out of coupons. Never a participant’s name.
amendment-button = Ask for the amendment

amendment-notebook = Change the running season
amendment-notebook-lead = The program is running. What the notebook decided since changes nothing before the day you say.
amendment-notebook-same = The program already does what the notebook decides.
amendment-notebook-differs = What the notebook decides, and the program does not do yet
amendment-notebook-waits = An amendment already waits for a second person.
amendment-notebook-not-yours = The program’s coordination can ask for the amendment.
amendment-notebook-see = See the program’s amendments
amendment-notebook-not-yet = Open the program first.

decided-starts-on = First day of the season
decided-ends-on = Last day of the season
decided-last-claim-on = Last day to bring coupons in
decided-accept-with-partner = Accept a coupon whose hand-out is not written down yet
decided-fund-policy = Which fund pays
decided-overcommitment-percent = Share of the money received that may be promised
decided-approvals = People who approve a settlement
decided-minimum-payment = Smallest payment
decided-payment-target-days = Payment time promised to merchants, business days
decided-payment-every = Rhythm of payments to merchants
decided-payment-every-as-wished = No fixed rhythm
decided-payment-every-week = Each week
decided-payment-every-two-weeks = Every two weeks
decided-payment-every-month = At the beginning of each month
decided-payment-every-season-end = Once, at the end
decided-payment-route = Route of payments to merchants
decided-payment-route-direct = Directly
decided-payment-route-through-market = Through the market
decided-cooling-off-days = Wait after a change of bank account
decided-refund-limit = Most paid back to whoever brings bought coupons back
decided-replacement = Who replaces lost coupons
decided-on-the-spot-limit = Most paid on the spot in a day for coupons in doubt
decided-gives-change = Change is given
decided-value-by-day = Most accepted by a phone without a network, in a day
decided-lists-hours = A phone keeps its lists
decided-household-coupons = To look at: coupons of one hand-out at one stall
decided-run-coupons = To look at: coupons with numbers in a row at one stall
decided-peers-times = To look at: how many times what the other stalls accept
decided-minute-coupons = To look at: coupons accepted within a minute on one phone
decided-hours-away = To look at: coupons accepted far from opening hours
decided-band = A week, { $band }
decided-yes = Yes
decided-no = No
decided-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
decided-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
decided-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
decided-times = { $count } times
decided-replacement-never = Nobody
decided-replacement-coordinator = Coordination
decided-replacement-partner = The organization that handed them out
