### Boîte à outils : chaque décision dite à qui l’applique.

## Gouverner

rule-territory-unit-mrc = Le programme couvre une MRC.
rule-territory-unit-several-mrc = Le programme couvre plusieurs MRC.
rule-territory-unit-city = Le programme couvre une ville.
rule-territory-unit-region = Le programme couvre une région.
rule-territory-unit-one-market = Le programme couvre un seul marché.
rule-territory-unit-first-nation = Le programme est celui d’une Première Nation.
rule-territory-unit-other = Le programme couvre un territoire qu’il définit lui-même.
rule-carrier = { $value } porte le programme et répond de lui.
rule-fiduciary = { $value } garde l’argent, paie les marchands et tient les comptes.
rule-coordinator-employee = Une personne salariée à temps plein coordonne le programme.
rule-coordinator-part-time = Une personne salariée à temps partiel coordonne le programme.
rule-coordinator-grower = Une productrice ou un producteur coordonne le programme.
rule-coordinator-market-staff = L’équipe d’un marché coordonne le programme.
rule-coordinator-city-staff = L’équipe de la municipalité coordonne le programme.
rule-coordinator-volunteer = Une personne bénévole coordonne le programme.
rule-who-sees-own-only = Chaque organisation voit ses propres chiffres. La coordination et le fiduciaire voient tout.
rule-who-sees-totals = Chaque organisation voit ses propres chiffres et les totaux du programme.
rule-who-sees-everything = Toutes les organisations voient les chiffres de toutes.
rule-community-data-not-concerned = Aucune communauté autochtone n’est concernée par les données de ce programme.
rule-community-data-council-owns = Le conseil de la communauté possède les données de sa communauté. Rien n’en est publié sans lui.
rule-community-data-agreement = Une entente signée avec la communauté dit qui possède les données et qui les voit.
rule-community-data-to-agree = Une entente sur les données reste à conclure avec chaque communauté autochtone concernée. Rien n’est publié avant.
rule-language-fr = La langue du programme est le français.
rule-language-en = La langue du programme est l’anglais.
rule-household-languages = Les documents pour les ménages sont offerts dans ces langues :
rule-household-languages-fr = le français
rule-household-languages-en = l’anglais
rule-household-languages-community = la langue de la communauté, fournie par elle
rule-household-languages-newcomers = des langues parlées par les personnes nouvellement arrivées
rule-complaints-coordination = Une plainte se fait à la coordination, qui répond dans les dix jours.
rule-complaints-partner = Une plainte se fait à un organisme partenaire, qui la transmet à la coordination.
rule-complaints-committee = Une plainte se fait au comité, qui répond à sa réunion suivante.
rule-complaints-outside = Une plainte se fait à une personne de l’extérieur du programme.

## Rejoindre

rule-households =
    { $number ->
        [one] Le programme s’adresse à { $value } ménage.
       *[other] Le programme s’adresse à { $value } ménages.
    }
rule-who-selects-partners = Les organismes partenaires choisissent les ménages parmi les personnes qu’ils connaissent.
rule-who-selects-health = Des professionnels de la santé ou des services sociaux choisissent les ménages.
rule-who-selects-city = La municipalité choisit les ménages.
rule-who-selects-table = Une table de concertation choisit les ménages.
rule-who-selects-council = Le conseil de la communauté choisit les ménages.
rule-who-selects-nobody = Personne ne choisit : toute personne qui le demande peut participer.
rule-eligibility-partner-judges = L’organisme juge lui-même à qui les coupons seront utiles.
rule-eligibility-food-insecurity = Les coupons vont à des ménages qui peinent à se nourrir.
rule-eligibility-low-income = Les coupons vont à des ménages à faible revenu.
rule-eligibility-clinical = Les coupons vont à des personnes à qui ils feront du bien, selon le jugement clinique.
rule-eligibility-groups = Les coupons vont à des groupes nommés par le comité.
rule-eligibility-none = Aucune condition n’est demandée.
rule-proof-none = Aucune preuve et aucune pièce d’identité ne sont demandées.
rule-proof-identity = Une pièce d’identité est regardée, jamais copiée.
rule-proof-income = Une preuve de revenu est regardée, jamais copiée.
rule-proxy-anyone = Toute personne peut utiliser les coupons pour le ménage.
rule-proxy-household = Toute personne du ménage peut utiliser les coupons.
rule-proxy-named = Seule la personne nommée par le ménage peut utiliser les coupons.
rule-anti-stigma = Pour que personne ne soit montré du doigt :
rule-anti-stigma-public-sale = toute personne peut acheter des coupons
rule-anti-stigma-same-coupon = le coupon est le même pour tout le monde
rule-anti-stigma-mixed-groups = des coupons sont remis à des groupes variés
rule-anti-stigma-like-any-payment = payer avec un coupon ressemble à tout autre paiement
rule-anti-stigma-private-handout = les coupons sont remis en privé
rule-anti-stigma-market-as-place = le marché est un lieu de rencontre pour tout le monde

