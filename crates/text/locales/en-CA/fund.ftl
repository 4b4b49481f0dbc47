### Funds, accounts and movements of money.

fund-title = Funds
fund-funder = Funder
fund-received = Received
fund-spent = Used
fund-refunded = Paid back
fund-promised = Promised
fund-set-aside = Set aside
fund-left = Left to promise
fund-sales = Sales to the public
fund-receive = Record money received
fund-receive-hint = Write down what reached the bank, one deposit at a time.
fund-received-on = Received on
fund-reference-hint = The number of the cheque or transfer, to find it again later.
fund-receive-button = Record this amount
fund-put-aside = Set money aside
fund-put-aside-hint = This reserve pays good-faith merchants when a dispute is decided in their favour.
fund-put-aside-button = Set aside
fund-operations = Operations
fund-spend = Pay an operating expense
fund-spend-hint = Printing, travel, work. What is promised to households stays theirs.
fund-spend-what = What
fund-spend-what-hint = What was paid for, in a few words. Never a household’s name.
fund-spend-reference-hint = The number of the invoice, cheque or transfer.
fund-spend-button = Record this expense
fund-spent-on = Paid on
fund-expenses = Operating expenses
fund-paid = Paid to merchants
fund-delay = How long merchants wait
fund-delay-median = Half of the time
fund-delay-median-hint = or less, from coupons counted in to payment confirmed
fund-delay-p95 = 95 times out of 100
fund-delay-p95-hint = or less
fund-delay-in-time =
    { $count ->
        [one] In { $count } business day
       *[other] In { $count } business days
    }
fund-delay-share = of redemptions paid: { $part } of { $whole }
fund-delay-none = No payment is confirmed yet.
fund-delay-target =
    { $count ->
        [one] The promise: { $count } business day, without weekends and holidays.
       *[other] The promise: { $count } business days, without weekends and holidays.
    }
fund-delay-waiting =
    { $count ->
        [0] Nobody is waiting.
        [one] { $count } redemption is waiting to be paid.
       *[other] { $count } redemptions are waiting to be paid.
    }
fund-delay-late =
    { $count ->
        [one] { $count } has waited longer than promised.
       *[other] { $count } have waited longer than promised.
    }
fund-back = Payments that the bank returned
fund-back-hint = Check the details with the merchant, then prepare another run: this amount will be in it.
fund-back-details = See the merchant
fund-sold-left = Sold, not used yet

fund-policy-designated = The fund chosen at allotment
fund-policy-oldest-first = The first fund with room
fund-policy-pro-rata = All funds, by their room

## Kinds of accounts

account-bank = Bank
account-fund = Money received, not used yet
account-sold-outstanding = Coupons sold, not used yet
account-payable = Owed to merchants
account-claimed = Owed, in a settlement
account-in-transit = Sent, not confirmed yet
account-contingency = Reserve for good-faith losses
account-committed = Promised to households
account-committed-offset = Promised to households, other side
account-cover = Dollars that cover the local currency
account-units-outstanding = Local currency handed out
account-units-issued = Local currency issued
account-operations = Operating expenses to pay
account-moved-out = To pay to another fund
account-moved-in = Received from another fund
account-given-back = To give back to the funder
account-at-market = With a market, to hand over

## Kinds of movements

transfer-receive = Money received
transfer-set-aside = Money set aside
transfer-commit = Coupons handed out
transfer-release = Promise ended
transfer-redeem = Coupon used
transfer-sell = Coupons sold
transfer-compensate = Dispute paid
transfer-claim = Put in a settlement
transfer-send = Payment sent
transfer-confirm = Payment confirmed
transfer-bounce = Payment returned
transfer-cover = Local currency covered
transfer-refund = Coupons paid back
transfer-operate = Operating expenses
transfer-move-fund = Moved between funds
transfer-give-back = Given back to the funder
transfer-hand-over = Handed to the merchant by the market
