### The decision notebook, theme “For whom”.

decision-households = How many households do you want to reach in the first year?
decision-households-short = Households in the first year
decision-households-why = With the same money, more households means less for each. Each organization can welcome only so many. In Bas-Saint-Laurent, 9 organizations served 92 households in 2025.
decision-households-help = A whole number, for example 100.

decision-who-selects = Who chooses the households?
decision-who-selects-short = Choice of households
decision-who-selects-why = An organization chooses among people it knows, without a new form. But it must say no when coupons run out. People who go to no organization may be forgotten.
decision-who-selects-is-partners = The partner organizations
decision-who-selects-is-health = Health professionals
decision-who-selects-is-city = The city or municipality
decision-who-selects-is-table = A local round table
decision-who-selects-is-council = The community’s council
decision-who-selects-is-nobody = Nobody: it is open to everyone

decision-eligibility = To which households are coupons offered?
decision-eligibility-short = Who can receive them
decision-eligibility-why = A precise rule is the same for everyone, but means asking questions. Letting the organization judge is simpler, but may differ from place to place.
decision-eligibility-is-partner-judges = Those that the organization finds in need
decision-eligibility-is-food-insecurity = Those who are food-insecure
decision-eligibility-is-low-income = Those with a low income
decision-eligibility-is-clinical = Those named by a health professional
decision-eligibility-is-groups = Chosen groups, such as families or seniors
decision-eligibility-is-none = Everyone

decision-proof = What proof do you ask households for?
decision-proof-short = Proof asked for
decision-proof-why = Proof reassures funders and keeps coupons for the chosen group. It also keeps people away and takes workers’ time. In Québec, questions seen as too personal angered food aid organizations.
decision-proof-is-none = None
decision-proof-is-identity = Proof of identity or address
decision-proof-is-income = Proof of income

decision-proxy = Who may use a household’s coupons?
decision-proxy-short = Shopping for somebody
decision-proxy-why = Somebody ill or without a car sometimes needs another to go. An open rule is fast at the stall. A tight rule protects against theft, but means checking who pays.
decision-proxy-is-anyone = Whoever holds them
decision-proxy-is-household = Somebody of the household
decision-proxy-is-named = A person named beforehand

decision-anti-stigma = How do you make sure that nobody feels singled out?
decision-anti-stigma-short = Respect at the stall
decision-anti-stigma-why = In England, embarrassed people wait until the line is gone before they pay. Some ways hide where a coupon comes from, others protect the moment of receiving it. Each takes work.
decision-anti-stigma-is-public-sale = Selling coupons to everyone too
decision-anti-stigma-is-same-coupon = The same coupon, given or sold
decision-anti-stigma-is-mixed-groups = Giving some to several kinds of groups
decision-anti-stigma-is-like-any-payment = A payment like any other
decision-anti-stigma-is-private-handout = A hand-out in a private place
decision-anti-stigma-is-market-as-place = The market as a meeting place
