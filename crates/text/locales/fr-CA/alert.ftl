### Ce qui sort de l’ordinaire : à regarder par une personne. Une alerte n’accuse personne et n’arrête rien.

alert-not-a-judgement = Rien ici n’est un jugement. Chaque chose a le plus souvent une raison toute simple. Rien n’est bloqué.
alert-none-open = Rien n’attend qu’on le regarde.
alert-usual =
    { $count ->
        [one] D’habitude : { $count } coupon.
       *[other] D’habitude : { $count } coupons.
    }
alert-acts =
    { $count ->
        [one] Voir { $count } encaissement
       *[other] Voir les { $count } encaissements
    }
alert-found = Ce que vous avez trouvé
alert-found-hint = Par exemple : appelé le marchand, une grosse commande de conserves. Sans nom de personne.
alert-looked-button = C’est regardé
alert-looked-title = Déjà regardé

alert-household = Beaucoup de coupons d’une même remise
alert-household-hint = Ils ont été acceptés le même jour au même kiosque. Une grosse commande suffit à l’expliquer. Demandez au marchand ce qui a été acheté.
alert-run = Une longue suite de numéros
alert-run-hint = Ces coupons se suivent, et plusieurs ménages les ont reçus. Des gens venus ensemble l’expliquent. Demandez à l’organisme si un carnet lui manque.
alert-volume = Beaucoup plus que les autres kiosques
alert-volume-hint = C’est plusieurs fois ce que les autres ont accepté ce jour-là. Une pile de plusieurs semaines comptée d’un coup l’explique. Voyez la date de chaque envoi.
alert-velocity = Beaucoup de coupons en une minute
alert-velocity-hint = Un téléphone les a acceptés très vite. Une pile comptée comme des paiements l’explique. Montrez au marchand « Compter une pile ».
alert-hours = Loin des heures d’ouverture
alert-hours-hint = Le lieu était fermé depuis longtemps, ou pas encore ouvert. Une horloge mal réglée l’explique. Voyez aussi si les heures du lieu sont justes.
