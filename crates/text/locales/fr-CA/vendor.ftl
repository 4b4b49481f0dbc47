### La page d’un marchand : ce qu’il a accepté, ce qui lui est dû, ce qui lui a été payé.

vendor-owed = Dû maintenant
vendor-coming = En route
vendor-next-run = Prochain règlement : le { $on }.
vendor-promised = Promis pour le { $on }
vendor-late = C’est en retard. La coordination peut vous dire où en est le paiement.
vendor-lacks-account = Vous êtes payé par la banque et nous n’avons aucun compte. Écrivez vos coordonnées bancaires.
vendor-held = Vos paiements sont retenus : vous serez appelé.
vendor-held-hint = Rien n’est perdu : ce qui vous est dû le reste, et vos coupons sont acceptés. Pas d’appel d’ici deux jours? Appelez { $carrier }.
vendor-prepared = préparé le { $on }
vendor-at-market = { $market } a reçu votre part et doit vous la remettre.
vendor-market-says = { $market } dit vous avoir remis votre part.
vendor-have-share = Je l’ai reçue
vendor-acknowledged = Vous avez dit l’avoir reçue.
vendor-returned-next = La banque l’a renvoyé : le montant vous est de nouveau dû. Vérifiez vos coordonnées bancaires.
vendor-returned-again = La banque l’a renvoyé. Le montant est repris dans le paiement { $payment }.
vendor-doubts = Coupons mis de côté
vendor-doubts-hint = Quelqu’un décide s’ils sont payés. La réponse s’écrit ici.
vendor-target =
    { $count ->
        [0] Le programme veut payer le jour même.
        [one] Le programme veut payer en { $count } jour ouvrable.
       *[other] Le programme veut payer en { $count } jours ouvrables.
    }
vendor-payments = Paiements
vendor-payments-empty = Aucun paiement n’a encore été préparé.
vendor-days = Coupons acceptés, par jour et par lieu
vendor-days-older = Jours plus anciens
vendor-days-empty = Aucun coupon n’a encore été compté.
vendor-to-agree = Totaux à confirmer
vendor-to-agree-hint = Le marché a fermé ces journées. Le total est-il le même que le vôtre? Sinon, parlez-en au marché.
vendor-agree = C’est exact
