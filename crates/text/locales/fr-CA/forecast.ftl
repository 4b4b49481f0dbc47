### La prévision d’une saison : ce qui sera utilisé, ce qu’il faut en banque, jusqu’où l’argent mène.

forecast-title = Prévision
forecast-figures = Ce que dit la prévision
forecast-says =
    { $count ->
        [one] Avec l’argent reçu, vous pouvez servir { $households } ménage jusqu’à la fin, avec { $sure } chances sur 100 de ne pas dépasser.
       *[other] Avec l’argent reçu, vous pouvez servir { $households } ménages jusqu’à la fin, avec { $sure } chances sur 100 de ne pas dépasser.
    }
forecast-says-more =
    { $count ->
        [one] C’est { $count } de plus que les { $planned } ménages prévus.
       *[other] C’est { $count } de plus que les { $planned } ménages prévus.
    }
forecast-says-fewer =
    { $count ->
        [one] C’est { $count } de moins que les { $planned } ménages prévus.
       *[other] C’est { $count } de moins que les { $planned } ménages prévus.
    }
forecast-says-same = C’est exactement le nombre de ménages prévu.
forecast-says-all = L’argent suffit largement pour le reste de la saison.
forecast-says-none-planned = Personne n’a encore reçu de coupons : écrivez combien de ménages vous prévoyez.
forecast-says-over = Avec ce qui est prévu, le risque de dépasser l’argent reçu : { $chance }.
forecast-says-no-hand-outs = Aucune remise n’est prévue d’ici la fin de la saison.
forecast-says-no-money = Aucun argent n’est encore noté pour la nourriture. Notez ce qui est arrivé à la banque.
forecast-says-ended = La saison est finie : il n’y a plus rien à prévoir.
forecast-says-blind = Rien n’est encore remis : la prévision repose sur d’autres programmes seulement.
forecast-only = Une prévision n’est pas une promesse. Elle ne change aucune règle et ne garde rien.
forecast-households = Ménages que l’argent peut servir
forecast-planned = prévus : { $count }
forecast-over = Risque de dépasser
forecast-final = Utilisé à la fin
forecast-use = Taux d’utilisation final
forecast-nine-in-ten = neuf fois sur dix, { $range }
forecast-from-to = de { $low } à { $high }
forecast-very-many = plus d’un million
forecast-chance-none = moins de 1 sur 100
forecast-chance-all = plus de 99 sur 100
forecast-chance = { $count } sur 100
forecast-ceiling = La limite décidée pour les remises est de { $decided } de l’argent reçu. La prévision en supporterait { $ceiling }.
forecast-ceiling-same = La limite reste celle que le territoire a décidée.

## Demander autre chose

forecast-what-if = Et si c’était autrement?
forecast-usual = Sans rien changer : { $value }.
forecast-ask-households = Ménages par semaine
forecast-ask-households-hint = Ceux qui reçoivent des coupons dans une semaine.
forecast-ask-scale = Barème (pour cent)
forecast-ask-scale-hint = 100 est le barème décidé; 90 donne un dixième de moins.
forecast-ask-weeks = Semaines de remises à venir
forecast-ask-weeks-hint = Celle-ci compte si rien n’y est encore remis.
forecast-ask-coupon = Valeur d’un coupon (dollars)
forecast-ask-coupon-hint = Un ménage reçoit des coupons entiers : une grande valeur arrondit vers le bas.
forecast-ask-sure = Chances de ne pas dépasser, sur 100
forecast-ask-sure-hint = De 50 à 99. Plus c’est haut, moins de ménages sont servis.
forecast-ask-closed = Un lieu qui ferme à partir de demain
forecast-ask-closed-none = Aucun
forecast-ask-button = Prévoir
forecast-ask-again = Revenir au programme tel qu’il est
forecast-beliefs = Ce qui est supposé, et d’où cela vient
forecast-beliefs-hint = La saison corrige ces suppositions, semaine après semaine. Chacune se remplace par la vôtre.
forecast-known = Programmes connus
forecast-source = Source
forecast-prior-quebec = Projet pilote du Bas-Saint-Laurent, 2025
forecast-prior-quebec-source = Taux d’utilisation publié de 70 % à 86 % (Table de concertation bioalimentaire du Bas-Saint-Laurent).
forecast-prior-canada = Programmes provinciaux établis
forecast-prior-canada-source = Colombie-Britannique : 91 % à 94 %. Manitoba, 2021 : 98,5 %.
forecast-prior-wide = Programmes moins suivis
forecast-prior-wide-source = New Jersey : 63 %. New York, 2011 : 70 %. Windsor : près de la moitié.
forecast-belief-use-low = Taux d’utilisation final, au moins (pour cent)
forecast-belief-use-low-hint = Écrivez les deux pour remplacer le tableau par votre propre expérience.
forecast-belief-use-high = Taux d’utilisation final, au plus (pour cent)
forecast-belief-use-high-hint = Neuf saisons sur dix seraient entre les deux.
forecast-belief-speed = Part des coupons utilisée en une semaine (pour cent)
forecast-belief-speed-hint = Parmi ceux qui le seront. Supposé : un ménage vient un peu plus d’une fois aux deux semaines.
forecast-belief-week = Différence d’une semaine à l’autre (pour cent)
forecast-belief-week-hint = Pluie, canicule, récolte. Supposé, puis mesuré sur cette saison.
forecast-belief-later = Gardé pour les dernières semaines (pour cent)
forecast-belief-later-hint = Supposé, et réglé sur des saisons simulées ménage par ménage.
forecast-belief-last-low = Dernière semaine, au moins (pour cent)
forecast-belief-last-low-hint = De ce qui reste à utiliser, la part qui l’est la dernière semaine. Aucun programme ne l’a publiée.
forecast-belief-last-high = Dernière semaine, au plus (pour cent)
forecast-belief-last-high-hint = Toutes les valeurs entre les deux sont aussi probables.
forecast-belief-use-drift = Changement d’habitudes (pour cent)
forecast-belief-use-drift-hint = À quel point le reste de la saison peut différer du début. Réglé sur des saisons simulées.
forecast-belief-end-drift = Surprise de la fin (pour cent)
forecast-belief-end-drift-hint = Ce que deviennent les coupons qui attendent. Réglé sur des saisons simulées.
forecast-belief-speed-drift = Changement de rythme (pour cent)
forecast-belief-speed-drift-hint = À quel point le rythme peut changer d’ici la fin. Réglé sur des saisons simulées.
forecast-belief-hand-outs = Écart entre remises prévues et faites (pour cent)
forecast-belief-hand-outs-hint = Des ménages arrivent, d’autres partent. Réglé sur des saisons simulées.
forecast-belief-elsewhere = Gens qui vont ailleurs si leur lieu ferme (pour cent)
forecast-belief-elsewhere-hint = Supposé : la moitié. Aucun programme ne l’a publié.

