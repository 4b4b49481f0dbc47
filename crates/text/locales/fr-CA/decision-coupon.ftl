### Le carnet de décisions, thème « Le coupon ».

decision-medium = Les coupons seront-ils du papier, une carte ou une monnaie locale?
decision-medium-short = Support du coupon
decision-medium-why = Le papier marche sans appareil ni réseau, mais il faut l’imprimer et le compter. Une carte paie au cent près, mais demande un appareil. Une monnaie locale sert aussi chez des marchands qui ne vendent pas d’aliments.
decision-medium-is-paper = Du papier
decision-medium-is-card = Une carte
decision-medium-is-local-currency = Une monnaie locale

decision-currency-name = Si les coupons sont en monnaie locale, comment s’appelle-t-elle?
decision-currency-name-short = Nom de la monnaie locale
decision-currency-name-why = Ce nom est imprimé sur les coupons et dans les comptes. Les marchands doivent reconnaître leur monnaie.
decision-currency-name-help = Son nom, tel que les gens le disent. Laissez vide sans monnaie locale.

decision-currency-bonus = De combien la monnaie locale vaut-elle plus que ce qu’on paie pour l’obtenir?
decision-currency-bonus-short = Bonification de la monnaie
decision-currency-bonus-why = Si 100 $ donnent 105, chaque dollar donné achète plus de nourriture. Quelqu’un paie la différence : c’est un fonds de plus à prévoir.
decision-currency-bonus-help = Un pourcentage, par exemple 5. Inscrivez 0 si elle vaut autant.

decision-denominations = Quelles valeurs auront les coupons?
decision-denominations-short = Valeurs des coupons
decision-denominations-why = Une petite valeur tombe plus près du prix. Une grosse valeur fait moins de coupons à imprimer et à compter.
decision-denominations-help = Une valeur par ligne, en dollars : « 5 », puis « 10 ».

decision-anti-copy = Comment se protéger des copies?
decision-anti-copy-short = Protection contre les copies
decision-anti-copy-why = De faux bons ont circulé en Ontario et au Royaume-Uni. Un papier spécial se voit à l’œil, mais coûte plus cher et peut être imité. Un numéro se vérifie, si quelqu’un le lit.
decision-anti-copy-is-numbered-signed = Un numéro et un code signé
decision-anti-copy-is-numbered = Un numéro
decision-anti-copy-is-special-paper = Un papier difficile à copier
decision-anti-copy-is-none = Rien de spécial

decision-change = Le marchand rend-il la monnaie sur un coupon?
decision-change-short = Monnaie rendue
decision-change-why = Sans monnaie, un ménage achète plus ou perd un reste. Avec la monnaie, il ne perd rien, mais ces dollars peuvent aller ailleurs qu’aux aliments. Le marchand doit alors avoir assez de pièces.
decision-change-is-none = Non
decision-change-is-dollars = Oui, en dollars
decision-change-is-merchant-choice = Chaque marchand choisit

decision-rounding = Que faire quand le prix ne tombe pas juste?
decision-rounding-short = Prix qui ne tombe pas juste
decision-rounding-why = Ajouter des pièces demande d’en avoir sur soi. Compléter avec un aliment prend un moment au kiosque. Si le marchand arrondit, c’est lui qui perd un peu.
decision-rounding-is-household-adds = Le ménage ajoute des pièces
decision-rounding-is-top-up-with-food = On complète avec un aliment
decision-rounding-is-merchant-rounds = Le marchand arrondit

decision-expiry-given = Quand un coupon donné cesse-t-il d’être bon?
decision-expiry-given-short = Fin d’un coupon donné
decision-expiry-given-why = Une date permet de fermer les livres et de reprendre l’argent non utilisé. Mais des ménages qui n’ont pas pu venir perdent leurs coupons. Sans date, l’argent reste de côté.
decision-expiry-given-is-season-end = À la fin de la saison
decision-expiry-given-is-month-end = À la fin du mois
decision-expiry-given-is-next-season = À la fin de la saison suivante
decision-expiry-given-is-none = Jamais

decision-expiry-sold = Quand un coupon vendu cesse-t-il d’être bon?
decision-expiry-sold-short = Fin d’un coupon vendu
decision-expiry-sold-why = La personne a payé ce coupon avec son argent. Sans date, le programme garde cette somme de côté aussi longtemps qu’il faut. Avec une date, la personne peut perdre ce qu’elle a payé.
decision-expiry-sold-is-never = Jamais
decision-expiry-sold-is-season-end = À la fin de la saison
