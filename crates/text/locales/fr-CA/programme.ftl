### Le programme : saison, lieux, organismes, marchands, décisions.

programme-title = Programme
programme-territory = Territoire
programme-carrier = Porteur
programme-fiduciary = Fiduciaire
programme-season = Saison
programme-starts = Premier jour
programme-ends = Dernier jour
programme-last-claim = Dernier jour pour rapporter les coupons
programme-decisions = Carnet de décisions
programme-toolbox = Boîte à outils
programme-bands = Barème par taille de ménage
programme-closed = Saison fermée le { $on }
programme-places = Lieux
programme-partners = Organismes partenaires
programme-vendors = Marchands participants
programme-agreements = Ententes
programme-agreement-unsigned = Entente non signée
programme-agreement-in-force = Entente en vigueur jusqu’au { $until }

count-households =
    { $count ->
        [one] { $count } ménage
       *[other] { $count } ménages
    }
count-vendors =
    { $count ->
        [one] { $count } marchand
       *[other] { $count } marchands
    }
count-partners =
    { $count ->
        [one] { $count } organisme
       *[other] { $count } organismes
    }
count-places =
    { $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }

place-kind-market = Marché public
place-kind-farm-stand = Kiosque à la ferme
place-kind-self-service = Kiosque libre-service
place-kind-u-pick = Autocueillette
place-kind-drop-point = Point de chute de paniers