## Remettre

rule-scale = Chaque semaine, un ménage reçoit cette valeur :
rule-scale-by-size-bands = La valeur dépend de la taille du ménage, par tranches.
rule-scale-by-size-per-person = La valeur est la même pour chaque personne du ménage.
rule-scale-by-size-same-for-all = La valeur est la même pour tous les ménages.
rule-cadence-weekly = Les coupons sont remis chaque semaine.
rule-cadence-every-two-weeks = Les coupons sont remis toutes les deux semaines, pour deux semaines.
rule-cadence-monthly = Les coupons sont remis une fois par mois, pour tout le mois.
rule-cadence-once = Les coupons de toute la saison sont remis en une fois.
rule-cadence-on-demand = Les coupons sont remis quand un ménage les demande.
rule-weeks =
    { $number ->
        [one] La saison dure { $value } semaine.
       *[other] La saison dure { $value } semaines.
    }
rule-starts-on = La saison commence le { $value }.
rule-ends-on = Le dernier jour pour utiliser les coupons remis est le { $value }.
rule-carry-over-until-end = Un coupon non utilisé reste bon jusqu’à la fin de la saison.
rule-carry-over-same-month = Un coupon s’utilise dans le mois où il est remis.
rule-carry-over-same-period = Un coupon s’utilise avant la remise suivante.
rule-carry-over-unlimited = Un coupon non utilisé reste bon d’une saison à l’autre.
rule-lost-coupons-never = Un coupon perdu n’est pas remplacé.
rule-lost-coupons-coordinator = La coordination peut remplacer un coupon perdu, après avoir annulé le premier.
rule-lost-coupons-partner = L’organisme peut remplacer un coupon perdu, après avoir annulé le premier.
rule-ceiling = La valeur des coupons remis ne dépasse jamais { $value } de l’argent disponible.

## Le coupon

rule-medium-paper = Le coupon est en papier. Aucun téléphone et aucune carte ne sont nécessaires.
rule-medium-card = La valeur est sur une carte.
rule-medium-local-currency = Les ménages reçoivent des billets de la monnaie locale.
rule-currency-name = La monnaie locale s’appelle { $value }.
rule-currency-bonus =
    { $number ->
        [0] La monnaie locale n’ajoute rien à l’argent changé.
       *[other] La monnaie locale ajoute { $value } à l’argent changé.
    }
rule-denominations = Les coupons valent { $value }.
rule-anti-copy-numbered-signed = Chaque coupon a un numéro et une signature que tout téléphone vérifie.
rule-anti-copy-numbered = Chaque coupon a un numéro.
rule-anti-copy-special-paper = Les coupons sont imprimés sur un papier difficile à copier.
rule-anti-copy-none = Les coupons n’ont ni numéro ni protection contre la copie.
rule-change-none = Aucune monnaie n’est rendue sur un coupon.
rule-change-dollars = Le marchand rend la monnaie en dollars.
rule-change-merchant-choice = Chaque marchand choisit s’il rend la monnaie.
rule-rounding-household-adds = Quand l’achat dépasse le coupon, le ménage paie la différence.
rule-rounding-top-up-with-food = Quand l’achat n’atteint pas le coupon, le marchand complète avec des aliments.
rule-rounding-merchant-rounds = Le marchand arrondit l’achat à la valeur du coupon.
rule-expiry-given-season-end = Un coupon remis expire à la fin de la saison.
rule-expiry-given-month-end = Un coupon remis expire à la fin du mois.
rule-expiry-given-next-season = Un coupon remis expire à la fin de la saison suivante.
rule-expiry-given-none = Un coupon remis n’expire pas.
rule-expiry-sold-never = Un coupon vendu n’expire jamais.
rule-expiry-sold-season-end = Un coupon vendu expire à la fin de la saison (à valider : la loi semble l’interdire).

## Dépenser

