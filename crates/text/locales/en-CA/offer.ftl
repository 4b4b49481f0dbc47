### What the public buys: offers, orders, gifts, campaigns.

sale-holds-sold =
    { $count ->
        [one] { $count } “{ $class }” coupon, paid for: { $amount }
       *[other] { $count } “{ $class }” coupons, paid for: { $amount }
    }
sale-holds-bonus =
    { $count ->
        [one] { $count } “{ $class }” coupon as a bonus, paid by “{ $fund }”: { $amount }
       *[other] { $count } “{ $class }” coupons as a bonus, paid by “{ $fund }”: { $amount }
    }
sale-holds-share = { $amount } for “{ $fund }”
sale-in-stock =
    { $count ->
        [0] The stock has none left to sell.
        [one] The stock has enough for { $count } sale.
       *[other] The stock has enough for { $count } sales.
    }
sale-sold-so-far =
    { $count ->
        [0] No sale so far.
        [one] { $count } sold.
       *[other] { $count } sold.
    }
sale-bonus-left = { $amount } of bonus left.
sale-packs = How many
sale-reference-hint = The number of the till receipt or the payment. Never a name.
sale-booklets = Choose the booklets
sale-booklets-hint = The printed numbers, or nothing: the stock gives its lowest numbers.
sale-button = Sell
sale-closed = The season is closed: nothing is sold any more.
sale-cannot = This offer cannot be sold now: coupons in stock or bonus money are missing.
sale-last = Last sales
sale-what = Offer
sale-receipt = Receipt
sale-receipt-number = Receipt { $number }
sale-receipt-print = Print this page for the person who buys. The conditions are on it.
sale-receipt-when = Sold on
sale-receipt-coupons = Coupons handed over
sale-line-sold = Coupons paid for
sale-line-bonus = Bonus, free of charge
sale-line-share = For “{ $fund }”
sale-paid = Paid
sale-not-a-donation-receipt = This receipt is not an official donation receipt.
sale-another = Make another sale

gift-title = Record a gift
gift-hint = Money given to a fund, with nothing in return.
gift-reference-hint = The number of the cheque or transfer. Never the name of the giver.
gift-button = Record this gift
gift-last = Last gifts
receipts-title = Official receipts for gifts
receipts-hint = A receipt for each gift of money to a fund. Never for a purchase, nor when whoever gives names who will receive.
receipts-none-here = This program issues no official receipts: the organisation that may is not in its file.
receipts-waiting = Gifts without a receipt
receipts-nothing = Each gift has its receipt.
receipts-issue = Make the receipt
receipts-of = Gift of { $amount }, { $on }
receipts-name = Donor’s name, with an initial
receipts-donor-address = Donor’s address
receipts-kept = Kept sealed, outside of the log. Only the coordination and the treasury read it.
receipts-advantage = Value of what was received in return
receipts-what = What was received in return
receipts-what-hint = A meal, a ticket. Leave empty when nothing was received.
receipts-sure = Whoever gave named nobody and received no coupon.
receipts-issued = Receipts
receipts-pdf = Receipt to sign (PDF)
receipts-replace = Correct this receipt
receipts-replace-hint = The receipt is cancelled; another replaces it and says so.
receipts-replace-button = Replace the receipt
receipts-cancel = Cancel this receipt
receipts-live = Valid
receipts-cancelled = Cancelled
receipts-eligible-short = Eligible amount { $amount }
receipt-title = Official receipt for income tax purposes
receipt-serial = Receipt no.
receipt-issued-on = Issued on
receipt-place = Place of issue
receipt-charity = Organisation
receipt-address = Address
receipt-registration = Registration no.
receipt-donor = Received from
receipt-received-on = Gift received on
receipt-amount = Amount received
receipt-advantage = Advantage received in return
receipt-eligible = Eligible amount of the gift
receipt-signature = Authorised signature
receipt-agency = Canada Revenue Agency: canada.ca/charities-giving
receipt-cancelled = This receipt is cancelled: { $why }
receipt-replaces = This receipt replaces receipt { $number }, which is cancelled.

orders-title = Orders
orders-lead = What is ordered, what is paid, what waits in its envelope.
orders-place = Record an order
orders-place-hint = The bonus is reserved at the moment of payment, not before.
orders-where = Where to pick it up
orders-here = Here
orders-reference-hint = A number or a word that the person will remember. Never their name. It serves once.
orders-place-button = Record the order
orders-find = Find an order
orders-find-button = Find
orders-none = No order here.
orders-pay = Paid
orders-cancel = Cancel
orders-pick-up = Picked up
orders-number = Order
orders-source = Came from
orders-state = How far it is

orders-group-paid = To pick up
orders-group-placed = To pay
orders-group-picked-up = Picked up
orders-group-cancelled = Cancelled

order-state-placed = to pay
order-state-paid = paid
order-state-picked-up = picked up
order-state-cancelled = cancelled

order-source-counter = Recorded here
order-source-campaign = Campaign

campaign-title = Crowdfunding campaign
campaign-lead = Bring the platform’s file: each contribution becomes a paid order or a gift.
campaign-file-hint = The platform’s CSV file or spreadsheet. Only the chosen columns are read; no name is kept.
campaign-name = Name of the campaign
campaign-goal = The campaign’s goal
campaign-goal-reached = It is reached: the money has arrived.
campaign-goal-missed = It is not reached: nothing has arrived.
campaign-gift-fund = Fund that receives gifts
campaign-fee-fund = Fund that pays these fees
campaign-fees-hint = The exact amount of its statement, not a percentage.
campaign-fees-elsewhere = The treasurer records the platform’s fees on the funds page.
campaign-match-cap = A partner matches up to
campaign-match-hint = A dollar for each dollar received, up to this amount.
campaign-match-fund = Fund that receives this addition
campaign-look = See what it comes to
campaign-preview = What it comes to
campaign-collected = Contributions
campaign-sold = Of that, paid for offers
campaign-given = Of that, given
campaign-matched = Added by the partner
campaign-fees = Fees kept by the platform
campaign-net = Reached the bank
campaign-orders =
    { $count ->
        [0] No order.
        [one] { $count } order.
       *[other] { $count } orders.
    }
campaign-gifts =
    { $count ->
        [0] No gift.
        [one] { $count } gift.
       *[other] { $count } gifts.
    }
campaign-aside =
    { $count ->
        [one] { $count } unpaid contribution, left aside.
       *[other] { $count } unpaid contributions, left aside.
    }
campaign-not-reached = The goal is not reached: nothing will be recorded.
campaign-bad =
    { $count ->
        [one] { $count } line holds everything up. Mend it, or mend the choices below.
       *[other] { $count } lines hold everything up. Mend them, or mend the choices below.
    }
campaign-keep = Record all of it
campaign-kept = The campaign is recorded.
campaign-columns = Which column says what
campaign-rewards = What each counterpart gives
campaign-is-gift = Nothing: it is a gift

campaign-column-reference = Number of the contribution
campaign-column-amount = Amount
campaign-column-reward = Counterpart
campaign-column-packs = Quantity
campaign-column-status = State of the payment
