### Disputes: a coupon presented twice, or after it was cancelled, lost, stolen, brought back or expired.

count-disputes =
    { $count ->
        [one] { $count } dispute
       *[other] { $count } disputes
    }
dispute-title = Disputes
dispute-number = Dispute { $dispute }
dispute-explain = The merchant accepted this coupon in good faith. A person decides whether it is paid.
dispute-first = First use
dispute-second = Presented again
dispute-decide = Decide
dispute-note = Reason for the decision
dispute-open = To decide
dispute-decided = Decided
dispute-none-open = No dispute is waiting for a decision.
dispute-before = Before
dispute-presented = Presented by the merchant
dispute-fund = Pay from the reserve of
dispute-decided-title = Decided disputes

dispute-reason-already-redeemed = Already used elsewhere
dispute-reason-void = Cancelled before
dispute-reason-lost = Reported lost
dispute-reason-stolen = Reported stolen
dispute-reason-expired = Expired before it arrived
dispute-reason-returned = Already brought back to the program
dispute-reason-late = Arrived after the last day to bring coupons in

decision-pay = Pay the merchant
decision-refuse = Do not pay
