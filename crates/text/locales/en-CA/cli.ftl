### What the command line says.

cli-no-database = There is no database here: { $place }
cli-no-database-next = Check the folder given to --data. “cabas programme open” makes one.
cli-file-exists = This file is there already: { $file }. Nothing was written.
cli-file-exists-next = Give another name, or add --force to write over it.
cli-other-demo = Another demonstration is there already: { $played }. Nothing was done.
cli-other-demo-next = Give another folder with --data, or the same --seed and --scale.
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

cli-bank-payment = Deposit { $place } of the file, “{ $field }”: { $mistake }
cli-bank-profile = “{ $field }”: { $mistake }
cli-bank-missing = a value is missing.
cli-bank-too-long = this is too long for the bank.
cli-bank-wrong-digits = this is not the right number of digits.
cli-bank-not-ascii = a sign does not exist in the bank’s files.
cli-bank-out-of-range = this is outside what the bank accepts.
cli-bank-duplicate = this is the same value as another deposit.
cli-bank-too-many = this is too much for one file.
cli-no-bank-profile = There is no bank profile at this place: { $file }
cli-no-bank-profile-next = Write it as docs/payments.md shows, or give another file with --profile.
cli-bank-problems = Nothing was written: the file for the bank has errors.
cli-bank-problems-next = Correct { $file } or the merchant’s details (docs/payments.md), then try again.

cli-import-row = Row { $line }: { $what }
cli-import-already = There already, nothing changes.
cli-no-hub-link = This is not the link of a card: { $link }
cli-no-hub-link-next = Copy all of it from the card, with what follows the sign #, between quotes.
cli-hub-refused = The platform does not make this computer a hub: { $said }
cli-hub-refused-next = Check the network, or make another card on the page of phones.
cli-no-hub = There is no hub here: { $place }
cli-no-hub-next = Make it one first: “cabas hub enrol LINK”, with the link of its card.
cli-hub-enrolled = This computer is now a hub of { $programme }, at { $origin }. Start it with “cabas hub serve”.
