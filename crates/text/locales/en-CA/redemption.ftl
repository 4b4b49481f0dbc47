### Coupons accepted by merchants, and how they are counted.

channel-online = At the stall, with network
channel-offline = At the stall, without network
channel-counted = Paper, counted later

count-title = Count coupons
count-vendor = Merchant
count-place = Place
count-box-hint = The box of a self-service stand? Count all that it holds: choose that place, and the day the box was opened.
count-day = Market day
count-scan = Read with the camera
count-type = Write a code
count-running =
    { $count ->
        [one] { $count } coupon, { $amount }
       *[other] { $count } coupons, { $amount }
    }
count-accepted =
    { $count ->
        [0] No coupon accepted.
        [one] { $count } coupon accepted. { $amount } to receive.
       *[other] { $count } coupons accepted. { $amount } to receive.
    }
count-refused =
    { $count ->
        [0] No coupon was set apart.
        [one] { $count } coupon set apart: see why.
       *[other] { $count } coupons set apart: see why.
    }
count-waiting =
    { $count ->
        [0] Everything is sent.
        [one] { $count } coupon kept in the phone. It will leave when the network is back.
       *[other] { $count } coupons kept in the phone. They will leave when the network is back.
    }
count-clock = This device’s clock is wrong. The coupons are accepted; correct the time as soon as you can.
count-codes = Coupon codes
count-codes-hint = One code a line. A USB scanner, a keyboard or a pasted list will do.
count-file = Or a file
count-file-hint = A CSV or text file: one code a line, or a column named “code”. It is added to the list written above.
count-if-bad = If a line is bad
count-keep-good = Count the good lines
count-all-or-none = Count nothing
count-none-kept = Nothing was counted: at least one line is bad.
count-none-kept-next = Correct the lines below, or choose to count the good lines.
count-replayed = This list had already been sent. Nothing changed.
count-bad = To look at
count-line = Line { $line }, column { $column }
count-whole-line = Line { $line }
count-file-line = File, line { $line }, column { $column }
count-problem-too-long = This line is too long to hold a code.
count-problem-too-many-lines = There are too many lines. This one and the next ones were not read.
count-problem-not-utf8 = A character of this line cannot be read.
count-problem-no-code = There is no code on this line, where the others are.
count-good =
    { $count ->
        [one] { $count } good line
       *[other] { $count } good lines
    }
