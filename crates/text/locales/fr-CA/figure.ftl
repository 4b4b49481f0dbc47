### Ce dont un chiffre est fait : la liste derrière chaque nombre des pages.

figure-sum = Ce chiffre est la somme des lignes ci-dessous.
figure-by-day = Une ligne par jour et par lieu, sans marchand ni organisme.
figure-by-weeks = Les semaines sont regroupées : personne n’y est reconnaissable.
figure-small =
    { $count ->
        [one] Il y a moins de { $count } remise ou coupon ici : ce chiffre n’est pas montré, pour que personne ne soit reconnu.
       *[other] Il y a moins de { $count } remises ou coupons ici, ou trop peu à côté. Ce chiffre n’est pas montré : personne ne doit être reconnu.
    }
figure-none = Rien à montrer : ce chiffre est zéro.
figure-lines = Ligne par ligne
figure-limits = Ce que montre la liste
figure-limit = { $what } : { $value }
figure-without = Tout montrer
figure-choose = Choisir une partie
figure-all = Tout
figure-show = Montrer
figure-newer = Plus récent
figure-older = Plus ancien
figure-from = Du
figure-until = Au
figure-since = À partir du
figure-through = Jusqu’au
figure-overcommitment = Promesse au-delà de l’argent reçu

## Chaque chiffre, et ce qu’il compte

figure-printed = Imprimés, pas encore comptés
figure-printed-hint = Les coupons imprimés qui ne sont pas dans la réserve.
figure-in-stock = En réserve
figure-in-stock-hint = Les coupons comptés que le programme garde.
figure-with-partner = Chez les organismes
figure-with-partner-hint = Les coupons attribués qui attendent d’être remis.
figure-handed-out = Remis ou vendus, pas encore utilisés
figure-handed-out-hint = Les coupons entre les mains des ménages et des acheteurs.
figure-redeemed = Utilisés en tout
figure-redeemed-hint = Les coupons acceptés par les marchands, coupons vendus compris.
figure-void = Annulés
figure-void-hint = Les coupons que le programme a annulés.
figure-lost = Perdus
figure-lost-hint = Les coupons déclarés perdus.
figure-stolen = Volés
figure-stolen-hint = Les coupons déclarés volés.
figure-returned = Rapportés
figure-returned-hint = Les coupons rapportés sans avoir servi.
figure-expired = Expirés
figure-expired-hint = Les coupons dont le dernier jour est passé.
figure-ever-allotted = Attribués aux organismes
figure-ever-allotted-hint = Tous les coupons des organismes, où qu’ils soient maintenant.
figure-ever-handed-out = Remis par les organismes
figure-ever-handed-out-hint = Chaque ligne dit ce que ces coupons sont devenus.
figure-used = Utilisés, parmi ceux des organismes
figure-used-hint = Où et quand ces coupons ont été acceptés.
figure-in-hand = En attente d’être remis
figure-in-hand-hint = Les coupons que les organismes ont en main.
figure-live = Encore utilisables, avec un dernier jour
figure-live-hint = Ils sont en réserve, chez les organismes ou chez les ménages.
figure-overdue = Dernier jour passé
figure-overdue-hint = Ces coupons peuvent être expirés.
figure-sold = Vendus, pas encore utilisés
figure-sold-hint = Ces coupons n’expirent jamais.
figure-hand-outs = Remises
figure-hand-outs-hint = Les remises notées. Un même ménage peut en recevoir plusieurs.
figure-received = Argent reçu
figure-received-hint = Ce qui est arrivé à la banque.
figure-spent = Dépensé en aliments
figure-spent-hint = Les coupons utilisés et les litiges payés.
figure-paid = Payé aux marchands
figure-paid-hint = Les paiements que la banque a confirmés.
figure-operations = Frais de fonctionnement
figure-operations-hint = Ce que le fonds a payé pour le programme.
figure-moved-in = Venu d’autres fonds
figure-moved-in-hint = L’argent que deux personnes ont déplacé vers ce fonds.
figure-moved-out = Parti vers d’autres fonds
figure-moved-out-hint = L’argent que deux personnes ont déplacé hors de ce fonds.
figure-given-back = Rendu au bailleur de fonds
figure-given-back-hint = L’argent qui est retourné à qui l’avait donné.
figure-refunded = Remboursé aux acheteurs
figure-refunded-hint = Les coupons vendus qui ont été rapportés.
figure-promised = Promis aux ménages
figure-promised-hint = Les coupons remis, moins ceux qui ont servi ou expiré.
figure-set-aside = Mis de côté
figure-set-aside-hint = La réserve pour les pertes de bonne foi.
figure-sold-left = Vendu, pas encore utilisé
figure-sold-left-hint = Ce que les acheteurs ont payé, moins ce qui a servi.
figure-left = Reste à promettre
figure-left-hint = L’argent reçu, moins ce qui est utilisé, gardé ou promis.
figure-remains = Reste de l’argent reçu
figure-remains-hint = L’argent reçu, moins ce qui est utilisé, déplacé, gardé ou promis.
figure-owed = Dû aux marchands
figure-owed-hint = Tout ce qui n’est pas encore confirmé par la banque.
figure-bank = En banque
figure-bank-hint = Ce qui est entré, moins ce qui est sorti.
figure-to-pay = Dû, dans aucun règlement
figure-to-pay-hint = Ce que le prochain règlement peut payer.
