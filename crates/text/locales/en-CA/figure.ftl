### What a figure is made of: the list behind each number of the pages.

figure-sum = This figure is the sum of the lines below.
figure-by-day = One line a day and a place, without merchant or organization.
figure-by-weeks = Weeks are put together: nobody can be recognized.
figure-small =
    { $count ->
        [one] There is less than { $count } hand-out or coupon here: this figure is not shown, so that nobody is recognized.
       *[other] There are fewer than { $count } hand-outs or coupons here, or too few beside it. This figure is not shown: nobody must be recognized.
    }
figure-none = Nothing to show: this figure is zero.
figure-lines = Line by line
figure-limits = What the list shows
figure-limit = { $what }: { $value }
figure-without = Show all
figure-choose = Choose a part
figure-all = All
figure-show = Show
figure-newer = Newer
figure-older = Older
figure-from = From
figure-until = To
figure-since = From the
figure-through = Until the
figure-overcommitment = Promise beyond the money received

## Each figure, and what it counts

figure-printed = Printed, not counted yet
figure-printed-hint = Printed coupons that are not in stock.
figure-in-stock = In stock
figure-in-stock-hint = Counted coupons that the program keeps.
figure-with-partner = With organizations
figure-with-partner-hint = Allotted coupons that wait to be handed out.
figure-handed-out = Handed out or sold, not used yet
figure-handed-out-hint = Coupons in the hands of households and buyers.
figure-redeemed = Used in all
figure-redeemed-hint = Coupons accepted by merchants, sold coupons included.
figure-void = Cancelled coupons
figure-void-hint = Coupons that the program cancelled.
figure-lost = Lost coupons
figure-lost-hint = Coupons reported lost.
figure-stolen = Stolen coupons
figure-stolen-hint = Coupons reported stolen.
figure-returned = Coupons brought back
figure-returned-hint = Coupons brought back unused.
figure-expired = Expired coupons
figure-expired-hint = Coupons whose last day has passed.
figure-ever-allotted = Allotted to organizations
figure-ever-allotted-hint = All the organizations’ coupons, wherever they are now.
figure-ever-handed-out = Handed out by organizations
figure-ever-handed-out-hint = Each line says what became of these coupons.
figure-used = Used, among the organizations’ own
figure-used-hint = Where and when these coupons were accepted.
figure-in-hand = Waiting to be handed out
figure-in-hand-hint = Coupons that organizations have in hand.
figure-live = Still usable, with a last day
figure-live-hint = They are in stock, with organizations or with households.
figure-overdue = Past their last day
figure-overdue-hint = These coupons can be ended.
figure-sold = Sold, not used yet
figure-sold-hint = These coupons never expire.
figure-hand-outs = Hand-outs
figure-hand-outs-hint = Hand-outs recorded. One household may receive several.
figure-received = Money received
figure-received-hint = What arrived at the bank.
figure-spent = Spent on food
figure-spent-hint = Coupons used and disputes paid.
figure-paid = Paid to merchants
figure-paid-hint = Payments that the bank confirmed.
figure-operations = Operating expenses
figure-operations-hint = What the fund paid for the program.
figure-moved-in = Come from other funds
figure-moved-in-hint = Money that two people moved into this fund.
figure-moved-out = Gone to other funds
figure-moved-out-hint = Money that two people moved out of this fund.
figure-given-back = Given back to the funder
figure-given-back-hint = Money that went back to whoever gave it.
figure-refunded = Paid back to buyers
figure-refunded-hint = Sold coupons that were brought back.
figure-promised = Promised to households
figure-promised-hint = Coupons handed out, less those used or expired.
figure-set-aside = Set aside
figure-set-aside-hint = The reserve for good-faith losses.
figure-sold-left = Sold, not used yet, in dollars
figure-sold-left-hint = What buyers paid, less what was used.
figure-left = Left to promise
figure-left-hint = Money received, less what is used, kept or promised.
figure-remains = Left of the money received
figure-remains-hint = Money received, less what is used, moved, kept or promised.
figure-owed = Owed to merchants
figure-owed-hint = Everything that the bank has not confirmed yet.
figure-bank = In the bank
figure-bank-hint = What came in, less what went out.
figure-to-pay = Owed, in no run yet
figure-to-pay-hint = What the next run can pay.
