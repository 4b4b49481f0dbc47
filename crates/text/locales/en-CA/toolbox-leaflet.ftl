### Toolbox: what households read, and what everyone sees.

## Leaflet for households

toolbox-leaflet = Leaflet for households
toolbox-leaflet-title = Your food coupons
toolbox-leaflet-about = Coupons to buy local food. Choose what you like.
toolbox-leaflet-get = Getting your coupons
toolbox-leaflet-get-where = You get your coupons from the organization that you know.
toolbox-leaflet-get-when = Use them from { $starts-on } to { $ends-on }.
toolbox-leaflet-go = Where to go
toolbox-leaflet-go-list = The list of places and hours comes with your coupons.
toolbox-leaflet-buy = What to buy
toolbox-leaflet-pay = Paying
toolbox-leaflet-pay-choose = Choose your food, like everyone else. The price is the same.
toolbox-leaflet-pay-give = Give your coupons. They are worth { $denominations }.
toolbox-leaflet-pay-rest = You can pay the rest in cash.
toolbox-leaflet-keep = Keeping your coupons
toolbox-leaflet-keep-lost = A coupon is like money. Keep it safe.
toolbox-leaflet-help = A question?
toolbox-leaflet-help-ask = Ask your organization, or the market’s table.
toolbox-leaflet-help-name = Your name is written nowhere in the program.
toolbox-leaflet-help-phone = Telephone

## Where and when

toolbox-places = Where and when
toolbox-places-title = Where and when to use your coupons
toolbox-places-about = Call before a long trip: a day may be cancelled.

## Stall sign

toolbox-stall-sign = Stall sign
toolbox-stall-sign-title = Food coupons accepted here
toolbox-stall-sign-worth = Coupons of { $denominations }
toolbox-stall-sign-look-logo = Look for the logo in front of the product.
toolbox-stall-sign-welcome = Everyone is welcome!

## Eligible products sign

toolbox-products-sign = Eligible products sign
toolbox-products-sign-title = You can pay with food coupons

## Poster

toolbox-poster = Poster
toolbox-poster-title = Local food, for everyone
toolbox-poster-big = Food coupons
toolbox-poster-dates = From { $starts-on } to { $ends-on }
toolbox-poster-buy = Buy coupons: the program adds { $sale-bonus }.
toolbox-poster-buy-par = Buy coupons, for yourself or to give.
toolbox-poster-buy-firms = Your firm can support the program.
toolbox-poster-ask = Ask at the market’s table.
leaflet-cadence-weekly = You get coupons every week.
leaflet-cadence-every-two-weeks = You get coupons every two weeks, for two weeks.
leaflet-cadence-monthly = You get coupons once a month, for the whole month.
leaflet-cadence-once = You get all your coupons at once.
leaflet-cadence-on-demand = You get coupons when you ask for some.
leaflet-scale-by-size-bands = The value depends on how many people live with you.
leaflet-scale-by-size-per-person = The value is the same for each person in your home.
leaflet-scale-by-size-same-for-all = The value is the same for everyone.
leaflet-proof-none = Nobody asks you for a card or a paper.
leaflet-proof-identity = The organization may look at an identity card. It keeps no copy.
leaflet-proof-income = The organization may look at a paper about your income. It keeps no copy.
leaflet-where = You can go to these places:
leaflet-where-markets = a public market
leaflet-where-farm-stands = a farm stand
leaflet-where-self-service = a self-service stand
leaflet-where-u-pick = a farm where you pick your own
leaflet-where-csa = a farm that makes baskets
leaflet-where-shops = a food shop
leaflet-where-online = the online market
leaflet-transport = To get there:
leaflet-transport-none = there is no help with transport this season
leaflet-transport-nearby-points = there are places near your home
leaflet-transport-shuttle = a shuttle can take you
leaflet-transport-rides = a volunteer can drive you
leaflet-transport-delivery = your food can be delivered
leaflet-cancelled-market-nothing = If a market is cancelled, keep your coupons for another time.
leaflet-cancelled-market-extend-a-week = If a market is cancelled, your coupons stay good one more week.
leaflet-cancelled-market-other-market = If a market is cancelled, you can go to another place on the list.
leaflet-foods = With your coupons, you can buy:
leaflet-foods-fruit-vegetables = fruit and vegetables
leaflet-foods-dairy-eggs = milk, cheese, eggs
leaflet-foods-meat-fish = meat, fish
leaflet-foods-bread = bread
leaflet-foods-honey-maple = honey, maple syrup
leaflet-foods-preserves = preserves, jams
leaflet-foods-seedlings = plants for your garden
leaflet-foods-prepared-meals = prepared meals
leaflet-foods-crafts = crafts
leaflet-taxes-deposits-excluded = Taxes and deposits are paid in cash.
leaflet-taxes-deposits-accepted = Coupons also pay for taxes and deposits.
leaflet-change-none = The merchant gives no change on a coupon.
leaflet-change-dollars = The merchant gives change in dollars.
leaflet-change-merchant-choice = Some merchants give change, others do not. Ask first.
leaflet-rounding-household-adds = If it costs more than the coupon, you pay the difference.
leaflet-rounding-top-up-with-food = If it costs less than the coupon, the merchant adds food.
leaflet-rounding-merchant-rounds = The merchant rounds the price to the coupon’s value.
leaflet-proxy-anyone = Somebody else can go for you.
leaflet-proxy-household = Anyone who lives with you can go.
leaflet-proxy-named = The person that you named can go for you.
leaflet-carry-over-until-end = You can keep your coupons for later in the season.
leaflet-carry-over-same-month = Use your coupons in the month when you get them.
leaflet-carry-over-same-period = Use your coupons before you get others.
leaflet-carry-over-unlimited = You can keep your coupons as long as you want.
leaflet-expiry-given-season-end = After the season ends, they are no longer good.
leaflet-expiry-given-month-end = After the month ends, they are no longer good.
leaflet-expiry-given-next-season = They are still good the next season.
leaflet-expiry-given-none = They have no end date.
leaflet-lost-coupons-never = A lost coupon is not replaced.
leaflet-lost-coupons-coordinator = Lost a coupon? Tell your organization soon. The coordination can replace it.
leaflet-lost-coupons-partner = Lost a coupon? Tell your organization soon. It can replace it.
leaflet-complaints-coordination = Is something wrong? Call the program’s coordination.
leaflet-complaints-partner = Is something wrong? Talk to your organization.
leaflet-complaints-committee = Is something wrong? Write to the program’s committee.
leaflet-complaints-outside = Is something wrong? Somebody outside the program listens to you.
leaflet-published-places-public = You can share this list.
leaflet-published-places-participants-only = This list is for you. It is not published.
leaflet-published-places-markets-public = Markets are public. The other places of this list are for you.
