### The decision notebook, theme “How much and when”.

decision-scale = How much does a household receive a week, by its size?
decision-scale-short = Value per week
decision-scale-why = A small sum is not always worth the trip. A large sum reaches fewer households. In British Columbia, with $21 a week, over 90% of coupons were used.
decision-scale-help = One line per household size, in dollars: “1 = 20”. A band is written “3-4 = 45”. The last line has a plus: “5+ = 60”.

decision-scale-by-size = How does the value change with the size of the household?
decision-scale-by-size-short = Effect of size
decision-scale-by-size-why = Bands are easy to prepare and to count. A sum per person follows large households better, but makes more cases. The same sum for all saves asking the size.
decision-scale-by-size-is-bands = By bands of size
decision-scale-by-size-is-per-person = A sum per person
decision-scale-by-size-is-same-for-all = The same sum for all

decision-cadence = How often are coupons handed out?
decision-cadence-short = Rhythm of hand-outs
decision-cadence-why = A weekly hand-out makes going to market a habit, but takes more work. Rarer hand-outs take less time. But a household that loses its coupons then loses more.
decision-cadence-is-weekly = Every week
decision-cadence-is-every-two-weeks = Every two weeks
decision-cadence-is-monthly = Every month
decision-cadence-is-once = Once only
decision-cadence-is-on-demand = On demand

decision-weeks = For how many weeks are coupons handed out?
decision-weeks-short = Length in weeks
decision-weeks-why = With the same money, a short season gives more a week and a long one helps for longer. In Montréal, the effect measured is larger for households served all year.
decision-weeks-help = A whole number of weeks, for example 12.

decision-starts-on = What is the first day to use coupons?
decision-starts-on-short = First day
decision-starts-on-why = Early in the season, farms need sales, but there is less choice. Late printing or too few merchants leaves households with a useless coupon.
decision-starts-on-help = The year, the month and the day: “2027-06-26”.

decision-ends-on = What is the last day to use coupons?
decision-ends-on-short = Last day
decision-ends-on-why = A late end gives more chances to use coupons, if markets are still open. An earlier end leaves time to pay and close the books. Elsewhere, people forget the date.
decision-ends-on-help = The year, the month and the day: “2027-10-09”.

decision-carry-over = May a household keep its coupons for another week?
decision-carry-over-short = Keeping for later
decision-carry-over-why = A market often opens three or four hours a week: one can miss it. Keeping coupons lets people wait or buy more. But many coupons may come in together at the end.
decision-carry-over-is-until-end = Yes, until the end of the season
decision-carry-over-is-same-month = Yes, within the same month
decision-carry-over-is-same-period = No, only before the next hand-out
decision-carry-over-is-unlimited = Yes, without limit

decision-lost-coupons = Are lost coupons replaced?
decision-lost-coupons-short = Lost coupons
decision-lost-coupons-why = Without replacement, a household that loses its coupons loses food. With replacement, the program may pay twice, if somebody uses the lost coupons. A blocked number stops those that are checked.
decision-lost-coupons-is-never = No, never
decision-lost-coupons-is-coordinator = Yes, if the coordination team agrees
decision-lost-coupons-is-partner = Yes, if the organization agrees

decision-ceiling = What value of coupons may be handed out, against the money received?
decision-ceiling-short = Ceiling of hand-outs
decision-ceiling-why = At 100%, every coupon handed out is covered, but the money of unused coupons waits. Above, more households are reached, counting on coupons that are not used. If all are used, money runs short.
decision-ceiling-help = A percentage, from 100 to 200: 100 means never more than the money received.
