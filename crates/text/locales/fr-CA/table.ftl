### Les tableaux qui sortent vers un chiffrier.

table-partners-use = Utilisation par organisme
table-weeks = Utilisation par semaine
table-places-use = Utilisation par lieu
table-classes-use = Utilisation par catégorie
table-funds-use = Utilisation par fonds
table-figure = Liste d’un chiffre
table-states = Coupons par état
table-batches = Lots de coupons
table-stock = Coupons chez les organismes
table-hand-outs = Remises
table-disputes = Litiges
table-funds = Fonds
table-expenses = Frais de fonctionnement
table-owed = Dû aux marchands
table-runs = Règlements
table-payments = Paiements d’un règlement
table-days = Jours de marché d’un marchand
table-vendor-payments = Paiements d’un marchand
table-partners = Organismes
table-vendors = Marchands
table-places = Lieux
table-hours = Heures des lieux
table-agreements = Ententes
table-log = Journal

table-files = Ce tableau dans un chiffrier
table-registers = Les listes du programme
table-number = Numéro
table-unit = Unité
table-funder = Bailleur de fonds
table-prepared = Préparé le
table-cutoff = Reçu jusqu’au
table-confirmed = Confirmé le
table-decision = Décision
table-taken-back = Reprise
table-refused = Refus
