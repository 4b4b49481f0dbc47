### Toolbox: each decision, told to whoever applies it.

## Governing

rule-territory-unit-mrc = The program covers one MRC.
rule-territory-unit-several-mrc = The program covers several MRCs.
rule-territory-unit-city = The program covers a city.
rule-territory-unit-region = The program covers a region.
rule-territory-unit-one-market = The program covers a single market.
rule-territory-unit-first-nation = The program is a First Nation’s own.
rule-territory-unit-other = The program covers a territory that it defines itself.
rule-carrier = { $value } carries the program and answers for it.
rule-fiduciary = { $value } holds the money, pays the merchants and keeps the accounts.
rule-coordinator-employee = A full-time employee coordinates the program.
rule-coordinator-part-time = A part-time employee coordinates the program.
rule-coordinator-grower = A grower coordinates the program.
rule-coordinator-market-staff = A market’s staff coordinates the program.
rule-coordinator-city-staff = Municipal staff coordinates the program.
rule-coordinator-volunteer = A volunteer coordinates the program.
rule-who-sees-own-only = Each organization sees its own figures. The coordination and the fiduciary see everything.
rule-who-sees-totals = Each organization sees its own figures and the program’s totals.
rule-who-sees-everything = Every organization sees everyone’s figures.
rule-community-data-not-concerned = No Indigenous community is concerned by this program’s data.
rule-community-data-council-owns = The community’s council owns its community’s data. Nothing of it is published without the council.
rule-community-data-agreement = A signed agreement with the community says who owns the data and who sees it.
rule-community-data-to-agree = A data agreement is still to be made with each Indigenous community concerned. Nothing is published before.
rule-language-fr = The program’s language is French.
rule-language-en = The program’s language is English.
rule-household-languages = Documents for households come in these languages:
rule-household-languages-fr = French
rule-household-languages-en = English
rule-household-languages-community = the community’s language, supplied by the community
rule-household-languages-newcomers = languages spoken by newcomers
rule-complaints-coordination = A complaint goes to the coordination, which answers within ten days.
rule-complaints-partner = A complaint goes to a partner organization, which passes it on to the coordination.
rule-complaints-committee = A complaint goes to the committee, which answers at its next meeting.
rule-complaints-outside = A complaint goes to somebody outside the program.

## Reaching

rule-households =
    { $number ->
        [one] The program is meant for { $value } household.
       *[other] The program is meant for { $value } households.
    }
rule-who-selects-partners = Partner organizations choose households among the people they know.
rule-who-selects-health = Health or social services professionals choose the households.
rule-who-selects-city = The municipality chooses the households.
rule-who-selects-table = A local roundtable chooses the households.
rule-who-selects-council = The community’s council chooses the households.
rule-who-selects-nobody = Nobody chooses: whoever asks can take part.
rule-eligibility-partner-judges = The organization judges for itself to whom coupons will be of use.
rule-eligibility-food-insecurity = Coupons go to households that struggle to eat well.
rule-eligibility-low-income = Coupons go to households with a low income.
rule-eligibility-clinical = Coupons go to people whom they will do good, by clinical judgment.
rule-eligibility-groups = Coupons go to groups that the committee names.
rule-eligibility-none = No condition is asked.
rule-proof-none = No proof and no identity paper is asked for.
rule-proof-identity = An identity paper is looked at, never copied.
rule-proof-income = A proof of income is looked at, never copied.
rule-proxy-anyone = Anyone may use the coupons for the household.
rule-proxy-household = Anyone of the household may use the coupons.
rule-proxy-named = Only the person whom the household named may use the coupons.
rule-anti-stigma = So that nobody is singled out:
rule-anti-stigma-public-sale = anyone can buy coupons
rule-anti-stigma-same-coupon = the coupon is the same for everyone
rule-anti-stigma-mixed-groups = coupons are given to varied groups
rule-anti-stigma-like-any-payment = paying with a coupon looks like any other payment
rule-anti-stigma-private-handout = coupons are handed out in private
rule-anti-stigma-market-as-place = the market is a meeting place for everyone

## Giving

rule-scale = Each week, a household receives this value:
rule-scale-by-size-bands = The value depends on the household’s size, by bands.
rule-scale-by-size-per-person = The value is the same for each person of the household.
rule-scale-by-size-same-for-all = The value is the same for every household.
rule-cadence-weekly = Coupons are handed out every week.
rule-cadence-every-two-weeks = Coupons are handed out every two weeks, for two weeks.
rule-cadence-monthly = Coupons are handed out once a month, for the whole month.
rule-cadence-once = The whole season’s coupons are handed out at once.
rule-cadence-on-demand = Coupons are handed out when a household asks for them.
rule-weeks =
    { $number ->
        [one] The season lasts { $value } week.
       *[other] The season lasts { $value } weeks.
    }
