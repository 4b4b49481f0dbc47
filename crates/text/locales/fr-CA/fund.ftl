### Les fonds, les comptes et les mouvements d’argent.

fund-title = Fonds
fund-funder = Bailleur de fonds
fund-received = Reçu
fund-spent = Utilisé
fund-refunded = Remboursé
fund-promised = Promis
fund-set-aside = Mis de côté
fund-left = Reste à promettre
fund-sales = Ventes au public
fund-receive = Noter de l’argent reçu
fund-receive-hint = Écrivez ce qui est arrivé à la banque, un dépôt à la fois.
fund-received-on = Reçu le
fund-reference-hint = Le numéro du chèque ou du virement, pour le retrouver plus tard.
fund-receive-button = Noter ce montant
fund-put-aside = Mettre de l’argent de côté
fund-put-aside-hint = Cette réserve paie les marchands de bonne foi quand un litige leur donne raison.
fund-put-aside-button = Mettre de côté
fund-operations = Fonctionnement
fund-spend = Payer un frais de fonctionnement
fund-spend-hint = L’impression, les déplacements, le travail. Ce qui est promis aux ménages reste à eux.
fund-spend-what = Quoi
fund-spend-what-hint = Ce qui a été payé, en quelques mots. Jamais le nom d’un ménage.
fund-spend-reference-hint = Le numéro de la facture, du chèque ou du virement.
fund-spend-button = Noter cette dépense
fund-spent-on = Payé le
fund-expenses = Frais de fonctionnement
fund-paid = Payé aux marchands
fund-delay = Combien de temps les marchands attendent
fund-delay-median = La moitié des fois
fund-delay-median-hint = ou moins, de la remise des coupons au paiement confirmé
fund-delay-p95 = 95 fois sur 100
fund-delay-p95-hint = ou moins
fund-delay-in-time =
    { $count ->
        [one] En { $count } jour ouvrable
       *[other] En { $count } jours ouvrables
    }
fund-delay-share = des encaissements payés : { $part } sur { $whole }
fund-delay-none = Aucun paiement n’est encore confirmé.
fund-delay-target =
    { $count ->
        [one] La promesse : { $count } jour ouvrable, sans les fins de semaine ni les jours fériés.
       *[other] La promesse : { $count } jours ouvrables, sans les fins de semaine ni les jours fériés.
    }
fund-delay-waiting =
    { $count ->
        [0] Personne n’attend.
        [one] { $count } encaissement attend d’être payé.
       *[other] { $count } encaissements attendent d’être payés.
    }
fund-delay-late =
    { $count ->
        [one] { $count } attend depuis plus longtemps que promis.
       *[other] { $count } attendent depuis plus longtemps que promis.
    }
fund-back = Paiements revenus de la banque
fund-back-hint = Vérifiez les coordonnées avec le marchand, puis préparez un autre règlement : ce montant y sera.
fund-back-details = Voir le marchand
fund-sold-left = Vendu, pas encore utilisé

fund-policy-designated = Le fonds choisi à l’attribution
fund-policy-oldest-first = Le premier fonds qui a de la place
fund-policy-pro-rata = Tous les fonds, selon leur place

## Sortes de comptes

account-bank = Banque
account-fund = Argent reçu, pas encore utilisé
account-sold-outstanding = Coupons vendus, pas encore utilisés
account-payable = Dû aux marchands
account-claimed = Dû, dans un règlement
account-in-transit = Envoyé, pas encore confirmé
account-contingency = Réserve pour pertes de bonne foi
account-committed = Promis aux ménages
account-committed-offset = Promis aux ménages, contrepartie
account-cover = Dollars qui couvrent la monnaie locale
account-units-outstanding = Monnaie locale remise
account-units-issued = Monnaie locale émise
account-operations = Frais de fonctionnement à payer
account-moved-out = À verser à un autre fonds
account-moved-in = Reçu d’un autre fonds
account-given-back = À rendre au bailleur de fonds
account-at-market = Chez un marché, à remettre

## Sortes de mouvements

transfer-receive = Argent reçu
transfer-set-aside = Argent mis de côté
transfer-commit = Coupons remis
transfer-release = Promesse terminée
transfer-redeem = Coupon utilisé
transfer-sell = Coupons vendus
transfer-compensate = Litige payé
transfer-claim = Mis dans un règlement
transfer-send = Paiement envoyé
transfer-confirm = Paiement confirmé
transfer-bounce = Paiement revenu
transfer-cover = Monnaie locale couverte
transfer-refund = Coupons remboursés
transfer-operate = Frais de fonctionnement
transfer-move-fund = Déplacé entre deux fonds
transfer-give-back = Rendu au bailleur de fonds
transfer-hand-over = Remis au marchand par le marché
