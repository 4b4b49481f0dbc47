### The words that all pages share.

app-name = Cabas
app-skip = Skip to content
app-language = Language
app-language-name = English
app-simulated = Simulated data: nothing here is real, neither the people, nor the coupons, nor the money.
app-offline = No network. You can go on: everything will leave when the network is back.
app-fault = Something broke on our side. It is not your fault and nothing was lost.
app-fault-next = Try again in a moment. If it goes on, give this number to the coordination team: { $id }
app-not-found = This page does not exist.
app-not-found-next = Check the address, or go back to the home page.
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

## Navigation

nav-home = Home
nav-coupons = Coupons
nav-batches = Batches
nav-handouts = Hand-outs
nav-count = Count
nav-disputes = Disputes
nav-settlements = Settlements
nav-funds = Funds
nav-places = Places
nav-vendors = Merchants
nav-partners = Organizations
nav-decisions = Decisions
nav-reports = Reports
nav-audit = Audit
nav-help = Help
nav-account = My account
nav-sign-out = Sign out
nav-menu = Menu
nav-back = Back

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
