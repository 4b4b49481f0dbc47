### Stock: count in, allot, take out, sell.

stock-printed = Printed, to count in
stock-in-stock = In stock
stock-with-partners = With organizations
stock-numbers-hint = On coupon 3-00012, the batch is 3 and the number is 12. Write 1-200, 205, or whole booklets: c3-c5.
stock-take-in = Count into stock
stock-take-in-hint = Are the coupons back from the printer? Count them before you allot them.
stock-take-in-button = Count into stock
stock-allot = Allot to an organization
stock-allot-hint = Coupons go from stock to an organization, or from one organization to another.
stock-fund = Fund that will pay
stock-fund-later = By the program’s rule
stock-fund-hint = Choose a fund only if the funder asks for it.
stock-out = Take coupons out
stock-out-hint = A coupon taken out can never be used again.
stock-out-why = Why
stock-reason-hint = A few words for the log. Never a name.
stock-out-button = Take these coupons out
stock-sell = Sell to the public
stock-sell-hint = Coupons sold never expire. The bonus is made of given coupons.
stock-sell-reference-hint = The receipt number. Never a person’s name.
stock-bonus = Bonus, if there is one
stock-sell-button = Record the sale
stock-held = With organizations
stock-in-hand = In hand
