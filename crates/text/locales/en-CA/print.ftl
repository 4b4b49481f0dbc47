### Everything printed: coupons, stubs, statements, payment and cheque lists.

## Coupons

print-coupon = FOOD COUPON
print-not-tender = Not legal tender
print-no-cash-value = Cannot be exchanged for cash
print-never-expires = Never expires.
print-valid-from = Good from { $from }. Never expires.
print-valid-until = Good until { $until }.
print-valid-range = Good { $range }.
print-class = Class { $letter }
print-given = GIVEN
print-sold = SOLD
print-code = Code
print-number = Number
print-issuer = Issued by { $carrier }
print-money-held = Money held by { $fiduciary }
print-simulated = SPECIMEN: simulated data, no value
print-scan = Check this coupon with your phone’s camera.

## Conditions of use

print-conditions = Conditions
print-condition-home = Good only at: { $places }.
print-condition-where = Exchange this coupon for food with a participating merchant.
print-condition-no-change = The merchant does not give change.
print-condition-change-given = The merchant gives change.
print-condition-no-cash = This coupon cannot be exchanged for cash. It is not legal tender.
print-condition-refund = If you have { $limit } or less left in coupons, the program refunds you when you ask. This coupon is not legal tender.
print-condition-no-fee = No fees.
print-condition-lost-granted = Lost or stolen? Talk to the organization that gave it to you.
print-condition-lost-sold = Lost or stolen? Write to the program with the coupon’s number.
print-condition-check = To check this coupon and see where to use it: { $address }

## Stubs, booklets, sheets

print-stub = Stub
print-stub-partner = Organization
print-stub-on = Handed out on
print-stub-band = Household size
print-stub-no-name = Do not write any name.
print-booklet = Booklet { $booklet }, coupons { $first } to { $last }
print-sheet = Sheet { $page } of { $pages }
print-page = Page { $page } of { $pages }
print-batch-cover = Batch { $batch }
print-batch-signed = Counted and received by
print-cut = Cut here

## A merchant’s statement

print-statement = Payment statement
print-statement-vendor = Merchant
print-statement-period = Period
print-statement-number = Payment number
print-statement-method = Paid by
print-statement-reference = Reference
print-statement-day = Day
print-statement-place = Place
print-statement-count = Coupons
print-statement-amount = Amount
print-statement-share = Share of each fund
print-statement-total = Total paid
print-statement-disputes = Coupons waiting for a decision
print-statement-thanks = Thank you for feeding your region.
print-statement-questions = A question about this statement? { $contact }

## Payment and cheque lists

print-payments = Payment list
print-payments-run = Settlement { $run }, coupons received up to { $when }
print-payments-total =
    { $count ->
        [one] { $count } payment, { $amount }
       *[other] { $count } payments, { $amount }
    }
print-payments-prepared = Prepared by
print-payments-approved = Approved by
print-cheques = Cheque list
print-cheque-number = Cheque number
print-cheque-payee = Pay to the order of
print-cheque-memo = Food coupons, payment { $payment }
print-signature = Signature
print-date = Date
print-made = Made on { $when }
