### Coupons: counts, words, and a coupon’s public page.

count-coupons =
    { $count ->
        [one] { $count } coupon
       *[other] { $count } coupons
    }
coupon-name = Food coupon
coupon-number = Coupon { $number }
coupon-class = Class { $letter }
coupon-face = Value
coupon-batch = Batch { $batch }
coupon-history = History of the coupon
coupon-search = Find a coupon
coupon-search-hint = Write the coupon’s code, like 7K2M4-QXP9H, or its number, like 3-00012.
coupon-history-empty = This coupon is printed. Nothing else has happened to it yet.
coupon-disputed = Dispute: { $reason }

funding-granted = Given
funding-sold = Sold
funding-granted-hint = Handed out free to a household. A fund pays. It may have an end date.
funding-sold-hint = Bought by the person who has it. It never expires.

medium-paper = Paper
medium-card = Card
medium-local-currency = Local currency

## Batches

batch-title = Batches of coupons
batch-number = Batch { $batch }
batch-booklet = Booklet { $booklet }
batch-loose = Loose coupons
batch-booklet-size =
    { $count ->
        [one] Booklets of { $count } coupon
       *[other] Booklets of { $count } coupons
    }
batch-issue = Create a batch of coupons
batch-issue-button = Create the batch
batch-booklet-label = Coupons in a booklet
batch-booklet-hint = Write 1 for loose coupons.
batch-files-hint = These files hold the codes. Keep them like money.
batch-sheets = Coupons to print (PDF)
batch-stubs = Hand-out register (PDF)
batch-csv = List of codes (CSV)
batch-void = Cancel this batch
batch-void-ask = Ask to cancel this batch
batch-void-hint = The batch’s coupons that nobody received will no longer work. Households’ coupons stay good.
batch-void-asked = { $who } asks to cancel this batch: { $reason }
batch-void-yours = You asked for it. Another person must confirm.
batch-void-needs = Somebody from coordination, the treasury or approval must confirm.
batch-void-confirm = Cancel this batch
batch-void-drop = Keep this batch

## A coupon’s public page. It is the same for everyone and never says who received the coupon.

public-title = Food coupon
public-what = A food coupon buys local food, at the public market or at the farm.
public-programme = Program: { $programme }, { $territory }
public-face = This coupon is worth { $amount }.
public-good = This coupon is good.
public-good-next = Exchange it for food with a participating merchant.
public-too-early = This coupon will be good from { $from }.
public-too-early-next = Keep it until that date.
public-spent = This coupon was already used.
public-spent-next = If this is a mistake, write to the coordination team with the coupon’s number.
public-expired = This coupon is no longer good. Its last day was { $on }.
public-expired-next = The organization that gave it to you can tell you what to do.
public-ended = This coupon is no longer good. Its last day has passed.
public-ended-next = The organization that gave it to you can tell you what to do.
public-not-good = This coupon cannot be used.
public-not-good-next = The organization that gave it to you, or the coordination team, can tell you why.
public-not-yet = This coupon is not in service yet.
public-not-yet-next = It must first be handed out by an organization or sold by the program.
public-unknown = No coupon of the program has this code.
public-unknown-next = Read the code on the coupon and write it again.
public-mistyped = This code is mistyped: a sign is wrong, extra or missing.
public-mistyped-next = Read the 10 signs on the coupon and type them again.
public-altered = This coupon does not come from the program.
public-altered-next = Show it to the coordination team. Do not accept it as payment.
public-where = Where to use it
public-buys = What you can buy
public-territory = Where are you? Choose; nothing is remembered.
public-elsewhere = Other places
public-when = When
public-where-empty = The list of places is not published yet. The organization that gave you the coupon knows it.
public-conditions = Conditions
public-contact = Questions
public-check-title = Check a coupon
public-check-label = Code of the coupon
public-check-button = Check
public-check-hint = The code has 10 characters. It is written under the square code.
public-privacy = This page never says who received a coupon.
