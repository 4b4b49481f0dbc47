### Ce que dit la ligne de commande.

cli-no-database = Il n’y a pas de base de données à cet endroit : { $place }
cli-no-database-next = Vérifiez le dossier donné à --data. « cabas programme open » en crée une.
cli-file-exists = Ce fichier existe déjà : { $file }. Rien n’a été écrit.
cli-file-exists-next = Donnez un autre nom, ou ajoutez --force pour écrire par-dessus.
cli-other-demo = Une autre démonstration est déjà à cet endroit : { $played }. Rien n’a été fait.
cli-other-demo-next = Donnez un autre dossier à --data, ou les mêmes --seed et --scale.
cli-which-programme = Il y a plusieurs programmes : { $names }.
cli-which-programme-next = Ajoutez --programme et un de ces noms.

cli-line-kept =
    { $count ->
        [one] Ligne { $line } : { $count } coupon accepté, { $amount }. { $vendor }, { $place }.
       *[other] Ligne { $line } : { $count } coupons acceptés, { $amount }. { $vendor }, { $place }.
    }
cli-line-replayed = Ligne { $line } : déjà comptée plus tôt, rien n’a changé.
cli-line-refused = Ligne { $line } : { $what }
cli-coupon-refused = Ligne { $line }, coupon { $coupon } : { $what }
cli-code = au rang { $position }
cli-redeem-total =
    { $count ->
        [one] { $count } coupon accepté, { $amount }.
       *[other] { $count } coupons acceptés, { $amount }.
    }
cli-redeem-refused = Refusés : { $coupons } coupons, et { $lines } lignes entières. Le reste est gardé.
cli-redeem-none-kept = Rien n’a été gardé : une ligne au moins est mauvaise. Corrigez le fichier et envoyez-le de nouveau.
cli-lines-refused =
    { $count ->
        [one] { $count } ligne refusée.
       *[other] { $count } lignes refusées.
    }

cli-bank-payment = Dépôt { $place } du fichier, « { $field } » : { $mistake }
cli-bank-profile = « { $field } » : { $mistake }
cli-bank-missing = il manque une valeur.
cli-bank-too-long = c’est trop long pour la banque.
cli-bank-wrong-digits = ce n’est pas le bon nombre de chiffres.
cli-bank-not-ascii = un signe n’existe pas dans les fichiers de la banque.
cli-bank-out-of-range = c’est hors de ce que la banque accepte.
cli-bank-duplicate = c’est la même valeur qu’un autre dépôt.
cli-bank-too-many = c’est trop pour un seul fichier.
cli-no-bank-profile = Il n’y a pas de profil de la banque à cet endroit : { $file }
cli-no-bank-profile-next = Écrivez-le comme le montre docs/payments.md, ou donnez un autre fichier à --profile.
cli-bank-problems = Rien n’a été écrit : le fichier pour la banque a des erreurs.
cli-bank-problems-next = Corrigez { $file } ou les coordonnées du marchand (docs/payments.md), puis recommencez.

cli-import-row = Ligne { $line } : { $what }
cli-import-already = Déjà là, rien ne change.
cli-no-hub-link = Ce n’est pas le lien d’une carte : { $link }
cli-no-hub-link-next = Copiez-le en entier de la carte, avec ce qui suit le signe #, entre apostrophes.
cli-hub-refused = La plateforme ne fait pas un relais de cet ordinateur : { $said }
cli-hub-refused-next = Vérifiez le réseau, ou faites une autre carte à la page des téléphones.
cli-no-hub = Il n’y a pas de relais ici : { $place }
cli-no-hub-next = Faites-en un d’abord : « cabas hub enrol LIEN », avec le lien de sa carte.
cli-hub-enrolled = Cet ordinateur est maintenant un relais de { $programme }, à { $origin }. Démarrez-le avec « cabas hub serve ».
