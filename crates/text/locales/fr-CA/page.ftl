### Les mots communs à toutes les pages.

app-name = Cabas
app-skip = Aller au contenu
app-language = Langue
app-language-name = Français
app-simulated = Données simulées : rien ici n’est vrai, ni les personnes, ni les coupons, ni l’argent.
app-simulated-published = Données simulées à partir de chiffres publiés : les noms et les gestes sont inventés.
app-practice = Pour vous exercer, nous sommes le { $day }.
app-offline = Sans réseau. Vous pouvez continuer : tout partira au retour du réseau.
app-not-found = Cette page n’existe pas.
app-not-found-next = Vérifiez l’adresse, ou revenez à l’accueil.
app-unreadable = Cette demande ne peut pas être lue : un champ manque, est répété ou est trop long.
app-unreadable-next = Revenez à la page précédente et recommencez.
app-unreadable-json = Le texte JSON n’est pas celui qui est demandé. Détail technique : { $reason }
app-unreadable-json-next = Corrigez la demande d’après /api/openapi.json, puis envoyez-la de nouveau. Rien n’a été gardé.
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
app-choose = Choisir…
app-refused = Pas fait

## Navigation

nav-home = Accueil
nav-coupons = Coupons
nav-markets = Marchés
nav-money = Argent
nav-programme = Programme
nav-batches = Lots
nav-stock = Réserve
nav-handouts = Remises
nav-market = Journée de marché
nav-agreements = Ententes
nav-count = Comptage
nav-coupon = Un coupon
nav-disputes = Litiges
nav-settlements = Règlements
nav-settlement = Règlements
nav-vendor = Mes ventes
nav-bank-details = Coordonnées bancaires
nav-funds = Fonds
nav-bands = Tailles de ménage
nav-people = Personnes
nav-season = Saison
nav-places = Lieux
nav-calendar = Calendrier
nav-vendors = Marchands
nav-partners = Organismes
nav-decisions = Décisions
nav-reports = Rapports
nav-audit = Vérification
nav-import = Importer
nav-open = Ouvrir un programme
nav-help = Aide
nav-account = Mon compte
nav-sign-out = Déconnexion
nav-menu = Menu
nav-back = Retour

## Ce que fait chaque page

nav-home-hint = Où sont les coupons, et combien ont déjà servi.
nav-batches-hint = Créez des coupons et imprimez-les. Chacun a son numéro et son code.
nav-stock-hint = Comptez ce qui est imprimé, attribuez-le aux organismes, retirez ce qui ne doit plus servir.
nav-handouts-hint = Notez les coupons remis à un ménage : combien, et la taille du ménage. Rien d’autre.
nav-market-hint = Qui est là, les coupons comptés, les coupons en doute, et la fermeture de la journée.
nav-agreements-hint = Chaque marchand signe une entente pour chaque lieu où il accepte des coupons.
nav-count-hint = Entrez les coupons acceptés par un marchand. Ce qui lui est dû s’additionne.
nav-coupon-hint = Retrouvez toute l’histoire d’un coupon avec son code ou son numéro.
nav-disputes-hint = Un coupon présenté deux fois, ou après son annulation, attend ici la décision d’une personne.
nav-settlement-hint = Payez aux marchands ce qui leur est dû. Deux personnes approuvent chaque règlement.
nav-vendor-hint = Les coupons acceptés, ce qui est dû, et chaque paiement avec son relevé.
nav-bank-details-hint = Où les marchands sont payés. Une personne demande un changement, une autre le confirme.
nav-funds-hint = L’argent de chaque bailleur de fonds, tenu à part : reçu, utilisé, promis, restant.
nav-bands-hint = Les remises par taille de ménage. C’est tout ce qui est noté d’un ménage.
nav-people-hint = Qui a quel rôle dans le programme. Invitez, redonnez un lien, enlevez un rôle.
nav-season-hint = Ce qui reste à faire avant de fermer la saison, et comment la fermer.
nav-places-hint = Où les coupons s’échangent, ce qu’on y vend, et quand c’est ouvert.
nav-calendar-hint = Les jours de marché, les fermetures et les dates de la saison.
nav-audit-hint = Chaque coupon imprimé est quelque part. Cette page le montre, par nombre et par valeur.
nav-import-hint = Amenez un tableau de votre chiffrier, et emportez les listes du programme.
nav-open-hint = Ouvrez le programme d’un autre territoire et nommez qui le coordonne.

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
head-face = Valeur de chacun
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

