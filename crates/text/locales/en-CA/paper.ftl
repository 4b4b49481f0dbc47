## Words printed on coupons, hand-out registers, statements and lists

paper-home-read = Good at some places only: the page behind the square names them.
paper-conditions-granted =
    { $change ->
        [yes] Exchange this coupon for food with a participating merchant. Change is given. No fee.
       *[no] Exchange this coupon for food with a participating merchant. No change is given. No fee.
    }
paper-conditions-sold =
    { $refunds ->
        [yes] Exchange this coupon for food with a participating merchant. Refunded on request when you have { $limit } or less left. No fee.
       *[no] Exchange this coupon for food with a participating merchant. It is not refunded. No fee.
    }
paper-simulated = SPECIMEN
paper-number = No.
paper-check = Check:
paper-booklet = Booklet
paper-sheet = Sheet
paper-supported = With the support of
paper-page = Page
paper-stub-title = Hand-out register
paper-stub-help = One line for each booklet handed out. Write no name.
paper-numbers = Numbers
paper-date = Date
paper-household = People in the household
paper-initials = Initials
paper-merchant = Paid to
paper-fiduciary = Paid by
paper-period = Period
paper-run = Settlement no.
paper-paid-on = Payment date
paper-method = Payment method
paper-reference = Reference
paper-days = Coupons received
paper-place = Place
paper-coupons = Coupons
paper-amount = Amount
paper-subtotal = Subtotal
paper-disputes = Other amounts
paper-coupon = Coupon
paper-reason = Reason
paper-outcome = Decision
paper-total = Total paid
paper-total-due = Total to pay
paper-carried = Carried over from a payment that was returned or too small
paper-carried-out = Paid earlier or carried over
paper-not-paid-yet = not paid yet
paper-line = { $count } × { $face } { $class }
paper-note-question = A question? Write to the program with the settlement number.
paper-note-value = Every coupon is paid at its full value, with no fee.
paper-list-title = Payment list
paper-prepared-on = Prepared on
paper-cheques = Cheques to write
paper-cheque-number = Cheque no.
paper-payee = Pay to the order of
paper-transfers = Transfers to type in
paper-transfer-account-missing = No account on file: ask the merchant for it.
paper-done = Done
paper-cheque-total = Cheques, total
paper-transfer-total = Transfers, total
paper-deposits = Direct deposits
paper-deposit-note = Already in the file for the bank: type none of them in.
paper-deposit-total = Direct deposits, total
paper-local = Local currency to hand over
paper-run-total = Settlement total
paper-not-approved = Not approved yet: pay nothing. Approvals: { $done } of { $needed }.
paper-run-cancelled = Settlement cancelled: pay nothing.
paper-through = Through { $market }
paper-shares-title = Shares to hand to merchants
paper-shares-note = Each one signs on receiving their share. Keep this sheet.
paper-shares-signature = Signature
paper-shares-total = Total to hand over
paper-shares-handed = Handed over by
paper-shares-witness = Seen by
paper-advice = Payment advice
paper-cheque-stubs = Cheque stubs
paper-signature-1 = First signature
paper-signature-2 = Second signature
paper-until = Coupons received until { $when }
paper-chain = Log: link { $head }, act { $seq }, { $when }. “cabas audit --link” finds it if nothing was rewritten.
