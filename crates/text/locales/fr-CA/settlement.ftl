### Les règlements : ce qui est dû aux marchands, approuvé par deux personnes, payé, confirmé.

count-business-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
count-payments =
    { $count ->
        [one] { $count } paiement
       *[other] { $count } paiements
    }
settlement-title = Règlements
settlement-run = Règlement { $run }
settlement-payment = Paiement { $payment }
settlement-cutoff = Coupons reçus jusqu’au { $when }
settlement-owed = À mettre dans un règlement
settlement-left-out = Hors de ce règlement, parce que retenus : { $names }.
settlement-due = Prochain règlement à préparer le { $on } : { $every }.
settlement-was-due = Un règlement devait être préparé le { $on } : { $every }.
settlement-held = Retenus : { $names }. Un règlement les laisse de côté.
settlement-direct = Payés directement, parce qu’aucun marché ne reçoit pour eux : { $names }.
settlement-through = Par { $market }.
settlement-through-sum = Une seule somme : { $amount }.
settlement-nowhere = Aucun compte au dossier pour { $names }. Demandez-le avant d’envoyer le règlement.
settlement-confirm-all =
    { $count ->
        [one] Confirmer { $count } paiement
       *[other] Confirmer les { $count } paiements qui restent
    }
settlement-confirm-all-hint = Pour un fichier bancaire ou des virements faits le même jour : un seul numéro pour tous.
settlement-approvals = Approbations : { $done } sur { $needed }
settlement-two-people = Deux personnes différentes doivent approuver.
settlement-target =
    { $days ->
        [one] Payé en { $days } jour ouvrable.
       *[other] Payé en { $days } jours ouvrables.
    }
settlement-bank-details = Coordonnées bancaires
settlement-bank-waiting = Changement en attente jusqu’au { $until }
settlement-prepare = Préparer un règlement
settlement-prepare-hint = Il rassemblera tout ce qui est dû jusqu’à maintenant. Rien n’est encore payé.
settlement-steps = Étapes du règlement
settlement-step-done = fait
settlement-prepared-at = Préparé le { $when }
settlement-approval = Approbation { $number } de { $needed }
settlement-sent = Paiements envoyés
settlement-confirmed = Paiements confirmés : { $count } sur { $all }
settlement-confirmed-returned = Paiements confirmés : { $count } sur { $all }, revenus : { $returned }
settlement-returned-hint = Ce qui revient est dû de nouveau : le règlement suivant le rassemble.
settlement-next = Prochaine étape
settlement-delay = Attente : { $median } ou moins la moitié des fois, { $most } ou moins 95 fois sur 100.
settlement-wait = Ce règlement attend l’approbation d’une autre personne.
settlement-pay = Marquer comme envoyé
settlement-pay-hint = Faites d’abord les paiements à la banque, avec la liste ci-dessous.
settlement-cancel = Annuler ce règlement
settlement-cancel-hint = Dites pourquoi. Les montants seront de nouveau dus.
settlement-cancelled-hint = Les montants sont de nouveau dus et iront dans un prochain règlement.
settlement-list-pdf = Liste de paiements (PDF)
settlement-list-csv = Liste de paiements (CSV)
settlement-advices = Avis de paiement
settlement-advices-hint = Chaque marchand apprend ce qui lui est payé, jour par jour.
settlement-advices-pdf = Avis à imprimer (PDF)
settlement-stubs-pdf = Talons de chèques (PDF)
settlement-advices-send = Envoyer les avis de paiement
settlement-advices-send-hint = Par courriel, à qui a une adresse. Un avis déjà parti ne repart pas.
settlement-advices-later = Les courriels partent quand les paiements sont envoyés.
settlement-advices-sent =
    { $count ->
        [one] { $count } courriel parti.
       *[other] { $count } courriels partis.
    }
settlement-advices-waiting =
    { $count ->
        [one] { $count } courriel attend de partir.
       *[other] { $count } courriels attendent de partir.
    }
settlement-advices-failed =
    { $count ->
        [one] { $count } courriel n’est pas parti.
       *[other] { $count } courriels ne sont pas partis.
    }
settlement-advices-paper = Sans adresse de courriel, à qui remettre l’avis sur papier : { $names }.
settlement-advices-no-mail = Cette installation n’envoie pas de courriel : imprimez les avis.
settlement-statement = Relevé (PDF)
settlement-reference = Numéro de chèque ou de confirmation
settlement-return = Ce paiement est revenu
settlement-return-reason = Pourquoi est-il revenu?
settlement-return-button = Noter le retour
settlement-return-share = Le marché rend cette part

