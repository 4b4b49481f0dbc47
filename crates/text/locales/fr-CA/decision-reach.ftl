### Le carnet de décisions, thème « À qui ».

decision-households = Combien de ménages voulez-vous joindre la première année?
decision-households-short = Ménages la première année
decision-households-why = Avec la même somme, plus de ménages veut dire moins pour chacun. Chaque organisme ne peut en recevoir qu’un certain nombre. Au Bas-Saint-Laurent, 9 organismes ont servi 92 ménages en 2025.
decision-households-help = Un nombre entier, par exemple 100.

decision-who-selects = Qui choisit les ménages?
decision-who-selects-short = Choix des ménages
decision-who-selects-why = Un organisme choisit parmi des gens qu’il connaît, sans nouveau formulaire. Mais il doit dire non quand les coupons manquent. Les gens qui ne vont dans aucun organisme peuvent être oubliés.
decision-who-selects-is-partners = Les organismes partenaires
decision-who-selects-is-health = Des professionnels de la santé
decision-who-selects-is-city = La ville ou la municipalité
decision-who-selects-is-table = Une table de concertation
decision-who-selects-is-council = Le conseil de la communauté
decision-who-selects-is-nobody = Personne : c’est ouvert à tout le monde

decision-eligibility = À quels ménages les coupons sont-ils offerts?
decision-eligibility-short = Qui peut en recevoir
decision-eligibility-why = Une règle précise est la même pour tout le monde, mais oblige à poser des questions. Laisser juger l’organisme est plus simple, mais peut varier d’un lieu à l’autre.
decision-eligibility-is-partner-judges = Ceux que l’organisme juge en avoir besoin
decision-eligibility-is-food-insecurity = Ceux qui sont en insécurité alimentaire
decision-eligibility-is-low-income = Ceux qui ont un faible revenu
decision-eligibility-is-clinical = Ceux que désigne une personne soignante
decision-eligibility-is-groups = Des groupes choisis, comme les familles ou les aînés
decision-eligibility-is-none = Tout le monde

decision-proof = Quelle preuve demander aux ménages?
decision-proof-short = Preuve demandée
decision-proof-why = Une preuve rassure des bailleurs de fonds et réserve les coupons au groupe choisi. Elle éloigne aussi des gens et prend du temps aux intervenants. Au Québec, des questions trop personnelles ont fâché des organismes d’aide alimentaire.
decision-proof-is-none = Aucune
decision-proof-is-identity = Une preuve d’identité ou d’adresse
decision-proof-is-income = Une preuve de revenu

decision-proxy = Qui peut utiliser les coupons d’un ménage?
decision-proxy-short = Aller au marché pour quelqu’un
decision-proxy-why = Une personne malade ou sans auto a parfois besoin que quelqu’un y aille pour elle. Une règle ouverte va vite au kiosque. Une règle serrée protège contre le vol, mais oblige à vérifier qui paie.
decision-proxy-is-anyone = La personne qui les a en main
decision-proxy-is-household = Une personne du ménage
decision-proxy-is-named = Une personne nommée d’avance

decision-anti-stigma = Comment faire pour que personne ne se sente montré du doigt?
decision-anti-stigma-short = Respect au kiosque
decision-anti-stigma-why = En Angleterre, des gens attendent que la file soit vide avant de payer, par gêne. Certains moyens cachent d’où vient le coupon, d’autres protègent le moment où on le reçoit. Chacun demande du travail.
decision-anti-stigma-is-public-sale = Vendre aussi des coupons à tout le monde
decision-anti-stigma-is-same-coupon = Le même coupon, donné ou vendu
decision-anti-stigma-is-mixed-groups = En donner à plusieurs sortes de groupes
decision-anti-stigma-is-like-any-payment = Un paiement comme les autres
decision-anti-stigma-is-private-handout = Une remise dans un endroit discret
decision-anti-stigma-is-market-as-place = Le marché comme lieu de rencontre
