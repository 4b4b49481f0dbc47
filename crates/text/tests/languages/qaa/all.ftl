### An invented language, for the tests: three forms of plural, months of its own, and the words of one page only.

count-coupons =
    { $count ->
        [0] nil
        [one] { $count } ka
        [few] { $count } kai
       *[other] { $count } kaum
    }
format-month-8 = Lunam
app-name = Cabas
app-skip = Sal
app-footer = Cabas lib.
guide-title = Dux
guide-lead = Lor ipa.
guide-yours = Tua
guide-others = Omna
guide-household = Domu
guide-household-hint = Kai usa.
guide-words = Vora
guide-words-hint = Vora dor.
role-coordinator = Kor
role-coordinator-hint = Kor dor.
role-partner-worker = Par
role-partner-worker-hint = Par dor.
role-market-manager = Mar
role-market-manager-hint = Mar dor.
role-merchant = Ven
role-merchant-hint = Ven dor.
role-treasurer = Tes
role-treasurer-hint = Tes dor.
role-approver = Pro
role-approver-hint = Pro dor.
role-funder = Fun
role-funder-hint = Fun dor.
role-evaluator = Eva
role-evaluator-hint = Eva dor.
role-auditor = Aud
role-auditor-hint = Aud dor.
role-network = Ret
role-network-hint = Ret dor.