rule-where = Les coupons sont acceptés dans ces lieux, chez les marchands participants :
rule-where-markets = les marchés publics
rule-where-farm-stands = les kiosques à la ferme
rule-where-self-service = les kiosques en libre-service
rule-where-u-pick = l’autocueillette
rule-where-csa = les paniers de légumes par abonnement
rule-where-shops = des commerces d’alimentation
rule-where-online = un marché en ligne
rule-self-service-no = Les kiosques en libre-service n’acceptent pas de coupons.
rule-self-service-cash-box = Dans un kiosque en libre-service, le coupon va dans la caisse. Il est compté plus tard.
rule-self-service-staffed-only = Un kiosque en libre-service accepte les coupons quand quelqu’un y est présent.
rule-csa-block-no = Un coupon ne paie pas un abonnement de paniers.
rule-csa-block-block = Un ménage peut remettre plusieurs coupons d’un coup pour son abonnement de paniers.
rule-csa-block-weekly = Un ménage paie son panier chaque semaine, avec des coupons.
rule-published-places-public = La liste des lieux est publique.
rule-published-places-participants-only = La liste des lieux est donnée aux ménages et n’est pas publiée.
rule-published-places-markets-public = Les marchés sont publiés. Les autres lieux sont donnés aux ménages.
rule-foods = Les coupons achètent :
rule-foods-fruit-vegetables = des fruits et des légumes
rule-foods-dairy-eggs = des produits laitiers et des œufs
rule-foods-meat-fish = de la viande et du poisson
rule-foods-bread = du pain
rule-foods-honey-maple = du miel et des produits de l’érable
rule-foods-preserves = des conserves et des confitures
rule-foods-seedlings = des plants potagers
rule-foods-prepared-meals = des plats préparés
rule-foods-crafts = de l’artisanat
rule-food-signs-none-needed = Tout ce qui est vendu peut être payé en coupons : aucune affiche n’est nécessaire.
rule-food-signs-item-logo = Un logo est placé devant chaque produit admissible.
rule-food-signs-stall-sign = Une affiche au kiosque dit que les coupons y sont acceptés.
rule-taxes-deposits-excluded = Les taxes et les consignes se paient en dollars, pas en coupons.
rule-taxes-deposits-accepted = Les coupons paient aussi les taxes et les consignes.
rule-acceptance = Le marchand accepte un coupon de l’une de ces façons :
rule-acceptance-paper-slip = en le gardant, avec un bordereau à la fin
rule-acceptance-phone-scan = en le lisant avec un téléphone
rule-acceptance-table-count = en le rapportant à la table du marché, qui compte
rule-refusal-accept-in-doubt = Dans le doute, le marchand accepte le coupon. La coordination décide ensuite.
rule-refusal-refuse-in-doubt = Dans le doute, le marchand refuse le coupon, poliment et sans le garder.
rule-refusal-ask-manager = Dans le doute, le marchand demande à la personne responsable du marché.
rule-least-merchants =
    { $number ->
        [one] Un marché participe s’il a au moins { $value } marchand qui accepte les coupons.
       *[other] Un marché participe s’il a au moins { $value } marchands qui acceptent les coupons.
    }
rule-cancelled-market-nothing = Quand un marché est annulé, rien ne change pour les coupons.
rule-cancelled-market-extend-a-week = Quand un marché est annulé, les coupons de la semaine restent bons une semaine de plus.
rule-cancelled-market-other-market = Quand un marché est annulé, les ménages sont dirigés vers un autre lieu.

## Payer

rule-payment-route-direct = Le fiduciaire paie chaque marchand directement.
rule-payment-route-through-market = Le fiduciaire paie le marché, qui paie ses marchands.
rule-payment-route-counter = Le marchand échange ses coupons à un comptoir.
rule-payment-method-cheque = Le paiement se fait par chèque.
rule-payment-method-transfer = Le paiement se fait par virement Interac.
rule-payment-method-deposit = Le paiement se fait par dépôt direct.
rule-payment-method-local-currency = Le paiement se fait en monnaie locale.
rule-payment-days =
    { $number ->
        [one] Le paiement part au plus tard { $value } jour ouvrable après le comptage.
       *[other] Le paiement part au plus tard { $value } jours ouvrables après le comptage.
    }
rule-payment-every-as-wished = Les paiements sont préparés quand il y a quelque chose à payer.
rule-payment-every-week = Les paiements sont préparés chaque semaine.
rule-payment-every-two-weeks = Les paiements sont préparés toutes les deux semaines.
rule-payment-every-month = Les paiements sont préparés au début de chaque mois.
rule-payment-every-season-end = Les paiements sont préparés une fois, après le dernier jour pour réclamer.
rule-merchant-fee =
    { $number ->
        [0] Le marchand reçoit toute la valeur des coupons. Aucuns frais ne sont retenus.
       *[other] Des frais de { $value } sont retenus sur la valeur des coupons.
    }
rule-least-payment =
    { $number ->
        [0] Tout montant est payé, même petit.
       *[other] Un montant de moins de { $value } attend le paiement suivant.
    }
