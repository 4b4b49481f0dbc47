### Ce qu’une personne peut être dans un programme.

role-coordinator = Coordination
role-partner-worker = Intervenant·e d’un organisme
role-market-manager = Responsable de marché
role-merchant = Marchand
role-treasurer = Trésorerie
role-approver = Approbation des paiements
role-funder = Bailleur de fonds
role-auditor = Vérification

## Une phrase pour expliquer chacun.

role-coordinator-hint = Anime le programme dans son territoire : décide, imprime, attribue, suit.
role-partner-worker-hint = Remet des coupons aux ménages au nom d’un organisme.
role-market-manager-hint = Compte les coupons d’un marché.
role-merchant-hint = Accepte des coupons et voit ce qui lui est dû.
role-treasurer-hint = Prépare et envoie les paiements.
role-approver-hint = Approuve les paiements, avec une deuxième personne.
role-funder-hint = Voit un fonds : ce qui est entré, ce qui est sorti, ce qui reste.
role-auditor-hint = Lit tout et ne change rien.
