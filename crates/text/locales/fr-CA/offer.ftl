### Ce que le public achète : les offres, les commandes, les dons, les campagnes.

sale-holds-sold =
    { $count ->
        [one] { $count } coupon « { $class } », payé : { $amount }
       *[other] { $count } coupons « { $class } », payés : { $amount }
    }
sale-holds-bonus =
    { $count ->
        [one] { $count } coupon « { $class } » en prime, payé par « { $fund } » : { $amount }
       *[other] { $count } coupons « { $class } » en prime, payés par « { $fund } » : { $amount }
    }
sale-holds-share = { $amount } pour « { $fund } »
sale-in-stock =
    { $count ->
        [0] La réserve n’a plus de quoi en vendre.
        [one] La réserve en a pour { $count } vente.
       *[other] La réserve en a pour { $count } ventes.
    }
sale-sold-so-far =
    { $count ->
        [0] Aucune vente pour le moment.
        [one] { $count } vendu.
       *[other] { $count } vendus.
    }
sale-bonus-left = Reste { $amount } de prime.
sale-packs = Combien
sale-reference-hint = Le numéro du reçu de caisse ou du paiement. Jamais un nom.
sale-booklets = Choisir les carnets
sale-booklets-hint = Les numéros imprimés, ou rien : la réserve donne ses numéros les plus bas.
sale-button = Vendre
sale-closed = La saison est fermée : rien ne se vend plus.
sale-cannot = Cette offre ne se vend pas maintenant : il manque des coupons en réserve ou de la prime.
sale-last = Dernières ventes
sale-what = Offre
sale-receipt = Reçu
sale-receipt-number = Reçu { $number }
sale-receipt-print = Imprimez cette page pour la personne qui achète. Les conditions y sont.
sale-receipt-when = Vendu le
sale-receipt-coupons = Coupons remis
sale-line-sold = Coupons payés
sale-line-bonus = Prime, sans frais
sale-line-share = Pour « { $fund } »
sale-paid = Payé
sale-not-a-donation-receipt = Ce reçu n’est pas un reçu officiel de don.
sale-another = Faire une autre vente

gift-title = Noter un don
gift-hint = De l’argent donné à un fonds, sans rien en retour.
gift-reference-hint = Le numéro du chèque ou du virement. Jamais le nom de qui donne.
gift-button = Noter ce don
gift-last = Derniers dons
receipts-title = Reçus officiels pour dons
receipts-hint = Un reçu pour chaque don d’argent à un fonds. Jamais pour un achat, ni quand qui donne nomme qui recevra.
receipts-none-here = Ce programme ne remet pas de reçus officiels : l’organisme qui le peut n’est pas dans son fichier.
receipts-waiting = Dons sans reçu
receipts-nothing = Chaque don a son reçu.
receipts-issue = Faire le reçu
receipts-of = Don de { $amount }, le { $on }
receipts-name = Nom de qui donne, avec une initiale
receipts-donor-address = Adresse de qui donne
receipts-kept = Gardé scellé, hors du journal. Seules la coordination et la trésorerie le lisent.
receipts-advantage = Valeur de ce qui a été reçu en retour
receipts-what = Ce qui a été reçu en retour
receipts-what-hint = Un repas, un billet. Laissez vide quand rien n’a été reçu.
receipts-sure = Qui a donné n’a nommé personne et n’a reçu aucun coupon.
receipts-issued = Reçus
receipts-pdf = Reçu à signer (PDF)
receipts-replace = Corriger ce reçu
receipts-replace-hint = Le reçu est annulé, un autre le remplace et le dit.
receipts-replace-button = Remplacer le reçu
receipts-cancel = Annuler ce reçu
receipts-live = Valide
receipts-cancelled = Annulé
receipts-eligible-short = Montant admissible { $amount }
receipt-title = Reçu officiel aux fins de l’impôt sur le revenu
receipt-serial = N° du reçu
receipt-issued-on = Délivré le
receipt-place = Lieu de délivrance
receipt-charity = Organisme
receipt-address = Adresse
receipt-registration = N° d’enregistrement
receipt-donor = Reçu de
receipt-received-on = Don reçu le
receipt-amount = Montant reçu
receipt-advantage = Avantage reçu en retour
receipt-eligible = Montant admissible du don
receipt-signature = Signature autorisée
receipt-agency = Agence du revenu du Canada : canada.ca/organismes-bienfaisance-dons
receipt-cancelled = Ce reçu est annulé : { $why }
receipt-replaces = Ce reçu remplace le reçu { $number }, qui est annulé.

