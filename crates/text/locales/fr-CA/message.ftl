### Les messages de la coordination.

message-read-hint = Ce que la coordination vous a écrit.
message-write = Écrire un message
message-to = À qui
message-to-everybody = Tout le monde
message-to-partners = Tous les organismes
message-to-vendors = Tous les marchands
message-to-markets = Tous les responsables de marché
message-to-place-named = { $place } (responsables et marchands)
message-for = Pour : { $to }
message-subject = Sujet
message-text = Message
message-text-hint = Du texte simple. Les retours à la ligne restent. Ne nommez personne sans nécessité.
message-until-label = Dernier jour
message-until-hint = Après ce jour, le message quitte les pages d’accueil.
message-send = Envoyer
message-send-hint = Il paraît sur la page d’accueil de chaque personne. Il part aussi par courriel à celles qui ont une adresse.
message-send-no-mail = Il paraît sur la page d’accueil de chaque personne. Cette installation n’envoie pas de courriel.
message-signature = { $author }, { $at }
message-author-none = Le programme
message-until = jusqu’au { $day }
message-read = J’ai lu
message-all = Tous vos messages
message-own = Vos messages
message-sent = Messages envoyés
message-withdrawn = Retiré
message-over = Terminé
message-withdraw = Retirer ce message
message-again = Renvoyer les courriels manqués
message-print-hint = Imprimez cette page pour un babillard : seul le message paraît sur le papier.
message-read-by =
    { $count ->
        [one] Lu par { $count } personne sur { $of }
       *[other] Lu par { $count } personnes sur { $of }
    }
message-letters = Courriels envoyés : { $count }.
message-waiting = En attente : { $count }.
message-failed = Pas partis : { $count }.
message-nowhere = Sans adresse : { $count }.
message-letter-failed = le courriel n’est pas parti
message-letter-waiting = le courriel attend de partir
message-no-address = pas d’adresse de courriel
message-unread = N’ont pas encore lu
message-readers = Ont lu
message-nobody = Personne n’a encore de compte pour le lire ici. Imprimez-le.

## Une ouverture annulée, dite à ceux qu’elle touche

message-tell = Prévenir
message-tell-title = Prévenez ceux que ça touche
message-tell-hint = Le message est déjà écrit. Relisez-le avant de l’envoyer.
message-tell-place = Écrire aux marchands et aux responsables
message-tell-partners = Écrire aux organismes
message-closed-subject = { $place } : pas d’ouverture le { $day }
message-closed-text =
    { $place } n’ouvrira pas le { $day } ({ $why }).

    Les coupons restent bons : ils servent aux autres lieux et aux prochains jours.
