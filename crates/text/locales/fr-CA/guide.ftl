### Le guide : ses titres et ses pages. Les chemins eux-mêmes sont dans guide/<langue>/.

guide-title = Guide
guide-lead = Une page par personne, pour qui est pressé. Elle dit quoi faire le premier jour, chaque semaine, et quand ça va mal.
guide-yours = Votre rôle
guide-others = Tous les chemins
guide-household = Ménage qui reçoit des coupons
guide-household-hint = Utiliser un coupon, en quelques dessins.
guide-of = Guide : { $name }
guide-this = Comment faire
guide-on-this-page = Sur cette page
guide-print-hint = Cette page tient bien sur du papier de format lettre : utilisez « Imprimer » dans votre navigateur.

## Les parties d’un chemin

guide-first = Le premier jour
guide-before = Avant les premières remises
guide-each = À chaque remise
guide-paper = Une journée sans téléphone
guide-day = Le jour du marché
guide-doubt = Un coupon en doute
guide-stall = Au kiosque
guide-week = Chaque semaine
guide-month = Chaque mois
guide-end = À la fin de la saison
guide-other = De temps en temps
guide-read = Lire les chiffres
guide-report = Faire un rapport
guide-sample = Vérifier un échantillon
guide-alone = Ce que vous pouvez demander de plus
guide-use = Utiliser un coupon
guide-check = Savoir si un coupon est bon
guide-wrong = Quand quelque chose ne va pas

## Les mots

guide-words = Les mots du domaine
guide-words-hint = Ce que chaque mot veut dire, en français et en anglais.
guide-words-lead = Les mots que tout le monde emploie dans ces programmes, avec une phrase pour chacun.