rule-starts-on = The season begins on { $value }.
rule-ends-on = The last day to use coupons that were given is { $value }.
rule-carry-over-until-end = An unused coupon stays good until the end of the season.
rule-carry-over-same-month = A coupon is used within the month in which it is handed out.
rule-carry-over-same-period = A coupon is used before the next hand-out.
rule-carry-over-unlimited = An unused coupon stays good from one season to the next.
rule-lost-coupons-never = A lost coupon is not replaced.
rule-lost-coupons-coordinator = The coordination may replace a lost coupon, after making the first one void.
rule-lost-coupons-partner = The organization may replace a lost coupon, after making the first one void.
rule-ceiling = The value of coupons handed out never exceeds { $value } of the money available.

## The coupon

rule-medium-paper = The coupon is made of paper. No phone and no card is needed.
rule-medium-card = The value is on a card.
rule-medium-local-currency = Households receive notes of the local currency.
rule-currency-name = The local currency is called { $value }.
rule-currency-bonus =
    { $number ->
        [0] The local currency adds nothing to money changed.
       *[other] The local currency adds { $value } to money changed.
    }
rule-denominations = Coupons are worth { $value }.
rule-anti-copy-numbered-signed = Each coupon has a number and a signature that any phone can check.
rule-anti-copy-numbered = Each coupon has a number.
rule-anti-copy-special-paper = Coupons are printed on paper that is hard to copy.
rule-anti-copy-none = Coupons have no number and no protection from copying.
rule-change-none = No change is given on a coupon.
rule-change-dollars = The merchant gives change in dollars.
rule-change-merchant-choice = Each merchant chooses whether to give change.
rule-rounding-household-adds = When the purchase exceeds the coupon, the household pays the difference.
rule-rounding-top-up-with-food = When the purchase is less than the coupon, the merchant adds food.
rule-rounding-merchant-rounds = The merchant rounds the purchase to the coupon’s value.
rule-expiry-given-season-end = A coupon that was given expires at the end of the season.
rule-expiry-given-month-end = A coupon that was given expires at the end of the month.
rule-expiry-given-next-season = A coupon that was given expires at the end of the next season.
rule-expiry-given-none = A coupon that was given does not expire.
rule-expiry-sold-never = A coupon that was sold never expires.
rule-expiry-sold-season-end = A coupon that was sold expires at the season’s end (to be validated: the law seems to forbid it).

## Spending

rule-where = Coupons are accepted at these places, by participating merchants:
rule-where-markets = public markets
rule-where-farm-stands = farm stands
rule-where-self-service = self-service stands
rule-where-u-pick = U-pick farms
rule-where-csa = vegetable baskets by subscription
rule-where-shops = food shops
rule-where-online = an online market
rule-self-service-no = Self-service stands do not accept coupons.
rule-self-service-cash-box = At a self-service stand, the coupon goes into the cash box. It is counted later.
rule-self-service-staffed-only = A self-service stand accepts coupons when somebody is there.
rule-csa-block-no = A coupon does not pay for a basket subscription.
rule-csa-block-block = A household may hand in many coupons at once for its basket subscription.
rule-csa-block-weekly = A household pays for its basket each week, with coupons.
rule-published-places-public = The list of places is public.
rule-published-places-participants-only = The list of places is given to households and is not published.
rule-published-places-markets-public = Markets are published. Other places are given to households.
rule-foods = Coupons buy:
rule-foods-fruit-vegetables = fruit and vegetables
rule-foods-dairy-eggs = dairy products and eggs
rule-foods-meat-fish = meat and fish
rule-foods-bread = bread
rule-foods-honey-maple = honey and maple products
rule-foods-preserves = preserves and jams
rule-foods-seedlings = vegetable seedlings
rule-foods-prepared-meals = prepared meals
rule-foods-crafts = crafts
rule-food-signs-none-needed = Everything sold can be paid with coupons: no sign is needed.
rule-food-signs-item-logo = A logo stands before each eligible product.
rule-food-signs-stall-sign = A sign at the stall says that coupons are accepted there.
rule-taxes-deposits-excluded = Taxes and deposits are paid in dollars, not in coupons.
rule-taxes-deposits-accepted = Coupons also pay for taxes and deposits.
rule-acceptance = The merchant accepts a coupon in one of these ways:
rule-acceptance-paper-slip = by keeping it, with a slip at the end
rule-acceptance-phone-scan = by reading it with a phone
rule-acceptance-table-count = by bringing it to the market’s table, which counts
rule-refusal-accept-in-doubt = When in doubt, the merchant accepts the coupon. The coordination decides afterwards.
rule-refusal-refuse-in-doubt = When in doubt, the merchant refuses the coupon, politely and without keeping it.
rule-refusal-ask-manager = When in doubt, the merchant asks the market’s manager.
rule-least-merchants =
    { $number ->
        [one] A market takes part if at least { $value } of its merchants accepts coupons.
       *[other] A market takes part if at least { $value } of its merchants accept coupons.
    }
rule-cancelled-market-nothing = When a market is cancelled, nothing changes for coupons.
rule-cancelled-market-extend-a-week = When a market is cancelled, the week’s coupons stay good one week longer.
rule-cancelled-market-other-market = When a market is cancelled, households are sent to another place.

## Paying

