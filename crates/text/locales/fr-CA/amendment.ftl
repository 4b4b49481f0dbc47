### Ce qu’un programme a décidé, et les avenants d’une saison en cours.

amendment-in-force = Ce qui est décidé aujourd’hui
amendment-what = Décision
amendment-now = Aujourd’hui
amendment-before = Avant
amendment-after = Après
amendment-all = Les avenants
amendment-none = Rien n’a changé depuis l’ouverture.
amendment-number = Avenant { $number }
amendment-from = À partir du { $from }
amendment-reason = Raison : { $reason }
amendment-asked-by = Demandé par { $who }
amendment-confirmed-by = Confirmé par { $who }
amendment-dropped-by = Laissé de côté par { $who }
amendment-waits = Attend une deuxième personne
amendment-coming = À venir
amendment-is-in-force = En vigueur
amendment-dropped = Laissé de côté
amendment-confirm = Confirmer l’avenant
amendment-drop = Laisser de côté
amendment-yours = Vous l’avez demandé. Une autre personne doit confirmer.
amendment-needs = Une personne de la coordination, de la trésorerie ou de l’approbation doit confirmer.
amendment-new-size = Nouvelle taille
amendment-same-words = Seuls des mots changent.
amendment-ask = Changer une décision
amendment-ask-hint = Rien ne change avant qu’une deuxième personne confirme. Ce qui est déjà fait reste comme il est.
amendment-printed = Ce qui est imprimé sur les coupons attend la prochaine saison : valeurs, dernier jour, conditions.
amendment-from-notebook = Votre programme vient d’un carnet? Décidez dans le carnet, puis demandez l’avenant de là.
amendment-notebooks = Voir les carnets
amendment-file = Le fichier du programme, changé
amendment-file-hint = Le fichier entier. Tout ce qu’il dit sera comparé à ce qui est décidé.
amendment-first-day = Premier jour
amendment-why = Raison, et qui a décidé
amendment-why-hint = Par exemple : comité du 12 août, les familles manquent de coupons. Jamais de nom de participant.
amendment-button = Demander l’avenant

amendment-notebook = Changer la saison en cours
amendment-notebook-lead = Le programme tourne. Ce que le carnet a décidé depuis ne change rien avant le jour que vous dites.
amendment-notebook-same = Le programme fait déjà ce que le carnet décide.
amendment-notebook-differs = Ce que le carnet décide, et que le programme ne fait pas encore
amendment-notebook-waits = Un avenant attend déjà une deuxième personne.
amendment-notebook-not-yours = La coordination du programme peut demander l’avenant.
amendment-notebook-see = Voir les avenants du programme
amendment-notebook-not-yet = Ouvrez d’abord le programme.

decided-starts-on = Premier jour de la saison
decided-ends-on = Dernier jour de la saison
decided-last-claim-on = Dernier jour pour rapporter des coupons
decided-accept-with-partner = Accepter un coupon dont la remise n’est pas encore notée
decided-fund-policy = Quel fonds paie
decided-overcommitment-percent = Part de l’argent reçu qui peut être promise
decided-approvals = Personnes qui approuvent un règlement
decided-minimum-payment = Le plus petit paiement
decided-payment-target-days = Délai de paiement promis aux marchands, jours ouvrables
decided-payment-every = Rythme des paiements aux marchands
decided-payment-every-as-wished = Sans rythme fixe
decided-payment-every-week = Chaque semaine
decided-payment-every-two-weeks = Toutes les deux semaines
decided-payment-every-month = Au début de chaque mois
decided-payment-every-season-end = Une fois, à la fin
decided-payment-route = Chemin des paiements aux marchands
decided-payment-route-direct = Directement
decided-payment-route-through-market = Par le marché
decided-cooling-off-days = Attente après un changement de compte bancaire
decided-refund-limit = Le plus remboursé à qui rapporte des coupons achetés
decided-replacement = Qui remplace des coupons perdus
decided-on-the-spot-limit = Le plus payé sur place par jour pour des coupons en doute
decided-gives-change = La monnaie est rendue
decided-value-by-day = Le plus accepté par un téléphone sans réseau, par jour
decided-lists-hours = Un téléphone garde ses listes
decided-household-coupons = À regarder : coupons d’une même remise dans un même kiosque
decided-run-coupons = À regarder : coupons de numéros qui se suivent dans un même kiosque
decided-peers-times = À regarder : autant de fois ce que les autres kiosques acceptent
decided-minute-coupons = À regarder : coupons acceptés en une minute sur un téléphone
decided-hours-away = À regarder : coupons acceptés loin des heures d’ouverture
decided-band = Par semaine, { $band }
decided-yes = Oui
decided-no = Non
decided-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
decided-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
decided-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
decided-times = { $count } fois
decided-replacement-never = Personne
decided-replacement-coordinator = La coordination
decided-replacement-partner = L’organisme qui les a remis
