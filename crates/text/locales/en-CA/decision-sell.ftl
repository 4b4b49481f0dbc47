### The decision notebook, theme “The public sale”.

decision-public-sale = Do you also sell coupons to everyone?
decision-public-sale-short = Sale of coupons
decision-public-sale-why = Buyers at the stall make the coupon ordinary and bring money to farms. But selling needs a till, receipts and time. Every coupon sold stays owed until it is used.
decision-public-sale-is-no = No
decision-public-sale-is-bonus = Yes, with a bonus
decision-public-sale-is-par = Yes, at their value
decision-public-sale-is-gifts = Yes, to give as presents
decision-public-sale-is-sponsors = Yes, to supporting businesses

decision-sale-bonus = What extra value does a buyer of coupons receive?
decision-sale-bonus-short = Bonus
decision-sale-bonus-why = In Portneuf, people pay $20 and receive $30 of coupons: this is 50%. A large bonus draws more people. But it takes money that could pay for coupons given.
decision-sale-bonus-help = A percentage of the price paid, for example 50. Write 0 for no bonus.

decision-sale-cap = Up to what amount may coupons be sold?
decision-sale-cap-short = Ceiling of sales
decision-sale-cap-why = With a bonus, every sale takes money from a fund. A low ceiling protects that money. A high ceiling lets more people buy from merchants.
decision-sale-cap-help = An amount in dollars, for example 3 000. Write 0 to set no ceiling.

decision-sale-channel = Where are coupons sold?
decision-sale-channel-short = Places of sale
decision-sale-channel-why = A campaign reaches many people, but it ends one day and may keep a fee. A counter takes somebody. In Charlevoix, office hours were too short, and businesses served as counters.
decision-sale-channel-is-counter = At a counter
decision-sale-channel-is-campaign = Through a fundraising campaign
decision-sale-channel-is-market = At the market
decision-sale-channel-is-office = At an office
decision-sale-channel-is-online = Online

decision-refund = Up to what remainder is a buyer of coupons refunded?
decision-refund-short = Refund of a remainder
decision-refund-why = One or two coupons bought may be left unused. Refunding gives people their money back, but needs a till and a receipt. A higher amount takes more purchases from merchants.
decision-refund-help = An amount in dollars, for example 5.
