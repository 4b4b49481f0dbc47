### The decision notebook: its themes, who decides, how far a decision has come.

theme-govern = Who decides
theme-govern-about = The territory, who leads the program, who holds the money and who sees the figures.
theme-reach = For whom
theme-reach-about = How many households, who chooses them and how they are welcomed.
theme-give = How much and when
theme-give-about = The value of the coupons handed out, their rhythm and the dates of the season.
theme-coupon = The coupon
theme-coupon-about = What it is made of, what it is worth and how long it is good.
theme-spend = Where and for what
theme-spend-about = The places of exchange, the foods and what happens at the stall.
theme-pay = Paying merchants
theme-pay-about = How, how fast and within which limits merchants are paid.
theme-sell = The public sale
theme-sell-about = Selling coupons to everyone too, or not.
theme-fund = The money
theme-fund-about = Where it comes from, what it is for and what becomes of the rest.
theme-last = Supporting and lasting
theme-last-about = What goes around the coupons: visits, transport, evaluation, pictures and books.

decides-committee = The committee
decides-carrier = The lead organization
decides-fiduciary = The fiduciary
decides-partners = The partner organizations
decides-vendors = Merchants and markets
decides-community = The community or its council

decision-state-to-discuss = To discuss
decision-state-proposed = Proposed
decision-state-decided = Decided
decision-state-revisited = Reopened
