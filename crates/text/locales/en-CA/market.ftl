### The market day.

market-other-day = Another day
market-show = Show
market-here = Who is here
market-here-legend = Merchants present
market-here-button = Record who is here
market-nobody = No merchant has a signed agreement for this place on that day. Ask the coordination team.
market-counted = Coupons counted
market-slip = Deposit slip
market-slip-blank = Blank slip, to fill in by hand
market-slip-hint = Print this page. It goes with the envelope of coupons.
market-slip-foot = Keep a copy. The coupons in the envelope must match this slip.
share-title = Merchants’ shares, { $place }
share-link = Shares to hand to merchants
share-lead = { $payee } receives in one sum what merchants are owed, and hands each one their share.
share-no-payee = Here, each merchant is paid directly.
share-to-hand = To hand over
share-none = Nothing to hand over for now.
share-legend = Tick the shares that you handed over.
share-button = Handed over
share-pdf = List to have signed (PDF)
share-coming = On its way
share-coming-hint = The payment left. The bank has not confirmed it yet.
share-handed-title = Handed over
share-handed = handed over on { $on }
share-acknowledged = confirmed by the merchant on { $on }
share-handed-on = Handed over on
share-acknowledged-on = Confirmed by the merchant on
market-envelope = Envelope number
market-signature-vendor = Merchant’s signature
market-signature-market = Market’s signature
market-signed = Signed the slip
market-doubt = A coupon is a problem
market-check = Coupon code
market-check-button = Check
market-left = The market can still pay { $amount } on the spot today.
market-no-spot = This territory leaves these decisions to the coordination team. Count the coupon: they will be told.
market-pay = Pay on the spot
market-pay-hint = What you saw, for example: the coupon is wet, the number can be read. Without anybody’s name.
market-close = Close the day
market-close-hint = The totals are fixed. Each merchant confirms theirs, on screen or by signing.
market-close-button = Close the day
market-close-again = Close again, with the new totals
market-open-days = Days to close
market-closed = Day closed on { $at }.
market-changed = Coupons were counted since. Close it again.
market-waiting =
    { $count ->
        [one] { $count } merchant has not confirmed their total yet.
       *[other] { $count } merchants have not confirmed their total yet.
    }
market-all-agreed = All merchants have confirmed their total.
market-agreed-on-screen = confirmed on screen
market-agreed-on-paper = slip signed

## What a coupon shown at the market is

market-standing-good = This coupon is good.
market-standing-good-next = The merchant can accept it.
market-standing-not-yet = This coupon is not good yet.
market-standing-not-yet-next = Invite the customer to come back from the date written on it.
market-standing-spent = This coupon was already accepted.
market-standing-spent-next = If the food is already given, count it: a dispute opens and somebody will decide.
market-standing-ended = This coupon is past its date.
market-standing-ended-next = Do not accept it. Give the customer the program’s number.
market-standing-not-good = This coupon cannot be used.
market-standing-not-good-next = If the food is already given, count it: a dispute opens and somebody will decide.
market-standing-unknown = This code is not a coupon of the program.
market-standing-unknown-next = Read the code again. If it is written that way, keep the coupon and tell the coordination team.
