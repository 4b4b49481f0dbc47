### Boîte à outils : les ententes à signer.
toolbox-agreement-draft = Ce texte est un modèle. Chaque partie peut le faire relire avant de signer (à valider).
toolbox-agreement-end = Chaque partie peut mettre fin à l’entente par écrit, trente jours d’avance.
toolbox-agreement-names = Personne ne demande et n’écrit le nom d’une personne participante.
toolbox-agreement-same = Les prix et l’accueil sont les mêmes pour tout le monde.

## Entente avec le fiduciaire

toolbox-fiduciary-agreement = Entente avec le fiduciaire
toolbox-fiduciary-agreement-about = Entre l’organisation qui porte le programme et celle qui garde son argent.
toolbox-fiduciary-agreement-parties = Qui
toolbox-fiduciary-agreement-between = Cette entente est entre { $carrier } et { $fiduciary }, pour « { $programme-name } ».
toolbox-fiduciary-agreement-means = Le fiduciaire prête son cadre légal et sa comptabilité. Il n’est pas une fiducie au sens du Code civil (à valider).
toolbox-fiduciary-agreement-holds = Ce que le fiduciaire fait
toolbox-fiduciary-agreement-holds-apart = garder l’argent de chaque bailleur de fonds à part
toolbox-fiduciary-agreement-holds-pay = payer les marchands, avec les pièces à l’appui
toolbox-fiduciary-agreement-holds-books = tenir les comptes et conserver les pièces
toolbox-fiduciary-agreement-holds-report = donner à chaque bailleur de fonds l’état de son argent
toolbox-fiduciary-agreement-holds-names = ne jamais recevoir le nom d’un ménage
toolbox-fiduciary-agreement-money = L’argent
toolbox-fiduciary-agreement-pay = Les paiements
toolbox-fiduciary-agreement-pay-separate = La personne qui coordonne ne paie pas et n’approuve pas.
toolbox-fiduciary-agreement-sold = Les coupons vendus
toolbox-fiduciary-agreement-sold-debt = L’argent des coupons vendus reste une dette tant qu’ils n’ont pas été utilisés.
toolbox-fiduciary-agreement-records = Les pièces
toolbox-fiduciary-agreement-records-open = Le comité peut voir les comptes en tout temps.
toolbox-fiduciary-agreement-end = Durée et fin
toolbox-fiduciary-agreement-end-season = L’entente vaut pour la saison du { $starts-on } au { $ends-on }, jusqu’au dernier paiement.
toolbox-fiduciary-agreement-end-rest = À la fin, l’argent qui reste suit la décision du comité et celle de chaque bailleur de fonds.
toolbox-fiduciary-agreement-carrier = Pour l’organisation qui porte le programme
toolbox-fiduciary-agreement-fiduciary = Pour le fiduciaire

## Entente avec un organisme partenaire

toolbox-partner-agreement = Entente avec un organisme partenaire
toolbox-partner-agreement-about = Ce que l’organisme fait, ce qu’il reçoit, et ce qu’on ne lui demande pas.
toolbox-partner-agreement-parties = Qui
toolbox-partner-agreement-between = Cette entente est entre { $carrier }, qui porte « { $programme-name } », et l’organisme :
toolbox-partner-agreement-organisation = Nom de l’organisme
toolbox-partner-agreement-contact = Personne à joindre
toolbox-partner-agreement-phone = Téléphone
toolbox-partner-agreement-households = Choisir les ménages
toolbox-partner-agreement-share = Nombre de ménages pour cet organisme
toolbox-partner-agreement-handout = Remettre les coupons
toolbox-partner-agreement-private = La remise se fait dans un endroit calme, sans témoin.
toolbox-partner-agreement-note = L’organisme note les numéros des coupons et la taille du ménage. Rien d’autre.
toolbox-partner-agreement-accompany = Accompagner
toolbox-partner-agreement-programme = Ce que le programme fait
toolbox-partner-agreement-programme-coupons = livrer les coupons avant le premier jour
toolbox-partner-agreement-programme-train = former l’équipe en moins d’une heure
toolbox-partner-agreement-programme-answer = répondre dans les deux jours ouvrables
toolbox-partner-agreement-programme-move = déplacer les coupons qui dorment, en le disant
toolbox-partner-agreement-data = Les données
toolbox-partner-agreement-evaluation-free = Participer à un sondage n’est jamais une condition pour recevoir des coupons.
toolbox-partner-agreement-trouble = Quand quelque chose ne va pas
toolbox-partner-agreement-returned = Les coupons non remis sont rendus à la coordination à la fin de la saison.
toolbox-partner-agreement-end = Durée et fin
toolbox-partner-agreement-end-season = L’entente se termine le { $ends-on }.
toolbox-partner-agreement-organisation-side = Pour l’organisme
toolbox-partner-agreement-carrier = Pour le programme

