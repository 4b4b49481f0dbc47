### The audit, and the kinds of acts written in the log.

audit-title = Audit
audit-explain = Every printed coupon is somewhere. This page shows it, by count and by value.
audit-balanced = Everything is in its place: no coupon and no dollar is missing.
audit-unbalanced = There is a gap. Tell the person who looks after the software before going on.
audit-journal = Log
audit-by = by { $who }
audit-system = the program itself
audit-refused = Refused

kind-open = Program opened
kind-enroll = Registration
kind-receive-money = Money received
kind-set-aside = Money set aside
kind-issue-batch = Batch printed
kind-move = Coupons moved
kind-hand-out = Coupons handed out
kind-replace = Coupons replaced
kind-sell = Coupons sold
kind-redeem = Coupons accepted
kind-expire = Coupons expired
kind-resolve-dispute = Dispute decided
kind-prepare-run = Settlement prepared
kind-approve-run = Settlement approved
kind-cancel-run = Settlement cancelled
kind-pay-run = Payments sent
kind-confirm-payment = Payment confirmed
kind-return-payment = Payment returned
kind-propose-bank-details = Bank change requested
kind-confirm-bank-details = Bank change confirmed
kind-close = Season closed