run-state-prepared = À approuver
run-state-approved = Approuvé
run-state-sent = Envoyé
run-state-settled = Payé
run-state-ended = Terminé
run-state-cancelled = Annulé

payment-state-waiting = En attente
payment-state-sent = Envoyé
payment-state-at-market = Au marché
payment-state-confirmed = Confirmé
payment-state-returned = Revenu impayé
payment-state-cancelled = Annulé

method-cheque = Chèque
method-transfer = Virement
method-deposit = Dépôt direct
method-local-currency = Monnaie locale

## Les colonnes de la liste de paiements, dans un tableur.

payments-column-order = rang
payments-column-payment = paiement
payments-column-method = mode
payments-column-payee = payé à
payments-column-institution = institution
payments-column-transit = transit
payments-column-account = compte
payments-column-amount = montant
payments-column-unit = unité
payments-column-reference = référence
payments-column-note = note

wait-title = Combien chaque marchand a attendu
wait-hint = De la remise des coupons au paiement confirmé, en jours ouvrables. Ce qui attend encore vient d’abord.
wait-none = Aucun coupon n’a encore été compté.
wait-late =
    { $count ->
        [0] Aucun encaissement n’a dépassé le délai promis.
        [one] { $count } encaissement a dépassé le délai promis.
       *[other] { $count } encaissements ont dépassé le délai promis.
    }
wait-each = Chaque encaissement
wait-longest =
    { $count ->
        [one] L’attente la plus longue
       *[other] Les { $count } attentes les plus longues
    }
wait-days = Jours ouvrables
wait-counted-in = Compté le
wait-paid = Payé le
wait-run = Règlement
wait-waits = Attend encore
wait-list = Voir chaque attente
## Les paiements retenus

hold-title = Paiements retenus
hold-hint = Un doute sur un compte ou un appel étrange? Une personne retient, tout de suite. Deux personnes libèrent.
hold-begin = Retenir les paiements d’un marchand
hold-why-hint = Ce qui vous inquiète. Le marchand ne le lit pas.
hold-button = Retenir
hold-none = Aucun paiement n’est retenu.
hold-by = Retenu par { $who }, { $when } : { $reason }
hold-asked-by = { $who } demande de libérer : { $reason }
hold-lifted-by = Libéré par { $who }, { $when }
hold-waits = attend, et reste dû
hold-yours = Vous l’avez demandé : une autre personne doit confirmer.
hold-ask = Demander de libérer
hold-found = Ce que vous avez vérifié
hold-ask-button = Envoyer la demande
hold-release = Libérer
hold-keep = Garder retenu
hold-held = Retenu
hold-release-asked = À confirmer
hold-lifted = Libéré

## L’argent à avoir en banque

cash-title = Argent à avoir en banque
cash-hint = Ce qui sortira pour les marchands, ce que les bailleurs ont promis, et ce qu’il faut avoir chaque jour.
cash-short = Il manquera { $amount } en banque, à partir du { $day }.
cash-enough = Il y a assez en banque jusqu’au { $day }, si les versements promis arrivent.
cash-nothing = Rien n’est dû, et rien n’est prévu.
cash-today = En banque aujourd’hui : { $amount }. Il en faut { $needed }.
cash-late = Versements en retard : { $amount }. Ils ne sont pas comptés ici.
cash-days = Jour par jour
cash-careful =
    { $count ->
        [0] Prévision prudente, dépassée une saison sur vingt. Chaque semaine est payée dès sa fin.
        [one] Prévision prudente, dépassée une saison sur vingt. Chaque semaine est payée { $count } jour ouvrable après sa fin.
       *[other] Prévision prudente, dépassée une saison sur vingt. Chaque semaine est payée { $count } jours ouvrables après sa fin.
    }
cash-chart = Ce qui sort et ce qu’il faut en banque, par jour, en dollars
cash-head-out = Sort
cash-head-in = Entre
cash-head-needed = Il faut en banque
cash-head-left = Restera
cash-why-sent = paiements envoyés, pas encore confirmés
cash-why-claimed = règlement préparé
cash-why-owed = dû aux marchands, dans aucun règlement
cash-why-week = coupons de la semaine du { $day }
cash-why-instalment = versement promis : { $fund }
