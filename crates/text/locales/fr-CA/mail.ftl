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
