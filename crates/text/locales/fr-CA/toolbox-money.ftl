### Boîte à outils : le budget et la demande de financement.
toolbox-balance-in = Ce qui entre
toolbox-balance-out = Ce qui sort
toolbox-balance-amount = Montant
toolbox-balance-total = Total
toolbox-balance-coupons = Coupons
toolbox-balance-operations = Fonctionnement ({ $share } au plus)
toolbox-balance-left = Reste à attribuer
toolbox-balance-missing = Manque encore
toolbox-cost-what = Si tout est remis
toolbox-cost-value = Valeur
toolbox-cost-least = Si tous les ménages sont à la plus petite valeur
toolbox-cost-middle = Si les ménages sont de toutes les tailles, également
toolbox-cost-most = Si tous les ménages sont à la plus grande valeur
toolbox-cost-used = De la ligne du milieu, ce qui serait utilisé
toolbox-print-face = Valeur du coupon
toolbox-print-count = Nombre à imprimer
toolbox-scale-size = Personnes dans le ménage
toolbox-scale-weekly = Valeur par semaine
toolbox-scale-one = { $from }
toolbox-scale-range = { $from } à { $to }
toolbox-scale-more = { $from } et plus

## Budget

toolbox-budget = Budget
toolbox-budget-about = Ce qui entre, ce qui sort, et ce que coûteraient les coupons promis.
toolbox-budget-balance = Entrées et sorties
toolbox-budget-need = Ce que la promesse peut coûter
toolbox-budget-need-why = Un ménage reçoit sa valeur chaque semaine, pendant { $weeks } semaines. La vraie dépense est entre ces deux bornes.
toolbox-budget-coupons = Les coupons à imprimer
toolbox-budget-operations = Le fonctionnement, à préciser
toolbox-budget-line = Poste
toolbox-budget-amount = Montant
toolbox-budget-fund = Payé par
toolbox-budget-operations-lines = Postes habituels : coordination, impression, déplacements, activités, affiches, tenue de livres, sondages.
toolbox-budget-rules = Les règles de l’argent

## Texte pour une demande de financement

toolbox-grant = Texte pour une demande de financement
toolbox-grant-about = À coller dans un formulaire, puis à adapter.
toolbox-grant-summary = Résumé
toolbox-grant-summary-is = « { $programme-name } » permet à des ménages d’acheter des aliments d’ici, directement des producteurs. Territoire : { $territory }.
toolbox-grant-summary-two = Un même dollar nourrit un ménage et reste chez un producteur du territoire.
toolbox-grant-need = Le besoin
toolbox-grant-need-quebec = Au Québec, 15,7 % des personnes vivaient de l’insécurité alimentaire en 2022 (Institut de la statistique du Québec).
toolbox-grant-need-local = Ajoutez ici deux chiffres de votre territoire, avec leur source.
toolbox-grant-need-figure = Chiffre et source
toolbox-grant-how = Comment
toolbox-grant-how-dignity = Aucun nom n’est demandé. Les ménages choisissent leurs aliments, au même prix que tout le monde.
toolbox-grant-who = Qui porte le projet
toolbox-grant-money = L’argent
toolbox-grant-money-paid = Le montant demandé est indiqué dans le budget joint.
toolbox-grant-results = Les résultats attendus
toolbox-grant-results-trace = Chaque dollar est suivi du don jusqu’au producteur. Chaque chiffre du rapport renvoie aux coupons.
toolbox-grant-results-safe = Les chiffres trop petits sont masqués, pour que personne ne soit reconnu.
toolbox-grant-after = Après
toolbox-grant-after-lasting = Le comité décide chaque automne de la suite, avec les chiffres de la saison.
