### Tables that go out to a spreadsheet.

table-partners-use = Use by organization
table-weeks = Use by week
table-places-use = Use by place
table-classes-use = Use by class
table-funds-use = Use by fund
table-figure = List of a figure
table-states = Coupons by state
table-batches = Batches of coupons
table-stock = Coupons with organizations
table-hand-outs = Hand-outs
table-disputes = Disputes
table-funds = Funds
table-expenses = Operating expenses
table-owed = Owed to merchants
table-runs = Settlement runs
table-payments = Payments of a run
table-days = Market days of a merchant
table-vendor-payments = Payments of a merchant
table-partners = Organizations
table-vendors = Merchants
table-places = Places
table-hours = Hours of places
table-agreements = Agreements
table-log = Log

table-files = This table in a spreadsheet
table-registers = The program’s lists
table-number = Number
table-unit = Unit
table-funder = Funder
table-prepared = Prepared on
table-cutoff = Received until
table-confirmed = Confirmed on
table-decision = Decision
table-taken-back = Taken back
table-refused = Refusal
