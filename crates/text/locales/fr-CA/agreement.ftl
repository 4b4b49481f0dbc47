### L’entente avec un marchand.

agreement-title = Entente avec un marchand
agreement-parties = Qui et où
agreement-between = Cette entente est entre { $carrier }, qui porte « { $programme } », et { $vendor }.
agreement-where = Elle permet à { $vendor } d’accepter des coupons à cet endroit : { $place }, { $dates }.
agreement-coupons = Les coupons acceptés
agreement-coupons-list = Le marchand accepte ces coupons, à leur pleine valeur :
agreement-class = { $letter } · { $name }, { $face }. { $validity }
agreement-stall = Au kiosque
agreement-stall-food = Un coupon sert à acheter des aliments, rien d’autre.
agreement-stall-same = Les prix et l’accueil sont les mêmes pour tout le monde.
agreement-stall-change = Le marchand rend la monnaie sur un coupon.
agreement-stall-no-change = Le marchand ne rend pas la monnaie sur un coupon.
agreement-stall-names = Le marchand ne demande ni nom, ni carte, ni raison à la personne qui paie.
agreement-bring = Rapporter les coupons
agreement-bring-how = Le marchand remet ses coupons avec un bordereau, ou les compte avec un téléphone.
agreement-bring-last = Le dernier jour pour les rapporter est le { $last }.
agreement-pay = Le paiement
agreement-pay-target =
    { $days ->
        [one] { $fiduciary } vise à payer { $days } jour ouvrable après le comptage.
       *[other] { $fiduciary } vise à payer { $days } jours ouvrables après le comptage.
    }
agreement-pay-no-fee = Le marchand reçoit toute la valeur des coupons. Aucuns frais ne sont retenus.
agreement-pay-minimum = Un montant de moins de { $least } attend le paiement suivant.
agreement-doubt = Un coupon en doute
agreement-doubt-decided = Un coupon déjà encaissé, perdu ou annulé n’est ni payé ni refusé d’office : la coordination décide.
agreement-doubt-spot = Le marché peut en payer sur place, jusqu’à { $limit } par jour.
agreement-doubt-good-faith = Un marchand qui a suivi ces règles de bonne foi n’est pas pénalisé.
agreement-end = Mettre fin à l’entente
agreement-end-notice = Chacun peut mettre fin à l’entente en le disant par écrit à l’autre.
agreement-end-paid = Les coupons acceptés avant sont payés.
agreement-signed-on = Signé le { $on }
agreement-side-vendor = Le marchand
agreement-side-programme = Le programme
agreement-digest = Empreinte du texte signé : { $digest }

## Les pages

agreement-list-empty = Aucune entente pour l’instant.
agreement-list-empty-next = Préparez-en une pour chaque marchand et chaque lieu.
agreement-new = Préparer une entente
agreement-from = Premier jour
agreement-until = Dernier jour
agreement-new-button = Préparer
agreement-state-in-force = En vigueur
agreement-state-signed = Signée, hors de ses dates
agreement-state-waits-vendor = Attend le marchand
agreement-state-waits-programme = Attend le programme
agreement-state-waits-both = Attend les deux signatures
agreement-accept = J’ai lu cette entente et je l’accepte.
agreement-sign-vendor = Signer comme marchand
agreement-sign-programme = Signer pour le programme
agreement-signed-paper = Le marchand a signé sur papier
agreement-signatures = Signatures
agreement-not-signed = Pas encore signée
agreement-pdf = Entente en PDF
agreement-no-coupon-before = Aucun coupon n’est accepté avant les deux signatures.
