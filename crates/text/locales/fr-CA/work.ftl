### Un travail long : où il en est, l’arrêter, ce qu’il laisse.

work-title = Travail en cours
work-print = Préparation des coupons à imprimer
work-audit = Vérification de tout le registre
work-import = Lecture du tableau
work-campaign = Lecture de la campagne
work-export = Préparation du tableau
work-expire = Fin des coupons
work-close = Fermeture de la saison
work-gather = Préparation du règlement
work-wait = Cette page avance toute seule. Vous pouvez la laisser ouverte.
work-stop = Arrêter
work-stopping = On arrête…
work-stopped = Le travail est arrêté. Rien n’a changé.
work-ready = C’est prêt.
work-take = Télécharger { $name }
work-megabytes = { $count } Mo
work-kept = Le fichier reste ici dix minutes, pour vous seulement.
work-back = Revenir
