### Handing coupons out to households.

handout-title = Hand out coupons
handout-drawer = What the organization has in hand
handout-in-hand = { $letter } coupons of { $face } in hand
handout-given-today =
    { $count ->
        [one] { $count } handed out today
       *[other] { $count } handed out today
    }
handout-today = Hand-outs today
handout-partner = Organization
handout-band = Household size
handout-usual =
    { $count ->
        [one] { $count } { $letter } coupon
       *[other] { $count } { $letter } coupons
    }
handout-way = Which coupons
handout-way-usual = The usual number
handout-way-count = Another number
handout-way-numbers = A booklet or numbers
handout-weeks = For how many weeks
handout-weeks-count =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
handout-count = Number of coupons
handout-coupons = Coupon numbers
handout-numbers-hint = The number is on each coupon: 3-00012, or 3-00012 to 3-00019. A whole booklet: 3-c2. With a reader, scan the first and the last one.
handout-pseudonym = Add a mark (optional)
handout-pseudonym-label = Your own mark
handout-pseudonym-hint = A word that only you understand. Never a name. The program keeps only a fingerprint of it: nobody can read it back.
handout-no-name = Do not write any name. The program keeps none.
handout-button = Record the hand-out
handout-give = Give the household ({ $band }):
handout-given =
    { $count ->
        [one] { $count } coupon, worth { $amount }.
       *[other] { $count } coupons, worth { $amount }.
    }
handout-take-back = Undo
handout-take-back-of = Undo the hand-out: { $coupons }
handout-take-back-hint = Possible for ten minutes. The coupons come back to you.
handout-was-taken-back = undone
handout-last = Latest hand-outs
handout-older = Older hand-outs
bands-table = Hand-outs by household size
bands-band = Household size
bands-hand-outs = Hand-outs
bands-small = fewer than { $count } hand-outs
bands-no-name = No name is written down anywhere. A small number is not shown to whoever studies the program.
coupons-of-batch =
    { $count ->
        [one] coupon { $numbers } of batch { $batch }
       *[other] coupons { $numbers } of batch { $batch }
    }
coupons-range = { $first } to { $last }
handout-replace-title = Replace lost coupons
handout-replace-hint = The lost coupons can no longer be used. You give your next coupons instead, as many and of the same class.
handout-replace-lost = Lost coupons
handout-replace-with = Coupons given instead
handout-sell-paid = Amount paid

## The paper register

register-title = Hand-out register
register-hint = For a day without a phone: print the register, fill it in by hand, type it in here later.
register-print = The register to print
register-print-hint = A blank page in your organization’s name. Nobody writes a name on it.
register-print-button = Open the page to print
register-type = Type the register in
register-type-hint = One line for each household. Without numbers, they are your next coupons, the usual number.
register-line = Line { $number }
register-day = Day
register-numbers = Numbers, if known
register-numbers-paper = Coupon numbers (first and last)
register-initials = Your initials
register-button = Record these hand-outs
register-left =
    { $count ->
        [one] { $count } line is not recorded: put it right below.
       *[other] { $count } lines are not recorded: put them right below.
    }
register-recorded =
    { $count ->
        [one] { $count } line is recorded. Correct those that are left.
       *[other] { $count } lines are recorded. Correct those that are left.
    }
register-paper-hint = Print this page, then type it in under “Hand-out register”.
register-paper-rule = One line for each household. Tick the household size. Never a name.
