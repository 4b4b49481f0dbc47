### The decision notebook, theme “The coupon”.

decision-medium = Will coupons be paper, a card or a local currency?
decision-medium-short = What the coupon is
decision-medium-why = Paper works without device or network, but must be printed and counted. A card pays to the cent, but needs a device. A local currency also serves at merchants who sell no food.
decision-medium-is-paper = Paper
decision-medium-is-card = A card
decision-medium-is-local-currency = A local currency

decision-currency-name = If coupons are in a local currency, what is it called?
decision-currency-name-short = Name of the local currency
decision-currency-name-why = This name is printed on coupons and in the books. Merchants must know their own currency.
decision-currency-name-help = Its name, as people say it. Leave empty without a local currency.

decision-currency-bonus = By how much is the local currency worth more than what is paid for it?
decision-currency-bonus-short = Bonus of the currency
decision-currency-bonus-why = If $100 gives 105, each dollar given buys more food. Somebody pays the difference: it is one more fund to plan.
decision-currency-bonus-help = A percentage, for example 5. Write 0 if it is worth the same.

decision-denominations = What values will coupons have?
decision-denominations-short = Values of coupons
decision-denominations-why = A small value comes closer to the price. A large value makes fewer coupons to print and count.
decision-denominations-help = One value per line, in dollars: “5”, then “10”.

decision-anti-copy = How do you protect against copies?
decision-anti-copy-short = Protection against copies
decision-anti-copy-why = Fake vouchers have circulated in Ontario and the United Kingdom. Special paper shows to the eye, but costs more and can be imitated. A number can be checked, if somebody reads it.
decision-anti-copy-is-numbered-signed = A number and a signed code
decision-anti-copy-is-numbered = A number
decision-anti-copy-is-special-paper = Paper that is hard to copy
decision-anti-copy-is-none = Nothing special

decision-change = Does the merchant give change on a coupon?
decision-change-short = Change given
decision-change-why = Without change, a household buys more or loses a remainder. With change, it loses nothing, but those dollars may go elsewhere than to food. The merchant then needs enough coins.
decision-change-is-none = No
decision-change-is-dollars = Yes, in dollars
decision-change-is-merchant-choice = Each merchant chooses

decision-rounding = What happens when the price does not come out even?
decision-rounding-short = Price that is not even
decision-rounding-why = Adding coins means having some. Topping up with food takes a moment at the stall. If the merchant rounds, the merchant loses a little.
decision-rounding-is-household-adds = The household adds coins
decision-rounding-is-top-up-with-food = Some food makes up the value
decision-rounding-is-merchant-rounds = The merchant rounds

decision-expiry-given = When does a coupon that was given stop being good?
decision-expiry-given-short = End of a given coupon
decision-expiry-given-why = A date lets you close the books and take back unused money. But households that could not come lose their coupons. Without a date, the money stays aside.
decision-expiry-given-is-season-end = At the end of the season
decision-expiry-given-is-month-end = At the end of the month
decision-expiry-given-is-next-season = At the end of the next season
decision-expiry-given-is-none = Never

decision-expiry-sold = When does a coupon that was sold stop being good?
decision-expiry-sold-short = End of a sold coupon
decision-expiry-sold-why = The person paid for this coupon with their own money. Without a date, the program keeps that sum aside for as long as needed. With a date, the person may lose what they paid.
decision-expiry-sold-is-never = Never
decision-expiry-sold-is-season-end = At the end of the season
