### The bank: files of deposits, what it sends back, what its statement shows.

bank-deposits-title = Deposit file
bank-deposits-lead = This settlement’s direct deposits, in the format that your bank takes.
bank-deposits-no-profile = The bank’s instructions are missing or cannot be read. Whoever keeps the server writes them once.
bank-format = Format
bank-format-cpa005 = CPA-005
bank-format-hdt80 = 80 characters
bank-format-pain001-03 = pain.001, version 03
bank-format-pain001-09 = pain.001, version 09
bank-format-cpa005-hint = Desjardins, National, Laurentian, RBC, BMO and most others.
bank-format-hdt80-hint = TD, and CIBC in a similar form.
bank-format-pain001-03-hint = ISO 20022, for a bank that asks for it.
bank-format-pain001-09-hint = Newer ISO 20022, for a bank that asks for it.
bank-due = Merchants have the money on
bank-due-hint = A business day, neither a holiday in Canada nor in Québec.
bank-make = Make the file
bank-made = Files made
bank-made-hint = Numbers follow each other without a gap. Made again, a settlement’s file keeps its own.
bank-made-at = Made on
bank-made-by = By

bank-answer-title = The bank’s answer
bank-answer-lead = A file of returns or a statement. Nothing is written down before you agree.
bank-answer-file = File from the bank
bank-answer-file-hint = CPA-005, pain.002 or pacs.004 returns. OFX statement, or CSV with its columns described.
bank-answer-look = See what it says
bank-answer-kind-cpa005 = CPA-005 returns
bank-answer-kind-iso20022 = ISO 20022 returns
bank-answer-kind-ofx = OFX statement
bank-answer-kind-table = Statement as a table
bank-answer-deeds =
    { $count ->
        [0] No line to write down.
        [one] { $count } line to write down if you wish.
       *[other] { $count } lines to write down if you wish.
    }
bank-answer-take = Write this line down
bank-answer-write = Write the chosen lines down
bank-answer-write-hint = A payment that came back is owed again. All is written down, or nothing.
bank-answer-unseen = Sent, and not on this statement
bank-answer-unseen-hint = Check that the statement goes far enough, or ask the bank.
done-bank-answer = The bank’s answer is written down.

bank-finding-return = Came back:
bank-finding-confirm = Paid:
bank-finding-likely = Probably paid:
bank-finding-known = Already written down:
bank-finding-received = Money received, already written down.
bank-finding-other-amount = Another amount than our payment:
bank-finding-several = Several payments have this amount:
bank-finding-unknown = Nothing known here.
bank-finding-return-hint = The amount will be owed to the merchant again.
bank-finding-confirm-hint = The reference and the amount are ours.
bank-finding-likely-hint = Only the amount says so. Check before you choose.
bank-finding-known-hint = Nothing to do.
bank-finding-received-hint = Nothing to do.
bank-finding-other-amount-hint = Ask the bank before you go on.
bank-finding-several-hint = Confirm the right one on the settlement’s page.
bank-finding-unknown-hint = It is not a payment of this program, or it remains to be written down.

bank-file-unknown = it is neither a file of returns nor a statement.
bank-file-cpa = a rule of the CPA-005 format is not followed ({ $what }).
bank-file-not-returns = these are payments to make, not returns.
bank-file-broken = the file is cut short or broken.
bank-file-whole-refused = the bank refused the whole file, nothing is paid ({ $what }).
bank-file-no-column = the column “{ $what }” is missing.
bank-file-no-shape = nobody described the columns of this statement (docs/payments.md).
bank-file-not-a-day = this is not a date.
bank-file-not-an-amount = this is not an amount.
bank-file-too-many = there are too many lines in this file.

return-cpa-900 = rejected at verification
return-cpa-901 = not sufficient funds
return-cpa-902 = account not found
return-cpa-903 = payment stopped or recalled
return-cpa-905 = account closed
return-cpa-907 = no debit allowed
return-cpa-908 = funds not cleared
return-cpa-909 = currency that does not match the account
return-cpa-910 = payee deceased
return-cpa-911 = account frozen
return-cpa-912 = account number that does not exist
return-cpa-914 = name that does not match the account
return-cpa-915 = no agreement
return-cpa-916 = not according to agreement, personal
return-cpa-917 = agreement revoked, personal
return-cpa-918 = no confirmation or notice, personal
return-cpa-919 = not according to agreement, business
return-cpa-920 = agreement revoked, business
return-cpa-921 = no confirmation or notice, business
return-cpa-922 = returned by whoever received it
return-cpa-990 = institution in default
return-iso-AC01 = account number that does not exist
return-iso-AC03 = account of the merchant that does not exist
return-iso-AC04 = account closed
return-iso-AC06 = account blocked
return-iso-AG01 = operation forbidden on this account
return-iso-AM03 = currency refused
return-iso-AM04 = not sufficient funds
return-iso-AM05 = duplicate payment
return-iso-BE01 = name that does not match the account
return-iso-DT01 = date refused
return-iso-DUPL = file already received
return-iso-FF01 = format of the file refused
return-iso-MD07 = payee deceased
return-iso-MS02 = refused by whoever was to receive it
return-iso-MS03 = reason not given
return-iso-RC01 = unknown institution
