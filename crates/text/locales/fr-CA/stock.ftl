### La réserve : compter, attribuer, retirer, vendre.

stock-printed = Imprimés, à compter
stock-in-stock = En réserve
stock-with-partners = Chez les organismes
stock-numbers-hint = Sur le coupon 3-00012, le lot est 3 et le numéro est 12. Écrivez 1-200, 205, ou des carnets entiers : c3-c5.
stock-take-in = Compter en réserve
stock-take-in-hint = Les coupons reviennent de l’imprimerie? Comptez-les avant de les attribuer.
stock-take-in-button = Compter en réserve
stock-allot = Attribuer à un organisme
stock-allot-hint = Les coupons passent de la réserve à un organisme, ou d’un organisme à un autre.
stock-fund = Fonds qui paiera
stock-fund-later = Selon la règle du programme
stock-fund-hint = Choisissez un fonds seulement si le bailleur l’exige.
stock-out = Retirer des coupons
stock-out-hint = Un coupon retiré ne peut plus jamais servir.
stock-out-why = Pourquoi
stock-reason-hint = Quelques mots pour le journal. Jamais un nom.
stock-out-button = Retirer ces coupons
stock-sell = Vendre au public
stock-sell-hint = Les coupons vendus n’expirent jamais. La bonification est faite de coupons donnés.
stock-sell-reference-hint = Le numéro du reçu. Jamais un nom de personne.
stock-bonus = Bonification, s’il y en a une
stock-sell-button = Noter la vente
stock-held = Chez les organismes
stock-in-hand = En main