## Ce qui vient d’être fait

done-issued = Le lot est créé. Imprimez les coupons, puis comptez-les en réserve.
done-void-asked = La demande est notée. Une autre personne doit confirmer.
done-void-confirmed = Le lot est annulé. Les coupons que personne n’avait reçus ne servent plus.
done-void-dropped = Le lot est gardé.
done-taken-in = Les coupons sont comptés en réserve.
done-allotted = Les coupons sont attribués à l’organisme.
done-withdrawn = Les coupons sont retirés. Ils ne peuvent plus servir.
done-sold = La vente est notée. Ces coupons sont bons dès maintenant.
done-refunded = Le remboursement est noté. Gardez ces coupons : ils ne peuvent plus servir.
done-replaced = Les coupons sont remplacés. Ceux qui sont perdus ne peuvent plus servir.
done-replaced-by = Les coupons sont remplacés. Donnez au ménage : { $coupons }.
done-taken-back = La remise est annulée. Les coupons sont revenus à l’organisme.
done-register = Les remises du registre sont notées.
done-presence = Les présences sont notées.
done-day-closed = La journée est fermée. Chaque marchand peut confirmer son total.
done-day-agreed = Le total est confirmé.
done-agreement-prepared = L’entente est préparée. Les deux côtés peuvent maintenant la signer.
done-agreement-signed = La signature est notée.
done-passed-on = Les coupons sont passés à l’autre organisme.
done-expired = Les coupons sont expirés. L’argent promis pour eux est de nouveau disponible.
done-closed = La saison est fermée. Les coupons vendus restent bons.
done-handed-out = La remise est notée.
done-handed-out-which = La remise est notée : { $coupons }.
done-decided = La décision est notée.
done-prepared = Le règlement est préparé. Deux personnes doivent maintenant l’approuver.
done-approved = Votre approbation est notée.
done-paid = Le règlement est marqué comme envoyé. Confirmez chaque paiement quand il est fait.
done-cancelled = Le règlement est annulé. Les montants sont de nouveau dus.
done-confirmed = Le paiement est confirmé.
done-returned = Le retour est noté. Le montant est de nouveau dû au marchand.
done-bank-asked = Le changement est demandé. Une autre personne doit le confirmer.
done-bank-confirmed = Le changement est confirmé. Il servira après le temps d’attente.
done-spent = La dépense est notée.
done-set-aside = L’argent est mis de côté.
done-place-saved = Le lieu est enregistré.
done-place-closed = L’ouverture est annulée. Les pages publiques le disent déjà.
done-place-reopened = L’ouverture est rétablie.
done-received = L’argent reçu est noté.
done-invited-known = Cette personne a maintenant ce rôle. Elle a déjà un compte et entre comme d’habitude.
done-role-given = Le rôle est donné. Il vaut dès maintenant.
done-role-taken = Le rôle est enlevé. Il ne vaut plus dès maintenant.
done-sessions-ended = Toutes ses sessions et tous ses liens sont fermés.
done-account = Votre compte est à jour.
done-password = Votre mot de passe est enregistré. Vos autres sessions sont fermées.
done-session-ended = La session est fermée.
done-passkey-added = La clé d’accès est ajoutée. Elle vous fait entrer dès maintenant.
done-passkey-removed = La clé d’accès est enlevée. Elle ne fait plus entrer personne.
done-second-step = Un code sera demandé après votre mot de passe.
done-authenticator-dropped = Le code n’est plus demandé.

## Quand la réponse est non

failure-title = Demande refusée
failure-home = Revenir à l’accueil
