### What needs doing today.

todo-title = To do
todo-none = Nothing is waiting for you. Have a good day!
todo-disputes =
    { $count ->
        [one] Decide { $count } dispute
       *[other] Decide { $count } disputes
    }
todo-alerts =
    { $count ->
        [one] Look at { $count } thing out of the ordinary
       *[other] Look at { $count } things out of the ordinary
    }
todo-approvals =
    { $count ->
        [one] Approve { $count } settlement
       *[other] Approve { $count } settlements
    }
todo-runs-to-send =
    { $count ->
        [one] Pay { $count } approved settlement
       *[other] Pay { $count } approved settlements
    }
todo-payments-to-confirm =
    { $count ->
        [one] Confirm { $count } payment sent
       *[other] Confirm { $count } payments sent
    }
todo-run-to-prepare =
    { $count ->
        [one] Prepare a settlement: { $count } merchant is waiting to be paid
       *[other] Prepare a settlement: { $count } merchants are waiting to be paid
    }
todo-bank-details =
    { $count ->
        [one] Confirm { $count } change of bank account
       *[other] Confirm { $count } changes of bank account
    }
todo-releases =
    { $count ->
        [one] Let one merchant’s payments go, or keep them held
       *[other] Let the payments of { $count } merchants go, or keep them held
    }
todo-signing-key =
    { $count ->
        [one] Confirm a new signing key
       *[other] Confirm { $count } new signing keys
    }
todo-fund-moves =
    { $count ->
        [one] { $count } movement of a fund’s money to confirm
       *[other] { $count } movements of funds’ money to confirm
    }
todo-amendment =
    { $count ->
        [one] Confirm an amendment
       *[other] Confirm { $count } amendments
    }
todo-agreements-for-programme =
    { $count ->
        [one] Sign { $count } agreement
       *[other] Sign { $count } agreements
    }
todo-own-agreements =
    { $count ->
        [one] Read and sign your agreement
       *[other] Read and sign your { $count } agreements
    }
todo-market-days =
    { $count ->
        [one] Close { $count } market day
       *[other] Close { $count } market days
    }
todo-shares-to-hand-over =
    { $count ->
        [one] Hand { $count } share to its merchant
       *[other] Hand { $count } shares to their merchants
    }
todo-own-totals =
    { $count ->
        [one] Confirm the total of { $count } day
       *[other] Confirm the total of { $count } days
    }
todo-printed-coupons =
    { $count ->
        [one] Count { $count } printed coupon into stock
       *[other] Count { $count } printed coupons into stock
    }
todo-running-out =
    { $count ->
        [one] Give coupons: { $count } organization will run out within a week
       *[other] Give coupons: { $count } organizations will run out within a week
    }
todo-reallocations =
    { $count ->
        [one] Move coupons between organizations: { $count } suggestion
       *[other] Move coupons between organizations: { $count } suggestions
    }
todo-overdue =
    { $count ->
        [one] Record { $count } coupon past its date as expired
       *[other] Record { $count } coupons past their date as expired
    }

## Moving coupons

moves-title = Coupons to move
moves-hint = One organization has more coupons than it will hand out before the end. Another will run out.
moves-coupons =
    { $count ->
        [one] { $count } { $letter } coupon
       *[other] { $count } { $letter } coupons
    }
moves-from-to = From { $from } to { $to }
moves-button = Move
moves-foot = Worked out at the pace of the last three weeks, until the end of the season. Talk to both organizations before moving the paper.
moves-short = Who will run out within a week
moves-short-line = { $partner } · { $letter }: { $left } in hand, { $pace } a week
moves-empty = Nobody has coupons to spare.
moves-empty-next = At the pace of the last three weeks, no organization will have any left over at the end of the season.
