### The forecast of a season: what will be used, what the bank must hold, how far the money goes.

forecast-title = Forecast
forecast-figures = What the forecast says
forecast-says =
    { $count ->
        [one] With the money received, you can serve { $households } household until the end, with { $sure } chances in 100 of not overspending.
       *[other] With the money received, you can serve { $households } households until the end, with { $sure } chances in 100 of not overspending.
    }
forecast-says-more =
    { $count ->
        [one] That is { $count } more than the { $planned } households planned.
       *[other] That is { $count } more than the { $planned } households planned.
    }
forecast-says-fewer =
    { $count ->
        [one] That is { $count } fewer than the { $planned } households planned.
       *[other] That is { $count } fewer than the { $planned } households planned.
    }
forecast-says-same = That is exactly the number of households planned.
forecast-says-all = The money is ample for the rest of the season.
forecast-says-none-planned = Nobody has received coupons yet: write how many households you plan for.
forecast-says-over = With what is planned, the risk of spending more than was received: { $chance }.
forecast-says-no-hand-outs = No hand-out is planned before the end of the season.
forecast-says-no-money = No money for food is recorded yet. Record what arrived at the bank.
forecast-says-ended = The season is over: there is nothing left to forecast.
forecast-says-blind = Nothing is handed out yet: the forecast rests on other programs only.
forecast-only = A forecast is not a promise. It changes no rule and keeps nothing.
forecast-households = Households the money can serve
forecast-planned = planned: { $count }
forecast-over = Risk of overspending
forecast-final = Used by the end
forecast-use = Final rate of use
forecast-nine-in-ten = nine times out of ten, { $range }
forecast-from-to = from { $low } to { $high }
forecast-very-many = more than a million
forecast-chance-none = less than 1 in 100
forecast-chance-all = more than 99 in 100
forecast-chance = { $count } in 100
forecast-ceiling = The limit decided for hand-outs is { $decided } of the money received. The forecast would support { $ceiling }.
forecast-ceiling-same = The limit stays the one that the territory decided.

## Demander autre chose

forecast-what-if = What if it were different?
forecast-usual = Left alone: { $value }.
forecast-ask-households = Households a week
forecast-ask-households-hint = Those that receive coupons in one week.
forecast-ask-scale = Scale (percent)
forecast-ask-scale-hint = 100 is the scale decided; 90 gives a tenth less.
forecast-ask-weeks = Weeks of hand-outs to come
forecast-ask-weeks-hint = This one counts if nothing is handed out in it yet.
forecast-ask-coupon = Worth of a coupon (dollars)
forecast-ask-coupon-hint = A household receives whole coupons: a large worth rounds down.
forecast-ask-sure = Chances of not overspending, in 100
forecast-ask-sure-hint = From 50 to 99. The higher it is, the fewer households are served.
forecast-ask-closed = A place that closes from tomorrow on
forecast-ask-closed-none = None
forecast-ask-button = Forecast
forecast-ask-again = Back to the program as it is
forecast-beliefs = What is assumed, and where it comes from
forecast-beliefs-hint = The season corrects these assumptions, week after week. Each can be replaced by yours.
forecast-known = Known programs
forecast-source = Source
forecast-prior-quebec = Bas-Saint-Laurent pilot, 2025
forecast-prior-quebec-source = Published rate of use from 70% to 86% (Table de concertation bioalimentaire du Bas-Saint-Laurent).
forecast-prior-canada = Established provincial programs
forecast-prior-canada-source = British Columbia: 91% to 94%. Manitoba, 2021: 98.5%.
forecast-prior-wide = Programs with less follow-up
forecast-prior-wide-source = New Jersey: 63%. New York, 2011: 70%. Windsor: nearly half.
forecast-belief-use-low = Final rate of use, at least (percent)
forecast-belief-use-low-hint = Write both to replace the table with your own experience.
forecast-belief-use-high = Final rate of use, at most (percent)
forecast-belief-use-high-hint = Nine seasons out of ten would be between the two.
forecast-belief-speed = Share of coupons used in a week (percent)
forecast-belief-speed-hint = Of those that will be. Assumed: a household comes a little more than once in two weeks.
forecast-belief-week = Difference from week to week (percent)
forecast-belief-week-hint = Rain, heat, harvest. Assumed, then measured on this season.
forecast-belief-later = Kept for the last weeks (percent)
forecast-belief-later-hint = Assumed, and tuned on seasons simulated household by household.
forecast-belief-last-low = Last week, at least (percent)
forecast-belief-last-low-hint = Of what is still to be used, the share used in the last week. No program has published it.
forecast-belief-last-high = Last week, at most (percent)
forecast-belief-last-high-hint = All values between the two are as likely.
forecast-belief-use-drift = Change of habits (percent)
forecast-belief-use-drift-hint = How far the rest of the season may differ from its beginning. Tuned on simulated seasons.
forecast-belief-end-drift = Surprise at the end (percent)
forecast-belief-end-drift-hint = What becomes of coupons that wait. Tuned on simulated seasons.
forecast-belief-speed-drift = Change of pace (percent)
forecast-belief-speed-drift-hint = How far the pace may change before the end. Tuned on simulated seasons.
forecast-belief-hand-outs = Gap between hand-outs planned and made (percent)
forecast-belief-hand-outs-hint = Households arrive, others leave. Tuned on simulated seasons.
forecast-belief-elsewhere = People who go elsewhere if their place closes (percent)
forecast-belief-elsewhere-hint = Assumed: half. No program has published it.

