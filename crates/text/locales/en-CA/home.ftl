### A program’s home: how much, where, and since when.

home-title = The season right now
home-figures = The main figures
home-handed-out = Handed out by organizations since the start
home-used = Used, among those handed out by organizations
home-rate-handed-out = of coupons handed out: { $part } of { $whole }
home-rate-allotted = of coupons allotted: { $part } of { $whole }
home-in-hand =
    { $count ->
        [one] { $count } coupon is waiting to be handed out.
       *[other] { $count } coupons are waiting to be handed out.
    }
home-hand-outs =
    { $count ->
        [one] { $count } hand-out recorded.
       *[other] { $count } hand-outs recorded.
    }
home-households =
    { $count ->
        [one] { $count } mark noted by the organizations that use them: it is not a number of households.
       *[other] { $count } marks noted by the organizations that use them: it is not a number of households.
    }
home-per-household = used for each household reached: { $part } ÷ { $whole } households, counted by the organizations’ marks.
home-per-hand-out = used for each hand-out: { $part } ÷ { $whole } hand-outs. It is not by household: one household receives several.
home-use = Use
home-choose = See the use
home-by-week = By week
home-by-partner = By organization
home-by-place = By place
home-by-class = By class
home-by-fund = By fund
home-few =
    { $count ->
        [one] fewer than { $count }
       *[other] too few (fewer than { $count })
    }
home-weeks = Week by week
home-weeks-chart = Coupons handed out and used, week by week. The table says the same.
home-weeks-hint = Handed out by organizations. Used at all merchants, sold coupons included.
home-weeks-empty = No coupon has been used yet.
home-legend-handed-out = Handed out
home-legend-used = Used
home-used-value = Value used
home-week-of = Week of
home-table = See the table
home-partners-hint = Share of the coupons handed out that have been used.
home-partners-empty = No coupon has been allotted to an organization yet.
home-allotted = Allotted
home-by-handed-out = ÷ handed out
home-by-allotted = ÷ allotted
home-households-reached = Households reached
home-unknown = unknown
home-each = { $amount } each
home-households-hint = Households are known only if every hand-out has a mark. The amount is the value used ÷ households. If not, only hand-outs are counted.
home-sold-apart = Sold coupons are not in it.
home-no-fund = No fund yet
home-places-hint = Coupons used at each place, sold coupons included.
home-places-households = Nothing is noted about households at the market: so there is no figure by household here.
home-states = All coupons, by state
home-state-handed-out = Handed out or sold, not used yet
home-state-redeemed = Used in all, sold coupons included
home-hello = Hello { $name }
home-desk-hint = Here is what you can do in this program.
home-roles = Your roles
