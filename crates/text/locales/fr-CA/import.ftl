### Les fichiers qui entrent : organismes, marchands, lieux, ententes, remises, encaissements.

import-title = Importer un tableau
import-lead = Ce que vous avez dans un chiffrier entre ici. Rien n’est gardé avant que vous disiez oui.
import-what = Que contient le tableau
import-file = Fichier
import-file-hint = CSV, XLSX ou ODS, 4 Mo au plus. Seule la première feuille est lue. La première ligne nomme les colonnes, dans n’importe quel ordre.
import-preview = Voir ce que ça ferait
import-templates = Modèles à télécharger
import-templates-hint = Chaque modèle a ses colonnes et une ligne d’exemple. Remplacez l’exemple par vos lignes.

import-kind-partners = Organismes
import-kind-vendors = Marchands
import-kind-places = Lieux
import-kind-hours = Heures
import-kind-agreements = Ententes
import-kind-hand-outs = Remises
import-kind-redemptions = Encaissements
import-kind-partners-hint = Un organisme par ligne.
import-kind-vendors-hint = Un marchand par ligne, avec son mode de paiement.
import-kind-places-hint = Un marché, un kiosque ou un autre lieu par ligne.
import-kind-hours-hint = Une ligne par lieu et par jour ou groupe de jours, avec l’ouverture et la fermeture.
import-kind-agreements-hint = Un marchand et un lieu par ligne. Sans dates, l’entente vaut pour la saison.
import-kind-hand-outs-hint = Une remise par ligne : une catégorie et un nombre, ou un lot et des numéros. Jamais de nom.
import-kind-redemptions-hint = Un coupon par ligne, avec le jour, le marchand et le lieu.

import-column-name = Nom
import-column-key = Nom court
import-column-method = Mode de paiement
import-column-classes = Catégories
import-column-receives-for = Reçoit pour
import-column-place-kind = Genre
import-column-municipality = Municipalité
import-column-vendor = Marchand
import-column-place = Lieu
import-column-from = Début
import-column-until = Fin
import-column-vendor-signed = Signée par le marchand
import-column-programme-signed = Signée par le programme
import-column-day = Jour
import-column-days = Jours
import-column-opens = Ouvre
import-column-closes = Ferme
import-column-except = Sauf
import-column-also = Aussi
import-and = et
import-column-partner = Organisme
import-column-band = Taille du ménage
import-column-class = Catégorie
import-column-count = Nombre
import-column-batch = Lot
import-column-coupons = Numéros
import-column-pseudonym = Repère
import-column-code = Code

# Les autres noms acceptés pour chaque colonne, séparés par des virgules. Majuscules, accents et espaces ne comptent pas.
import-names-name = Nom de l’organisme, Nom du marchand, Nom du lieu, Organisme, Marchand, Lieu
import-names-key = Clé, Identifiant
import-names-method = Paiement, Méthode
import-names-classes = Catégories acceptées, Catégorie
import-names-place-kind = Type, Sorte, Genre de lieu
import-names-municipality = Ville, Village
import-names-vendor = Nom du marchand, Kiosque, Producteur
import-names-place = Nom du lieu, Marché, Point d’échange
import-names-from = Du, Depuis, Date de début
import-names-until = Au, Jusqu’au, Date de fin
import-names-vendor-signed = Signature du marchand
import-names-programme-signed = Signature du programme
import-names-day = Date, Jour du marché, Date de remise
import-names-partner = Nom de l’organisme
import-names-band = Ménage, Tranche, Taille
import-names-class = Couleur
import-names-count = Quantité, Nombre de coupons, Coupons remis
import-names-batch = Numéro de lot
import-names-coupons = Coupons, Numéros de coupons
import-names-pseudonym = Code du ménage, Pseudonyme
import-names-code = Codes, Coupon, Code du coupon

import-example-partners = Maison de l’exemple
import-example-vendors = Ferme de l’exemple
import-example-places = Marché de l’exemple
import-example-municipality = Saint-Exemple

import-result-good =
    { $count ->
        [0] Aucune ligne à garder.
        [one] { $count } bonne ligne.
       *[other] { $count } bonnes lignes.
    }
import-result-already =
    { $count ->
        [0] Aucune ligne déjà là.
        [one] { $count } ligne est déjà là : elle ne change rien.
       *[other] { $count } lignes sont déjà là : elles ne changent rien.
    }
import-result-bad =
    { $count ->
        [0] Aucune ligne refusée.
        [one] { $count } ligne refusée : voyez pourquoi.
       *[other] { $count } lignes refusées : voyez pourquoi.
    }
import-result-kept =
    { $count ->
        [0] Rien de nouveau n’a été gardé.
        [one] { $count } ligne a été gardée.
       *[other] { $count } lignes ont été gardées.
    }
import-previewed = Rien n’est encore gardé.
import-none-kept = Rien n’a été gardé : une ligne au moins est refusée.
import-none-kept-next = Corrigez le fichier, ou choisissez de garder les bonnes lignes.
import-kept-next = Corrigez les lignes refusées dans un nouveau fichier qui ne contient qu’elles.
import-unknown = Colonnes qui ne servent pas : { $columns }.
import-bad = Lignes refusées
import-where = Ligne { $line }, colonne « { $column } »
import-good =
    { $count ->
        [one] Voir { $count } bonne ligne
       *[other] Voir { $count } bonnes lignes
    }
import-line = Ligne { $line }
import-more =
    { $count ->
        [one] Et { $count } autre ligne.
       *[other] Et { $count } autres lignes.
    }
import-if-bad = Si des lignes sont refusées
import-keep-good = Garder les bonnes lignes
import-all-or-none = Ne rien garder
import-confirm = Garder ces lignes
import-again = Choisir un autre fichier

import-deed-added = { $name } s’ajoute, sous le nom court { $key }.
import-deed-agreed = Entente avec { $vendor }, { $place }, du { $from } au { $until }.
import-deed-opens = { $place } ouvre : { $hours }.
import-deed-handed-out =
    { $count ->
        [one] { $partner } remet { $count } coupon, { $amount }.
       *[other] { $partner } remet { $count } coupons, { $amount }.
    }
import-deed-accepted = Coupon accepté : { $amount } à recevoir.
