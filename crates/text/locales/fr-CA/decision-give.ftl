### Le carnet de décisions, thème « Combien et quand ».

decision-scale = Combien un ménage reçoit-il par semaine, selon sa taille?
decision-scale-short = Valeur par semaine
decision-scale-why = Une petite somme ne vaut pas toujours le déplacement. Une grosse somme joint moins de ménages. En Colombie-Britannique, avec 21 $ par semaine, plus de 90 % des coupons ont servi.
decision-scale-help = Une ligne par taille de ménage, en dollars : « 1 = 20 ». Une tranche s’écrit « 3-4 = 45 ». La dernière ligne porte un plus : « 5+ = 60 ».

decision-scale-by-size = Comment la valeur change-t-elle avec la taille du ménage?
decision-scale-by-size-short = Effet de la taille
decision-scale-by-size-why = Des tranches sont faciles à préparer et à compter. Une somme par personne suit mieux les grands ménages, mais fait plus de cas. La même somme pour tous évite de demander la taille.
decision-scale-by-size-is-bands = Par tranches de taille
decision-scale-by-size-is-per-person = Une somme par personne
decision-scale-by-size-is-same-for-all = La même somme pour tous

decision-cadence = À quel rythme remettre les coupons?
decision-cadence-short = Rythme des remises
decision-cadence-why = Une remise par semaine fait prendre l’habitude du marché, mais fait plus de travail. Des remises plus rares prennent moins de temps. Mais un ménage qui perd ses coupons perd alors plus.
decision-cadence-is-weekly = Chaque semaine
decision-cadence-is-every-two-weeks = Toutes les deux semaines
decision-cadence-is-monthly = Chaque mois
decision-cadence-is-once = Une seule fois
decision-cadence-is-on-demand = Sur demande

decision-weeks = Pendant combien de semaines remettre des coupons?
decision-weeks-short = Durée en semaines
decision-weeks-why = Avec la même somme, une saison courte donne plus par semaine et une saison longue aide plus longtemps. À Montréal, l’effet mesuré est plus grand chez les ménages servis toute l’année.
decision-weeks-help = Un nombre entier de semaines, par exemple 12.

decision-starts-on = Quel est le premier jour pour utiliser les coupons?
decision-starts-on-short = Premier jour
decision-starts-on-why = Tôt en saison, les fermes ont besoin de ventes, mais il y a moins de choix. Une impression en retard ou trop peu de marchands laisse des ménages avec un coupon inutile.
decision-starts-on-help = L’année, le mois et le jour : « 2027-06-26 ».

decision-ends-on = Quel est le dernier jour pour utiliser les coupons?
decision-ends-on-short = Dernier jour
decision-ends-on-why = Une fin tardive donne plus de chances d’utiliser ses coupons, si des marchés sont encore ouverts. Une fin plus tôt laisse du temps pour payer et fermer les livres. Ailleurs, des gens oublient la date.
decision-ends-on-help = L’année, le mois et le jour : « 2027-10-09 ».

decision-carry-over = Un ménage peut-il garder ses coupons pour une autre semaine?
decision-carry-over-short = Garder pour plus tard
decision-carry-over-why = Un marché ouvre souvent trois ou quatre heures par semaine : on peut le manquer. Garder ses coupons permet d’attendre ou d’acheter plus. Mais beaucoup de coupons peuvent arriver ensemble à la fin.
decision-carry-over-is-until-end = Oui, jusqu’à la fin de la saison
decision-carry-over-is-same-month = Oui, dans le même mois
decision-carry-over-is-same-period = Non, seulement avant la remise suivante
decision-carry-over-is-unlimited = Oui, sans limite

decision-lost-coupons = Remplace-t-on des coupons perdus?
decision-lost-coupons-short = Coupons perdus
decision-lost-coupons-why = Sans remplacement, un ménage qui perd ses coupons perd des aliments. Avec un remplacement, le programme peut payer deux fois, si quelqu’un utilise les coupons perdus. Un numéro bloqué arrête ceux que l’on vérifie.
decision-lost-coupons-is-never = Non, jamais
decision-lost-coupons-is-coordinator = Oui, si la coordination accepte
decision-lost-coupons-is-partner = Oui, si l’organisme accepte

decision-ceiling = Quelle valeur de coupons peut-on remettre, comparée à l’argent reçu?
decision-ceiling-short = Plafond des remises
decision-ceiling-why = À 100 %, chaque coupon remis est couvert, mais l’argent des coupons non utilisés attend. Au-dessus, on joint plus de ménages en comptant sur des coupons qui ne serviront pas. S’ils servent tous, l’argent manque.
decision-ceiling-help = Un pourcentage, de 100 à 200 : 100 veut dire jamais plus que l’argent reçu.
