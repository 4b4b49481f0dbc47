### Le carnet de décisions, thème « Payer les marchands ».

decision-payment-route = Par où l’argent passe-t-il pour aller aux marchands?
decision-payment-route-short = Chemin du paiement
decision-payment-route-why = En direct, chaque marchand est suivi, mais il y a plus de paiements à faire. Par le marché, il y en a moins, mais le marché porte l’argent. Un comptoir paie sur place, à ses heures.
decision-payment-route-is-direct = Du fiduciaire au marchand
decision-payment-route-is-through-market = Par le marché
decision-payment-route-is-counter = À un comptoir

decision-payment-method = De quelle façon les marchands sont-ils payés?
decision-payment-method-short = Mode de paiement
decision-payment-method-why = Un chèque ne demande pas de coordonnées bancaires, mais il faut le signer et le poster. Un virement ou un dépôt arrive plus vite, mais un mauvais numéro le bloque. Une monnaie locale doit ensuite être dépensée ou changée.
decision-payment-method-is-cheque = Par chèque
decision-payment-method-is-transfer = Par virement
decision-payment-method-is-deposit = Par dépôt direct
decision-payment-method-is-local-currency = En monnaie locale

decision-payment-days = En combien de jours ouvrables voulez-vous payer les marchands?
decision-payment-days-short = Délai de paiement
decision-payment-days-why = Ailleurs, des marchands se plaignent d’attendre leur argent. Seattle annonce deux jours ouvrables. Un délai court demande de l’argent prêt et des gens libres, un délai long permet de tout regrouper.
decision-payment-days-help = Un nombre entier de jours ouvrables après le comptage, par exemple 2.

decision-payment-every = À quel rythme prépare-t-on les paiements des marchands?
decision-payment-every-short = Rythme des paiements
decision-payment-every-why = Un rythme fixe dit au marchand quand attendre son argent. Des paiements groupés demandent moins de travail et de signatures, mais le marchand attend plus longtemps.
decision-payment-every-is-as-wished = Sans rythme fixe
decision-payment-every-is-week = Chaque semaine
decision-payment-every-is-two-weeks = Toutes les deux semaines
decision-payment-every-is-month = Au début de chaque mois
decision-payment-every-is-season-end = Une fois, à la fin

decision-merchant-fee = Quels frais retenir sur ce que reçoivent les marchands?
decision-merchant-fee-short = Frais aux marchands
decision-merchant-fee-why = Des frais paient une partie du travail. Mais ailleurs ils ont monté avec le temps et fâché des marchands. Sans frais, le programme doit trouver cet argent.
decision-merchant-fee-help = Un pourcentage, par exemple 0 pour aucuns frais.

decision-least-payment = À partir de quel montant paie-t-on un marchand?
decision-least-payment-short = Plus petit paiement
decision-least-payment-why = Un minimum évite beaucoup de petits paiements. Mais un petit marchand attend alors plus longtemps.
decision-least-payment-help = Un montant en dollars, par exemple 20. Inscrivez 0 pour payer chaque somme.

decision-approvals = Combien de personnes approuvent chaque paiement?
decision-approvals-short = Approbations
decision-approvals-why = Plus d’une personne voit mieux une faute ou un paiement en double. Chaque personne de plus ajoute une vérification, mais peut faire attendre les marchands.
decision-approvals-help = Un nombre de 2 à 4.

decision-last-claim = Combien de jours les marchands ont-ils pour rapporter les derniers coupons?
decision-last-claim-short = Rapporter les derniers coupons
decision-last-claim-why = Le compte part du dernier jour de marché. Un délai court peut faire perdre de l’argent à un marchand occupé aux récoltes. Un délai long retarde la fermeture et les rapports aux bailleurs de fonds.
decision-last-claim-help = Un nombre de jours après le dernier marché, par exemple 21.

decision-offline-limit = Combien un téléphone sans réseau peut-il accepter en une journée?
decision-offline-limit-short = Limite sans réseau
decision-offline-limit-why = Sans réseau, un téléphone ne sait pas si un coupon a déjà servi ailleurs. Une limite basse réduit ce qu’on peut perdre, mais peut bloquer un bon jour de marché. Une limite haute laisse vendre, avec plus de risque.
decision-offline-limit-help = Un montant en dollars, par téléphone et par jour, par exemple 1 000. Inscrivez 0 pour ne pas mettre de limite.

decision-doubt-limit = Combien un marché peut-il payer sur place, par jour, pour des coupons en doute?
decision-doubt-limit-short = Doute payé sur place
decision-doubt-limit-why = Payer sur place évite qu’un marchand de bonne foi attende. Mais un coupon copié ou déjà utilisé peut alors être payé deux fois. À 0 $, la coordination décide plus tard de chaque cas.
decision-doubt-limit-help = Un montant en dollars, par marché et par jour, par exemple 20.
