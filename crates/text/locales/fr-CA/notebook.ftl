# A territory's notebook of decisions: its pages. The questions themselves are in decision*.ftl.
nav-notebooks = Carnets de décisions
nav-notebooks-hint = Décider ensemble comment fonctionne un programme, puis l’ouvrir.
notebooks-lead = Un carnet par territoire : les questions, ce que d’autres ont choisi, ce que vous décidez.
notebooks-none = Vous n’avez pas encore de carnet
notebooks-none-next = Commencez à partir d’un programme connu : chaque choix emprunté reste marqué jusqu’à votre décision.
notebook-begin = Commencer un carnet
notebook-begin-name = Territoire
notebook-begin-name-hint = Tel qu’on l’écrit : MRC de Portneuf, Ville de Rimouski, Première Nation…
notebook-begin-model = Partir de
notebook-begin-programme = Un programme qui tourne déjà
notebook-begin-programme-none = Aucun : c’est un nouveau territoire
notebook-begin-programme-hint = Ce qu’il fait est inscrit comme décidé. Le reste vient du modèle, à discuter.
notebook-begin-button = Commencer
notebook-model-of = Parti de : {$model}
notebook-programme-open = Le programme est ouvert
notebook-progress = {$decided} sur {$asked}
notebook-progress-decided = questions décidées
notebook-borrowed-count = { $count ->
    [one] {$number} choix emprunté
   *[other] {$number} choix empruntés
}
notebook-contradiction-count = { $count ->
    [one] {$number} contradiction
   *[other] {$number} contradictions
}
notebook-lead = Répondez dans l’ordre que vous voulez. Ce qui suit de vos réponses est calculé à mesure.
notebook-questions = Questions
notebook-borrowed = Emprunté : {$model}
notebook-nobody = point de départ, choisi par personne
notebook-no-answer = Pas de réponse
notebook-withdrawn = Question retirée
notebook-required = Il la faut pour ouvrir
notebook-findings = Ce qui ne va pas ensemble
notebook-findings-none = Rien ne se contredit.
notebook-contradiction = Contradiction
notebook-caution = À savoir
notebook-consequences = Ce qui en découle
notebook-consequences-hint = Si les ménages se répartissent également entre les tailles : personne ne le sait avant la saison.
consequence-given = Valeur remise dans la saison
consequence-spent = Dont on attend que soit dépensé
consequence-between = {$middle} (de {$low} à {$high})
consequence-for-coupons = Argent pour les coupons
consequence-for-operations = Argent pour faire fonctionner
consequence-short = Il manque
consequence-households = Ménages que l’argent permet
consequence-coupons = Coupons de {$value} à imprimer
consequence-sheets = Feuilles de dix coupons
consequence-handouts = Remises dans la saison
consequence-coupons-a-week = Coupons à compter par semaine
notebook-law = Ce que dit la loi
notebook-to-validate = à valider
notebook-known = Ce que d’autres ont choisi
notebook-known-none = Aucun programme connu ne l’a publié.
notebook-inferred = déduit
notebook-source = {$source}, lu le {$day}
notebook-answer = Votre réponse
notebook-answer-none = Pas encore
notebook-state = Où en est la décision
notebook-reasons = Raisons
notebook-by = Qui a décidé
notebook-decides = Qui tranche : {$who}
notebook-on = Le
notebook-meeting = Rencontre
notebook-dissent = Qui voyait autrement, et pourquoi
notebook-renamed = La question dans vos mots
notebook-withdraw = Nous ne posons pas cette question
notebook-more = Mots et retrait
notebook-save = Enregistrer
notebook-save-next = Enregistrer et continuer
notebook-past = Ce qui a été écrit
notebook-past-model = Le point de départ
notebook-past-version = Version {$number}
notebook-past-now = Le carnet d’aujourd’hui
notebook-past-shown = Vous lisez le carnet tel qu’il était à la version {$number}.
notebook-own = Ajouter votre question
notebook-own-asked = Votre question
notebook-own-button = Ajouter
theme-own = Vos questions
notebook-compare = Comparer
notebook-compare-lead = Ce carnet à côté d’un autre, ou de lui-même plus tôt.
notebook-compare-with = Avec
notebook-compare-version = À sa version
notebook-compare-button = Comparer
notebook-compare-same = Pareil
notebook-compare-other = Différent
notebook-compare-only = Seulement les différences
notebook-question-column = Question
notebook-files = Fichiers
notebook-files-lead = Tout le carnet, à garder, à remplir ailleurs, à rapporter ici.
notebook-file-toml = Le carnet, en texte
notebook-file-programme = Le programme, en texte
notebook-bring = Rapporter un carnet
notebook-bring-file = Fichier : CSV, XLSX, ODS ou texte du carnet
notebook-bring-look = Voir ce qui changerait
notebook-bring-keep = Écrire ces réponses
notebook-bring-changed = { $count ->
    [0] Rien ne changerait.
    [one] {$number} réponse changerait.
   *[other] {$number} réponses changeraient.
}
notebook-bring-bad = Ligne {$line}
notebook-column-key = Nom court
notebook-column-question = Question
notebook-column-answer = Réponse
notebook-column-state = État
notebook-column-reasons = Raisons
notebook-column-by = Qui a décidé
notebook-column-on = Le
notebook-column-meeting = Rencontre
notebook-column-dissent = Qui voyait autrement
notebook-open = Ouvrir le programme
notebook-open-lead = Le carnet devient le programme : ses règles, ses coupons, ses fonds.
notebook-open-key = Nom court dans les adresses
notebook-open-host = Adresse imprimée sur les coupons
notebook-open-host-hint = Courte : le carré du coupon la contient.
notebook-open-territories = Territoires servis
notebook-open-territories-hint = Ils placent le programme sur la carte du Québec. Choisissez une région, puis ses MRC.
notebook-open-simulated = C’est un programme d’exercice : ses coupons ne valent rien
notebook-open-undecided = Encore à décider
notebook-open-look = Ce que dirait le programme
notebook-open-not-yours = Le réseau provincial ouvre les programmes. Demandez-lui d’ouvrir celui-ci.
notebook-to-programme = Aller au programme
notebook-people = Autour de la table
notebook-people-lead = Qui lit, qui écrit, qui invite.
seat-facilitator = Anime, invite et ouvre
seat-member = Propose et décide
seat-reader = Lit
notebook-invite = Inviter quelqu’un
notebook-invite-seat = Ce que cette personne fera
notebook-invite-button = Inviter
notebook-unseat = Retirer
done-notebook-begun = Le carnet est commencé.
done-notebook-written = C’est écrit.
done-notebook-brought = Les réponses sont écrites.
done-notebook-seat = C’est fait.

