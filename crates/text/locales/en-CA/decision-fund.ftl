### The decision notebook, theme “The money”.

decision-funders = Who gives the money, and how much?
decision-funders-short = Funders
decision-funders-why = Each funder has its conditions and its report date: several funders make more work. One is simpler. But in Québec, a food box program closed when a funder left.
decision-funders-help = One funder per line, with its amount in dollars: “MRC = 10 000”.

decision-coupon-budget = How much money will go to coupons?
decision-coupon-budget-short = Coupon budget
decision-coupon-budget-why = This sum says how many coupons can be handed out. Too small for the households chosen, it runs out before the end. Too large, part of it is left unused.
decision-coupon-budget-help = An amount in dollars, for example 41 000.

decision-operations-share = What share of the money runs the program?
decision-operations-share-short = Share for running
decision-operations-share-why = Coordination, printing and payments cost money. A small share leaves more for coupons, but the work rests on volunteers. In Amos, 25% of each package goes to the market.
decision-operations-share-help = A percentage of all the money, for example 15.

decision-fund-order = Which fund pays for a coupon first?
decision-fund-order-short = Order of funds
decision-fund-order-why = A fund chosen beforehand tells each funder what it paid for, but may run out before the others. Taking them one by one is simple, but the last funder waits for its report. Sharing treats them alike, but each report counts shares of coupons.
decision-fund-order-is-designated = The fund chosen at allotment
decision-fund-order-is-oldest = The first fund with room
decision-fund-order-is-pro-rata = All funds, by their room

decision-lapsed-money = What becomes of the money of unused coupons?
decision-lapsed-money-short = Unused money
decision-lapsed-money-why = In Bas-Saint-Laurent, 70 to 86% of coupons were used in 2025. Keeping what is left prepares what comes next. Giving it helps at once, and returning it follows some funders’ wishes.
decision-lapsed-money-is-next-season = It serves the next season
decision-lapsed-money-is-back-to-funder = It goes back to the funder
decision-lapsed-money-is-organisations = It goes to the partner organizations
decision-lapsed-money-is-reserve = It stays in reserve
