### L’accueil d’un programme : combien, où, et depuis quand.

home-title = La saison en ce moment
home-figures = Les grands chiffres
home-handed-out = Remis par les organismes
home-used = Utilisés, parmi ceux-là
home-rate-handed-out = des coupons remis : { $part } sur { $whole }
home-rate-allotted = des coupons attribués : { $part } sur { $whole }
home-in-hand =
    { $count ->
        [one] { $count } coupon attend d’être remis.
       *[other] { $count } coupons attendent d’être remis.
    }
home-hand-outs =
    { $count ->
        [one] { $count } remise notée.
       *[other] { $count } remises notées.
    }
home-households =
    { $count ->
        [one] { $count } repère de ménage.
       *[other] { $count } repères de ménages.
    }
home-weeks = Semaine par semaine
home-weeks-chart = Coupons remis et utilisés, semaine par semaine. Le tableau dit la même chose.
home-weeks-empty = Aucun coupon n’a encore été utilisé.
home-legend-handed-out = Remis
home-legend-used = Utilisés
home-used-value = Valeur utilisée
home-week-of = Semaine du
home-table = Voir le tableau
home-partners = Par organisme
home-partners-hint = Part des coupons remis qui ont été utilisés.
home-partners-empty = Aucun coupon n’a encore été attribué à un organisme.
home-allotted = Attribués
home-places = Par lieu
home-states = Tous les coupons, par état
home-hello = Bonjour { $name }
home-desk-hint = Voici ce que vous pouvez faire dans ce programme.
home-roles = Vos rôles
