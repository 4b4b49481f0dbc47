### Les remises de coupons aux ménages.

handout-title = Remettre des coupons
handout-partner = Organisme
handout-band = Taille du ménage
handout-count = Nombre de coupons
handout-coupons = Numéros des coupons
handout-pseudonym = Votre repère (facultatif)
handout-pseudonym-hint = Un mot que vous seuls comprenez. Jamais un nom. Le programme ne peut pas le lire.
handout-no-name = N’écrivez aucun nom. Le programme n’en garde pas.
handout-way = Quels coupons
handout-way-count = Un nombre de coupons
handout-way-numbers = Des numéros précis
handout-button = Noter la remise
handout-last = Dernières remises
bands-table = Remises par taille de ménage
bands-band = Taille du ménage
bands-hand-outs = Remises
bands-small = moins de { $count } remises
bands-no-name = Aucun nom n’est noté nulle part. Un petit nombre n’est pas montré à qui étudie le programme.
coupons-of-batch =
    { $count ->
        [one] coupon { $numbers } du lot { $batch }
       *[other] coupons { $numbers } du lot { $batch }
    }
coupons-range = { $first } à { $last }
handout-available =
    { $count ->
        [one] Il vous reste { $count } coupon à remettre.
       *[other] Il vous reste { $count } coupons à remettre.
    }
handout-done =
    { $count ->
        [one] { $count } coupon remis, pour { $amount }.
       *[other] { $count } coupons remis, pour { $amount }.
    }
handout-suggested =
    { $count ->
        [one] Pour ce ménage : { $count } coupon par semaine.
       *[other] Pour ce ménage : { $count } coupons par semaine.
    }
handout-replace-title = Remplacer des coupons perdus
handout-replace-lost = Coupons perdus
handout-replace-with = Coupons donnés à la place
handout-return-title = Rapporter des coupons
handout-sell-title = Vendre des coupons
handout-sell-paid = Montant payé
handout-sell-bonus = Bonification
