### Tout ce qui s’imprime : coupons, talons, relevés, listes de paiements et de chèques.

## Coupons

print-coupon = COUPON NOURRICIER
print-not-tender = N’a pas cours légal
print-no-cash-value = Ne s’échange pas contre de l’argent
print-never-expires = N’expire pas.
print-valid-from = Valable à partir du { $from }. N’expire pas.
print-valid-until = Valable jusqu’au { $until }.
print-valid-range = Valable { $range }.
print-class = Catégorie { $letter }
print-given = DONNÉ
print-sold = VENDU
print-code = Code
print-number = Numéro
print-issuer = Émis par { $carrier }
print-money-held = Argent gardé par { $fiduciary }
print-simulated = SPÉCIMEN : données simulées, sans valeur
print-scan = Vérifiez ce coupon avec l’appareil photo de votre téléphone.

## Conditions d’utilisation

print-conditions = Conditions
print-condition-home = Bon seulement à : { $places }.
print-condition-where = Échangez ce coupon contre des aliments chez un marchand participant.
print-condition-no-change = Le marchand ne rend pas la monnaie.
print-condition-change-given = Le marchand rend la monnaie.
print-condition-no-cash = Ce coupon ne s’échange pas contre de l’argent. Il n’a pas cours légal.
print-condition-refund = S’il vous reste { $limit } ou moins en coupons, le programme vous rembourse si vous le demandez. Ce coupon n’a pas cours légal.
print-condition-no-fee = Aucuns frais.
print-condition-lost-granted = Perdu ou volé? Parlez-en à l’organisme qui vous l’a remis.
print-condition-lost-sold = Perdu ou volé? Écrivez au programme avec le numéro du coupon.
print-condition-check = Pour vérifier ce coupon et voir où l’utiliser : { $address }

## Talons, carnets, feuilles

print-stub = Talon
print-stub-partner = Organisme
print-stub-on = Remis le
print-stub-band = Taille du ménage
print-stub-no-name = N’écrivez aucun nom.
print-booklet = Carnet { $booklet }, coupons { $first } à { $last }
print-sheet = Feuille { $page } de { $pages }
print-page = Page { $page } de { $pages }
print-batch-cover = Lot { $batch }
print-batch-signed = Compté et reçu par
print-cut = Couper ici

## Relevé d’un marchand

print-statement = Relevé de paiement
print-statement-vendor = Marchand
print-statement-period = Période
print-statement-number = Numéro de paiement
print-statement-method = Mode de paiement
print-statement-reference = Référence
print-statement-day = Jour
print-statement-place = Lieu
print-statement-count = Coupons
print-statement-amount = Montant
print-statement-share = Part de chaque fonds
print-statement-total = Total payé
print-statement-disputes = Coupons en attente d’une décision
print-statement-thanks = Merci de nourrir votre région.
print-statement-questions = Une question sur ce relevé? { $contact }

## Listes de paiements et de chèques

print-payments = Liste de paiements
print-payments-run = Règlement { $run }, coupons reçus jusqu’au { $when }
print-payments-total =
    { $count ->
        [one] { $count } paiement, { $amount }
       *[other] { $count } paiements, { $amount }
    }
print-payments-prepared = Préparé par
print-payments-approved = Approuvé par
print-cheques = Liste de chèques
print-cheque-number = Numéro de chèque
print-cheque-payee = Payez à l’ordre de
print-cheque-memo = Coupons nourriciers, paiement { $payment }
print-signature = Signature
print-date = Date
print-made = Produit le { $when }
