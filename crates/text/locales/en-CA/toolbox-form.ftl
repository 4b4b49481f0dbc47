### Toolbox: what is filled in by hand.

## Deposit slip

toolbox-deposit-slip = Deposit slip
toolbox-deposit-slip-about = One slip for each merchant and each day.
toolbox-deposit-slip-merchant = Merchant
toolbox-deposit-slip-place = Market or stand
toolbox-deposit-slip-day = Date
toolbox-deposit-slip-worth = Value of the coupon
toolbox-deposit-slip-count = Number
toolbox-deposit-slip-total = Total
toolbox-deposit-slip-grand-total = Total of all coupons
toolbox-deposit-slip-counted = Counted in front of the merchant
toolbox-deposit-slip-doubt = A coupon in doubt is enclosed apart
toolbox-deposit-slip-merchant-side = The merchant
toolbox-deposit-slip-counted-by = Counted by

## Hand-out register

toolbox-handout-register = Hand-out register
toolbox-handout-register-about = No name: a coupon number and a household size are enough.
toolbox-handout-register-organisation = Organization
toolbox-handout-register-week = Week of
toolbox-handout-register-day = Day
toolbox-handout-register-size = People in the household
toolbox-handout-register-first = From number
toolbox-handout-register-last = To number
toolbox-handout-register-initials = Handed out by
toolbox-handout-register-keep = This register stays under lock and key. It goes back to the coordination at the end of the season.
toolbox-handout-register-by = Head of the organization

## Incident form

toolbox-incident-form = Incident form
toolbox-incident-form-about = A lost, stolen or copied coupon, a wrong count, information that went astray.
toolbox-incident-form-when = Date and hour
toolbox-incident-form-where = Place
toolbox-incident-form-by = Filled in by (role, no household’s name)
toolbox-incident-form-kind = What happened
toolbox-incident-form-kind-lost = Coupons lost or stolen
toolbox-incident-form-kind-copy = Coupon that looks copied
toolbox-incident-form-kind-count = Count that does not add up
toolbox-incident-form-kind-hurt = Somebody badly received or singled out
toolbox-incident-form-kind-privacy = Information about a person seen by somebody else
toolbox-incident-form-numbers = Coupon numbers
toolbox-incident-form-what = In a few words
toolbox-incident-form-more = Continued
toolbox-incident-form-done = What was done
toolbox-incident-form-done-void = Coupons made void
toolbox-incident-form-done-told = Coordination told
toolbox-incident-form-done-paid = Merchant paid
toolbox-incident-form-follow = What was decided, by whom, when
toolbox-incident-form-privacy-law = An incident about personal information is entered in the register required by Law 25 (to be validated).
toolbox-incident-form-filled = Filled in by
toolbox-incident-form-received = Received by the coordination

## Complaint form

toolbox-complaint-form = Complaint form
toolbox-complaint-form-about = You may stay anonymous. A complaint takes no coupon away from you.
toolbox-complaint-form-when = When
toolbox-complaint-form-where = Where
toolbox-complaint-form-what = What was wrong
toolbox-complaint-form-what-welcome = The welcome
toolbox-complaint-form-what-refused = A coupon that was refused
toolbox-complaint-form-what-price = A different price
toolbox-complaint-form-what-privacy = My privacy
toolbox-complaint-form-what-pay = A payment
toolbox-complaint-form-what-other = Something else
toolbox-complaint-form-words = In your own words
toolbox-complaint-form-more = Continued
toolbox-complaint-form-wish = What you would like
toolbox-complaint-form-answer = The answer
toolbox-complaint-form-answer-want = I want an answer
toolbox-complaint-form-answer-how = How to reach me (if you wish)
toolbox-complaint-form-answer-said = Answer given, by whom, when