rule-approvals = Chaque paiement est approuvé par { $value } personnes.
rule-last-claim =
    { $number ->
        [0] Les coupons sont rapportés au plus tard le dernier jour de la saison.
        [one] Les coupons sont rapportés au plus tard { $value } jour après la fin de la saison.
       *[other] Les coupons sont rapportés au plus tard { $value } jours après la fin de la saison.
    }
rule-offline-limit =
    { $number ->
        [0] Un téléphone sans réseau n’accepte pas de coupons.
       *[other] Un téléphone sans réseau accepte jusqu’à { $value } de coupons.
    }
rule-doubt-limit =
    { $number ->
        [0] Aucun coupon en doute n’est payé sur place.
       *[other] Le marché peut payer sur place jusqu’à { $value } de coupons en doute par jour.
    }

## Vendre

rule-public-sale-no = Les coupons ne sont pas vendus.
rule-public-sale-bonus = Toute personne peut acheter des coupons, avec une bonification.
rule-public-sale-par = Toute personne peut acheter des coupons, à leur valeur.
rule-public-sale-gifts = Toute personne peut acheter des coupons pour les donner.
rule-public-sale-sponsors = Des entreprises achètent des coupons pour soutenir le programme.
rule-sale-bonus =
    { $number ->
        [0] Aucune bonification n’est ajoutée aux coupons vendus.
       *[other] La bonification est de { $value } du prix payé.
    }
rule-sale-cap =
    { $number ->
        [0] La vente n’a pas de plafond.
       *[other] La vente s’arrête quand { $value } de coupons sont vendus.
    }
rule-sale-channel = Les coupons s’achètent :
rule-sale-channel-counter = à un comptoir
rule-sale-channel-campaign = dans une campagne de sociofinancement
rule-sale-channel-market = au marché
rule-sale-channel-office = au bureau du programme
rule-sale-channel-online = en ligne
rule-refund =
    { $number ->
        [0] Un coupon vendu n’est pas remboursé.
       *[other] Un reste de { $value } ou moins, en coupons vendus, est remboursé.
    }

## Financer

rule-funders = Ces bailleurs de fonds soutiennent le programme :
rule-coupon-budget = Le budget en coupons est de { $value }.
rule-operations-share =
    { $number ->
        [0] Tout l’argent va en coupons.
       *[other] Au plus { $value } de l’argent sert à faire fonctionner le programme.
    }
rule-fund-order-designated = Chaque coupon est payé par le fonds auquel il est rattaché.
rule-fund-order-oldest = L’argent reçu en premier est dépensé en premier.
rule-fund-order-pro-rata = Chaque fonds paie sa part de chaque coupon.
rule-lapsed-money-next-season = L’argent des coupons expirés sert à la saison suivante.
rule-lapsed-money-back-to-funder = L’argent des coupons expirés retourne à qui l’a donné.
rule-lapsed-money-organisations = L’argent des coupons expirés va aux organismes partenaires.
rule-lapsed-money-reserve = L’argent des coupons expirés reste en réserve.

## Accompagner et durer

rule-accompaniment = Les ménages sont accompagnés :
rule-accompaniment-first-visit = une première visite au marché, en groupe
rule-accompaniment-recipes = des recettes et des idées
rule-accompaniment-information-envelope = une enveloppe d’information avec les coupons
rule-accompaniment-health-consultation = une rencontre avec une personne de la santé
rule-accompaniment-farm-visit = une visite à la ferme
rule-accompaniment-none = aucune activité n’est prévue cette saison
rule-transport = Pour s’y rendre :
rule-transport-none = aucune aide au transport n’est prévue cette saison
rule-transport-nearby-points = des lieux choisis près des ménages
rule-transport-shuttle = une navette
rule-transport-rides = du covoiturage avec des bénévoles
rule-transport-delivery = une livraison
rule-evaluation = Le programme est évalué par :
rule-evaluation-counts = le compte des coupons
rule-evaluation-household-survey = un sondage volontaire auprès des ménages
rule-evaluation-merchant-survey = un sondage auprès des marchands
rule-evaluation-research-team = une équipe de recherche
rule-evaluation-none = aucune évaluation n’est prévue cette saison
rule-expected-use = Le programme prévoit que { $value } des coupons remis seront utilisés.
rule-image-rights-no-pictures = Personne n’est photographié.
rule-image-rights-written-consent = Une photo demande un accord écrit, qui peut être retiré.
rule-image-rights-markets-only = Seuls les marchés sont photographiés, jamais les ménages.
rule-retention =
    { $number ->
        [one] Les pièces comptables sont gardées { $value } an, puis détruites (durée à valider).
       *[other] Les pièces comptables sont gardées { $value } ans, puis détruites (durée à valider).
    }
