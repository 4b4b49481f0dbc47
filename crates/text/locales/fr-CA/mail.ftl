### Les lettres envoyées par courriel.

mail-link-subject = Votre lien de connexion
mail-link =
    Bonjour { $name },

    Voici votre lien de connexion :
    { $link }

    Il est bon pendant { $wait } et sert une seule fois.

    Vous n’avez rien demandé? Alors n’ouvrez pas ce lien. Personne n’est entré dans votre compte.

mail-message-subject = { $programme } : { $subject }
mail-message =
    Bonjour { $name },

    { $text }

    { $author }
    { $programme }

    Dites que vous l’avez lu :
    { $link }

mail-advice-subject = { $programme } : paiement de { $amount }
mail-advice =
    Bonjour { $name },

    { $fiduciary } a envoyé un paiement à { $merchant }.

    Montant : { $amount }
    Mode de paiement : { $method }
    Référence : { $reference }
    { $period }

    { $lines }

    Le relevé complet :
    { $link }

    Une question? Écrivez au programme avec cette référence.
    { $programme }
mail-advice-line = { $day }, { $place } : { $coupons } = { $amount }
mail-advice-other = { $reason } { $coupon } : { $amount }
