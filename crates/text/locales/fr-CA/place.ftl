### Les lieux : ce qu’ils sont, ce qu’on y vend, quand ils sont ouverts, où ils sont.

place-kind-market = Marché public
place-kind-farm-stand = Kiosque à la ferme
place-kind-self-service = Kiosque libre-service
place-kind-u-pick = Autocueillette
place-kind-drop-point = Point de chute de paniers
place-kind-shop = Boutique ou autre lieu

food-produce = Fruits et légumes
food-meat = Viande
food-fish = Poisson et fruits de mer
food-eggs = Œufs
food-dairy = Lait et fromage
food-bread = Pain et pâtisserie
food-honey = Miel et érable
food-processed = Produits transformés
food-plants = Plantes et semis

why-closed-weather = Mauvais temps
why-closed-holiday = Jour férié ou fête locale
why-closed-nobody = Personne pour tenir le lieu
why-closed-site = Le site n’est pas utilisable
why-closed-other = Autre raison

## Les heures en mots

hours-from-until = de { $from } à { $until }
hours-every-day = tous les jours
hours-days-apart = tous les { $interval } jours
hours-on-day = le { $day }
hours-weekly =
    { $interval ->
        [1] { $days }
       *[other] { $days }, toutes les { $interval } semaines
    }
hours-monthly =
    { $interval ->
        [1] { $days } du mois
       *[other] { $days }, tous les { $interval } mois
    }
hours-nth =
    { $nth ->
        [-1] le dernier { $day }
        [0] chaque { $day }
        [1] le 1er { $day }
       *[other] le { $nth }e { $day }
    }
hours-nth-from-last = le { $nth }e { $day } avant la fin
hours-season = { $days }, { $hours }, { $dates }
hours-always = { $days }, { $hours }
hours-once = { $date }, { $hours }
hours-short-1 = lun.
hours-short-2 = mar.
hours-short-3 = mer.
hours-short-4 = jeu.
hours-short-5 = ven.
hours-short-6 = sam.
hours-short-7 = dim.

## La liste des lieux

place-public = Public
place-hidden = Caché du public
place-hidden-hint = Connu des organismes et des marchands. Sur aucune page publique.
place-open-now = Ouvert maintenant, { $hours }
place-today = Aujourd’hui, { $hours }
place-tomorrow = Demain, { $hours }
place-on-day = { $day }, { $hours }
place-closed-on = Fermé exceptionnellement : { $day } ({ $why })
place-no-more = Aucune ouverture prévue.
place-hours-empty = Les heures ne sont pas encore écrites.
place-next = Prochaines ouvertures
place-hours-title = Heures
place-sells = On y trouve
place-where = Où
place-list-empty = Aucun lieu n’est encore inscrit.
place-list-empty-next = Un lieu est un marché, un kiosque, une autocueillette ou un point de chute.
place-public-page = Voir la page publique
place-add = Ajouter un lieu
place-print = Liste et carte à imprimer
place-calendar-file = Calendrier à suivre (iCalendar)
place-calendar-hint = Ajoutez cette adresse à votre calendrier : il se met à jour tout seul.
place-close = Annuler…
place-close-hint = L’ouverture est barrée aussitôt sur les pages publiques et dans les calendriers.
place-close-why = Raison
place-close-button = Annuler cette ouverture
place-reopen = Rétablir
place-reopen-day = Rétablir le { $day }
place-closures = Ouvertures annulées
place-effect = Ce que cela change
place-effect-of = Annuler l’ouverture : { $day }
place-effect-days =
    { $count ->
        [0] Après ce jour, ce lieu n’ouvre plus avant la fin des coupons.
        [one] Après ce jour, il reste { $count } ouverture avant la fin des coupons.
       *[other] Après ce jour, il reste { $count } ouvertures avant la fin des coupons.
    }
place-effect-coupons =
    { $count ->
        [0] Aucun coupon n’y a été utilisé jusqu’ici.
        [one] Environ { $count } coupon par ouverture y est utilisé ({ $amount }). Il le sera un autre jour.
       *[other] Environ { $count } coupons par ouverture y sont utilisés ({ $amount }). Ils le seront un autre jour.
    }