## Semaine par semaine

forecast-weeks = Week by week
forecast-weeks-hint = The value of coupons used since the beginning, in dollars. Further away, less is known.
forecast-fan-title = Value of coupons used since the beginning, by week
forecast-legend-past = Used so far
forecast-legend-half = Every other time
forecast-legend-most = Nine times out of ten
forecast-legend-money = Money for food
forecast-cash = The money needed each week
forecast-cash-hint = What merchants will be owed for the week’s coupons, given and sold, in dollars.
forecast-bank = Until the end, at most { $need } is needed to pay merchants, 19 times out of 20. The bank holds { $bank }. Risk that it is not enough: { $chance }.
forecast-cash-title = Money owed to merchants, by week
forecast-legend-likely = Likely
forecast-legend-careful = Careful: enough 19 times out of 20
forecast-week-of = Week of
forecast-head-spent = Used in the week
forecast-head-low = Since the beginning, at least
forecast-head-half = Since the beginning, likely
forecast-head-high = Since the beginning, at most
forecast-head-cash = Owed in the week, careful
forecast-head-cash-until = Owed by then, careful

## Fonds et changements

forecast-funds = How far each fund goes
forecast-fund-left = Left at the end, likely
forecast-fund-low = Left, at least
forecast-fund-high = Left, at most
forecast-fund-promised = Nothing left to promise:
forecast-fund-spent = All used:
forecast-out-never = almost surely not this season.
forecast-out-sure = almost surely, in the week of { $half }.
forecast-out-on = risk of { $chance }, in the week of { $half }.
forecast-out = risk of { $chance }, at the earliest in the week of { $early }, every other time before the end of that of { $half }.
forecast-out-maybe = risk of { $chance }, at the earliest in the week of { $early }.
forecast-changes = What a decision would change
forecast-changes-hint = One change at a time, with the same seasons drawn.
forecast-change = Change
forecast-change-none = As planned
forecast-change-scale = Scale at { $scale }
forecast-change-weeks =
    { $count ->
        [one] { $count } week of hand-outs
       *[other] { $count } weeks of hand-outs
    }
forecast-change-coupon = Coupons of { $worth }
forecast-change-closed = { $place } closes
forecast-learned = What the season shows
forecast-learned-so-far = { $part } given coupons used of { $whole } handed out.
forecast-learned-use = About { $share } of what is handed out comes back while hand-outs go on.
forecast-learned-speed = About { $share } of what will be used is used in an ordinary week.
forecast-learned-week = From week to week, use varies by about { $share } for no known reason.
forecast-learned-until = Counted until { $on }.
forecast-right = A thousand simulated seasons tell how often the forecast is right: see docs/forecast.md.