notebook-toolbox = Boîte à outils
notebook-toolbox-lead = Chaque document suit de vos décisions. Imprimez le PDF, ou changez le DOCX à la main.
toolbox-undecided = { $count ->
    [one] {$number} réponse à décider
   *[other] {$number} réponses à décider
}
toolbox-changed = Réponses changées le {$day}
toolbox-signed-by = Signé par {$who} le {$day}
toolbox-not-the-same = ne dit plus la même chose
toolbox-keep = Garder un document signé
toolbox-keep-hint = Il est gardé tel qu’il est maintenant, avec son empreinte, même si les décisions changent.
toolbox-which = Document
toolbox-who-signed = Qui a signé
toolbox-kept = Documents signés
done-notebook-kept = Le document est gardé.

fact-correct = Corriger
fact-correct-hint = Ce que vous écrivez se lit aussitôt dans tous les carnets. Ce qui était écrit avant est gardé. Videz les deux langues pour retirer le fait.
fact-french = En français
fact-english = En anglais
fact-source = Source
fact-read-on = Lu le
fact-inferred = Déduit de ce qui est publié
fact-answer = La même chose, comme une réponse
fact-answer-hint = Seulement si c’est assez exact pour qu’un territoire en parte. Pour un choix, le nom court de l’option.
fact-silent = N’ont rien publié
done-fact-corrected = C’est corrigé dans tous les carnets.

# The words of a programme's file.
notebook-band-one = { $count ->
    [one] {$count} personne
   *[other] {$count} personnes
}
notebook-band-two = {$from} ou {$to} personnes
notebook-band-range = {$from} à {$to} personnes
notebook-band-more = {$from} personnes et plus
notebook-class-given = Coupon de {$value}
notebook-class-month = Coupon de {$value}, {$month}
notebook-class-sold = Coupon grand public de {$value}
notebook-class-bonus = Bonification de {$value}
notebook-offer = {$price} donnent {$worth}
notebook-offer-par = {$price} de coupons
notebook-sales = Ventes au grand public
notebook-public = Grand public
