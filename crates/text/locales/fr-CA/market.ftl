### La journée de marché.

market-other-day = Une autre journée
market-show = Voir
market-here = Qui est là
market-here-legend = Marchands présents
market-here-button = Noter les présences
market-nobody = Aucun marchand n’a d’entente signée pour ce lieu ce jour-là. Demandez à la coordination.
market-counted = Coupons comptés
market-slip = Bordereau de dépôt
market-slip-blank = Bordereau vide, à remplir à la main
market-slip-hint = Imprimez cette page. Elle accompagne l’enveloppe de coupons.
market-slip-foot = Gardez une copie. Les coupons dans l’enveloppe doivent correspondre à ce bordereau.
share-title = Parts des marchands, { $place }
share-link = Parts à remettre aux marchands
share-lead = { $payee } reçoit en une somme ce qui est dû aux marchands, et remet à chacun sa part.
share-no-payee = Ici, chaque marchand est payé directement.
share-to-hand = À remettre
share-none = Rien à remettre pour l’instant.
share-legend = Cochez les parts que vous avez remises.
share-button = C’est remis
share-pdf = Liste à faire signer (PDF)
share-coming = En route
share-coming-hint = Le paiement est parti. La banque ne l’a pas encore confirmé.
share-handed-title = Remises
share-handed = remise le { $on }
share-acknowledged = le marchand l’a confirmée le { $on }
share-handed-on = Remise le
share-acknowledged-on = Confirmée par le marchand le
market-envelope = Numéro de l’enveloppe
market-signature-vendor = Signature du marchand
market-signature-market = Signature du marché
market-signed = A signé le bordereau
market-doubt = Un coupon pose problème
market-check = Code du coupon
market-check-button = Vérifier
market-left = Le marché peut encore payer { $amount } sur place aujourd’hui.
market-no-spot = Ce territoire laisse ces décisions à la coordination. Comptez le coupon : elle sera avertie.
market-pay = Payer sur place
market-pay-hint = Ce que vous avez vu, par exemple : le coupon est mouillé, le numéro se lit. Sans nom de personne.
market-close = Fermer la journée
market-close-hint = Les totaux sont fixés. Chaque marchand confirme le sien, à l’écran ou en signant.
market-close-button = Fermer la journée
market-close-again = Fermer de nouveau, avec les nouveaux totaux
market-open-days = Journées à fermer
market-closed = Journée fermée le { $at }.
market-changed = Des coupons ont été comptés depuis. Fermez-la de nouveau.
market-waiting =
    { $count ->
        [one] { $count } marchand n’a pas encore confirmé son total.
       *[other] { $count } marchands n’ont pas encore confirmé leur total.
    }
market-all-agreed = Tous les marchands ont confirmé leur total.
market-agreed-on-screen = confirmé à l’écran
market-agreed-on-paper = bordereau signé

## Ce qu’est un coupon présenté au marché

market-standing-good = Ce coupon est bon.
market-standing-good-next = Le marchand peut l’accepter.
market-standing-not-yet = Ce coupon n’est pas encore bon.
market-standing-not-yet-next = Invitez la personne à revenir à partir de la date écrite dessus.
market-standing-spent = Ce coupon a déjà été encaissé.
market-standing-spent-next = Si la nourriture est déjà remise, comptez-le : un litige s’ouvre et quelqu’un décidera.
market-standing-ended = Ce coupon a dépassé sa date.
market-standing-ended-next = Ne l’acceptez pas. Donnez à la personne le numéro du programme.
market-standing-not-good = Ce coupon ne peut pas servir.
market-standing-not-good-next = Si la nourriture est déjà remise, comptez-le : un litige s’ouvre et quelqu’un décidera.
market-standing-unknown = Ce code n’est pas un coupon du programme.
market-standing-unknown-next = Relisez le code. S’il est bien écrit ainsi, gardez le coupon et avertissez la coordination.
