### Le programme : saison, lieux, organismes, marchands, décisions.

programme-title = Programme
programme-territory = Territoire
programme-carrier = Porteur
programme-fiduciary = Fiduciaire
programme-season = Saison
programme-starts = Premier jour
programme-ends = Dernier jour
programme-last-claim = Dernier jour pour rapporter les coupons
programme-decisions = Carnet de décisions
programme-toolbox = Boîte à outils
programme-bands = Barème par taille de ménage
programme-closed = Saison fermée le { $on }
season-dates = Les dates
season-steps = Les étapes de la saison
season-later = Plus tard
season-before = Avant de fermer
season-to-do = À faire
season-done = Fait
season-disputes =
    { $count ->
        [0] Aucun litige à décider
        [one] { $count } litige à décider
       *[other] { $count } litiges à décider
    }
season-disputes-hint = Chaque litige attend la décision d’une personne.
season-unpaid = Dû aux marchands ou en chemin : { $amount }
season-unpaid-hint = Préparez, approuvez, envoyez et confirmez les règlements.
season-live =
    { $count ->
        [0] Aucun coupon donné ne peut encore servir
        [one] { $count } coupon donné peut encore servir
       *[other] { $count } coupons donnés peuvent encore servir
    }
season-live-hint = Chaque coupon donné doit être utilisé, retiré ou expiré.
season-sold =
    { $count ->
        [one] { $count } coupon vendu n’est pas utilisé. Il reste bon et remboursable après la fermeture.
       *[other] { $count } coupons vendus ne sont pas utilisés. Ils restent bons et remboursables après la fermeture.
    }
season-expire = Faire expirer les coupons
season-expire-none = Aucun coupon donné n’a passé son dernier jour.
season-overdue =
    { $count ->
        [one] { $count } coupon donné a passé son dernier jour.
       *[other] { $count } coupons donnés ont passé leur dernier jour.
    }
season-expire-sure = Je comprends que ces coupons ne pourront plus jamais servir.
season-expire-button = Faire expirer
season-close = Fermer la saison
season-close-hint = Tout est réglé. Après la fermeture, on ne remet plus de coupons.
season-close-sure = Je comprends que la saison ne pourra pas être rouverte.
season-close-button = Fermer la saison
season-close-later = La saison pourra fermer quand tout ce qui est ci-dessus sera fait.
programme-places = Lieux
programme-partners = Organismes partenaires
programme-vendors = Marchands participants
programme-agreements = Ententes
programme-agreement-unsigned = Entente non signée
programme-agreement-in-force = Entente en vigueur jusqu’au { $until }

count-households =
    { $count ->
        [one] { $count } ménage
       *[other] { $count } ménages
    }
count-vendors =
    { $count ->
        [one] { $count } marchand
       *[other] { $count } marchands
    }
count-partners =
    { $count ->
        [one] { $count } organisme
       *[other] { $count } organismes
    }
count-places =
    { $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }

open-title = Ouvrir un programme
open-hint = Le territoire décide dans son fichier. Ici, vous l’ouvrez et vous nommez la personne qui le coordonnera.
open-file = Le fichier du programme
open-bring = Apporter un fichier
open-notebook = Un carnet de décisions écrit ce fichier pour vous, puis ouvre le programme.
open-by-hand = Écrire le fichier à la main
open-text = Ou écrire ici
open-text-hint = Un exemple complet est déjà écrit : changez ce qui est différent, enlevez le reste. Le fichier apporté passe avant ce texte.
open-look = Voir ce qui sera ouvert
open-who = Qui coordonne ce programme?
open-button = Ouvrir ce programme
open-button-hint = Une carte d’accès sera montrée une fois, à imprimer ou à envoyer.

## Les étapes, et ce qui les dit faites

season-step-funds = Noter l’argent des bailleurs de fonds
season-step-funds-hint = Au moins un versement est noté.
season-step-agreements = Signer une entente avec chaque marchand
season-step-agreements-hint = Chaque entente porte les deux signatures.
season-step-print = Imprimer et compter les coupons
season-step-print-hint = Aucun coupon imprimé n’attend d’être compté.
season-step-stock = Donner des coupons à chaque organisme
season-step-stock-hint = Chaque organisme en a reçu.
season-step-people = Inviter les personnes
season-step-people-hint = Chaque organisme a quelqu’un qui remet, et assez de personnes peuvent approuver.
season-step-places = Écrire les heures de chaque lieu
season-step-places-hint = Chaque lieu dit quand il est ouvert.
season-step-first-hand-out = Remettre les premiers coupons
season-step-first-hand-out-hint = La saison est commencée.
season-step-midway = Regarder la mi-saison
season-step-midway-hint = Aucun coupon n’attend là où il ne servira pas.
season-step-last-day = Annoncer le dernier jour
season-step-last-day-hint = Un rappel, quatre semaines avant : Cabas ne sait pas qui l’a appris.
season-step-unspent = Reprendre les coupons non remis
season-step-unspent-hint = Aucun coupon ne reste chez un organisme.
season-step-claims = Finir les réclamations
season-step-claims-hint = Le dernier jour est passé et chaque litige est décidé.
season-step-paid = Payer tous les marchands
season-step-paid-hint = Rien n’est dû ni en chemin.
season-step-close = Vérifier et fermer la saison
season-step-close-hint = Faites la vérification, gardez-la, puis fermez.
nav-together = Côte à côte
nav-together-hint = Les totaux de tous les programmes, et leur somme.
together-title = Les programmes côte à côte
together-hint = Les totaux de chaque programme dont vous voyez les totaux, et leur somme.
together-link = Voir les programmes côte à côte
together-programme = Programme
together-programmes =
    { $count ->
        [one] { $count } programme.
       *[other] { $count } programmes.
    }
together-households =
    { $count ->
        [one] { $count } ménage rejoint, compté dans chaque programme.
       *[other] { $count } ménages rejoints, comptés dans chaque programme.
    }
together-households-unknown = Les ménages ne sont pas connus partout : ils ne s’additionnent pas.
together-left-out = Les simulations ne comptent pas dans ces sommes.
together-each = Chaque programme
together-season = du { $from } au { $until }