rule-payment-route-direct = The fiduciary pays each merchant directly.
rule-payment-route-through-market = The fiduciary pays the market, which pays its merchants.
rule-payment-route-counter = The merchant exchanges coupons at a counter.
rule-payment-method-cheque = Payment is by cheque.
rule-payment-method-transfer = Payment is by Interac e-Transfer.
rule-payment-method-deposit = Payment is by direct deposit.
rule-payment-method-local-currency = Payment is in the local currency.
rule-payment-days =
    { $number ->
        [one] Payment leaves at most { $value } business day after the count.
       *[other] Payment leaves at most { $value } business days after the count.
    }
rule-payment-every-as-wished = Payments are prepared when there is something to pay.
rule-payment-every-week = Payments are prepared each week.
rule-payment-every-two-weeks = Payments are prepared every two weeks.
rule-payment-every-month = Payments are prepared at the beginning of each month.
rule-payment-every-season-end = Payments are prepared once, after the last day to claim.
rule-merchant-fee =
    { $number ->
        [0] The merchant receives the full value of coupons. No fee is kept.
       *[other] A fee of { $value } is kept on the value of coupons.
    }
rule-least-payment =
    { $number ->
        [0] Any amount is paid, even a small one.
       *[other] An amount under { $value } waits for the next payment.
    }
rule-approvals = Each payment is approved by { $value } people.
rule-last-claim =
    { $number ->
        [0] Coupons are brought back by the last day of the season.
        [one] Coupons are brought back at most { $value } day after the season ends.
       *[other] Coupons are brought back at most { $value } days after the season ends.
    }
rule-offline-limit =
    { $number ->
        [0] A phone without a network accepts no coupons.
       *[other] A phone without a network accepts up to { $value } of coupons.
    }
rule-doubt-limit =
    { $number ->
        [0] No coupon in doubt is paid on the spot.
       *[other] The market may pay up to { $value } of coupons in doubt on the spot each day.
    }

## Selling

rule-public-sale-no = Coupons are not sold.
rule-public-sale-bonus = Anyone can buy coupons, with a bonus.
rule-public-sale-par = Anyone can buy coupons, at their value.
rule-public-sale-gifts = Anyone can buy coupons to give them away.
rule-public-sale-sponsors = Firms buy coupons to support the program.
rule-sale-bonus =
    { $number ->
        [0] No bonus is added to coupons sold.
       *[other] The bonus is { $value } of the price paid.
    }
rule-sale-cap =
    { $number ->
        [0] The sale has no cap.
       *[other] The sale stops once { $value } of coupons are sold.
    }
rule-sale-channel = Coupons are bought:
rule-sale-channel-counter = at a counter
rule-sale-channel-campaign = through a crowdfunding campaign
rule-sale-channel-market = at the market
rule-sale-channel-office = at the program’s office
rule-sale-channel-online = online
rule-refund =
    { $number ->
        [0] A coupon that was sold is not refunded.
       *[other] A remainder of { $value } or less, in coupons sold, is refunded.
    }

## Funding

rule-funders = These funders support the program:
rule-coupon-budget = The budget in coupons is { $value }.
rule-operations-share =
    { $number ->
        [0] All the money goes into coupons.
       *[other] At most { $value } of the money runs the program.
    }
rule-fund-order-designated = Each coupon is paid from the fund it belongs to.
rule-fund-order-oldest = The money received first is spent first.
rule-fund-order-pro-rata = Each fund pays its share of each coupon.
rule-lapsed-money-next-season = The money of expired coupons serves the next season.
rule-lapsed-money-back-to-funder = The money of expired coupons goes back to whoever gave it.
rule-lapsed-money-organisations = The money of expired coupons goes to partner organizations.
rule-lapsed-money-reserve = The money of expired coupons stays in reserve.

## Accompanying and lasting

rule-accompaniment = Households are accompanied:
rule-accompaniment-first-visit = a first visit to the market, in a group
rule-accompaniment-recipes = recipes and ideas
rule-accompaniment-information-envelope = an envelope of information with the coupons
rule-accompaniment-health-consultation = a meeting with a health professional
rule-accompaniment-farm-visit = a visit to a farm
rule-accompaniment-none = no activity is planned this season
rule-transport = To get there:
rule-transport-none = no help with transport is planned this season
rule-transport-nearby-points = places chosen close to households
rule-transport-shuttle = a shuttle
rule-transport-rides = rides with volunteers
rule-transport-delivery = delivery
rule-evaluation = The program is evaluated with:
rule-evaluation-counts = the count of coupons
rule-evaluation-household-survey = a voluntary survey of households
rule-evaluation-merchant-survey = a survey of merchants
rule-evaluation-research-team = a research team
rule-evaluation-none = no evaluation is planned this season
rule-expected-use = The program expects { $value } of coupons handed out to be used.
rule-image-rights-no-pictures = Nobody is photographed.
rule-image-rights-written-consent = A picture needs written consent, which can be withdrawn.
rule-image-rights-markets-only = Only markets are photographed, never households.
rule-retention =
    { $number ->
        [one] Accounting records are kept { $value } year, then destroyed (length to be validated).
       *[other] Accounting records are kept { $value } years, then destroyed (length to be validated).
    }
