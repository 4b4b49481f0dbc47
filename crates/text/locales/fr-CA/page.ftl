### Les mots communs à toutes les pages.

app-name = Cabas
app-skip = Aller au contenu
app-language = Langue
app-language-name = Français
app-simulated = Données simulées : rien ici n’est vrai, ni les personnes, ni les coupons, ni l’argent.
app-offline = Sans réseau. Vous pouvez continuer : tout partira au retour du réseau.
app-fault = Quelque chose s’est brisé de notre côté. Ce n’est pas votre faute et rien n’a été perdu.
app-fault-next = Réessayez dans un moment. Si cela continue, donnez ce numéro à la coordination : { $id }
app-not-found = Cette page n’existe pas.
app-not-found-next = Vérifiez l’adresse, ou revenez à l’accueil.
app-done = C’est fait.
app-next-step = Quoi faire
app-yes = Oui
app-no = Non
app-none = Aucun
app-optional = facultatif
app-required = obligatoire
app-updated = Mis à jour le { $when }
app-page-of = Page { $page } de { $pages }
app-signed-in = Vous êtes { $name }
app-footer = Cabas est un logiciel libre.

## Navigation

nav-home = Accueil
nav-coupons = Coupons
nav-batches = Lots
nav-handouts = Remises
nav-count = Comptage
nav-disputes = Litiges
nav-settlements = Règlements
nav-funds = Fonds
nav-places = Lieux
nav-vendors = Marchands
nav-partners = Organismes
nav-decisions = Décisions
nav-reports = Rapports
nav-audit = Vérification
nav-help = Aide
nav-account = Mon compte
nav-sign-out = Déconnexion
nav-menu = Menu
nav-back = Retour

## Boutons

button-save = Enregistrer
button-cancel = Annuler
button-print = Imprimer
button-confirm = Confirmer
button-approve = Approuver
button-refuse = Refuser
button-send = Envoyer
button-pay = Payer
button-add = Ajouter
button-edit = Modifier
button-remove = Enlever
button-search = Chercher
button-filter = Filtrer
button-download = Télécharger
button-import = Importer un fichier
button-scan = Lire un coupon
button-hand-out = Remettre
button-allot = Attribuer
button-count = Compter
button-replace = Remplacer
button-close = Fermer
button-continue = Continuer
button-previous = Précédent
button-next = Suivant
button-retry = Réessayer
button-undo = Défaire

## En-têtes de tableaux

head-date = Date
head-time = Heure
head-place = Lieu
head-vendor = Marchand
head-partner = Organisme
head-fund = Fonds
head-class = Catégorie
head-batch = Lot
head-coupon = Coupon
head-count = Nombre
head-value = Valeur
head-amount = Montant
head-state = État
head-reason = Raison
head-reference = Référence
head-method = Mode de paiement
head-who = Qui
head-what = Quoi
head-role = Rôle
head-rate = Taux d’utilisation
head-total = Total
head-name = Nom
head-hours = Heures
head-municipality = Municipalité
head-actions = Actions
