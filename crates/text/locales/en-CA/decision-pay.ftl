### The decision notebook, theme “Paying merchants”.

decision-payment-route = Which way does the money go to merchants?
decision-payment-route-short = Route of payment
decision-payment-route-why = Directly, each merchant is followed, but there are more payments to make. Through the market there are fewer, but the market carries the money. A counter pays on the spot, at its hours.
decision-payment-route-is-direct = From the fiduciary to the merchant
decision-payment-route-is-through-market = Through the market
decision-payment-route-is-counter = At a counter

decision-payment-method = In what way are merchants paid?
decision-payment-method-short = Method of payment
decision-payment-method-why = A cheque asks for no bank details, but must be signed and mailed. A transfer or deposit arrives faster, but a wrong number blocks it. A local currency must then be spent or exchanged.
decision-payment-method-is-cheque = By cheque
decision-payment-method-is-transfer = By transfer
decision-payment-method-is-deposit = By direct deposit
decision-payment-method-is-local-currency = In local currency

decision-payment-days = In how many business days do you want to pay merchants?
decision-payment-days-short = Time to pay
decision-payment-days-why = Elsewhere, merchants complain of waiting for their money. Seattle announces two business days. A short time needs ready money and free people, a long one lets payments be grouped.
decision-payment-days-help = A whole number of business days after the count, for example 2.

decision-payment-every = At what rhythm are merchants’ payments prepared?
decision-payment-every-short = Rhythm of payments
decision-payment-every-why = A fixed rhythm tells the merchant when to expect the money. Grouped payments ask for less work and fewer signatures, but the merchant waits longer.
decision-payment-every-is-as-wished = No fixed rhythm
decision-payment-every-is-week = Each week
decision-payment-every-is-two-weeks = Every two weeks
decision-payment-every-is-month = At the beginning of each month
decision-payment-every-is-season-end = Once, at the end

decision-merchant-fee = What fee is kept from what merchants receive?
decision-merchant-fee-short = Fee to merchants
decision-merchant-fee-why = A fee pays part of the work. But elsewhere fees have crept up and angered merchants. Without a fee, the program must find that money.
decision-merchant-fee-help = A percentage, for example 0 for no fee.

decision-least-payment = From what amount is a merchant paid?
decision-least-payment-short = Smallest payment
decision-least-payment-why = A minimum saves many small payments. But a small merchant then waits longer.
decision-least-payment-help = An amount in dollars, for example 20. Write 0 to pay every sum.

decision-approvals = How many people approve each payment?
decision-approvals-short = Approvals
decision-approvals-why = More than one person sees a mistake or a double payment better. Each further person adds a check, but may keep merchants waiting.
decision-approvals-help = A number from 2 to 4.

decision-last-claim = How many days do merchants have to bring the last coupons in?
decision-last-claim-short = Bringing the last coupons in
decision-last-claim-why = The count starts on the last market day. A short time may cost money to a merchant busy with the harvest. A long time delays closing and the reports to funders.
decision-last-claim-help = A number of days after the last market, for example 21.

decision-offline-limit = How much may a phone without network accept in a day?
decision-offline-limit-short = Limit without network
decision-offline-limit-why = Without network, a phone cannot know if a coupon was used elsewhere. A low limit reduces what may be lost, but may block a good market day. A high limit lets sales go on, with more risk.
decision-offline-limit-help = An amount in dollars, per phone and per day, for example 1 000. Write 0 for no limit.

decision-doubt-limit = How much may a market pay on the spot, per day, for coupons in doubt?
decision-doubt-limit-short = Doubt paid on the spot
decision-doubt-limit-why = Paying on the spot saves a merchant in good faith from waiting. But a coupon copied or already used may then be paid twice. At $0, the coordination team decides each case later.
decision-doubt-limit-help = An amount in dollars, per market and per day, for example 20.
