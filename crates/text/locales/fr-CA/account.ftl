### Son propre compte, et le deuxième pas de la connexion.

account-lead = Comment vous entrez ici, et où vous êtes en ce moment.
account-notebooks =
    { $count ->
        [one] Votre carnet de décisions
       *[other] Vos { $count } carnets de décisions
    }
account-prove = Montrez que c’est vous
account-prove-hint = Votre connexion date de plus de dix minutes. Avant d’ajouter une façon d’entrer, confirmez que c’est vous.
account-prove-button = Confirmer
account-prove-again = Ni mot de passe ni clé d’accès? Déconnectez-vous, puis entrez par un nouveau lien.
account-who = Qui vous êtes
account-email-hint = Vos liens de connexion y sont envoyés. Personne d’autre ne la voit que la coordination.
account-current = Mot de passe actuel
account-current-hint = Seulement pour changer l’adresse de courriel.
account-password-email = Un mot de passe sert avec une adresse de courriel. Ajoutez d’abord la vôtre plus haut, ou demandez une nouvelle carte pour revenir.
account-no-password = Vous n’en avez pas. Vous entrez avec un lien. Un mot de passe vous permet de revenir quand vous voulez.
account-has-password = Vous en avez un. Quand vous le changez, vos autres sessions se ferment.
account-new-password = Nouveau mot de passe
account-password-hint = Au moins 12 signes. Quatre mots sans rapport font un bon mot de passe.
account-set-password = Enregistrer le mot de passe
account-passkeys = Clés d’accès
account-passkeys-hint = Une clé d’accès reste dans votre appareil. Vous entrez avec un doigt, un visage ou le code de l’appareil.
account-passkey-add = Ajouter une clé de cet appareil
account-passkey-added = Ajoutée le { $added }
account-passkey-used = Ajoutée le { $added }, utilisée le { $used }
account-passkey-script = Il faut JavaScript pour ajouter une clé d’accès.
account-second = Code du téléphone
account-second-on = Après votre mot de passe, un code de votre téléphone est demandé.
account-second-off = Après votre mot de passe, un code de votre téléphone peut être demandé. Un mot de passe volé ne suffit alors plus.
account-second-offer = Demander aussi un code
account-second-drop = Ne plus demander de code
account-renew-codes = Faire d’autres codes de secours
account-codes-left =
    { $count ->
        [one] Il vous reste { $count } code de secours.
       *[other] Il vous reste { $count } codes de secours.
    }
account-sessions = Où vous êtes
account-sessions-hint = Fermez ce que vous ne reconnaissez pas, puis changez votre mot de passe.
account-session = Ouverte le { $opened }, vue le { $seen }
account-this = celui-ci
account-end = Fermer
account-other-device = Appareil non reconnu

offer-title = Un code après le mot de passe
offer-lead = Il vous faut une application de codes sur votre téléphone. La plupart des gestionnaires de mots de passe en ont une.
offer-open = Ouvrez l’application et choisissez d’ajouter un compte.
offer-scan = Lisez ce carré avec elle.
offer-write = Écrivez ici les six chiffres qu’elle montre.
offer-square = Carré à lire avec une application de codes
offer-by-hand = Le carré ne se lit pas? Écrivez ceci dans l’application :
offer-button = C’est le bon code

recovery-title = Vos codes de secours
recovery-lead = Imprimez cette page ou copiez ces codes. Ils ne seront plus montrés.
recovery-hint = Sans votre téléphone, un de ces codes le remplace. Chacun sert une seule fois.
recovery-kept = C’est gardé en lieu sûr
