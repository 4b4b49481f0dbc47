### Les personnes d’un programme : qui a quel rôle, comment chacune entre.

people-invite = Inviter quelqu’un
people-invite-hint = Vous obtiendrez une carte avec un lien. Imprimez-la ou envoyez le lien. Une adresse de courriel n’est pas nécessaire.
people-invite-button = Inviter et montrer la carte
people-lasts = Lien bon pendant
people-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
people-you = vous
people-count =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
people-find = Un nom, un rôle ou un organisme
people-seen = Dernière visite le { $on }.
people-never = N’est pas encore entrée.
people-open =
    { $count ->
        [0] Aucune session ouverte.
        [one] { $count } session ouverte.
       *[other] { $count } sessions ouvertes.
    }
people-link-until = Lien bon jusqu’au { $until }.
people-link = Faire une carte avec un nouveau lien
people-link-hint = Le lien d’avant ne servira plus.
people-not-yours = Cette personne entre par elle-même. Son accord est nécessaire à côté du vôtre, ou elle travaille aussi ailleurs.
people-another-role = Un rôle de plus
people-give = Donner ce rôle
people-take = Enlever : { $role }
people-end = Fermer toutes ses sessions

card-title = Carte d’accès
card-once = Ce lien est montré une seule fois. Imprimez cette page ou copiez le lien maintenant.
card-square = Carré à lire pour entrer
card-scan = Lisez le carré avec l’appareil photo d’un téléphone.
card-press = Appuyez sur « Se connecter ».
card-return = Pour revenir plus tard, ouvrez « Mon compte » : une clé d’accès, ou un courriel et un mot de passe. Sinon, demandez une nouvelle carte.
card-address = Sans appareil photo, écrivez cette adresse :
card-until = Cette carte est bonne jusqu’au { $until }.
card-secret = Elle sert une seule fois. Ne la prêtez pas : elle ouvre votre compte.
card-print = Pour imprimer la carte, utilisez « Imprimer » dans votre navigateur. Elle tient sur une demi-page.
