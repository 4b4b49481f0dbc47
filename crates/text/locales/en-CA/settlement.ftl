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
settlement-left-out = Not in this settlement, because they are held: { $names }.
settlement-due = Next settlement to prepare on { $on }: { $every }.
settlement-was-due = A settlement was to be prepared on { $on }: { $every }.
settlement-held = Held: { $names }. A settlement leaves them out.
settlement-direct = Paid directly, because no market takes money for them: { $names }.
settlement-through = Through { $market }.
settlement-through-sum = One sum: { $amount }.
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
settlement-advices = Payment advices
settlement-advices-hint = Each merchant learns what is paid to them, day by day.
settlement-advices-pdf = Advices to print (PDF)
settlement-stubs-pdf = Cheque stubs (PDF)
settlement-advices-send = Send the payment advices
settlement-advices-send-hint = By e-mail, to whoever has an address. An advice that left does not leave again.
settlement-advices-later = The e-mails leave once the payments are sent.
settlement-advices-sent =
    { $count ->
        [one] { $count } e-mail sent.
       *[other] { $count } e-mails sent.
    }
settlement-advices-waiting =
    { $count ->
        [one] { $count } e-mail is waiting to leave.
       *[other] { $count } e-mails are waiting to leave.
    }
settlement-advices-failed =
    { $count ->
        [one] { $count } e-mail did not leave.
       *[other] { $count } e-mails did not leave.
    }
settlement-advices-paper = Without an e-mail address, to be given the advice on paper: { $names }.
settlement-advices-no-mail = This installation sends no e-mail: print the advices.
settlement-statement = Statement (PDF)
settlement-reference = Cheque or confirmation number
settlement-return = This payment came back
settlement-return-reason = Why did it come back?
settlement-return-button = Record the return
settlement-return-share = The market gives this share back

run-state-prepared = To approve
run-state-approved = Approved
run-state-sent = Sent
run-state-settled = Paid
run-state-ended = Finished
run-state-cancelled = Cancelled

payment-state-waiting = Waiting
payment-state-sent = Sent
payment-state-at-market = At the market
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
## Held payments

hold-title = Held payments
hold-hint = A doubt about an account, or a strange call? One person holds, at once. Two people let go.
hold-begin = Hold a merchant’s payments
hold-why-hint = What worries you. The merchant does not read it.
hold-button = Hold
hold-none = No payment is held.
hold-by = Held by { $who }, { $when }: { $reason }
hold-asked-by = { $who } asks to let go: { $reason }
hold-lifted-by = Let go by { $who }, { $when }
hold-waits = waits, and stays owed
hold-yours = You asked for it: another person must confirm.
hold-ask = Ask to let go
hold-found = What you checked
hold-ask-button = Send the request
hold-release = Let go
hold-keep = Keep held
hold-held = Held
hold-release-asked = To confirm
hold-lifted = Let go

## Money to have in the bank

cash-title = Money to have in the bank
cash-hint = What will leave for merchants, what funders promised, and what must be there each day.
cash-short = { $amount } will be missing at the bank, from { $day } on.
cash-enough = There is enough at the bank until { $day }, if the promised instalments arrive.
cash-nothing = Nothing is owed, and nothing is expected.
cash-today = In the bank today: { $amount }. What it takes: { $needed }.
cash-late = Late instalments: { $amount }. They are not counted here.
cash-days = Day by day
cash-careful =
    { $count ->
        [0] A careful forecast, exceeded one season out of twenty. Each week is paid as soon as it ends.
        [one] A careful forecast, exceeded one season out of twenty. Each week is paid { $count } business day after it ends.
       *[other] A careful forecast, exceeded one season out of twenty. Each week is paid { $count } business days after it ends.
    }
cash-chart = What leaves and what must be in the bank, by day, in dollars
cash-head-out = Leaves
cash-head-in = Comes in
cash-head-needed = Must be in the bank
cash-head-left = Will be left
cash-why-sent = payments sent, not confirmed yet
cash-why-claimed = settlement prepared
cash-why-owed = owed to merchants, in no settlement
cash-why-week = coupons of the week of { $day }
cash-why-instalment = promised instalment: { $fund }
