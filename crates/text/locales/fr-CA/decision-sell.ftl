### Le carnet de décisions, thème « Le volet grand public ».

decision-public-sale = Vendez-vous aussi des coupons à tout le monde?
decision-public-sale-short = Vente de coupons
decision-public-sale-why = Des acheteurs au kiosque rendent le coupon ordinaire et amènent de l’argent aux fermes. Mais vendre demande une caisse, des reçus et du temps. Chaque coupon vendu reste dû jusqu’à ce qu’il serve.
decision-public-sale-is-no = Non
decision-public-sale-is-bonus = Oui, avec une bonification
decision-public-sale-is-par = Oui, à leur valeur
decision-public-sale-is-gifts = Oui, pour les offrir en cadeau
decision-public-sale-is-sponsors = Oui, à des entreprises qui soutiennent

decision-sale-bonus = Quelle valeur de plus reçoit la personne qui achète des coupons?
decision-sale-bonus-short = Bonification
decision-sale-bonus-why = À Portneuf, on paie 20 $ et on reçoit 30 $ de coupons : c’est 50 %. Une grosse bonification attire plus de gens. Mais elle prend de l’argent qui pourrait payer des coupons donnés.
decision-sale-bonus-help = Un pourcentage du prix payé, par exemple 50. Inscrivez 0 sans bonification.

decision-sale-cap = Jusqu’à quelle somme peut-on vendre des coupons?
decision-sale-cap-short = Plafond des ventes
decision-sale-cap-why = Avec une bonification, chaque vente prend de l’argent d’un fonds. Un plafond bas protège cet argent. Un plafond haut laisse plus de gens acheter chez les marchands.
decision-sale-cap-help = Un montant en dollars, par exemple 3 000. Inscrivez 0 pour ne pas fixer de plafond.

decision-sale-channel = Où les coupons sont-ils vendus?
decision-sale-channel-short = Lieux de vente
decision-sale-channel-why = Une campagne joint beaucoup de gens, mais elle finit un jour et peut retenir des frais. Un comptoir demande quelqu’un. À Charlevoix, les heures d’un bureau étaient trop courtes, et des commerces ont servi de comptoirs.
decision-sale-channel-is-counter = À un comptoir
decision-sale-channel-is-campaign = Par une campagne de financement
decision-sale-channel-is-market = Au marché
decision-sale-channel-is-office = À un bureau
decision-sale-channel-is-online = En ligne

decision-refund = Jusqu’à quel reste rembourse-t-on une personne qui a acheté des coupons?
decision-refund-short = Remboursement d’un reste
decision-refund-why = Un ou deux coupons achetés peuvent rester sans servir. Les rembourser rend son argent à la personne, mais demande une caisse et un reçu. Un montant plus haut retire plus d’achats aux marchands.
decision-refund-help = Un montant en dollars, par exemple 5.
