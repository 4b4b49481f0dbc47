### Les remises de coupons aux ménages.

handout-title = Remettre des coupons
handout-drawer = Ce que l’organisme a en main
handout-in-hand = Coupons { $letter } à { $face } en main
handout-given-today =
    { $count ->
        [one] { $count } remis aujourd’hui
       *[other] { $count } remis aujourd’hui
    }
handout-today = Remises aujourd’hui
handout-partner = Organisme
handout-band = Taille du ménage
handout-usual =
    { $count ->
        [one] { $count } coupon { $letter }
       *[other] { $count } coupons { $letter }
    }
handout-way = Quels coupons
handout-way-usual = Le nombre habituel
handout-way-count = Un autre nombre
handout-way-numbers = Un carnet ou des numéros
handout-weeks = Pour combien de semaines
handout-weeks-count =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
handout-count = Nombre de coupons
handout-coupons = Numéros des coupons
handout-numbers-hint = Le numéro est sur chaque coupon : 3-00012, ou 3-00012 à 3-00019. Un carnet entier : 3-c2. Avec un lecteur, scannez le premier et le dernier.
handout-pseudonym = Ajouter un repère (facultatif)
handout-pseudonym-label = Votre repère
handout-pseudonym-hint = Un mot que vous seuls comprenez. Jamais un nom. Le programme n’en garde qu’une empreinte : personne ne peut le relire.
handout-no-name = N’écrivez aucun nom. Le programme n’en garde pas.
handout-button = Noter la remise
handout-give = Donnez au ménage ({ $band }) :
handout-given =
    { $count ->
        [one] { $count } coupon, pour { $amount }.
       *[other] { $count } coupons, pour { $amount }.
    }
handout-take-back = Annuler
handout-take-back-of = Annuler la remise : { $coupons }
handout-take-back-hint = Possible pendant dix minutes. Les coupons vous reviennent.
handout-was-taken-back = annulée
handout-last = Dernières remises
handout-older = Remises plus anciennes
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
handout-replace-title = Remplacer des coupons perdus
handout-replace-hint = Les coupons perdus ne pourront plus servir. Vous donnez à la place vos coupons suivants, autant et de la même catégorie.
handout-replace-lost = Coupons perdus
handout-replace-with = Coupons donnés à la place
handout-sell-paid = Montant payé

## Le registre sur papier

register-title = Registre des remises
register-hint = Pour une journée sans téléphone : imprimez le registre, remplissez-le à la main, recopiez-le ici plus tard.
register-print = Le registre à imprimer
register-print-hint = Une page vide, au nom de votre organisme. Personne n’y écrit de nom.
register-print-button = Ouvrir la page à imprimer
register-type = Recopier le registre
register-type-hint = Une ligne pour chaque ménage. Sans numéros, ce sont vos coupons suivants, du nombre habituel.
register-line = Ligne { $number }
register-day = Jour
register-numbers = Numéros, s’ils sont connus
register-numbers-paper = Numéros des coupons (premier et dernier)
register-initials = Vos initiales
register-button = Noter ces remises
register-left =
    { $count ->
        [one] { $count } ligne n’est pas notée : corrigez-la ci-dessous.
       *[other] { $count } lignes ne sont pas notées : corrigez-les ci-dessous.
    }
register-recorded =
    { $count ->
        [one] { $count } ligne est notée. Corrigez celles qui restent.
       *[other] { $count } lignes sont notées. Corrigez celles qui restent.
    }
register-paper-hint = Imprimez cette page, puis recopiez-la dans « Registre des remises ».
register-paper-rule = Une ligne pour chaque ménage. Cochez la taille du ménage. Jamais un nom.
