### Handing coupons out to households.

handout-title = Hand out coupons
handout-partner = Organization
handout-band = Household size
handout-count = Number of coupons
handout-coupons = Coupon numbers
handout-pseudonym = Your own mark (optional)
handout-pseudonym-hint = A word that only you understand. Never a name. The program cannot read it.
handout-no-name = Do not write any name. The program keeps none.
handout-way = Which coupons
handout-way-count = A number of coupons
handout-way-numbers = Exact numbers
handout-button = Record the hand-out
handout-last = Latest hand-outs
bands-table = Hand-outs by household size
bands-band = Household size
bands-hand-outs = Hand-outs
bands-small = fewer than { $count } hand-outs
bands-no-name = No name is written down anywhere. A small number is not shown to whoever studies the program.
coupons-of-batch =
    { $count ->
        [one] coupon { $numbers } of batch { $batch }
       *[other] coupons { $numbers } of batch { $batch }
    }
coupons-range = { $first } to { $last }
handout-available =
    { $count ->
        [one] You have { $count } coupon left to hand out.
       *[other] You have { $count } coupons left to hand out.
    }
handout-done =
    { $count ->
        [one] { $count } coupon handed out, worth { $amount }.
       *[other] { $count } coupons handed out, worth { $amount }.
    }
handout-suggested =
    { $count ->
        [one] For this household: { $count } coupon a week.
       *[other] For this household: { $count } coupons a week.
    }
handout-replace-title = Replace lost coupons
handout-replace-lost = Lost coupons
handout-replace-with = Coupons given instead
handout-return-title = Bring coupons back
handout-sell-title = Sell coupons
handout-sell-paid = Amount paid
handout-sell-bonus = Bonus
