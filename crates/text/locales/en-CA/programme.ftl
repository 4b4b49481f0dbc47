### The program: season, places, organizations, merchants, decisions.

programme-title = Program
programme-territory = Territory
programme-carrier = Lead organization
programme-fiduciary = Fiduciary
programme-season = Season
programme-starts = First day
programme-ends = Last day
programme-last-claim = Last day to bring coupons in
programme-decisions = Decision notebook
programme-toolbox = Toolbox
programme-bands = Scale by household size
programme-closed = Season closed on { $on }
programme-places = Places
programme-partners = Partner organizations
programme-vendors = Participating merchants
programme-agreements = Agreements
programme-agreement-unsigned = Agreement not signed
programme-agreement-in-force = Agreement in force until { $until }

count-households =
    { $count ->
        [one] { $count } household
       *[other] { $count } households
    }
count-vendors =
    { $count ->
        [one] { $count } merchant
       *[other] { $count } merchants
    }
count-partners =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
count-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }

place-kind-market = Public market
place-kind-farm-stand = Farm stand
place-kind-self-service = Self-service stand
place-kind-u-pick = U-pick
place-kind-drop-point = Basket drop point
