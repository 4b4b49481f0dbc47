### La démarche : ses pages.

notebook-approach = Démarche
approach-lead = De la première rencontre au premier jour de marché : où vous en êtes et ce qui manque.
approach-ready = Prêt à
approach-missing-count = { $count ->
    [one] {$number} chose manque
   *[other] {$number} choses manquent
}
approach-next-step = Prochaine étape
approach-all-ready = Tout est prêt
approach-late-count = { $count ->
    [one] {$number} tâche en retard
   *[other] {$number} tâches en retard
}
approach-late = En retard
approach-first-day = Premier jour de marché
approach-short =
    { $count ->
        [0] Il restait moins d’une semaine au début de ce carnet; la démarche en prend { $takes }. Les dates sont rapprochées d’autant.
        [one] Il restait { $count } semaine au début de ce carnet; la démarche en prend { $takes }. Les dates sont rapprochées d’autant.
       *[other] Il restait { $count } semaines au début de ce carnet; la démarche en prend { $takes }. Les dates sont rapprochées d’autant.
    }
approach-no-first-day = À décider
approach-no-date = sans date
approach-by = d’ici le {$day}
approach-done-on = fait le {$day}
approach-usual = Habituellement {$when}
approach-line = Prêt à {$ready} · prochaine étape : {$step}, {$due}
approach-line-ready = Prêt à {$ready} pour le premier jour de marché
approach-steps = Étapes
approach-score-hint = Une question décidée, un siège comblé ou une tâche faite vaut quatre points. Une proposition en vaut deux, un choix emprunté un seul.
approach-ready-when = L’étape est finie quand vous avez
approach-missing = Ce qui manque
approach-nothing-missing = Rien ne manque.
approach-source = D’où vient cette date : {$source}
approach-committee = Comité
approach-voices = Voix qui manquent
approach-voices-none = Aucune voix ne manque.
approach-more-people = { $count ->
    [one] {$number} personne à inviter
   *[other] {$number} personnes à inviter
}
approach-wanted = serait utile
approach-here = Autour de la table
approach-without = sans cette voix
approach-seat-add = Ajouter quelqu’un
approach-seat-whose = Quelle voix
approach-seat-name = Qui
approach-seat-name-hint = Un prénom suffit, ou « deux parents ». Ne notez rien sur la vie des gens.
approach-seat-people = Combien de personnes
approach-seat-note = Précision
approach-seat-note-hint = Pour continuer sans une voix, dites pourquoi.
approach-seat-button = Ajouter
approach-seat-without = Continuer sans cette voix
approach-workshops = Ateliers
approach-workshops-about = Chaque atelier a son ordre du jour, ses cartes et sa feuille de décisions. Imprimez-les : aucun ordinateur dans la salle.
approach-tasks = Calendrier
approach-tasks-about = Les dates se comptent à rebours du premier jour de marché. Vous pouvez changer chacune.
approach-tasks-late = En retard
approach-tasks-next = À venir
approach-tasks-done = Fait
approach-task-add = Ajouter une tâche à vous
approach-task-named = Quoi
approach-task-owner = Qui s’en occupe
approach-task-due = D’ici quand
approach-task-due-hint = Vide : la date habituelle.
approach-task-done = Fait le
approach-task-dropped = Nous ne faisons pas cette tâche
approach-task-button = Ajouter la tâche
approach-meetings = Rencontres
approach-meetings-none = Aucun compte rendu pour l’instant.
approach-present = Personnes présentes
approach-notes = Ce qui s’est dit
approach-decided = Questions réglées
approach-minutes = Écrire un compte rendu
approach-minutes-lead = Un seul compte rendu règle plusieurs questions : la rencontre, la date et qui a décidé s’écrivent partout.
approach-minutes-other = Autre rencontre
approach-minutes-name = Nom de la rencontre
approach-minutes-state = Les questions cochées sont
approach-minutes-hint = Cochez ce que la rencontre a réglé. Si la réponse a changé, ouvrez d’abord la question.
approach-minutes-button = Garder le compte rendu
approach-change = Changer
approach-answer = Répondre
approach-objectives = Objectifs
approach-materials = À apporter
approach-who-comes = À inviter
approach-agenda = Ordre du jour
approach-from = Début
approach-what = Activité
approach-long = Durée
approach-minute-count = { $count ->
    [one] {$number} minute
   *[other] {$number} minutes
}
approach-print-hint = Imprimez cette page : tout ce qu’il faut dans la salle y est.
approach-cards = Cartes à voter
approach-cards-hint = Une carte par question, à découper. Les collants vont dans les cases.
approach-our-answer = Notre réponse
approach-elsewhere = Ailleurs :
approach-another = Autre chose
approach-confirms = À lire à voix haute
approach-confirms-hint = Sans objection, la proposition tient.
approach-proposal = Proposition
approach-agreed = D’accord
approach-record = Feuille de décisions
approach-record-hint = À remplir à la main, puis à écrire dans le carnet.
approach-card-number = Carte
done-approach = C’est noté.
done-minutes = Le compte rendu est gardé et les questions sont à jour.
