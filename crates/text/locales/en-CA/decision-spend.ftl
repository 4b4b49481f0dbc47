### The decision notebook, theme “Where and for what”.

decision-where = Where can coupons be used?
decision-where-short = Places of exchange
decision-where-why = More places of exchange mean less travel: distance is a main obstacle. But each further place must be trained, visited and paid.
decision-where-is-markets = Public markets
decision-where-is-farm-stands = Farm stands
decision-where-is-self-service = Self-service stands
decision-where-is-u-pick = U-pick farms
decision-where-is-csa = CSA baskets
decision-where-is-shops = Shops and groceries
decision-where-is-online = Online markets

decision-self-service = Are coupons accepted at self-service stands?
decision-self-service-short = Self-service stands
decision-self-service-why = A stand with nobody there is open longer, sometimes nearer. A paper coupon goes into the box, but nobody checks it there or gives change.
decision-self-service-is-no = No
decision-self-service-is-cash-box = Yes, in the cash box
decision-self-service-is-staffed-only = Only when somebody is there

decision-csa-block = May a CSA basket be paid for with a block of coupons?
decision-csa-block-short = CSA baskets
decision-csa-block-why = A CSA basket is paid in advance, while weekly coupons come a few at a time. A block pays the season, but the household commits itself. Paying weekly leaves it free, but changes the farm’s ways.
decision-csa-block-is-no = No
decision-csa-block-is-block = Yes, a block for the season’s subscription
decision-csa-block-is-weekly = Yes, with each week’s coupons

decision-published-places = Is the list of places of exchange public?
decision-published-places-short = List of places
decision-published-places-why = A public list helps households plan and makes farms known. But a small farm does not always want visits. A list handed over in person is more discreet, but gets lost and out of date.
decision-published-places-is-public = Yes, all places
decision-published-places-is-participants-only = No, it is given to households
decision-published-places-is-markets-public = Markets only

decision-foods = What can coupons pay for?
decision-foods-short = Products accepted
decision-foods-why = A short list directs the money to some foods, but the merchant must sort. A long list leaves the choice and is faster. In 2020, nearly a quarter of market merchants were neither producers nor processors.
decision-foods-is-fruit-vegetables = Fruit and vegetables
decision-foods-is-dairy-eggs = Milk, cheese and eggs
decision-foods-is-meat-fish = Meat and fish
decision-foods-is-bread = Bread
decision-foods-is-honey-maple = Honey and maple
decision-foods-is-preserves = Preserves
decision-foods-is-seedlings = Seedlings
decision-foods-is-prepared-meals = Prepared meals
decision-foods-is-crafts = Crafts

decision-food-signs = How do people see what coupons pay for?
decision-food-signs-short = Signs at the stall
decision-food-signs-why = A logo at each food is clear, but takes the merchant’s time. One sign per stall is put up once, but people must sometimes ask. Asking aloud may embarrass.
decision-food-signs-is-none-needed = No signs: everything can be paid
decision-food-signs-is-item-logo = A logo at each food
decision-food-signs-is-stall-sign = A sign at each stall

decision-taxes-deposits = May coupons pay taxes and deposits?
decision-taxes-deposits-short = Taxes and deposits
decision-taxes-deposits-why = Excluding them keeps the money for food, but asks the household for a few coins. Accepting them is simpler at the stall, but a deposit can later be taken back in cash.
decision-taxes-deposits-is-excluded = No
decision-taxes-deposits-is-accepted = Yes

decision-acceptance = How do merchants record the coupons they receive?
decision-acceptance-short = Way of accepting
decision-acceptance-why = A paper slip works everywhere, but means counting by hand later. A phone counts by itself, even without network, but one is needed. The market table helps everyone, but takes somebody.
decision-acceptance-is-paper-slip = With a paper slip
decision-acceptance-is-phone-scan = With a phone
decision-acceptance-is-table-count = Counted at the market table

decision-refusal = What does the merchant do with a coupon in doubt?
decision-refusal-short = Coupon in doubt
decision-refusal-why = Accepting spares the household embarrassment, but somebody may have to bear the loss. Refusing avoids the loss, but the person leaves without food. Asking shares the decision, but means waiting.
decision-refusal-is-accept-in-doubt = Accepts it
decision-refusal-is-refuse-in-doubt = Refuses it
decision-refusal-is-ask-manager = Asks the market manager

decision-least-merchants = How many participating merchants does a market need, at least?
decision-least-merchants-short = Merchants per market
decision-least-merchants-why = In Alabama, seniors found only two farms that accepted their card. A high minimum ensures choice. A low minimum lets small markets in.
decision-least-merchants-help = A whole number, per market day, for example 3.

decision-cancelled-market = What happens when a market is cancelled?
decision-cancelled-market-short = Cancelled market
decision-cancelled-market-why = Extending gives another chance, but delays the closing of the books. Another market helps people who can get there. Changing nothing keeps one date for all.
decision-cancelled-market-is-nothing = Nothing changes
decision-cancelled-market-is-extend-a-week = Coupons are good one more week
decision-cancelled-market-is-other-market = Another market is pointed out
