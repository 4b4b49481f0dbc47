### Les coupons acceptés par les marchands, et leur comptage.

channel-online = Au kiosque, avec réseau
channel-offline = Au kiosque, sans réseau
channel-counted = Papier, compté après

count-title = Compter des coupons
count-vendor = Marchand
count-place = Lieu
count-box-hint = La caisse d’un libre-service? Comptez tout son contenu : choisissez ce lieu, et le jour où la caisse a été ouverte.
count-day = Jour du marché
count-scan = Lire avec la caméra
count-type = Écrire un code
count-running =
    { $count ->
        [one] { $count } coupon, { $amount }
       *[other] { $count } coupons, { $amount }
    }
count-accepted =
    { $count ->
        [0] Aucun coupon accepté.
        [one] { $count } coupon accepté. { $amount } à recevoir.
       *[other] { $count } coupons acceptés. { $amount } à recevoir.
    }
count-refused =
    { $count ->
        [0] Aucun coupon mis à part.
        [one] { $count } coupon mis à part : voyez pourquoi.
       *[other] { $count } coupons mis à part : voyez pourquoi.
    }
count-waiting =
    { $count ->
        [0] Tout est envoyé.
        [one] { $count } coupon gardé dans le téléphone. Il partira au retour du réseau.
       *[other] { $count } coupons gardés dans le téléphone. Ils partiront au retour du réseau.
    }
count-clock = L’horloge de cet appareil n’est pas à l’heure. Les coupons sont acceptés; corrigez l’heure dès que possible.
count-codes = Codes des coupons
count-codes-hint = Un code par ligne. Un lecteur USB, un clavier ou une liste collée conviennent.
count-file = Ou un fichier
count-file-hint = Un fichier CSV ou texte : un code par ligne, ou une colonne nommée « code ». Il s’ajoute à la liste écrite ci-dessus.
count-if-bad = Si une ligne est mauvaise
count-keep-good = Compter les bonnes lignes
count-all-or-none = Ne rien compter
count-none-kept = Rien n’a été compté : une ligne au moins est mauvaise.
count-none-kept-next = Corrigez les lignes ci-dessous, ou choisissez de compter les bonnes lignes.
count-replayed = Cette liste avait déjà été envoyée. Rien n’a changé.
count-bad = À regarder
count-line = Ligne { $line }, colonne { $column }
count-whole-line = Ligne { $line }
count-file-line = Fichier, ligne { $line }, colonne { $column }
count-problem-too-long = Cette ligne est trop longue pour contenir un code.
count-problem-too-many-lines = Il y a trop de lignes. Celle-ci et les suivantes n’ont pas été lues.
count-problem-not-utf8 = Un signe de cette ligne ne peut pas être lu.
count-problem-no-code = Il n’y a pas de code sur cette ligne, là où sont les autres.
count-good =
    { $count ->
        [one] { $count } bonne ligne
       *[other] { $count } bonnes lignes
    }