place-effect-partners = Les organismes dont les coupons servent ici
place-effect-used = Utilisés ici
place-effect-live = Encore chez des ménages
place-effect-none = Aucun organisme n’a encore eu de coupon utilisé ici.
place-effect-near = Les autres ouvertures de ces sept jours
place-effect-near-empty = Aucun autre lieu n’ouvre ces sept jours-là.

## Changer un lieu

place-edit = Modifier ce lieu
place-name = Nom
place-kind = Type
place-municipality = Municipalité
place-address = Adresse
place-notes = Accès
place-notes-hint = Stationnement, autobus, rampe, toilettes : ce qui aide à venir.
place-territory = MRC ou territoire
place-territory-none = Non précisé
place-point = Latitude et longitude
place-point-hint = Copiez-les d’une carte, par exemple 46.6500, -72.0200.
place-hours-note = Note sur les heures
place-visible = Montrer ce lieu au public
place-slot = Heures { $number }
place-slot-new = Autres heures
place-slot-hint = Pour enlever ces heures, videz l’heure d’ouverture.
place-slot-days = Jours
place-slot-how = Quand
place-slot-weekly = Chaque semaine
place-slot-second = Toutes les 2 semaines
place-slot-month-1 = Le 1er de ces jours dans le mois
place-slot-month-2 = Le 2e de ces jours dans le mois
place-slot-month-3 = Le 3e de ces jours dans le mois
place-slot-month-4 = Le 4e de ces jours dans le mois
place-slot-month-last = Le dernier de ces jours dans le mois
place-slot-once = Le premier jour seulement
place-slot-other = La règle écrite dessous
place-slot-rule = Règle RFC 5545
place-slot-from = Ouvre à
place-slot-until = Ferme à
place-slot-starts = Premier jour
place-slot-ends = Dernier jour
place-slot-except = Sauf ces jours
place-slot-also = Et aussi ces jours
place-slot-dates-hint = Des dates comme 2025-09-01, séparées par des virgules.
place-slot-more = Sauf, aussi, autre règle

## Le calendrier

calendar-month = Calendrier : { $month }
calendar-before = Mois précédent
calendar-after = Mois suivant
calendar-list = Les ouvertures du mois
calendar-empty = Aucune ouverture ce mois-ci.
calendar-starts = Premier jour des coupons
calendar-ends = Dernier jour des coupons
calendar-last-claim = Dernier jour pour rapporter les coupons
calendar-class-ends = Dernier jour des coupons { $letter }
calendar-last-handout = Dernier jour utile pour remettre des coupons
calendar-closed = Fermé
calendar-often = Ouverts presque tous les jours

## Où et quand, pour tout le monde

where-title = Où et quand
where-lead = Les lieux où un coupon nourricier s’échange contre des aliments d’ici.
where-empty = La liste des lieux n’est pas encore publiée.
where-none-soon = Aucune ouverture prévue d’ici deux semaines.
where-soon = Les prochains jours
where-all = Tous les lieux
where-more = Tous les lieux et leurs heures

## La carte du Québec

map-title = Carte des programmes
map-lead = Un hexagone pour chacun des 104 MRC et territoires équivalents du Québec.
map-alt = Carte du Québec en hexagones. Le tableau dit la même chose.
map-active =
    { $count ->
        [0] Aucun territoire n’a encore de programme public.
        [one] { $count } territoire a un programme public.
       *[other] { $count } territoires ont un programme public.
    }
map-state-active = Programme public
map-state-own = Ce programme
map-state-none = Pas encore de programme
map-territory = Territoire
map-programme = Programme
map-table = Les 104 territoires, par région
map-credit = Noms et codes : Institut de la statistique du Québec.
map-points = Carte des lieux
map-points-alt = Carte des lieux. La liste dit la même chose.
map-points-empty = Aucun lieu n’a encore de coordonnées.
map-scale = { $km } km
map-north = Nord
map-sheet = Lieux et carte
map-unplaced = Sans coordonnées, donc absents de la carte : { $places }.
