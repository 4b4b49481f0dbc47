### Le carnet de décisions, thème « Qui décide ».

decision-territory-unit = Quelle sorte de territoire le programme couvre-t-il?
decision-territory-unit-short = Sorte de territoire
decision-territory-unit-why = Dans un petit territoire, on se met d’accord plus vite. Un grand territoire offre plus de marchés et de bailleurs de fonds, mais il y a plus de gens à réunir.
decision-territory-unit-is-mrc = Une MRC
decision-territory-unit-is-several-mrc = Plusieurs MRC
decision-territory-unit-is-city = Une ville ou ses arrondissements
decision-territory-unit-is-region = Une région
decision-territory-unit-is-one-market = Un seul marché
decision-territory-unit-is-first-nation = Une Première Nation
decision-territory-unit-is-other = Autre

decision-territory = Comment s’appelle votre territoire?
decision-territory-short = Nom du territoire
decision-territory-why = Ce nom paraît sur les coupons, les affiches et les rapports. Chaque communauté choisit son propre nom et sa façon de l’écrire.
decision-territory-help = Le nom comme on le dit chez vous, par exemple « MRC de Portneuf ».

decision-programme-name = Comment s’appellera votre programme?
decision-programme-name-short = Nom du programme
decision-programme-name-why = Les ménages et les marchands verront ce nom partout. Un nom qui parle d’aide dit clairement le but, mais peut gêner au kiosque. Un nom qui parle d’aliments est plus discret, mais demande d’être expliqué.
decision-programme-name-help = Quelques mots, par exemple « Coupon nourricier Portneuf ».

decision-carrier = Quel organisme portera le programme?
decision-carrier-short = Porteur
decision-carrier-why = Le porteur réunit tout le monde et répond du programme. Les deux premiers territoires se sont préparés pendant plus d’un an. Un seul organisme décide plus vite, et plusieurs partagent la charge.
decision-carrier-help = Le nom d’un organisme, ou de plusieurs avec des virgules.

decision-fiduciary = Qui tiendra l’argent et paiera les marchands?
decision-fiduciary-short = Fiduciaire
decision-fiduciary-why = Le fiduciaire garde l’argent de chaque bailleur à part et tient les livres. Il compte des coupons, sans connaître les ménages. Un organisme qui a déjà un bureau commence vite, mais ce travail s’ajoute au sien.
decision-fiduciary-help = Le nom complet de l’organisme.

decision-coordinator = Qui coordonnera le programme?
decision-coordinator-short = Coordination
decision-coordinator-why = Cette personne répond aux organismes, visite les marchés et suit les coupons. Un emploi coûte de l’argent chaque année. Une personne occupée ailleurs coûte moins, mais peut manquer de temps en pleine saison.
decision-coordinator-is-employee = Une personne employée à temps plein
decision-coordinator-is-part-time = Une personne employée à temps partiel
decision-coordinator-is-grower = Une productrice ou un producteur
decision-coordinator-is-market-staff = Quelqu’un du marché
decision-coordinator-is-city-staff = Quelqu’un de la ville ou de la MRC
decision-coordinator-is-volunteer = Une personne bénévole

decision-who-sees = Qui peut voir les chiffres de chaque organisme?
decision-who-sees-short = Qui voit quels chiffres
decision-who-sees-why = Voir tous les chiffres aide à déplacer des coupons là où ils servent. Mais un organisme peut se sentir comparé. Dans un petit milieu, un petit chiffre peut faire reconnaître un ménage.
decision-who-sees-is-own-only = Chaque organisme voit les siens
decision-who-sees-is-totals = Chaque organisme voit les siens et les totaux
decision-who-sees-is-everything = Chaque organisme voit ceux de tous

decision-community-data = Si une Première Nation participe, que décide son conseil pour ses données?
decision-community-data-short = Données d’une Première Nation
decision-community-data-why = Ses données sont à toute la communauté : propriété, contrôle, accès et possession (PCAP). Son conseil décide de ce qui est noté, gardé et montré. Un total partagé peut aider à trouver de l’argent, mais aussi en dire trop sur une petite communauté.
decision-community-data-is-not-concerned = Aucune Première Nation ne participe
decision-community-data-is-council-owns = Le conseil garde ses données et décide de tout partage
decision-community-data-is-agreement = Une entente écrite dit ce qui est partagé
decision-community-data-is-to-agree = À convenir avec le conseil

decision-language = Dans quelle langue le programme se présente-t-il d’abord?
decision-language-short = Langue principale
decision-language-why = Les pages, les coupons et les affiches commencent dans cette langue. L’autre reste offerte. Certaines communautés parlent surtout anglais.
decision-language-is-fr = Le français
decision-language-is-en = L’anglais

decision-household-languages = Dans quelles langues parlerez-vous aux ménages?
decision-household-languages-short = Langues des ménages
decision-household-languages-why = Une feuille dans sa langue évite une question gênante au kiosque. Chaque langue de plus demande une traduction, faite et relue par des gens qui la parlent.
decision-household-languages-is-fr = Le français
decision-household-languages-is-en = L’anglais
decision-household-languages-is-community = Une langue de la communauté
decision-household-languages-is-newcomers = Des langues de personnes nouvellement arrivées

decision-complaints = À qui parler quand quelque chose ne va pas?
decision-complaints-short = Plaintes
decision-complaints-why = Un marchand qui attend son argent ou un ménage mal reçu doit savoir à qui parler. Une personne proche répond vite. Une personne de l’extérieur est plus libre, mais connaît moins les lieux.
decision-complaints-is-coordination = À la coordination
decision-complaints-is-partner = À l’organisme qui a remis les coupons
decision-complaints-is-committee = À une personne du comité
decision-complaints-is-outside = À quelqu’un de l’extérieur du programme