## Semaine par semaine

forecast-weeks = Semaine par semaine
forecast-weeks-hint = La valeur des coupons utilisés depuis le début, en dollars. Plus loin, on sait moins.
forecast-fan-title = Valeur des coupons utilisés depuis le début, par semaine
forecast-legend-past = Utilisé jusqu’ici
forecast-legend-half = Une fois sur deux
forecast-legend-most = Neuf fois sur dix
forecast-legend-money = Argent pour la nourriture
forecast-cash = L’argent qu’il faut chaque semaine
forecast-cash-hint = Ce qui sera dû aux marchands pour les coupons de la semaine, donnés et vendus, en dollars.
forecast-bank = D’ici la fin, il faudra au plus { $need } pour payer les marchands, 19 fois sur 20. La banque a { $bank }. Risque que cela ne suffise pas : { $chance }.
forecast-cash-title = Argent dû aux marchands, par semaine
forecast-legend-likely = Probable
forecast-legend-careful = Prudent : assez 19 fois sur 20
forecast-week-of = Semaine du
forecast-head-spent = Utilisé dans la semaine
forecast-head-low = Depuis le début, au moins
forecast-head-half = Depuis le début, probable
forecast-head-high = Depuis le début, au plus
forecast-head-cash = Dû dans la semaine, prudent
forecast-head-cash-until = Dû d’ici là, prudent

## Fonds et changements

forecast-funds = Jusqu’où va chaque fonds
forecast-fund-left = Reste à la fin, probable
forecast-fund-low = Reste, au moins
forecast-fund-high = Reste, au plus
forecast-fund-promised = Plus rien à promettre :
forecast-fund-spent = Tout utilisé :
forecast-out-never = presque sûrement pas cette saison.
forecast-out-sure = presque sûrement, la semaine du { $half }.
forecast-out-on = risque de { $chance }, la semaine du { $half }.
forecast-out = risque de { $chance }, au plus tôt la semaine du { $early }, une fois sur deux avant la fin de celle du { $half }.
forecast-out-maybe = risque de { $chance }, au plus tôt la semaine du { $early }.
forecast-changes = Ce que changerait une décision
forecast-changes-hint = Un changement à la fois, avec les mêmes saisons tirées au sort.
forecast-change = Changement
forecast-change-none = Comme prévu
forecast-change-scale = Barème à { $scale }
forecast-change-weeks =
    { $count ->
        [one] { $count } semaine de remises
       *[other] { $count } semaines de remises
    }
forecast-change-coupon = Coupons de { $worth }
forecast-change-closed = { $place } ferme
forecast-learned = Ce que la saison montre
forecast-learned-so-far = { $part } coupons donnés utilisés sur { $whole } remis.
forecast-learned-use = Environ { $share } de ce qui est remis revient pendant que les remises continuent.
forecast-learned-speed = Environ { $share } de ce qui sera utilisé l’est dans une semaine ordinaire.
forecast-learned-week = D’une semaine à l’autre, l’utilisation varie d’environ { $share } sans raison connue.
forecast-learned-until = Compté jusqu’au { $on }.
forecast-right = Mille saisons simulées disent combien de fois la prévision a raison : voir docs/forecast.md.
