### La connexion.

sign-in-title = Connexion
sign-in-intro = Cette partie est pour les équipes du programme. Pour utiliser un coupon, vous n’avez pas besoin de compte.
sign-in-email = Adresse de courriel
sign-in-password = Mot de passe
sign-in-show-password = Montrer le mot de passe
sign-in-button = Se connecter
sign-in-link-button = Recevoir un lien par courriel
sign-in-link-hint = Le lien vous connecte sans mot de passe. Il sert une seule fois.
sign-in-link-sent = Si cette adresse est inscrite, un lien vient d’y être envoyé. Il est bon pendant { $wait }.
sign-in-passkey-button = Utiliser une clé d’accès
sign-in-demo = Choisir une personne de la démonstration
sign-in-signed-out = Votre session est fermée.
sign-in-choose-programme = Choisissez un programme
sign-in-check-coupon = Vous voulez vérifier un coupon? C’est ici.
sign-in-lost = Pas de mot de passe? Demandez un lien de connexion à la coordination.
sign-in-link-title = Votre lien de connexion
sign-in-link-ready = Tout est prêt. Appuyez sur le bouton pour entrer.
start-title = Vos programmes
start-hint = Vous travaillez dans plusieurs programmes. Choisissez celui d’aujourd’hui.
start-simulated = Données simulées
start-empty = Vous n’avez encore de rôle dans aucun programme.
start-empty-next = Demandez à la coordination de votre territoire de vous en donner un.
