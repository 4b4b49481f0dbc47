### What the command line says.

cli-no-database = There is no database here: { $place }
cli-no-database-next = Check the folder given to --data. “cabas programme open” makes one.
cli-which-programme = There are several programs: { $names }.
cli-which-programme-next = Add --programme and one of these names.

cli-line-kept =
    { $count ->
        [one] Line { $line }: { $count } coupon accepted, { $amount }. { $vendor }, { $place }.
       *[other] Line { $line }: { $count } coupons accepted, { $amount }. { $vendor }, { $place }.
    }
cli-line-replayed = Line { $line }: counted before, nothing changed.
cli-line-refused = Line { $line }: { $what }
cli-coupon-refused = Line { $line }, coupon { $coupon }: { $what }
cli-code = in position { $position }
cli-redeem-total =
    { $count ->
        [one] { $count } coupon accepted, { $amount }.
       *[other] { $count } coupons accepted, { $amount }.
    }
cli-redeem-refused = Refused: { $coupons } coupons, and { $lines } whole lines. The rest is kept.
cli-redeem-none-kept = Nothing was kept: at least one line is bad. Correct the file and send it again.
cli-lines-refused =
    { $count ->
        [one] { $count } line refused.
       *[other] { $count } lines refused.
    }

cli-nothing-written = Nothing was written.
