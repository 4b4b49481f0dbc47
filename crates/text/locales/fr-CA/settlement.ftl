### Les règlements : ce qui est dû aux marchands, approuvé par deux personnes, payé, confirmé.

count-payments =
    { $count ->
        [one] { $count } paiement
       *[other] { $count } paiements
    }
settlement-title = Règlements
settlement-run = Règlement { $run }
settlement-payment = Paiement { $payment }
settlement-cutoff = Coupons reçus jusqu’au { $when }
settlement-owed = Dû aux marchands
settlement-approvals = Approbations : { $done } sur { $needed }
settlement-two-people = Deux personnes différentes doivent approuver.
settlement-target =
    { $days ->
        [one] Payé en { $days } jour ouvrable.
       *[other] Payé en { $days } jours ouvrables.
    }
settlement-bank-details = Coordonnées bancaires
settlement-bank-waiting = Changement en attente jusqu’au { $until }

run-state-prepared = À approuver
run-state-approved = Approuvé
run-state-paid = Envoyé
run-state-cancelled = Annulé

payment-state-waiting = En attente
payment-state-sent = Envoyé
payment-state-confirmed = Confirmé
payment-state-returned = Revenu impayé
payment-state-cancelled = Annulé

method-cheque = Chèque
method-transfer = Virement
method-deposit = Dépôt direct
method-local-currency = Monnaie locale
