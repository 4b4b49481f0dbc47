### Boîte à outils : ce que lisent les ménages, et ce que tout le monde voit.

## Dépliant pour les ménages

toolbox-leaflet = Dépliant pour les ménages
toolbox-leaflet-title = Vos coupons nourriciers
toolbox-leaflet-about = Des coupons pour acheter des aliments d’ici. Choisissez ce que vous voulez.
toolbox-leaflet-get = Recevoir vos coupons
toolbox-leaflet-get-where = Vous recevez vos coupons de l’organisme que vous connaissez.
toolbox-leaflet-get-when = Ils servent du { $starts-on } au { $ends-on }.
toolbox-leaflet-go = Où aller
toolbox-leaflet-go-list = La liste des lieux et des heures vient avec vos coupons.
toolbox-leaflet-buy = Quoi acheter
toolbox-leaflet-pay = Payer
toolbox-leaflet-pay-choose = Choisissez vos aliments, comme tout le monde. Le prix est le même.
toolbox-leaflet-pay-give = Donnez vos coupons. Ils valent { $denominations }.
toolbox-leaflet-pay-rest = Vous pouvez payer le reste en argent.
toolbox-leaflet-keep = Garder vos coupons
toolbox-leaflet-keep-lost = Un coupon, c’est comme de l’argent. Gardez-le bien.
toolbox-leaflet-help = Une question?
toolbox-leaflet-help-ask = Demandez à votre organisme, ou à la table du marché.
toolbox-leaflet-help-name = Votre nom n’est écrit nulle part dans le programme.
toolbox-leaflet-help-phone = Téléphone

## Où et quand

toolbox-places = Où et quand
toolbox-places-title = Où et quand utiliser vos coupons
toolbox-places-about = Téléphonez avant un long trajet : une journée peut être annulée.

## Affiche de kiosque

toolbox-stall-sign = Affiche de kiosque
toolbox-stall-sign-title = Ici, on accepte les coupons nourriciers
toolbox-stall-sign-worth = Coupons de { $denominations }
toolbox-stall-sign-look-logo = Cherchez le logo devant le produit.
toolbox-stall-sign-welcome = Bienvenue à tout le monde!

## Affiche des produits admissibles

toolbox-products-sign = Affiche des produits admissibles
toolbox-products-sign-title = Payable en coupons nourriciers

## Affiche

