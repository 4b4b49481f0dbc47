### La vérification, et les sortes de gestes écrits au journal.

audit-title = Vérification
audit-explain = Chaque coupon imprimé est quelque part. Cette page le montre, par nombre et par valeur.
audit-balanced = Tout est à sa place : aucun coupon ni aucun dollar ne manque.
audit-unbalanced = Il y a un écart. Avertissez la personne qui s’occupe du logiciel avant de continuer.
audit-journal = Journal
audit-by = par { $who }
audit-system = le programme lui-même
audit-refused = Refusé

kind-open = Programme ouvert
kind-enroll = Inscription
kind-receive-money = Argent reçu
kind-set-aside = Argent mis de côté
kind-issue-batch = Lot imprimé
kind-move = Coupons déplacés
kind-hand-out = Coupons remis
kind-replace = Coupons remplacés
kind-sell = Coupons vendus
kind-redeem = Coupons acceptés
kind-expire = Coupons expirés
kind-resolve-dispute = Litige décidé
kind-prepare-run = Règlement préparé
kind-approve-run = Règlement approuvé
kind-cancel-run = Règlement annulé
kind-pay-run = Paiements envoyés
kind-confirm-payment = Paiement confirmé
kind-return-payment = Paiement revenu
kind-propose-bank-details = Changement bancaire demandé
kind-confirm-bank-details = Changement bancaire confirmé
kind-close = Saison fermée
