### Ce que dit la ligne de commande.

cli-no-database = Il n’y a pas de base de données à cet endroit : { $place }
cli-no-database-next = Vérifiez le dossier donné à --data. « cabas programme open » en crée une.
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

cli-nothing-written = Rien n’a été écrit.
