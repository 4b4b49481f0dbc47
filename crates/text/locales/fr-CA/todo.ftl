### Ce qu’il y a à faire aujourd’hui.

todo-title = À faire
todo-none = Rien ne vous attend. Bonne journée!
todo-disputes =
    { $count ->
        [one] Décider d’{ $count } litige
       *[other] Décider de { $count } litiges
    }
todo-alerts =
    { $count ->
        [one] Regarder { $count } chose qui sort de l’ordinaire
       *[other] Regarder { $count } choses qui sortent de l’ordinaire
    }
todo-approvals =
    { $count ->
        [one] Approuver { $count } règlement
       *[other] Approuver { $count } règlements
    }
todo-runs-to-send =
    { $count ->
        [one] Payer { $count } règlement approuvé
       *[other] Payer { $count } règlements approuvés
    }
todo-payments-to-confirm =
    { $count ->
        [one] Confirmer { $count } paiement envoyé
       *[other] Confirmer { $count } paiements envoyés
    }
todo-run-to-prepare =
    { $count ->
        [one] Préparer un règlement : { $count } marchand attend d’être payé
       *[other] Préparer un règlement : { $count } marchands attendent d’être payés
    }
todo-bank-details =
    { $count ->
        [one] Confirmer { $count } changement de compte bancaire
       *[other] Confirmer { $count } changements de compte bancaire
    }
todo-releases =
    { $count ->
        [one] Libérer les paiements d’un marchand, ou les garder retenus
       *[other] Libérer les paiements de { $count } marchands, ou les garder retenus
    }
todo-signing-key =
    { $count ->
        [one] Confirmer une nouvelle clé de signature
       *[other] Confirmer { $count } nouvelles clés de signature
    }
todo-fund-moves =
    { $count ->
        [one] { $count } déplacement d’argent d’un fonds à confirmer
       *[other] { $count } déplacements d’argent des fonds à confirmer
    }
todo-amendment =
    { $count ->
        [one] Confirmer un avenant
       *[other] Confirmer { $count } avenants
    }
todo-agreements-for-programme =
    { $count ->
        [one] Signer { $count } entente
       *[other] Signer { $count } ententes
    }
todo-own-agreements =
    { $count ->
        [one] Lire et signer votre entente
       *[other] Lire et signer vos { $count } ententes
    }
todo-market-days =
    { $count ->
        [one] Fermer { $count } journée de marché
       *[other] Fermer { $count } journées de marché
    }
todo-shares-to-hand-over =
    { $count ->
        [one] Remettre { $count } part à son marchand
       *[other] Remettre { $count } parts à leurs marchands
    }
todo-own-totals =
    { $count ->
        [one] Confirmer le total d’{ $count } journée
       *[other] Confirmer le total de { $count } journées
    }
todo-printed-coupons =
    { $count ->
        [one] Compter en réserve { $count } coupon imprimé
       *[other] Compter en réserve { $count } coupons imprimés
    }
todo-running-out =
    { $count ->
        [one] Donner des coupons : { $count } organisme en manquera d’ici une semaine
       *[other] Donner des coupons : { $count } organismes en manqueront d’ici une semaine
    }
todo-reallocations =
    { $count ->
        [one] Déplacer des coupons entre organismes : { $count } suggestion
       *[other] Déplacer des coupons entre organismes : { $count } suggestions
    }
todo-overdue =
    { $count ->
        [one] Noter expiré { $count } coupon qui a dépassé sa date
       *[other] Noter expirés { $count } coupons qui ont dépassé leur date
    }

## Déplacer des coupons

moves-title = Coupons à déplacer
moves-hint = Un organisme a plus de coupons qu’il n’en remettra d’ici la fin. Un autre va en manquer.
moves-coupons =
    { $count ->
        [one] { $count } coupon { $letter }
       *[other] { $count } coupons { $letter }
    }
moves-from-to = De { $from } à { $to }
moves-button = Déplacer
moves-foot = Calculé au rythme des trois dernières semaines, jusqu’à la fin de la saison. Parlez-en aux deux organismes avant de déplacer le papier.
moves-short = Qui en manquera d’ici une semaine
moves-short-line = { $partner } · { $letter } : { $left } en main, { $pace } par semaine
moves-empty = Personne n’a de coupons en trop.
moves-empty-next = Au rythme des trois dernières semaines, aucun organisme n’en aura de trop à la fin de la saison.
