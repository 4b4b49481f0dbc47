### Les litiges : un coupon présenté deux fois, ou après avoir été annulé, perdu, volé, rapporté ou expiré.

count-disputes =
    { $count ->
        [one] { $count } litige
       *[other] { $count } litiges
    }
dispute-title = Litiges
dispute-number = Litige { $dispute }
dispute-explain = Le marchand a accepté ce coupon de bonne foi. Une personne décide s’il est payé.
dispute-first = Première utilisation
dispute-second = Deuxième présentation
dispute-decide = Décider
dispute-note = Raison de la décision
dispute-open = À décider
dispute-decided = Décidé
dispute-none-open = Aucun litige n’attend de décision.
dispute-before = Avant
dispute-presented = Présenté par le marchand
dispute-fund = Payer avec la réserve de
dispute-decided-title = Litiges décidés

dispute-reason-already-redeemed = Déjà utilisé ailleurs
dispute-reason-void = Annulé avant
dispute-reason-lost = Déclaré perdu
dispute-reason-stolen = Déclaré volé
dispute-reason-expired = Expiré avant d’arriver
dispute-reason-returned = Déjà rapporté au programme
dispute-reason-late = Arrivé après le dernier jour pour rapporter les coupons

decision-pay = Payer le marchand
decision-refuse = Ne pas payer
