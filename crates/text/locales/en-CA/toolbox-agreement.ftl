### Toolbox: agreements to sign.
toolbox-agreement-draft = This text is a model. Each side may have it read before signing (to be validated).
toolbox-agreement-end = Each side may end the agreement in writing, thirty days ahead.
toolbox-agreement-names = Nobody asks for or writes down the name of a participant.
toolbox-agreement-same = Prices and welcome are the same for everyone.

## Agreement with the fiduciary

toolbox-fiduciary-agreement = Agreement with the fiduciary
toolbox-fiduciary-agreement-about = Between the organization that carries the program and the one that holds its money.
toolbox-fiduciary-agreement-parties = Who
toolbox-fiduciary-agreement-between = This agreement is between { $carrier } and { $fiduciary }, for “{ $programme-name }”.
toolbox-fiduciary-agreement-means = The fiduciary lends its legal frame and its bookkeeping. It is not a trust under the Civil Code (to be validated).
toolbox-fiduciary-agreement-holds = What the fiduciary does
toolbox-fiduciary-agreement-holds-apart = keep each funder’s money apart
toolbox-fiduciary-agreement-holds-pay = pay merchants, with the vouchers
toolbox-fiduciary-agreement-holds-books = keep the accounts and the vouchers
toolbox-fiduciary-agreement-holds-report = give each funder the state of its money
toolbox-fiduciary-agreement-holds-names = never receive a household’s name
toolbox-fiduciary-agreement-money = The money
toolbox-fiduciary-agreement-pay = Payments
toolbox-fiduciary-agreement-pay-separate = Whoever coordinates neither pays nor approves.
toolbox-fiduciary-agreement-sold = Coupons sold
toolbox-fiduciary-agreement-sold-debt = The money of coupons sold stays a debt until they are used.
toolbox-fiduciary-agreement-records = Records
toolbox-fiduciary-agreement-records-open = The committee may see the accounts at any time.
toolbox-fiduciary-agreement-end = Length and end
toolbox-fiduciary-agreement-end-season = The agreement holds for the season of { $starts-on } to { $ends-on }, until the last payment.
toolbox-fiduciary-agreement-end-rest = At the end, what is left follows the committee’s decision and each funder’s.
toolbox-fiduciary-agreement-carrier = For the organization that carries the program
toolbox-fiduciary-agreement-fiduciary = For the fiduciary

## Agreement with a partner organization

toolbox-partner-agreement = Agreement with a partner organization
toolbox-partner-agreement-about = What the organization does, what it receives, and what it is not asked.
toolbox-partner-agreement-parties = Who
toolbox-partner-agreement-between = This agreement is between { $carrier }, which carries “{ $programme-name }”, and the organization:
toolbox-partner-agreement-organisation = Name of the organization
toolbox-partner-agreement-contact = Person to reach
toolbox-partner-agreement-phone = Telephone
toolbox-partner-agreement-households = Choosing households
toolbox-partner-agreement-share = Number of households for this organization
toolbox-partner-agreement-handout = Handing coupons out
toolbox-partner-agreement-private = Coupons are handed out in a quiet place, without an audience.
toolbox-partner-agreement-note = The organization notes coupon numbers and the household’s size. Nothing else.
toolbox-partner-agreement-accompany = Accompanying
toolbox-partner-agreement-programme = What the program does
toolbox-partner-agreement-programme-coupons = deliver coupons before the first day
toolbox-partner-agreement-programme-train = train the team in less than an hour
toolbox-partner-agreement-programme-answer = answer within two business days
toolbox-partner-agreement-programme-move = move coupons that sleep, and say so
toolbox-partner-agreement-data = Data
toolbox-partner-agreement-evaluation-free = Answering a survey is never a condition for receiving coupons.
toolbox-partner-agreement-trouble = When something is wrong
toolbox-partner-agreement-returned = Coupons not handed out go back to the coordination at the end of the season.
toolbox-partner-agreement-end = Length and end
toolbox-partner-agreement-end-season = The agreement ends on { $ends-on }.
toolbox-partner-agreement-organisation-side = For the organization
toolbox-partner-agreement-carrier = For the program

## Agreement with a merchant

toolbox-merchant-agreement = Agreement with a merchant
toolbox-merchant-agreement-about = Accepting food coupons, and being paid.
toolbox-merchant-agreement-parties = Who and where
toolbox-merchant-agreement-between = This agreement is between { $carrier }, which carries “{ $programme-name }”, and the merchant:
toolbox-merchant-agreement-merchant = Merchant’s name
toolbox-merchant-agreement-place = Markets and stands
toolbox-merchant-agreement-phone = Telephone or e-mail
toolbox-merchant-agreement-between-season = It holds from { $starts-on } to { $ends-on }.
toolbox-merchant-agreement-stall = At the stall
toolbox-merchant-agreement-accept = Accepting a coupon
toolbox-merchant-agreement-good-faith = A merchant in good faith who followed these rules is paid, even if the coupon was doubtful.
toolbox-merchant-agreement-pay = Being paid
toolbox-merchant-agreement-pay-fiduciary = Payments are made by: { $fiduciary }.
toolbox-merchant-agreement-trouble = When something is wrong
toolbox-merchant-agreement-data = Data
toolbox-merchant-agreement-data-merchant = The program keeps the merchant’s name, coupons and payments. The bank account is encrypted.
toolbox-merchant-agreement-end = End
toolbox-merchant-agreement-end-paid = Coupons accepted before the end are paid.
toolbox-merchant-agreement-merchant-side = The merchant
toolbox-merchant-agreement-carrier = For the program

## Agreement with a market

toolbox-market-agreement = Agreement with a market
toolbox-market-agreement-about = Welcoming coupons at the market, without spending the evening on it.
toolbox-market-agreement-parties = Who
toolbox-market-agreement-between = This agreement is between { $carrier }, which carries “{ $programme-name }”, and the market:
toolbox-market-agreement-market = Name of the market
toolbox-market-agreement-days = Days and hours
toolbox-market-agreement-manager = Person in charge
toolbox-market-agreement-does = What the market does
toolbox-market-agreement-market-table = keep a table or a person to ask
toolbox-market-agreement-market-signs = put signs up at participating stalls
toolbox-market-agreement-market-hours = tell the coordination of any change of hours
toolbox-market-agreement-market-welcome = welcome households like everyone else
toolbox-market-agreement-pay = Money
toolbox-market-agreement-public = What is public
toolbox-market-agreement-sale = Selling coupons at the market
toolbox-market-agreement-sale-table = The market sells coupons at its table and hands the money to the fiduciary each week.
toolbox-market-agreement-trouble = When something is wrong
toolbox-market-agreement-end = Length and end
toolbox-market-agreement-end-season = The agreement holds from { $starts-on } to { $ends-on }.
toolbox-market-agreement-market-side = For the market
toolbox-market-agreement-carrier = For the program
