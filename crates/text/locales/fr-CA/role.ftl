### Ce qu’une personne peut être dans un programme.

role-coordinator = Coordination
role-partner-worker = Intervenant·e d’un organisme
role-market-manager = Responsable de marché
role-merchant = Marchand
role-treasurer = Trésorerie
role-approver = Approbation des paiements
role-funder = Bailleur de fonds
role-auditor = Vérification
role-network = Réseau provincial
role-evaluator = Évaluation

## Une phrase pour expliquer chacun.

role-coordinator-hint = Anime le programme dans son territoire : décide, imprime, attribue, suit.
role-partner-worker-hint = Remet des coupons aux ménages au nom d’un organisme.
role-market-manager-hint = Compte les coupons d’un marché.
role-merchant-hint = Accepte des coupons et voit ce qui lui est dû.
role-treasurer-hint = Prépare et envoie les paiements.
role-approver-hint = Approuve les paiements, avec une deuxième personne.
role-funder-hint = Voit un fonds : ce qui est entré, ce qui est sorti, ce qui reste.
role-auditor-hint = Lit tout et ne change rien.
role-network-hint = Voit les totaux du programme, tant que le territoire le veut. Ouvre le programme d’un nouveau territoire.
role-evaluator-hint = Voit l’utilisation par organisme, lieu et taille de ménage. Ne voit aucun compte ni aucun repère.

## Le tableau des rôles, pour docs/roles.fr.md

roles-title = Qui peut faire quoi
roles-intro = Ce tableau vient du code qui décide. Un test le compare au programme : il ne peut pas mentir.
roles-no = –
roles-own = le sien
roles-all = oui
roles-each = À quoi sert chaque rôle
roles-two = Ce que personne ne fait seul
roles-two-run = Un règlement est approuvé par deux personnes différentes avant d’être payé.
roles-two-bank = Des coordonnées bancaires sont demandées par une personne et confirmées par une autre.
roles-two-hold = Les paiements d’un marchand sont retenus par une seule personne, et libérés par deux.
roles-two-void = Un lot entier est annulé par une personne et confirmé par une autre.
roles-two-key = Une nouvelle clé de signature est demandée par une personne et confirmée par une autre.
roles-two-amendment = Un avenant est demandé par une personne et confirmé par une autre.
roles-two-apart = La coordination ne tient pas la trésorerie et n’approuve pas les paiements, dans un même programme.
roles-two-money = Quand il y a assez de personnes pour payer, la coordination invite, et la trésorerie ou l’approbation donne les rôles qui paient. Personne ne fait les deux.
roles-two-links = La coordination ne refait pas le lien d’une personne dont l’accord est nécessaire, une fois cette personne entrée.
roles-two-last = Un programme garde toujours quelqu’un pour le coordonner.

action-open = Écrire la première page d’un programme (le logiciel seul)
action-open-another = Faire ouvrir un autre programme et nommer qui le coordonne
action-configure = Inscrire lieux, marchands, organismes, fonds, catégories, ententes; demander un avenant
action-staff = Inviter des personnes, donner et enlever des rôles
action-staff-money = Donner les rôles qui paient ou approuvent
action-receive-money = Noter l’argent reçu ou mis de côté; demander un déplacement d’argent entre fonds
action-run-season = Imprimer, attribuer, annuler, vendre, fermer
action-sell = Vendre au public, tenir les commandes
action-hand-out = Remettre des coupons pour un organisme
action-replace = Remettre ou remplacer des coupons au nom du programme
action-redeem = Compter des coupons pour un marchand à un lieu
action-run-market = Tenir la journée d’un marché
action-agree-for = Signer une entente ou des totaux au nom d’un marchand
action-decide = Décider des litiges
action-pay = Payer, et confirmer des coordonnées bancaires
action-hold = Retenir les paiements d’un marchand; demander de les libérer
action-propose-bank = Demander un changement de coordonnées bancaires
action-approve = Approuver un règlement; confirmer l’argent qui quitte un fonds
action-plan = Écrire les scénarios du territoire sur plusieurs années
action-plan-province = Voir et écrire les scénarios de la province
action-ask-key = Demander une nouvelle clé de signature
action-second = Confirmer ce qu’une autre personne a demandé : annulation d’un lot, nouvelle clé, avenant, levée d’une retenue
action-write = Écrire aux personnes du programme
action-see-all = Voir chaque coupon, chaque remise, chaque litige
action-see-totals = Voir les totaux du programme
action-see-use = Voir l’utilisation par organisme, lieu et taille de ménage
action-see-payments = Voir les règlements et ce qui est dû
action-see-bank-details = Voir les coordonnées bancaires, masquées
action-see-proof = Voir la vérification, la saison et les livres
action-see-people = Voir qui a quel rôle
action-see-partner = Voir les remises d’un organisme
action-see-vendor = Voir les ventes d’un marchand
action-see-place = Voir un lieu
action-see-fund = Voir un fonds
