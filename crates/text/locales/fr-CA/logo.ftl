### Logos des territoires et des bailleurs de fonds, pour leurs documents.

logo-page = Logo
logo-notebook-lead = Le logo du territoire est imprimé en tête des documents de la boîte à outils.
logo-fund-lead = Le logo du bailleur de fonds est imprimé à la fin de son rapport, du dépliant et des affiches.
logo-none = Il n’y a pas encore de logo.
logo-now = Logo actuel
logo-file = Image
logo-file-hint = PNG, JPEG, WebP ou GIF. Elle est réduite à 800 × 400 pixels, et rien d’autre du fichier n’est gardé.
logo-alt = Ce que l’image montre
logo-alt-hint = Ces mots sont lus à qui ne voit pas l’image : d’habitude, le nom écrit sur le logo.
logo-put = Garder ce logo
logo-take-off = Enlever le logo
logo-take-off-hint = Les documents déjà imprimés ou signés ne changent pas.
done-logo-put = Le logo est gardé.
done-logo-off = Le logo est enlevé.
