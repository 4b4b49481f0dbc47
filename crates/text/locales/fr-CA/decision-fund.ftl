### Le carnet de décisions, thème « L’argent ».

decision-funders = Qui donne l’argent, et combien?
decision-funders-short = Bailleurs de fonds
decision-funders-why = Chaque bailleur de fonds a ses conditions et sa date de rapport : plusieurs bailleurs font plus de travail. Un seul est plus simple. Mais au Québec, un programme de boîtes d’aliments a fermé quand un bailleur est parti.
decision-funders-help = Un bailleur de fonds par ligne, avec sa somme en dollars : « MRC = 10 000 ».

decision-coupon-budget = Quelle somme ira aux coupons?
decision-coupon-budget-short = Budget des coupons
decision-coupon-budget-why = Cette somme dit combien de coupons on peut remettre. Trop petite pour les ménages choisis, elle s’épuise avant la fin. Trop grande, une partie reste sans servir.
decision-coupon-budget-help = Un montant en dollars, par exemple 41 000.

decision-operations-share = Quelle part de l’argent fait marcher le programme?
decision-operations-share-short = Part pour le fonctionnement
decision-operations-share-why = La coordination, l’impression et les paiements coûtent de l’argent. Une petite part laisse plus aux coupons, mais le travail repose sur des bénévoles. À Amos, 25 % de chaque forfait va au marché.
decision-operations-share-help = Un pourcentage de tout l’argent, par exemple 15.

decision-fund-order = Quel fonds paie un coupon en premier?
decision-fund-order-short = Ordre des fonds
decision-fund-order-why = Un fonds choisi d’avance dit à chaque bailleur ce qu’il a payé, mais il peut se vider avant les autres. Les prendre un par un est simple, mais le dernier bailleur attend son rapport. Partager les traite pareil, mais chaque rapport compte des parts de coupons.
decision-fund-order-is-designated = Le fonds choisi à l’attribution
decision-fund-order-is-oldest = Le premier fonds qui a de la place
decision-fund-order-is-pro-rata = Tous les fonds, selon leur place

decision-lapsed-money = Que devient l’argent des coupons non utilisés?
decision-lapsed-money-short = Argent non utilisé
decision-lapsed-money-why = Au Bas-Saint-Laurent, de 70 à 86 % des coupons ont servi en 2025. Garder ce qui reste prépare la suite. Le donner aide tout de suite, et le rendre suit le souhait de certains bailleurs.
decision-lapsed-money-is-next-season = Il sert à la saison suivante
decision-lapsed-money-is-back-to-funder = Il retourne au bailleur de fonds
decision-lapsed-money-is-organisations = Il va aux organismes partenaires
decision-lapsed-money-is-reserve = Il reste en réserve