## Entente avec un marchand

toolbox-merchant-agreement = Entente avec un marchand
toolbox-merchant-agreement-about = Accepter des coupons nourriciers, et être payé.
toolbox-merchant-agreement-parties = Qui et où
toolbox-merchant-agreement-between = Cette entente est entre { $carrier }, qui porte « { $programme-name } », et le marchand :
toolbox-merchant-agreement-merchant = Nom du marchand
toolbox-merchant-agreement-place = Marchés et kiosques
toolbox-merchant-agreement-phone = Téléphone ou courriel
toolbox-merchant-agreement-between-season = Elle vaut du { $starts-on } au { $ends-on }.
toolbox-merchant-agreement-stall = Au kiosque
toolbox-merchant-agreement-accept = Accepter un coupon
toolbox-merchant-agreement-good-faith = Un marchand de bonne foi qui a suivi ces règles est payé, même si le coupon était douteux.
toolbox-merchant-agreement-pay = Être payé
toolbox-merchant-agreement-pay-fiduciary = Les paiements sont faits par : { $fiduciary }.
toolbox-merchant-agreement-trouble = Quand quelque chose ne va pas
toolbox-merchant-agreement-data = Les données
toolbox-merchant-agreement-data-merchant = Le programme garde le nom du marchand, ses coupons et ses paiements. Son compte bancaire est chiffré.
toolbox-merchant-agreement-end = Fin
toolbox-merchant-agreement-end-paid = Les coupons acceptés avant la fin sont payés.
toolbox-merchant-agreement-merchant-side = Le marchand
toolbox-merchant-agreement-carrier = Pour le programme

## Entente avec un marché

toolbox-market-agreement = Entente avec un marché
toolbox-market-agreement-about = Accueillir les coupons au marché, sans y passer la soirée.
toolbox-market-agreement-parties = Qui
toolbox-market-agreement-between = Cette entente est entre { $carrier }, qui porte « { $programme-name } », et le marché :
toolbox-market-agreement-market = Nom du marché
toolbox-market-agreement-days = Jours et heures
toolbox-market-agreement-manager = Personne responsable
toolbox-market-agreement-does = Ce que le marché fait
toolbox-market-agreement-market-table = tenir une table ou une personne à qui demander
toolbox-market-agreement-market-signs = poser les affiches aux kiosques participants
toolbox-market-agreement-market-hours = annoncer tout changement d’horaire à la coordination
toolbox-market-agreement-market-welcome = accueillir les ménages comme tout le monde
toolbox-market-agreement-pay = L’argent
toolbox-market-agreement-public = Ce qui est public
toolbox-market-agreement-sale = Vendre des coupons au marché
toolbox-market-agreement-sale-table = Le marché vend les coupons à sa table et remet l’argent au fiduciaire chaque semaine.
toolbox-market-agreement-trouble = Quand quelque chose ne va pas
toolbox-market-agreement-end = Durée et fin
toolbox-market-agreement-end-season = L’entente vaut du { $starts-on } au { $ends-on }.
toolbox-market-agreement-market-side = Pour le marché
toolbox-market-agreement-carrier = Pour le programme
