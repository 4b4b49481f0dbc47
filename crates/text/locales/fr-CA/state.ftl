### Les états d’un coupon, dans l’ordre de l’équation : imprimés = en réserve + chez les organismes + …

state-printed = Imprimé
state-in-stock = En réserve
state-with-partner = Chez un organisme
state-handed-out = Remis
state-redeemed = Utilisé
state-void = Annulé
state-lost = Perdu
state-stolen = Volé
state-returned = Rapporté
state-expired = Expiré

## Une phrase pour expliquer chacun.

state-printed-hint = Sorti de l’imprimerie, pas encore compté par le programme.
state-in-stock-hint = Compté et gardé par le programme.
state-with-partner-hint = Confié à un organisme partenaire qui va le remettre.
state-handed-out-hint = Entre les mains d’un ménage, ou de la personne qui l’a acheté.
state-redeemed-hint = Échangé contre des aliments chez un marchand.
state-void-hint = Annulé par le programme. Il ne peut plus servir.
state-lost-hint = Déclaré perdu. Il ne peut plus servir.
state-stolen-hint = Déclaré volé. Il ne peut plus servir.
state-returned-hint = Rapporté au programme sans avoir servi.
state-expired-hint = Son dernier jour est passé.
