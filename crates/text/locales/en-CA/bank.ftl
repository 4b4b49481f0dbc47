### Merchants' bank details: one person asks, another confirms.

bank-ask = Ask for a change
bank-ask-hint =
    { $count ->
        [0] The change waits for a second person to confirm it, then it is used at once.
        [one] The change waits for a second person to confirm it, then for { $count } day.
       *[other] The change waits for a second person to confirm it, then for { $count } days.
    }
bank-ask-button = Ask for this change
bank-institution = Institution number
bank-institution-hint = Three digits, at the bottom of a cheque.
bank-transit = Transit number
bank-transit-hint = Five digits.
bank-number = Account number
bank-number-hint = Seven to twelve digits. It will be encrypted and never again shown in full.
bank-in-use = Account in use:
bank-none = No confirmed account.
bank-cooling = Confirmed, used from { $from }:
bank-asked = Change asked for:
bank-yours = This is your request. Another person, in the treasury, must confirm it.
bank-needs = A person in the treasury must confirm it.
bank-confirm-hint = Check with the merchant first, at a phone number you already know.
bank-confirm = Confirm this change
