### L’accueil d’un programme : combien, où, et depuis quand.

home-title = La saison en ce moment
home-figures = Les grands chiffres
home-handed-out = Remis par les organismes depuis le début
home-used = Utilisés, parmi ceux remis par les organismes
home-rate-handed-out = des coupons remis : { $part } sur { $whole }
home-rate-allotted = des coupons attribués : { $part } sur { $whole }
home-in-hand =
    { $count ->
        [one] { $count } coupon attend d’être remis.
       *[other] { $count } coupons attendent d’être remis.
    }
home-glance-owed = { $name } : à recevoir
home-glance-in-hand = { $name } : reste à remettre
home-glance-left = { $name } : encore libre
home-hand-outs =
    { $count ->
        [one] { $count } remise notée.
       *[other] { $count } remises notées.
    }
home-households =
    { $count ->
        [one] { $count } repère noté par les organismes qui s’en servent : ce n’est pas un nombre de ménages.
       *[other] { $count } repères notés par les organismes qui s’en servent : ce n’est pas un nombre de ménages.
    }
home-per-household = utilisés par ménage rejoint : { $part } ÷ { $whole } ménages, comptés par les repères des organismes.
home-per-hand-out = utilisés par remise : { $part } ÷ { $whole } remises. Ce n’est pas par ménage : un même ménage en reçoit plusieurs.
home-use = L’utilisation
home-choose = Voir l’utilisation
home-by-week = Par semaine
home-by-partner = Par organisme
home-by-place = Par lieu
home-by-class = Par catégorie
home-by-fund = Par fonds
home-few =
    { $count ->
        [one] moins de { $count }
       *[other] trop peu (moins de { $count })
    }
home-weeks = Semaine par semaine
home-weeks-chart = Coupons remis et utilisés, semaine par semaine. Le tableau dit la même chose.
home-weeks-hint = Remis par les organismes. Utilisés chez tous les marchands, coupons vendus compris.
home-weeks-empty = Aucun coupon n’a encore été utilisé.
home-legend-handed-out = Remis
home-legend-used = Utilisés
home-used-value = Valeur utilisée
home-week-of = Semaine du
home-table = Voir le tableau
home-partners-hint = Part des coupons remis qui ont été utilisés.
home-partners-empty = Aucun coupon n’a encore été attribué à un organisme.
home-allotted = Attribués
home-by-handed-out = ÷ remis
home-by-allotted = ÷ attribués
home-households-reached = Ménages rejoints
home-unknown = inconnu
home-each = { $amount } chacun
home-households-hint = Les ménages sont connus seulement si chaque remise porte un repère. Le montant est la valeur utilisée ÷ les ménages. Sinon, seules les remises sont comptées.
home-sold-apart = Les coupons vendus n’y sont pas.
home-no-fund = Pas encore de fonds
home-places-hint = Coupons utilisés à chaque lieu, coupons vendus compris.
home-places-households = Rien n’est noté sur les ménages au marché : il n’y a donc pas de chiffre par ménage ici.
home-states = Tous les coupons, par état
home-state-handed-out = Remis ou vendus, pas encore utilisés
home-state-redeemed = Utilisés en tout, coupons vendus compris
home-hello = Bonjour { $name }
home-desk-hint = Voici ce que vous pouvez faire dans ce programme.
home-roles = Vos rôles
