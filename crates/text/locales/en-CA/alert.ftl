### What is out of the ordinary: for a person to look at. An alert accuses nobody and stops nothing.

alert-not-a-judgement = Nothing here is a judgement. Each most often has a very simple reason. Nothing is blocked.
alert-none-open = Nothing waits to be looked at.
alert-usual =
    { $count ->
        [one] Usually: { $count } coupon.
       *[other] Usually: { $count } coupons.
    }
alert-acts =
    { $count ->
        [one] See { $count } redemption
       *[other] See the { $count } redemptions
    }
alert-found = What you found
alert-found-hint = For example: called the merchant, a large order for canning. No names of people.
alert-looked-button = Looked at
alert-looked-title = Already looked at

alert-household = Many coupons of one hand-out
alert-household-hint = They were accepted the same day at the same stall. A large order is enough to explain it. Ask the merchant what was bought.
alert-run = A long run of numbers
alert-run-hint = These coupons follow each other, and several households received them. People who came together explain it. Ask the organization whether a booklet is missing.
alert-volume = Many more than the other stalls
alert-volume-hint = It is several times what the others accepted that day. A pile of several weeks counted at once explains it. See the date of each one.
alert-velocity = Many coupons within a minute
alert-velocity-hint = One phone accepted them very fast. A pile counted as payments explains it. Show the merchant “Count a pile”.
alert-hours = Far from opening hours
alert-hours-hint = The place had closed long before, or was not open yet. A wrong clock explains it. Also see whether the place’s hours are right.
