### The words that all pages share.

app-name = Cabas
app-skip = Skip to content
app-language = Language
app-language-name = English
app-simulated = Simulated data: nothing here is real, neither the people, nor the coupons, nor the money.
app-simulated-published = Simulated data built on published figures: the names and the movements are invented.
app-practice = For practice, today is { $day }.
app-offline = No network. You can go on: everything will leave when the network is back.
app-not-found = This page does not exist.
app-not-found-next = Check the address, or go back to the home page.
app-unreadable = This request cannot be read: a field is missing, repeated or too long.
app-unreadable-next = Go back to the previous page and try again.
app-unreadable-json = The JSON text is not the one asked for. Technical detail: { $reason }
app-unreadable-json-next = Correct the request from /api/openapi.json, then send it again. Nothing was kept.
app-done = Done.
app-next-step = What to do
app-yes = Yes
app-no = No
app-none = None
app-optional = optional
app-required = required
app-updated = Updated { $when }
app-page-of = Page { $page } of { $pages }
app-signed-in = You are { $name }
app-footer = Cabas is free software.
app-choose = Choose…
app-refused = Not done

## Navigation

nav-home = Home
nav-coupons = Coupons
nav-markets = Markets
nav-money = Money
nav-programme = Program
nav-batches = Batches
nav-stock = Stock
nav-handouts = Hand-outs
nav-market = Market day
nav-agreements = Agreements
nav-count = Count
nav-coupon = One coupon
nav-disputes = Disputes
nav-settlements = Settlements
nav-settlement = Settlements
nav-vendor = My sales
nav-bank-details = Bank details
nav-funds = Funds
nav-bands = Household sizes
nav-people = People
nav-season = Season
nav-places = Places
nav-calendar = Calendar
nav-vendors = Merchants
nav-partners = Organizations
nav-decisions = Decisions
nav-reports = Reports
nav-audit = Audit
nav-import = Import
nav-open = Open a program
nav-help = Help
nav-account = My account
nav-sign-out = Sign out
nav-menu = Menu
nav-back = Back

## What each page is for

nav-home-hint = Where the coupons are, and how many have been used.
nav-batches-hint = Create coupons and print them. Each has its own number and code.
nav-stock-hint = Count in what is printed, allot it to organizations, take out what must not be used.
nav-handouts-hint = Write down the coupons handed to a household: how many, and its size. Nothing else.
nav-market-hint = Who is here, coupons counted, coupons in doubt, and closing the day.
nav-agreements-hint = Each merchant signs an agreement for each place where they accept coupons.
nav-count-hint = Enter the coupons a merchant accepted. What is owed to the merchant adds up.
nav-coupon-hint = Find the whole story of a coupon by its code or its number.
nav-disputes-hint = A coupon presented twice, or after it was cancelled, waits here for a person to decide.
nav-settlement-hint = Pay merchants what is owed to them. Two people approve every settlement.
nav-vendor-hint = Coupons accepted, what is owed, and each payment with its statement.
nav-bank-details-hint = Where merchants are paid. One person asks for a change, another confirms it.
nav-funds-hint = Each funder’s money, kept apart: received, used, promised, left.
nav-bands-hint = Hand-outs by household size. That is all that is written down about a household.
nav-people-hint = Who has which role in the program. Invite, give a link again, take a role away.
nav-season-hint = What is left to do before the season closes, and how to close it.
nav-places-hint = Where coupons are exchanged, what is sold, and when it is open.
nav-calendar-hint = Market days, closures and the dates of the season.
nav-audit-hint = Every printed coupon is somewhere. This page shows it, by count and by value.
nav-import-hint = Bring in a table from your spreadsheet, and take the program’s lists away.
nav-open-hint = Open another territory’s program and name who coordinates it.

## Buttons

button-save = Save
button-cancel = Cancel
button-print = Print
button-confirm = Confirm
button-approve = Approve
button-refuse = Refuse
button-send = Send
button-pay = Pay
button-add = Add
button-edit = Edit
button-remove = Remove
button-search = Search
button-filter = Filter
button-download = Download
button-import = Import a file
button-scan = Read a coupon
button-hand-out = Hand out
button-allot = Allot
button-count = Count
button-replace = Replace
button-close = Close
button-continue = Continue
button-previous = Previous
button-next = Next
button-retry = Try again
button-undo = Undo

## Table heads

head-date = Date
head-time = Time
head-place = Place
head-vendor = Merchant
head-partner = Organization
head-fund = Fund
head-class = Class
head-batch = Batch
head-coupon = Coupon
head-face = Value of each
head-count = Number
head-value = Value
head-amount = Amount
head-state = State
head-reason = Reason
head-reference = Reference
head-method = Paid by
head-who = Who
head-what = What
head-role = Role
head-rate = Use rate
head-total = Total
head-name = Name
head-hours = Hours
head-municipality = Municipality
head-actions = Actions

## What was just done

done-issued = The batch is created. Print the coupons, then count them into stock.
done-void-asked = The request is noted. Another person must confirm.
done-void-confirmed = The batch is cancelled. The coupons that nobody had received no longer work.
done-void-dropped = The batch is kept.
done-taken-in = The coupons are counted into stock.
done-allotted = The coupons are allotted to the organization.
done-withdrawn = The coupons are taken out. They can no longer be used.
done-sold = The sale is recorded. These coupons are good from now on.
done-refunded = The refund is recorded. Keep these coupons: they can no longer be used.
done-replaced = The coupons are replaced. The lost ones can no longer be used.
done-replaced-by = The coupons are replaced. Give the household: { $coupons }.
done-taken-back = The hand-out is undone. The coupons are back with the organization.
done-register = The hand-outs of the register are recorded.
done-presence = Who is here is recorded.
done-day-closed = The day is closed. Each merchant can confirm their total.
done-day-agreed = The total is confirmed.
done-agreement-prepared = The agreement is prepared. Both sides can now sign it.
done-agreement-signed = The signature is recorded.
done-passed-on = The coupons are passed on to the other organization.
done-expired = The coupons are expired. The money promised for them is available again.
done-closed = The season is closed. Sold coupons stay good.
done-handed-out = The hand-out is recorded.
done-handed-out-which = The hand-out is recorded: { $coupons }.
done-decided = The decision is recorded.
done-prepared = The settlement is prepared. Two people must now approve it.
done-approved = Your approval is recorded.
done-paid = The settlement is marked as sent. Confirm each payment once it is made.
done-cancelled = The settlement is cancelled. The amounts are owed again.
done-confirmed = The payment is confirmed.
done-returned = The return is recorded. The amount is owed to the merchant again.
done-bank-asked = The change is asked for. Another person must confirm it.
done-bank-confirmed = The change is confirmed. It will be used after the waiting time.
done-spent = The expense is recorded.
done-set-aside = The money is set aside.
done-place-saved = The place is saved.
done-place-closed = The opening is cancelled. Public pages say so already.
done-place-reopened = The opening is restored.
done-received = The money received is recorded.
done-invited-known = This person now has this role. They have an account already and come in as usual.
done-role-given = The role is given. It counts from now on.
done-role-taken = The role is taken away. It no longer counts from now on.
done-sessions-ended = All their sessions and links are ended.
done-account = Your account is up to date.
done-password = Your password is saved. Your other sessions are ended.
done-session-ended = The session is ended.
done-passkey-added = The passkey is added. It lets you in from now on.
done-passkey-removed = The passkey is removed. It lets nobody in any more.
done-second-step = A code will be asked for after your password.
done-authenticator-dropped = The code is no longer asked for.

## When the answer is no

failure-title = Request refused
failure-home = Back to the home page
