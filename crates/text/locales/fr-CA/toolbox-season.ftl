### Boîte à outils : le calendrier, les médias et l’évaluation.
toolbox-dates-day = Date
toolbox-dates-what = Ce qui doit être fait
toolbox-dates-committee = Le comité a décidé des règles
toolbox-dates-grants = Les demandes de financement sont envoyées
toolbox-dates-partners = Les ententes avec les organismes sont signées
toolbox-dates-merchants = Les ententes avec les marchés et les marchands sont signées
toolbox-dates-print = Les coupons sont commandés ou imprimés
toolbox-dates-train = Tout le monde est formé
toolbox-dates-deliver = Les organismes ont leurs coupons
toolbox-dates-first = Premier jour des coupons
toolbox-dates-middle = Bilan du milieu de saison, coupons déplacés
toolbox-dates-remind = Rappel aux ménages : bientôt la fin
toolbox-dates-last = Dernier jour des coupons remis
toolbox-dates-claim = Dernier jour pour rapporter des coupons
toolbox-dates-report = Rapports aux bailleurs de fonds
toolbox-dates-again = Le comité décide de la saison suivante

## Calendrier de la saison

toolbox-calendar = Calendrier de la saison
toolbox-calendar-about = Compté à rebours depuis le premier jour. Les dates proposées peuvent bouger.
toolbox-calendar-rhythm = Le rythme
toolbox-calendar-own = Nos dates
toolbox-calendar-day = Date
toolbox-calendar-what = Quoi
toolbox-calendar-who = Qui

## Communiqué de presse

toolbox-press-release = Communiqué de presse
toolbox-press-release-about = Pour diffusion immédiate, après l’accord du comité.
toolbox-press-release-lead = { $territory } : des coupons pour manger local
toolbox-press-release-place = { $territory } : à partir du { $starts-on }, des ménages pourront acheter des aliments d’ici avec des coupons nourriciers.
toolbox-press-release-quote = « Un même dollar nourrit un ménage et reste chez un producteur d’ici », dit :
toolbox-press-release-quote-name = Nom et rôle
toolbox-press-release-public-bonus = Toute personne peut aussi acheter des coupons. Le programme ajoute { $sale-bonus } au prix payé.
toolbox-press-release-public-par = Toute personne peut aussi acheter des coupons.
toolbox-press-release-public-sponsors = Des entreprises du territoire soutiennent le programme.
toolbox-press-release-carried = À propos
toolbox-press-release-about-is = « { $programme-name } » est porté par { $carrier }.
toolbox-press-release-about-privacy = Les ménages ne sont ni nommés ni photographiés sans leur accord.
toolbox-press-release-contact = Renseignements
toolbox-press-release-contact-name = Personne à joindre
toolbox-press-release-contact-phone = Téléphone

## Trousse de communication

toolbox-communication = Trousse de communication
toolbox-communication-about = Quoi dire, avec quels mots, et ce qui ne se publie pas.
toolbox-communication-ideas = Trois idées à répéter
toolbox-communication-ideas-choice = Les ménages choisissent leurs aliments, comme tout le monde.
toolbox-communication-ideas-local = L’argent reste chez les producteurs d’ici.
toolbox-communication-ideas-market = Le marché est un lieu pour tout le monde.
toolbox-communication-words = Les mots
toolbox-communication-words-say = Dites : coupon nourricier, ménage, personne participante, organisme partenaire, marchand participant.
toolbox-communication-words-never = Ne décrivez jamais les ménages par ce qui leur manque.
toolbox-communication-posts = Messages prêts à publier
toolbox-communication-posts-start = { $programme-name } commence le { $starts-on }. Cherchez l’affiche « Ici, on accepte ».
toolbox-communication-posts-middle = Merci aux marchands qui acceptent les coupons nourriciers. Venez les voir au marché.
toolbox-communication-posts-end = Il reste deux semaines : les coupons remis sont bons jusqu’au { $ends-on }.
toolbox-communication-posts-buy = Vous pouvez acheter des coupons, et manger local en aidant.
toolbox-communication-pictures = Les photos
toolbox-communication-public = Ce qui est public
toolbox-communication-public-figures = Publiez des totaux de saison. Ne publiez jamais le chiffre d’un petit groupe.
toolbox-communication-thank = Remercier
toolbox-communication-thank-logo = Demandez à chaque bailleur de fonds comment il veut être nommé.
toolbox-communication-questions = Répondre
toolbox-communication-questions-why = « Pourquoi des coupons? »
toolbox-communication-questions-why-say = « Parce que choisir ses aliments est une question de dignité. »
toolbox-communication-questions-fraud = « Et la fraude? »
toolbox-communication-questions-count = « Chaque coupon est compté, de l’impression au paiement. »
toolbox-communication-questions-cost = « Combien cela coûte-t-il? »

## Plan d’évaluation

toolbox-evaluation = Plan d’évaluation
toolbox-evaluation-about = Ce qui sera mesuré, par qui, et ce qui ne le sera pas.
toolbox-evaluation-how = Comment
toolbox-evaluation-questions = Les questions
toolbox-evaluation-question = Question
toolbox-evaluation-measure = Mesure
toolbox-evaluation-who = Qui
toolbox-evaluation-when = Quand
toolbox-evaluation-counts = Les chiffres du programme
toolbox-evaluation-counts-use = part des coupons utilisés, par organisme, lieu et semaine
toolbox-evaluation-counts-households = ménages rejoints, par taille
toolbox-evaluation-counts-merchants = ventes en coupons, par marchand
toolbox-evaluation-counts-delay = jours entre le comptage et le paiement
toolbox-evaluation-household = Le sondage auprès des ménages
toolbox-evaluation-household-free = Le sondage est volontaire et anonyme. Il n’est jamais une condition.
toolbox-evaluation-household-market = Vous êtes-vous senti bien accueilli?
toolbox-evaluation-household-food = Avez-vous mangé plus de fruits et de légumes?
toolbox-evaluation-household-hard = Qu’est-ce qui a été difficile?
toolbox-evaluation-household-again = Qu’est-ce qu’il faudrait changer?
toolbox-evaluation-merchant = Le sondage auprès des marchands
toolbox-evaluation-merchant-sales = Les coupons ont-ils changé vos ventes?
toolbox-evaluation-merchant-time = Combien de temps vous ont-ils pris?
toolbox-evaluation-merchant-paid = Avez-vous été payé à temps?
toolbox-evaluation-research = L’équipe de recherche
toolbox-evaluation-research-ethics = L’équipe a l’approbation d’un comité d’éthique et une entente sur les données.
toolbox-evaluation-safe = Ce qui protège les personnes
toolbox-evaluation-safe-small = Un chiffre de moins de cinq ménages n’est pas publié.
toolbox-evaluation-moment = Le moment
toolbox-evaluation-when-end = Les sondages se font dans les trois semaines après le { $ends-on }.
