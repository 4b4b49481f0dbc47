# What does not hold together in a notebook, and what to do about it: `finding-<key>` of crates/notebook/src/check.rs.

finding-sold-expires = A coupon that was bought cannot expire.
finding-sold-expires-next = Choose “never” for coupons sold, or do not sell to the public.

finding-csa-weekly = A CSA basket is paid ahead for the season: coupons handed out each week do not fit it.
finding-csa-weekly-next = Choose a block of coupons against the subscription, or take baskets out of the places.

finding-csa-nowhere = A block of coupons is planned for CSA baskets, but they are not among the places.
finding-csa-nowhere-next = Add baskets to the places, or drop the block.

finding-scan-self-service = Nobody holds a phone at a self-service stand.
finding-scan-self-service-next = Add the paper slip or counting at a table.

finding-self-service-no = Self-service stands are among the places, but the rule says otherwise.
finding-self-service-no-next = Choose the cash box counted later, or take them out of the places.

finding-not-payable = The coupons cannot make exactly {$amount}.
finding-not-payable-next = Change the scale or the values of coupons.

finding-dates = The season ends before it begins.
finding-dates-next = Correct one of the two dates.

finding-season-short = There are more weeks of coupons than weeks in the season.
finding-season-short-next = Lengthen the season, or have fewer weeks.

finding-season-over-a-year = The season lasts more than a year.
finding-season-over-a-year-next = A season has one closing: make two.

finding-money-short = {$amount} is missing to hand out all that is planned.
finding-money-short-next = Find other funds, or have fewer households, fewer weeks or a lower scale.

finding-budget-apart = The coupon budget is far from what households, scale and weeks give.
finding-budget-apart-next = Look at “What follows” and correct one or the other.

finding-local-method = Merchants are paid in a local currency only when coupons are in it.
finding-local-method-next = Choose another way to pay, or the local currency as the form of coupons.

finding-local-foods = A note of a local currency also buys other things than food.
finding-local-foods-next = Overprint a note of the program’s own, or accept not to limit foods.

finding-card = This platform has no cards yet: paper coupons will be printed.
finding-card-next = Keep your card platform, or choose paper.

finding-names-asked = Asking for proof or a name makes a file of people.
finding-names-asked-next = The program does not need it. If you keep it, prepare consent and destruction.

finding-stigma-sale = Public sale is named as a way against stigma, but nothing is sold.
finding-stigma-sale-next = Open the public sale, or drop that way.

finding-none-and-more = “None” is chosen beside something else.
finding-none-and-more-next = Drop “none”, or the rest.

finding-month-kept = Coupons that end with the month cannot be kept until the end.
finding-month-kept-next = Choose the same time in both questions.

finding-month-lost = Coupons must be used in the month, but their date is later.
finding-month-lost-next = Choose the end of the month as their date, or let them be used until the end.

finding-never-closes = A season closes only once given coupons can no longer be used.
finding-never-closes-next = Know that the books stay open until then.

finding-nobody-selects = Nobody selects households, but there is a condition.
finding-nobody-selects-next = Say who looks at the condition, or set none.

finding-community-asked = The territory is a First Nation, and its data would not be concerned.
finding-community-asked-next = The council decides about its data: answer with it.

finding-bonus-no-cap = The bonus has no cap.
finding-bonus-no-cap-next = Say how much bonus the funds can carry.

finding-rhythm-slow = The time promised to merchants is shorter than the rhythm of payments.
finding-rhythm-slow-next = Promise more days, or pay more often.

finding-fee = No known program asks merchants for a fee.
finding-fee-next = Ask merchants before deciding.

finding-change-dollars = Change given in dollars leaves local food.
finding-change-dollars-next = Smaller coupons avoid the question.

finding-scale-same = The amount should be the same for all, and the scale varies.
finding-scale-same-next = Put the same amount on each line, or choose bands.

finding-scale-per-person = The amount should follow the number of people, and the scale does not.
finding-scale-per-person-next = Correct the scale, or choose bands.

finding-too-many-classes = More than 26 kinds of coupons would be needed.
finding-too-many-classes-next = Keep fewer values, or one end date.

finding-community-language = The platform does not translate by itself.
finding-community-language-next = The community supplies its words: plan who, and when.

finding-no-fund-for-bonus = The bonus has no fund to pay for it.
finding-no-fund-for-bonus-next = Add a funder.
