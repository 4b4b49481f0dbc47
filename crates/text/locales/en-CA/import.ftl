### Files that come in: organizations, merchants, places, agreements, hand-outs, redemptions.

import-title = Import a table
import-lead = What you have in a spreadsheet comes in here. Nothing is kept before you say yes.
import-what = What the table holds
import-file = File
import-file-hint = CSV, XLSX or ODS, 4 MB at most. Only the first sheet is read. The first row names the columns, in any order.
import-preview = See what it would do
import-templates = Templates to download
import-templates-hint = Each template has its columns and one example row. Replace the example with your rows.

import-kind-partners = Organizations
import-kind-vendors = Merchants
import-kind-places = Places
import-kind-hours = Hours
import-kind-agreements = Agreements
import-kind-hand-outs = Hand-outs
import-kind-redemptions = Redemptions
import-kind-partners-hint = One organization a row.
import-kind-vendors-hint = One merchant a row, with how they are paid.
import-kind-places-hint = One market, stand or other place a row.
import-kind-hours-hint = One row for each place and day or group of days, with when it opens and closes.
import-kind-agreements-hint = One merchant and one place a row. Without dates, the agreement is for the season.
import-kind-hand-outs-hint = One hand-out a row: a class and a number, or a batch and coupon numbers. Never a name.
import-kind-redemptions-hint = One coupon a row, with the day, the merchant and the place.

import-column-name = Name
import-column-key = Short name
import-column-method = Paid by
import-column-classes = Classes
import-column-receives-for = Receives for
import-column-place-kind = Kind
import-column-municipality = Municipality
import-column-vendor = Merchant
import-column-place = Place
import-column-from = From
import-column-until = Until
import-column-vendor-signed = Signed by the merchant
import-column-programme-signed = Signed by the programme
import-column-day = Day
import-column-days = Days
import-column-opens = Opens
import-column-closes = Closes
import-column-except = Except
import-column-also = Also
import-and = and
import-column-partner = Organization
import-column-band = Household size
import-column-class = Class
import-column-count = Number
import-column-batch = Batch
import-column-coupons = Coupon numbers
import-column-pseudonym = Mark
import-column-code = Code

# The other names accepted for each column, separated by commas. Capitals, accents and spaces do not matter.
import-names-name = Organization name, Merchant name, Place name, Organization, Organisation, Merchant, Vendor, Place
import-names-key = Key, Identifier
import-names-method = Payment method, Payment, Method
import-names-classes = Classes accepted, Class
import-names-place-kind = Type, Kind of place
import-names-municipality = Town, Village, City
import-names-vendor = Merchant name, Vendor, Stall, Farmer
import-names-place = Place name, Market, Exchange point
import-names-from = Since, Start, First day
import-names-until = To, End, Last day
import-names-vendor-signed = Merchant signature
import-names-programme-signed = Programme signature
import-names-day = Date, Market day, Hand-out date
import-names-partner = Organization name, Organisation
import-names-band = Household, Band, Size
import-names-class = Colour
import-names-count = Count, Quantity, How many, Number of coupons
import-names-batch = Batch number
import-names-coupons = Coupons, Numbers
import-names-pseudonym = Household code, Pseudonym
import-names-code = Codes, Coupon, Coupon code

import-example-partners = Example House
import-example-vendors = Example Farm
import-example-places = Example Market
import-example-municipality = Exampleville

import-result-good =
    { $count ->
        [0] No row to keep.
        [one] { $count } good row.
       *[other] { $count } good rows.
    }
import-result-already =
    { $count ->
        [0] No row is there already.
        [one] { $count } row is there already: it changes nothing.
       *[other] { $count } rows are there already: they change nothing.
    }
import-result-bad =
    { $count ->
        [0] No row refused.
        [one] { $count } row refused: see why.
       *[other] { $count } rows refused: see why.
    }
import-result-kept =
    { $count ->
        [0] Nothing new was kept.
        [one] { $count } row was kept.
       *[other] { $count } rows were kept.
    }
import-previewed = Nothing is kept yet.
import-none-kept = Nothing was kept: at least one row is refused.
import-none-kept-next = Correct the file, or choose to keep the good rows.
import-kept-next = Correct the refused rows in a new file that holds only them.
import-unknown = Columns that are not used: { $columns }.
import-bad = Rows refused
import-where = Row { $line }, column “{ $column }”
import-good =
    { $count ->
        [one] See { $count } good row
       *[other] See { $count } good rows
    }
import-line = Row { $line }
import-more =
    { $count ->
        [one] And { $count } more row.
       *[other] And { $count } more rows.
    }
import-if-bad = If rows are refused
import-keep-good = Keep the good rows
import-all-or-none = Keep nothing
import-confirm = Keep these rows
import-again = Choose another file

import-deed-added = { $name } is added, under the short name { $key }.
import-deed-agreed = Agreement with { $vendor }, { $place }, from { $from } to { $until }.
import-deed-opens = { $place } opens: { $hours }.
import-deed-handed-out =
    { $count ->
        [one] { $partner } hands out { $count } coupon, { $amount }.
       *[other] { $partner } hands out { $count } coupons, { $amount }.
    }
import-deed-accepted = Coupon accepted: { $amount } to receive.
