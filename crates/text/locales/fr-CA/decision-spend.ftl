### Le carnet de décisions, thème « Où et pour quoi ».

decision-where = Où les coupons servent-ils?
decision-where-short = Points d’échange
decision-where-why = Plus de points d’échange, c’est moins de route : la distance est un grand frein. Mais chaque lieu de plus est à former, à visiter et à payer.
decision-where-is-markets = Les marchés publics
decision-where-is-farm-stands = Les kiosques à la ferme
decision-where-is-self-service = Les kiosques libre-service
decision-where-is-u-pick = L’autocueillette
decision-where-is-csa = Les paniers ASC
decision-where-is-shops = Les boutiques et les épiceries
decision-where-is-online = Les marchés en ligne

decision-self-service = Accepte-t-on des coupons dans les kiosques libre-service?
decision-self-service-short = Kiosques libre-service
decision-self-service-why = Un kiosque sans personne est ouvert plus longtemps, parfois plus près. Un coupon de papier va dans la boîte, mais personne ne le vérifie sur place ni ne rend la monnaie.
decision-self-service-is-no = Non
decision-self-service-is-cash-box = Oui, dans la boîte à argent
decision-self-service-is-staffed-only = Seulement quand quelqu’un est là

decision-csa-block = Peut-on payer un panier ASC avec un bloc de coupons?
decision-csa-block-short = Paniers ASC
decision-csa-block-why = Un panier ASC se paie d’avance, alors que des coupons de chaque semaine arrivent un peu à la fois. Un bloc paie la saison, mais le ménage s’engage. Payer chaque semaine le laisse libre, mais change les habitudes de la ferme.
decision-csa-block-is-no = Non
decision-csa-block-is-block = Oui, un bloc pour l’abonnement de la saison
decision-csa-block-is-weekly = Oui, avec les coupons de chaque semaine

decision-published-places = La liste des points d’échange est-elle publique?
decision-published-places-short = Liste des lieux
decision-published-places-why = Une liste publique aide les ménages à s’organiser et fait connaître les fermes. Mais une petite ferme ne veut pas toujours de visites. Une liste remise en main propre est plus discrète, mais se perd et vieillit.
decision-published-places-is-public = Oui, tous les lieux
decision-published-places-is-participants-only = Non, elle est remise aux ménages
decision-published-places-is-markets-public = Les marchés seulement

decision-foods = Qu’est-ce que les coupons peuvent payer?
decision-foods-short = Produits acceptés
decision-foods-why = Une liste courte dirige l’argent vers certains aliments, mais le marchand doit trier. Une liste longue laisse choisir et va plus vite. En 2020, près du quart des marchands des marchés n’étaient ni producteurs ni transformateurs.
decision-foods-is-fruit-vegetables = Fruits et légumes
decision-foods-is-dairy-eggs = Lait, fromage et œufs
decision-foods-is-meat-fish = Viande et poisson
decision-foods-is-bread = Pain
decision-foods-is-honey-maple = Miel et érable
decision-foods-is-preserves = Conserves
decision-foods-is-seedlings = Semis
decision-foods-is-prepared-meals = Repas préparés
decision-foods-is-crafts = Artisanat

decision-food-signs = Comment voit-on ce que les coupons paient?
decision-food-signs-short = Affichage au kiosque
decision-food-signs-why = Un logo devant chaque aliment est clair, mais demande du temps au marchand. Une affiche par kiosque se pose une fois, mais il faut parfois demander. Demander à voix haute peut gêner.
decision-food-signs-is-none-needed = Sans affichage : tout se paie
decision-food-signs-is-item-logo = Un logo devant chaque aliment
decision-food-signs-is-stall-sign = Une affiche à chaque kiosque

decision-taxes-deposits = Peut-on payer les taxes et les consignes avec des coupons?
decision-taxes-deposits-short = Taxes et consignes
decision-taxes-deposits-why = Les exclure garde l’argent pour les aliments, mais demande quelques pièces au ménage. Les accepter est plus simple au kiosque, mais une consigne peut ensuite être reprise en argent.
decision-taxes-deposits-is-excluded = Non
decision-taxes-deposits-is-accepted = Oui

decision-acceptance = Comment les marchands notent-ils les coupons reçus?
decision-acceptance-short = Façon d’accepter
decision-acceptance-why = Un bordereau de papier marche partout, mais il faut compter à la main plus tard. Un téléphone compte seul, même sans réseau, mais il en faut un. La table du marché aide tout le monde, mais demande quelqu’un.
decision-acceptance-is-paper-slip = Avec un bordereau de papier
decision-acceptance-is-phone-scan = Avec un téléphone
decision-acceptance-is-table-count = Comptés à la table du marché

decision-refusal = Que fait le marchand devant un coupon en doute?
decision-refusal-short = Coupon en doute
decision-refusal-why = Accepter évite une gêne au ménage, mais quelqu’un devra peut-être payer la perte. Refuser évite la perte, mais la personne repart sans ses aliments. Demander partage la décision, mais fait attendre.
decision-refusal-is-accept-in-doubt = Il l’accepte
decision-refusal-is-refuse-in-doubt = Il le refuse
decision-refusal-is-ask-manager = Il demande à la personne responsable du marché

decision-least-merchants = Combien de marchands participants faut-il, au moins, dans un marché?
decision-least-merchants-short = Marchands par marché
decision-least-merchants-why = En Alabama, des aînés n’ont trouvé que deux fermes qui acceptaient leur carte. Un minimum élevé assure du choix. Un minimum bas laisse entrer les petits marchés.
decision-least-merchants-help = Un nombre entier, par jour de marché, par exemple 3.

decision-cancelled-market = Que fait-on quand un marché est annulé?
decision-cancelled-market-short = Marché annulé
decision-cancelled-market-why = Prolonger donne une autre chance, mais retarde la fermeture des livres. Un autre marché aide les gens qui peuvent s’y rendre. Ne rien changer garde la même date pour tous.
decision-cancelled-market-is-nothing = Rien ne change
decision-cancelled-market-is-extend-a-week = Les coupons sont bons une semaine de plus
decision-cancelled-market-is-other-market = On indique un autre marché