toolbox-poster = Affiche
toolbox-poster-title = Des aliments d’ici, pour tout le monde
toolbox-poster-big = Coupons nourriciers
toolbox-poster-dates = Du { $starts-on } au { $ends-on }
toolbox-poster-buy = Achetez des coupons : le programme ajoute { $sale-bonus }.
toolbox-poster-buy-par = Achetez des coupons, pour vous ou pour offrir.
toolbox-poster-buy-firms = Votre entreprise peut soutenir le programme.
toolbox-poster-ask = Renseignez-vous à la table du marché.
leaflet-cadence-weekly = Vous recevez des coupons chaque semaine.
leaflet-cadence-every-two-weeks = Vous recevez des coupons toutes les deux semaines, pour deux semaines.
leaflet-cadence-monthly = Vous recevez des coupons une fois par mois, pour tout le mois.
leaflet-cadence-once = Vous recevez tous vos coupons en une fois.
leaflet-cadence-on-demand = Vous recevez des coupons quand vous en demandez.
leaflet-scale-by-size-bands = La valeur dépend du nombre de personnes chez vous.
leaflet-scale-by-size-per-person = La valeur est la même pour chaque personne chez vous.
leaflet-scale-by-size-same-for-all = La valeur est la même pour tout le monde.
leaflet-proof-none = Personne ne vous demande de carte ni de papier.
leaflet-proof-identity = L’organisme peut regarder une carte d’identité. Il n’en garde pas de copie.
leaflet-proof-income = L’organisme peut regarder un papier sur votre revenu. Il n’en garde pas de copie.
leaflet-where = Vous pouvez aller à ces endroits :
leaflet-where-markets = un marché public
leaflet-where-farm-stands = un kiosque à la ferme
leaflet-where-self-service = un kiosque en libre-service
leaflet-where-u-pick = une ferme où vous cueillez vous-même
leaflet-where-csa = une ferme qui fait des paniers
leaflet-where-shops = un commerce d’alimentation
leaflet-where-online = le marché en ligne
leaflet-transport = Pour vous y rendre :
leaflet-transport-none = il n’y a pas d’aide au transport cette saison
leaflet-transport-nearby-points = il y a des lieux près de chez vous
leaflet-transport-shuttle = une navette peut vous conduire
leaflet-transport-rides = une personne bénévole peut vous conduire
leaflet-transport-delivery = vos aliments peuvent être livrés
leaflet-cancelled-market-nothing = Si un marché est annulé, gardez vos coupons pour une autre fois.
leaflet-cancelled-market-extend-a-week = Si un marché est annulé, vos coupons restent bons une semaine de plus.
leaflet-cancelled-market-other-market = Si un marché est annulé, vous pouvez aller à un autre endroit de la liste.
leaflet-foods = Avec vos coupons, vous pouvez acheter :
leaflet-foods-fruit-vegetables = des fruits et des légumes
leaflet-foods-dairy-eggs = du lait, du fromage, des œufs
leaflet-foods-meat-fish = de la viande, du poisson
leaflet-foods-bread = du pain
leaflet-foods-honey-maple = du miel, du sirop d’érable
leaflet-foods-preserves = des conserves, des confitures
leaflet-foods-seedlings = des plants pour votre jardin
leaflet-foods-prepared-meals = des plats préparés
leaflet-foods-crafts = de l’artisanat
leaflet-taxes-deposits-excluded = Les taxes et les consignes se paient en argent.
leaflet-taxes-deposits-accepted = Les coupons paient aussi les taxes et les consignes.
leaflet-change-none = Le marchand ne rend pas de monnaie sur un coupon.
leaflet-change-dollars = Le marchand rend la monnaie en dollars.
leaflet-change-merchant-choice = Certains marchands rendent la monnaie, d’autres non. Demandez avant.
leaflet-rounding-household-adds = Si c’est plus cher que le coupon, vous payez la différence.
leaflet-rounding-top-up-with-food = Si c’est moins cher que le coupon, le marchand ajoute des aliments.
leaflet-rounding-merchant-rounds = Le marchand arrondit le prix à la valeur du coupon.
leaflet-proxy-anyone = Une autre personne peut y aller pour vous.
leaflet-proxy-household = Toute personne qui vit avec vous peut y aller.
leaflet-proxy-named = La personne que vous avez nommée peut y aller pour vous.
leaflet-carry-over-until-end = Vous pouvez garder vos coupons pour plus tard dans la saison.
leaflet-carry-over-same-month = Utilisez vos coupons dans le mois où vous les recevez.
leaflet-carry-over-same-period = Utilisez vos coupons avant d’en recevoir d’autres.
leaflet-carry-over-unlimited = Vous pouvez garder vos coupons aussi longtemps que vous voulez.
leaflet-expiry-given-season-end = Après la fin de la saison, ils ne sont plus bons.
leaflet-expiry-given-month-end = Après la fin du mois, ils ne sont plus bons.
leaflet-expiry-given-next-season = Ils sont encore bons la saison suivante.
leaflet-expiry-given-none = Ils n’ont pas de date de fin.
leaflet-lost-coupons-never = Un coupon perdu n’est pas remplacé.
leaflet-lost-coupons-coordinator = Un coupon perdu? Dites-le vite à votre organisme. La coordination peut le remplacer.
leaflet-lost-coupons-partner = Un coupon perdu? Dites-le vite à votre organisme. Il peut le remplacer.
leaflet-complaints-coordination = Quelque chose ne va pas? Appelez la coordination du programme.
leaflet-complaints-partner = Quelque chose ne va pas? Parlez-en à votre organisme.
leaflet-complaints-committee = Quelque chose ne va pas? Écrivez au comité du programme.
leaflet-complaints-outside = Quelque chose ne va pas? Une personne hors du programme vous écoute.
leaflet-published-places-public = Vous pouvez partager cette liste.
leaflet-published-places-participants-only = Cette liste est pour vous. Elle n’est pas publiée.
leaflet-published-places-markets-public = Les marchés sont publics. Les autres lieux de cette liste sont pour vous.
