### Settlements: what is owed to merchants, approved by two people, paid, confirmed.

count-business-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
count-payments =
    { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    }
settlement-title = Settlements
settlement-run = Settlement { $run }
settlement-payment = Payment { $payment }
settlement-cutoff = Coupons received up to { $when }
settlement-owed = To put in a settlement
settlement-nowhere = No account on file for { $names }. Ask for it before sending the settlement.
settlement-confirm-all =
    { $count ->
        [one] Confirm { $count } payment
       *[other] Confirm the { $count } payments left
    }
settlement-confirm-all-hint = For a bank file, or transfers made on the same day: one number for all of them.
settlement-approvals = Approvals: { $done } of { $needed }
settlement-two-people = Two different people must approve.
settlement-target =
    { $days ->
        [one] Paid within { $days } business day.
       *[other] Paid within { $days } business days.
    }
settlement-bank-details = Bank details
settlement-bank-waiting = Change waiting until { $until }
settlement-prepare = Prepare a settlement
settlement-prepare-hint = It will gather everything owed up to now. Nothing is paid yet.
settlement-steps = Steps of the settlement
settlement-step-done = done
settlement-prepared-at = Prepared on { $when }
settlement-approval = Approval { $number } of { $needed }
settlement-sent = Payments sent
settlement-confirmed = Payments confirmed: { $count } of { $all }
settlement-confirmed-returned = Payments confirmed: { $count } of { $all }, returned: { $returned }
settlement-returned-hint = What comes back is owed again: the next settlement gathers it.
settlement-next = Next step
settlement-delay = Wait: { $median } or less half of the time, { $most } or less 95 times out of 100.
settlement-wait = This settlement is waiting for another person’s approval.
settlement-pay = Mark as sent
settlement-pay-hint = First make the payments at the bank, with the list below.
settlement-cancel = Cancel this settlement
settlement-cancel-hint = Say why. The amounts will be owed again.
settlement-cancelled-hint = The amounts are owed again and will go into a later settlement.
settlement-list-pdf = Payment list (PDF)
settlement-list-csv = Payment list (CSV)
settlement-statement = Statement (PDF)
settlement-reference = Cheque or confirmation number
settlement-return = This payment came back
settlement-return-reason = Why did it come back?
settlement-return-button = Record the return

run-state-prepared = To approve
run-state-approved = Approved
run-state-sent = Sent
run-state-settled = Paid
run-state-ended = Finished
run-state-cancelled = Cancelled

payment-state-waiting = Waiting
payment-state-sent = Sent
payment-state-confirmed = Confirmed
payment-state-returned = Returned unpaid
payment-state-cancelled = Cancelled

method-cheque = Cheque
method-transfer = Transfer
method-deposit = Direct deposit
method-local-currency = Local currency

## The columns of the payment list, in a spreadsheet.

payments-column-order = order
payments-column-payment = payment
payments-column-method = method
payments-column-payee = payee
payments-column-institution = institution
payments-column-transit = transit
payments-column-account = account
payments-column-amount = amount
payments-column-unit = unit
payments-column-reference = reference
payments-column-note = note

wait-title = How long each merchant waited
wait-hint = From coupons counted in to payment confirmed, in business days. What still waits comes first.
wait-none = No coupon was counted in yet.
wait-late =
    { $count ->
        [0] No redemption went beyond the time promised.
        [one] { $count } redemption went beyond the time promised.
       *[other] { $count } redemptions went beyond the time promised.
    }
wait-each = Each redemption
wait-longest =
    { $count ->
        [one] The longest wait
       *[other] The { $count } longest waits
    }
wait-days = Business days
wait-counted-in = Counted in on
wait-paid = Paid on
wait-run = Settlement run
wait-waits = Still waiting
wait-list = See each wait