orders-title = Commandes
orders-lead = Ce qui est commandé, ce qui est payé, ce qui attend dans son enveloppe.
orders-place = Noter une commande
orders-place-hint = La prime est réservée au moment du paiement, pas avant.
orders-where = Où la remettre
orders-here = Sur place
orders-reference-hint = Un numéro ou un mot que la personne retiendra. Jamais son nom. Il sert une seule fois.
orders-place-button = Noter la commande
orders-find = Chercher une commande
orders-find-button = Chercher
orders-none = Aucune commande ici.
orders-pay = Payée
orders-cancel = Annuler
orders-pick-up = Remise
orders-number = Commande
orders-source = Venue de
orders-state = Où elle en est

orders-group-paid = À remettre
orders-group-placed = À payer
orders-group-picked-up = Remises
orders-group-cancelled = Annulées

order-state-placed = à payer
order-state-paid = payée
order-state-picked-up = remise
order-state-cancelled = annulée

order-source-counter = Notée sur place
order-source-campaign = Campagne

campaign-title = Campagne de sociofinancement
campaign-lead = Apportez le fichier de la plateforme : chaque contribution devient une commande payée ou un don.
campaign-file-hint = Le fichier CSV ou le chiffrier de la plateforme. Seules les colonnes choisies sont lues; aucun nom n’est gardé.
campaign-name = Nom de la campagne
campaign-goal = Le but de la campagne
campaign-goal-reached = Il est atteint : l’argent est arrivé.
campaign-goal-missed = Il n’est pas atteint : rien n’est arrivé.
campaign-gift-fund = Fonds qui reçoit les dons
campaign-fee-fund = Fonds qui paie ces frais
campaign-fees-hint = Le montant exact de son relevé, pas un pourcentage.
campaign-fees-elsewhere = La trésorerie note les frais de la plateforme à la page des fonds.
campaign-match-cap = Un partenaire double jusqu’à
campaign-match-hint = Un dollar pour un dollar reçu, jusqu’à ce montant.
campaign-match-fund = Fonds qui reçoit cet ajout
campaign-look = Voir ce que cela donne
campaign-preview = Ce que cela donne
campaign-collected = Contributions
campaign-sold = Dont payé pour des offres
campaign-given = Dont donné
campaign-matched = Ajouté par le partenaire
campaign-fees = Frais gardés par la plateforme
campaign-net = Arrivé à la banque
campaign-orders =
    { $count ->
        [0] Aucune commande.
        [one] { $count } commande.
       *[other] { $count } commandes.
    }
campaign-gifts =
    { $count ->
        [0] Aucun don.
        [one] { $count } don.
       *[other] { $count } dons.
    }
campaign-aside =
    { $count ->
        [one] { $count } contribution non payée, laissée de côté.
       *[other] { $count } contributions non payées, laissées de côté.
    }
campaign-not-reached = Le but n’est pas atteint : rien ne sera inscrit.
campaign-bad =
    { $count ->
        [one] { $count } ligne bloque le tout. Corrigez-la, ou corrigez les choix plus bas.
       *[other] { $count } lignes bloquent le tout. Corrigez-les, ou corrigez les choix plus bas.
    }
campaign-keep = Tout inscrire
campaign-kept = La campagne est inscrite.
campaign-columns = Quelle colonne dit quoi
campaign-rewards = Ce que donne chaque contrepartie
campaign-is-gift = Rien : c’est un don

campaign-column-reference = Numéro de la contribution
campaign-column-amount = Montant
campaign-column-reward = Contrepartie
campaign-column-packs = Quantité
campaign-column-status = État du paiement
