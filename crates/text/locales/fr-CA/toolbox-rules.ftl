### Boîte à outils : les règles du programme et la charte.

## Règles du programme

toolbox-rules = Règles du programme
toolbox-rules-about = Tout ce que le territoire a décidé, en un seul endroit.
toolbox-rules-who = Qui porte le programme
toolbox-rules-reach = Pour qui
toolbox-rules-give = Combien et quand
toolbox-rules-coupon = Le coupon
toolbox-rules-spend = Où et quoi acheter
toolbox-rules-accept = Au kiosque
toolbox-rules-same = Les prix et l’accueil sont les mêmes pour tout le monde.
toolbox-rules-pay = Payer les marchands
toolbox-rules-sell = La vente au public
toolbox-rules-fund = L’argent
toolbox-rules-last = Accompagner, évaluer, garder
toolbox-rules-change = Changer une règle
toolbox-rules-change-how = Une règle change par une décision du comité, datée. Le changement dit à partir de quel jour il s’applique.
toolbox-rules-change-never = Un changement ne touche jamais un coupon déjà vendu.

## Charte de gouvernance et mandat du comité

toolbox-charter = Charte de gouvernance et mandat du comité
toolbox-charter-about = Ce que le comité décide, avec qui, et comment.
toolbox-charter-purpose = La raison d’être
toolbox-charter-purpose-is = Le comité permet aux ménages du territoire d’acheter des aliments d’ici, comme tout le monde.
toolbox-charter-mandate = Le mandat
toolbox-charter-mandate-rules = décider des règles du programme et les revoir chaque année
toolbox-charter-mandate-money = approuver le budget et suivre l’argent
toolbox-charter-mandate-partners = inviter les organismes, les marchés et les marchands
toolbox-charter-mandate-listen = entendre les plaintes et les propositions
toolbox-charter-mandate-report = rendre des comptes au territoire et aux bailleurs de fonds
toolbox-charter-seats = Les sièges
toolbox-charter-seats-why = Un siège vide est écrit ici aussi : il rappelle une voix qui manque.
toolbox-charter-seat = Siège
toolbox-charter-name = Nom
toolbox-charter-organisation = Organisation
toolbox-charter-seats-who = Ces voix devraient y être : personnes participantes, producteurs, marchés, organismes, santé, municipalités, communautés autochtones concernées.
toolbox-charter-seats-paid = Une personne participante qui siège est remboursée de ses frais.
toolbox-charter-roles = Les rôles
toolbox-charter-separate = La personne qui coordonne ne paie pas et n’approuve pas de paiement.
toolbox-charter-decide = Décider
toolbox-charter-decide-consent = Le comité cherche l’accord de tous. Sans accord, il vote à la majorité des personnes présentes.
toolbox-charter-decide-written = Chaque décision est écrite avec sa date, ses raisons et les avis contraires.
toolbox-charter-decide-quorum = Le quorum est de la moitié des sièges occupés.
toolbox-charter-decide-interest = Une personne qui a un intérêt dans une décision le dit et ne vote pas.
toolbox-charter-meetings = Les réunions
toolbox-charter-meetings-when = Le comité se réunit au moins avant, pendant et après la saison.
toolbox-charter-meetings-minutes = Un compte rendu est envoyé dans les dix jours.
toolbox-charter-data = Les données
toolbox-charter-complaints = Les plaintes
toolbox-charter-end = Durée
toolbox-charter-end-year = Cette charte vaut un an. Elle est relue à la fin de chaque saison.
toolbox-charter-chair = Pour le comité
toolbox-charter-carrier = Pour l’organisation qui porte le programme
