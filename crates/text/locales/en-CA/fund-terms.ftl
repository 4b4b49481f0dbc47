### A fund's agreement, its report to the funder, and money that leaves it.

fund-page = Report and agreement
fund-report-hint = What the fund received, what became of it, and what is left.
fund-report-of = Report: { $fund }
fund-report-funder = Funder: { $funder }
fund-report-made = { $days }. Made on { $day }.
fund-report-all = Everything so far
fund-report-days = From { $from } to { $until }
fund-report-year = Year: { $days }
fund-report-quarter = Quarter { $number }: { $days }
fund-report-choose = Choose other days
fund-report-period = Year or quarter
fund-report-own-days = Days of your choice
fund-report-since = First day
fund-report-through = Last day
fund-report-show = Show these days
fund-report-pdf = Report as a PDF
fund-report-moved = What moved
fund-report-stands = Where the money stands on the last day
fund-report-reached = Who was reached
fund-report-opening = Left the day before
fund-report-awaited = Pledged, not received yet
fund-report-received = Received from the funder
fund-report-moved-in = Come from other funds
fund-report-spent = Spent on food
fund-report-operations = Spent on operations
fund-report-moved-out = Gone to other funds
fund-report-given-back = Given back to the funder
fund-report-paid = Of the food, paid to producers and merchants
fund-report-remains = Left, promised to nobody
fund-report-promised = Promised to households
fund-report-set-aside = Set aside
fund-report-owed = Owed to merchants
fund-report-bank = In the bank
fund-report-sums = What was left, what came in and what went out add up to what is left, to the cent.
fund-report-households =
    { $count ->
        [0] No household was reached.
        [one] { $count } household was reached, in { $handouts } hand-outs.
       *[other] { $count } households were reached, in { $handouts } hand-outs.
    }
fund-report-hand-outs =
    { $count ->
        [0] No household was reached.
        [one] { $count } hand-out to a household. One household may receive several.
       *[other] { $count } hand-outs to households. One household may receive several.
    }
fund-report-small = Households are not told here: fewer than { $count } hand-outs, here or beside it. Nobody must be recognized.
fund-report-other-days = Households are told for a whole year or quarter only, so that nobody is recognized.
fund-report-matched = { $fund } has received { $amount }. This fund gives as much, up to { $cap }.
fund-instalments = Instalments
fund-instalment-due = Due on
fund-instalment-state = State
fund-instalment-came = Arrived
fund-instalment-received = Received
fund-instalment-late = Late
fund-instalment-awaited = Expected

## What was agreed

fund-terms-title = What was agreed
fund-terms-none = Nothing is written about this fund’s agreement.
fund-terms-change = Change the agreement
fund-terms-hint = What is written here counts from now on. What was promised or spent before stays as it is.
fund-terms-reference = Agreement
fund-terms-reference-hint = The number of the agreement, as the funder writes it.
fund-terms-signed = Signed on
fund-terms-pledge = Pledged
fund-terms-pledge-hint = The whole amount that the funder promises.
fund-terms-pays = May pay
fund-terms-pays-hint = Outside these days the fund pays for no hand-out and no expense. Coupons in households’ hands stay good.
fund-terms-pays-from = May pay from
fund-terms-pays-until = May pay until
fund-terms-from = From { $day } on
fund-terms-until = Until { $day }
fund-terms-operations = For operations
fund-terms-operations-hint = In percent of the money that came in. 0 is food only. Empty is without limit.
fund-terms-food-only = Nothing: food only
fund-terms-share = At most { $share } of the money that came in
fund-terms-partners = For these organizations only
fund-terms-partners-hint = Without any choice, the fund pays for all of them.
fund-terms-target = For whom
fund-terms-target-hint = The people that the funder wants to reach, in its words.
fund-terms-matching = Matching
fund-terms-matches = As much as { $fund } receives, up to { $cap }
fund-terms-matching-fund = Gives as much as this fund receives
fund-terms-matching-none = No other fund
fund-terms-matching-cap = Up to
fund-terms-year = Funder’s year begins on
fund-terms-year-hint = Month and day, such as 04-01 for April 1.
fund-terms-lapse = What is left when the season closes
fund-terms-carry-to = To which fund, when it is carried
fund-terms-save = Write the agreement down
fund-instalment-number = Instalment { $number }: due on
fund-instalment-amount = Instalment { $number }: amount

fund-lapse-none = Not decided yet
fund-lapse-keep = Stays in the fund for the next season
fund-lapse-give-back = Goes back to the funder
fund-lapse-carry = Goes to another fund
fund-lapse-carry-to = Goes to another fund: { $fund }
fund-lapse-title = What is left in the funds
fund-lapse-hint = What each fund’s agreement says. Nothing moves before two people said so.
fund-lapse-before = This is what would be left today. It is decided once the season is closed.
fund-lapse-left = { $amount } is left.
fund-lapse-asked = { $amount } waits for a second person.
fund-lapse-ask-back = Ask to give { $amount } back
fund-lapse-ask-carry = Ask to move { $amount }
fund-lapse-reason = What is left when the season closes, as agreed.

## Money that leaves a fund

fund-move-title = Money that leaves a fund
fund-move-hint = Only what is promised to nobody can leave. One person asks, another one confirms.
fund-move-ask = Move a fund’s money
fund-move-from = Out of the fund
fund-move-to = Into
fund-move-to-funder = Back to its funder
fund-move-why-hint = Why this money moves. Whoever reads the books needs it.
fund-move-ask-button = Ask for this movement
fund-move-none = No movement was asked for.
fund-move-words = { $amount } out of { $from } into { $to }
fund-move-back-words = { $amount } out of { $from }, back to its funder
fund-move-by = Asked by { $who }: { $reason }
fund-move-yours = You asked for it: another person must confirm.
fund-move-reference = Number of the cheque or transfer
fund-move-confirm = Confirm
fund-move-drop = Give up
fund-move-waiting = Waiting
fund-move-confirmed = Moved
fund-move-cancelled = Given up
