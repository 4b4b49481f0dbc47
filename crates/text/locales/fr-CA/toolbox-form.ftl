### Boîte à outils : ce qui se remplit à la main.

## Bordereau de dépôt

toolbox-deposit-slip = Bordereau de dépôt
toolbox-deposit-slip-about = Un bordereau par marchand et par journée.
toolbox-deposit-slip-merchant = Marchand
toolbox-deposit-slip-place = Marché ou kiosque
toolbox-deposit-slip-day = Date
toolbox-deposit-slip-worth = Valeur du coupon
toolbox-deposit-slip-count = Nombre
toolbox-deposit-slip-total = Total
toolbox-deposit-slip-grand-total = Total de tous les coupons
toolbox-deposit-slip-counted = Compté devant le marchand
toolbox-deposit-slip-doubt = Un coupon en doute est joint à part
toolbox-deposit-slip-merchant-side = Le marchand
toolbox-deposit-slip-counted-by = Compté par

## Registre des remises

toolbox-handout-register = Registre des remises
toolbox-handout-register-about = Aucun nom : un numéro de coupon et une taille de ménage suffisent.
toolbox-handout-register-organisation = Organisme
toolbox-handout-register-week = Semaine du
toolbox-handout-register-day = Jour
toolbox-handout-register-size = Personnes dans le ménage
toolbox-handout-register-first = Du numéro
toolbox-handout-register-last = Au numéro
toolbox-handout-register-initials = Remis par
toolbox-handout-register-keep = Ce registre reste sous clé. Il est rendu à la coordination à la fin de la saison.
toolbox-handout-register-by = Responsable de l’organisme

## Formulaire d’incident

toolbox-incident-form = Formulaire d’incident
toolbox-incident-form-about = Un coupon perdu, volé, copié, un mauvais compte, un renseignement qui a circulé.
toolbox-incident-form-when = Date et heure
toolbox-incident-form-where = Lieu
toolbox-incident-form-by = Rempli par (rôle, pas de nom de ménage)
toolbox-incident-form-kind = Ce qui est arrivé
toolbox-incident-form-kind-lost = Coupons perdus ou volés
toolbox-incident-form-kind-copy = Coupon qui semble copié
toolbox-incident-form-kind-count = Compte qui ne balance pas
toolbox-incident-form-kind-hurt = Personne mal accueillie ou montrée du doigt
toolbox-incident-form-kind-privacy = Renseignement sur une personne vu par quelqu’un d’autre
toolbox-incident-form-numbers = Numéros des coupons
toolbox-incident-form-what = En quelques mots
toolbox-incident-form-more = Suite
toolbox-incident-form-done = Ce qui a été fait
toolbox-incident-form-done-void = Coupons annulés
toolbox-incident-form-done-told = Coordination avertie
toolbox-incident-form-done-paid = Marchand payé
toolbox-incident-form-follow = Suite décidée, par qui, quand
toolbox-incident-form-privacy-law = Un incident sur un renseignement personnel est inscrit au registre prévu par la Loi 25 (à valider).
toolbox-incident-form-filled = Rempli par
toolbox-incident-form-received = Reçu par la coordination

## Formulaire de plainte

toolbox-complaint-form = Formulaire de plainte
toolbox-complaint-form-about = Vous pouvez rester anonyme. Une plainte ne vous enlève aucun coupon.
toolbox-complaint-form-when = Quand
toolbox-complaint-form-where = Où
toolbox-complaint-form-what = Ce qui n’allait pas
toolbox-complaint-form-what-welcome = L’accueil
toolbox-complaint-form-what-refused = Un coupon refusé
toolbox-complaint-form-what-price = Un prix différent
toolbox-complaint-form-what-privacy = Ma vie privée
toolbox-complaint-form-what-pay = Un paiement
toolbox-complaint-form-what-other = Autre chose
toolbox-complaint-form-words = En vos mots
toolbox-complaint-form-more = Suite
toolbox-complaint-form-wish = Ce que vous aimeriez
toolbox-complaint-form-answer = La réponse
toolbox-complaint-form-answer-want = Je veux une réponse
toolbox-complaint-form-answer-how = Comment me joindre (si vous voulez)
toolbox-complaint-form-answer-said = Réponse donnée, par qui, quand
