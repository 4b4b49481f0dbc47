### Settlements: what is owed to merchants, approved by two people, paid, confirmed.

count-payments =
    { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    }
settlement-title = Settlements
settlement-run = Settlement { $run }
settlement-payment = Payment { $payment }
settlement-cutoff = Coupons received up to { $when }
settlement-owed = Owed to merchants
settlement-approvals = Approvals: { $done } of { $needed }
settlement-two-people = Two different people must approve.
settlement-target =
    { $days ->
        [one] Paid within { $days } business day.
       *[other] Paid within { $days } business days.
    }
settlement-bank-details = Bank details
settlement-bank-waiting = Change waiting until { $until }

run-state-prepared = To approve
run-state-approved = Approved
run-state-paid = Sent
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
