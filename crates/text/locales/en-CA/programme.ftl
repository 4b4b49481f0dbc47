### The program: season, places, organizations, merchants, decisions.

programme-title = Program
programme-territory = Territory
programme-carrier = Lead organization
programme-fiduciary = Fiduciary
programme-season = Season
programme-starts = First day
programme-ends = Last day
programme-last-claim = Last day to bring coupons in
programme-decisions = Decision notebook
programme-toolbox = Toolbox
programme-bands = Scale by household size
programme-closed = Season closed on { $on }
season-dates = The dates
season-steps = The steps of the season
season-later = Later
season-before = Before closing
season-to-do = To do
season-done = Done
season-disputes =
    { $count ->
        [0] No dispute to decide
        [one] { $count } dispute to decide
       *[other] { $count } disputes to decide
    }
season-disputes-hint = Each dispute waits for a person’s decision.
season-unpaid = Owed to merchants or on its way: { $amount }
season-unpaid-hint = Prepare, approve, send and confirm the settlements.
season-live =
    { $count ->
        [0] No given coupon can still be used
        [one] { $count } given coupon can still be used
       *[other] { $count } given coupons can still be used
    }
season-live-hint = Each given coupon must be used, withdrawn or expired.
season-sold =
    { $count ->
        [one] { $count } sold coupon is not used. It stays good and refundable after closing.
       *[other] { $count } sold coupons are not used. They stay good and refundable after closing.
    }
season-expire = Expire the coupons
season-expire-none = No given coupon is past its last day.
season-overdue =
    { $count ->
        [one] { $count } given coupon is past its last day.
       *[other] { $count } given coupons are past their last day.
    }
season-expire-sure = I understand that these coupons can never be used again.
season-expire-button = Expire
season-close = Close the season
season-close-hint = Everything is settled. After closing, no more coupons are handed out.
season-close-sure = I understand that the season cannot be reopened.
season-close-button = Close the season
season-close-later = The season can close when all of the above is done.
programme-places = Places
programme-partners = Partner organizations
programme-vendors = Participating merchants
programme-agreements = Agreements
programme-agreement-unsigned = Agreement not signed
programme-agreement-in-force = Agreement in force until { $until }

count-households =
    { $count ->
        [one] { $count } household
       *[other] { $count } households
    }
count-vendors =
    { $count ->
        [one] { $count } merchant
       *[other] { $count } merchants
    }
count-partners =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
count-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }

open-title = Open a program
open-hint = The territory decides in its file. Here, you open it and name the person who will coordinate it.
open-file = The program’s file
open-bring = Bring a file
open-notebook = A decision notebook writes this file for you, then opens the program.
open-by-hand = Write the file by hand
open-text = Or write it here
open-text-hint = A complete example is already written: change what is different, remove the rest. A file that is brought goes before this text.
open-look = See what will be opened
open-who = Who coordinates this program?
open-button = Open this program
open-button-hint = An access card will be shown once, to print or to send.

## The steps, and what says they are done

season-step-funds = Record the funders’ money
season-step-funds-hint = At least one payment is recorded.
season-step-agreements = Sign an agreement with each merchant
season-step-agreements-hint = Each agreement has both signatures.
season-step-print = Print and count the coupons
season-step-print-hint = No printed coupon is waiting to be counted.
season-step-stock = Give coupons to each organization
season-step-stock-hint = Each organization has received some.
season-step-people = Invite the people
season-step-people-hint = Each organization has somebody to hand out, and enough people can approve.
season-step-places = Write each place’s hours
season-step-places-hint = Each place says when it is open.
season-step-first-hand-out = Hand out the first coupons
season-step-first-hand-out-hint = The season has begun.
season-step-midway = Look at mid-season
season-step-midway-hint = No coupon is waiting where it will not be used.
season-step-last-day = Announce the last day
season-step-last-day-hint = A reminder, four weeks before: Cabas does not know who was told.
season-step-unspent = Take back coupons not handed out
season-step-unspent-hint = No coupon is left with an organization.
season-step-claims = Finish the claims
season-step-claims-hint = The last day has passed and each dispute is decided.
season-step-paid = Pay all merchants
season-step-paid-hint = Nothing is owed or on its way.
season-step-close = Check and close the season
season-step-close-hint = Run the check, keep it, then close.
nav-together = Side by side
nav-together-hint = The totals of all programs, and their sum.
together-title = Programs side by side
together-hint = The totals of each program whose totals you see, and their sum.
together-link = See the programs side by side
together-programme = Program
together-programmes =
    { $count ->
        [one] { $count } program.
       *[other] { $count } programs.
    }
together-households =
    { $count ->
        [one] { $count } household reached, counted in each program.
       *[other] { $count } households reached, counted in each program.
    }
together-households-unknown = Households are not known everywhere, so they are not added up.
together-left-out = Simulations do not count in these sums.
together-each = Each program
together-season = from { $from } to { $until }
