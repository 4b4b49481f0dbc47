### A merchant's page: what they accepted, what they are owed, what they were paid.

vendor-owed = Owed now
vendor-coming = On its way
vendor-next-run = Next settlement: { $on }.
vendor-promised = Promised for { $on }
vendor-late = It is late. The coordination can tell you where the payment is.
vendor-lacks-account = You are paid through the bank and we have no account for you. Write your bank details.
vendor-held = Your payments are held: you will be called.
vendor-held-hint = Nothing is lost: what is owed to you stays owed, and your coupons are accepted. No call within two days? Call { $carrier }.
vendor-prepared = prepared on { $on }
vendor-at-market = { $market } received your share and has to give it to you.
vendor-market-says = { $market } says that it gave you your share.
vendor-have-share = I have it
vendor-acknowledged = You said that you have it.
vendor-returned-next = The bank sent it back: the amount is owed to you again. Check your bank details.
vendor-returned-again = The bank sent it back. The amount is taken up in payment { $payment }.
vendor-doubts = Coupons set aside
vendor-doubts-hint = Somebody decides whether they are paid. The answer is written here.
vendor-target =
    { $count ->
        [0] The program aims to pay on the same day.
        [one] The program aims to pay within { $count } business day.
       *[other] The program aims to pay within { $count } business days.
    }
vendor-payments = Payments
vendor-payments-empty = No payment has been prepared yet.
vendor-days = Coupons accepted, by day and place
vendor-days-older = Older days
vendor-days-empty = No coupon has been counted yet.
vendor-to-agree = Totals to confirm
vendor-to-agree-hint = The market closed these days. Is the total the same as yours? If not, talk to the market.
vendor-agree = It is right
