## Mots imprimés sur les coupons, les registres de remise, les relevés et les listes

paper-home-read = Bon à certains lieux seulement : la page du carré les nomme.
paper-conditions-granted =
    { $change ->
        [yes] Échangez ce coupon contre des aliments chez un marchand participant. La monnaie est rendue. Aucuns frais.
       *[no] Échangez ce coupon contre des aliments chez un marchand participant. La monnaie n’est pas rendue. Aucuns frais.
    }
paper-conditions-sold =
    { $refunds ->
        [yes] Échangez ce coupon contre des aliments chez un marchand participant. Remboursé sur demande s’il vous reste { $limit } ou moins. Aucuns frais.
       *[no] Échangez ce coupon contre des aliments chez un marchand participant. Il n’est pas remboursé. Aucuns frais.
    }
paper-simulated = SPÉCIMEN
paper-number = N°
paper-check = Vérifier :
paper-booklet = Carnet
paper-sheet = Feuille
paper-supported = Avec l’appui de
paper-page = Page
paper-stub-title = Registre de remise
paper-stub-help = Une ligne par carnet remis. N’écrivez aucun nom.
paper-numbers = Numéros
paper-date = Date
paper-household = Personnes dans le ménage
paper-initials = Initiales
paper-merchant = Payé à
paper-fiduciary = Payé par
paper-period = Période
paper-run = Règlement n°
paper-paid-on = Date du paiement
paper-method = Mode de paiement
paper-reference = Référence
paper-days = Coupons reçus
paper-place = Lieu
paper-coupons = Coupons
paper-amount = Montant
paper-subtotal = Sous-total
paper-disputes = Autres montants
paper-coupon = Coupon
paper-reason = Raison
paper-outcome = Décision
paper-total = Total payé
paper-total-due = Total à payer
paper-carried = Reporté d’un paiement retourné ou trop petit
paper-carried-out = Payé plus tôt ou reporté
paper-not-paid-yet = pas encore payé
paper-line = { $count } × { $face } { $class }
paper-note-question = Une question? Écrivez au programme avec le numéro du règlement.
paper-note-value = Chaque coupon est payé à sa pleine valeur, sans frais.
paper-list-title = Liste de paiements
paper-prepared-on = Préparée le
paper-cheques = Chèques à faire
paper-cheque-number = N° du chèque
paper-payee = Payé à l’ordre de
paper-transfers = Virements à saisir
paper-transfer-account-missing = Aucun compte au dossier : demandez-le au marchand.
paper-done = Fait
paper-cheque-total = Total des chèques
paper-transfer-total = Total des virements
paper-deposits = Dépôts directs
paper-deposit-note = Déjà dans le fichier pour la banque : n’en saisissez aucun.
paper-deposit-total = Total des dépôts directs
paper-local = Monnaie locale à remettre
paper-run-total = Total du règlement
paper-not-approved = Pas encore approuvé : ne payez rien. Approbations : { $done } sur { $needed }.
paper-run-cancelled = Règlement annulé : ne payez rien.
paper-through = Par { $market }
paper-shares-title = Parts à remettre aux marchands
paper-shares-note = Chacun signe en recevant sa part. Gardez cette feuille.
paper-shares-signature = Signature
paper-shares-total = Total à remettre
paper-shares-handed = Remis par
paper-shares-witness = Vu par
paper-advice = Avis de paiement
paper-cheque-stubs = Talons de chèques
paper-signature-1 = Première signature
paper-signature-2 = Deuxième signature
paper-until = Coupons reçus jusqu’au { $when }
paper-chain = Journal : maillon { $head }, geste { $seq }, { $when }. « cabas audit --link » le retrouve si rien n’a été réécrit.
