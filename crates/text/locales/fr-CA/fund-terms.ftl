### L’entente d’un fonds, son rapport au bailleur, et l’argent qui le quitte.

fund-page = Rapport et entente
fund-report-hint = Ce que le fonds a reçu, ce que c’est devenu, et ce qui reste.
fund-report-of = Rapport : { $fund }
fund-report-funder = Bailleur de fonds : { $funder }
fund-report-made = { $days }. Fait le { $day }.
fund-report-all = Tout jusqu’ici
fund-report-days = Du { $from } au { $until }
fund-report-year = Année : { $days }
fund-report-quarter = Trimestre { $number } : { $days }
fund-report-choose = Choisir d’autres jours
fund-report-period = Année ou trimestre
fund-report-own-days = Des jours de votre choix
fund-report-since = Premier jour
fund-report-through = Dernier jour
fund-report-show = Voir ces jours
fund-report-pdf = Rapport en PDF
fund-report-moved = Ce qui a bougé
fund-report-stands = Où en est l’argent le dernier jour
fund-report-reached = Qui a été rejoint
fund-report-opening = Il restait la veille
fund-report-awaited = Promis par le bailleur, pas encore reçu
fund-report-received = Reçu du bailleur
fund-report-moved-in = Venu d’autres fonds
fund-report-spent = Utilisé pour des aliments
fund-report-operations = Utilisé pour le fonctionnement
fund-report-moved-out = Parti vers d’autres fonds
fund-report-given-back = Rendu au bailleur
fund-report-paid = Des aliments, payé aux producteurs et marchands
fund-report-remains = Reste, promis à personne
fund-report-promised = Promis aux ménages
fund-report-set-aside = Mis de côté
fund-report-owed = Dû aux marchands
fund-report-bank = En banque
fund-report-sums = Ce qui restait, ce qui est entré et ce qui est sorti donnent ce qui reste, au cent près.
fund-report-households =
    { $count ->
        [0] Aucun ménage n’a été rejoint.
        [one] { $count } ménage a été rejoint, en { $handouts } remises.
       *[other] { $count } ménages ont été rejoints, en { $handouts } remises.
    }
fund-report-hand-outs =
    { $count ->
        [0] Aucun ménage n’a été rejoint.
        [one] { $count } remise à un ménage. Un même ménage peut en recevoir plusieurs.
       *[other] { $count } remises à des ménages. Un même ménage peut en recevoir plusieurs.
    }
fund-report-small = Les ménages ne sont pas comptés ici : moins de { $count } remises, ici ou à côté. Personne ne doit être reconnu.
fund-report-other-days = Les ménages sont comptés par année ou trimestre entiers seulement, pour que personne ne soit reconnu.
fund-report-matched = « { $fund } » a reçu { $amount }. Ce fonds donne autant, jusqu’à { $cap }.
fund-instalments = Versements
fund-instalment-due = Attendu le
fund-instalment-state = État
fund-instalment-came = Arrivé
fund-instalment-received = Reçu
fund-instalment-late = En retard
fund-instalment-awaited = À venir

## Ce qui est convenu

fund-terms-title = Ce qui est convenu
fund-terms-none = Rien n’est écrit sur l’entente de ce fonds.
fund-terms-change = Modifier l’entente
fund-terms-hint = Ce qui est écrit ici compte à partir de maintenant. Ce qui était promis ou dépensé reste tel quel.
fund-terms-reference = Entente
fund-terms-reference-hint = Le numéro de l’entente, comme le bailleur l’écrit.
fund-terms-signed = Signée le
fund-terms-pledge = Montant promis
fund-terms-pledge-hint = Tout ce que le bailleur promet.
fund-terms-pays = Peut payer
fund-terms-pays-hint = Hors de ces jours, le fonds ne paie ni remise ni dépense. Les coupons déjà remis aux ménages restent bons.
fund-terms-pays-from = Peut payer à partir du
fund-terms-pays-until = Peut payer jusqu’au
fund-terms-from = À partir du { $day }
fund-terms-until = Jusqu’au { $day }
fund-terms-operations = Pour le fonctionnement
fund-terms-operations-hint = En pourcentage de l’argent entré. 0 veut dire des aliments seulement. Vide veut dire sans limite.
fund-terms-food-only = Rien : des aliments seulement
fund-terms-share = Au plus { $share } de l’argent entré
fund-terms-partners = Pour ces organismes seulement
fund-terms-partners-hint = Sans aucun choix, le fonds paie pour tous.
fund-terms-target = Pour qui
fund-terms-target-hint = Les personnes que le bailleur veut rejoindre, dans ses mots.
fund-terms-matching = Jumelage
fund-terms-matches = Autant que reçoit « { $fund } », jusqu’à { $cap }
fund-terms-matching-fund = Donne autant que reçoit ce fonds
fund-terms-matching-none = Aucun autre fonds
fund-terms-matching-cap = Jusqu’à
fund-terms-year = L’année du bailleur commence le
fund-terms-year-hint = Mois et jour, comme 04-01 pour le 1er avril.
fund-terms-lapse = Ce qui reste à la fermeture de la saison
fund-terms-carry-to = Vers quel fonds, s’il est déplacé
fund-terms-save = Noter l’entente
fund-instalment-number = Versement { $number } : attendu le
fund-instalment-amount = Versement { $number } : montant

fund-lapse-none = Pas encore décidé
fund-lapse-keep = Reste dans le fonds pour la saison suivante
fund-lapse-give-back = Retourne au bailleur
fund-lapse-carry = Va à un autre fonds
fund-lapse-carry-to = Va à un autre fonds : { $fund }
fund-lapse-title = Ce qui reste dans les fonds
fund-lapse-hint = Ce que dit l’entente de chaque fonds. Rien ne bouge avant que deux personnes l’aient dit.
fund-lapse-before = Voici ce qui resterait aujourd’hui. On en décide une fois la saison fermée.
fund-lapse-left = Il reste { $amount }.
fund-lapse-asked = { $amount } attend une deuxième personne.
fund-lapse-ask-back = Demander de rendre { $amount }
fund-lapse-ask-carry = Demander de déplacer { $amount }
fund-lapse-reason = Ce qui reste à la fermeture de la saison, comme convenu.

## L’argent qui quitte un fonds

fund-move-title = L’argent qui quitte un fonds
fund-move-hint = Seul ce qui n’est promis à personne peut partir. Une personne demande, une autre confirme.
fund-move-ask = Déplacer l’argent d’un fonds
fund-move-from = Du fonds
fund-move-to = Vers
fund-move-to-funder = Retour au bailleur
fund-move-why-hint = Pourquoi cet argent bouge. Qui lit les livres en a besoin.
fund-move-ask-button = Demander ce déplacement
fund-move-none = Aucun déplacement n’a été demandé.
fund-move-words = { $amount } : de « { $from } » à « { $to } »
fund-move-back-words = { $amount } : de « { $from } », retour au bailleur
fund-move-by = Demandé par { $who } : { $reason }
fund-move-yours = Vous l’avez demandé : une autre personne doit confirmer.
fund-move-reference = Numéro du chèque ou du virement
fund-move-confirm = Confirmer
fund-move-drop = Abandonner
fund-move-waiting = En attente
fund-move-confirmed = Déplacé
fund-move-cancelled = Abandonné
