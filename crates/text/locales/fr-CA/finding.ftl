# What does not hold together in a notebook, and what to do about it: `finding-<key>` of crates/notebook/src/check.rs.

finding-sold-expires = Un coupon acheté ne peut pas expirer.
finding-sold-expires-next = Choisissez « jamais » pour les coupons vendus, ou ne vendez pas au public.

finding-csa-weekly = Un panier ASC se paie d’avance pour la saison : des coupons remis chaque semaine n’y entrent pas.
finding-csa-weekly-next = Choisissez un bloc de coupons contre l’abonnement, ou retirez les paniers des lieux.

finding-csa-nowhere = Un bloc de coupons est prévu pour les paniers ASC, mais ils ne sont pas parmi les lieux.
finding-csa-nowhere-next = Ajoutez les paniers aux lieux, ou retirez le bloc.

finding-scan-self-service = Personne ne tient un téléphone dans un kiosque libre-service.
finding-scan-self-service-next = Ajoutez le bordereau de papier ou le comptage à une table.

finding-self-service-no = Les kiosques libre-service sont parmi les lieux, mais la règle dit autre chose.
finding-self-service-no-next = Choisissez la caisse comptée plus tard, ou retirez-les des lieux.

finding-not-payable = Les coupons ne permettent pas de faire exactement {$amount}.
finding-not-payable-next = Changez l’échelle ou les valeurs de coupons.

finding-dates = La saison finit avant de commencer.
finding-dates-next = Corrigez l’une des deux dates.

finding-season-short = Il y a plus de semaines de coupons que de semaines dans la saison.
finding-season-short-next = Allongez la saison, ou réduisez les semaines.

finding-season-over-a-year = La saison dure plus d’un an.
finding-season-over-a-year-next = Une saison a un bilan : faites-en deux.

finding-money-short = Il manque {$amount} pour remettre tout ce qui est prévu.
finding-money-short-next = Trouvez d’autres fonds, ou réduisez les ménages, les semaines ou l’échelle.

finding-budget-apart = Le budget de coupons est loin de ce que donnent les ménages, l’échelle et les semaines.
finding-budget-apart-next = Regardez « Ce qui en découle » et corrigez l’un ou l’autre.

finding-local-method = On ne paie en monnaie locale que si les coupons sont en monnaie locale.
finding-local-method-next = Choisissez un autre mode de paiement, ou le support « monnaie locale ».

finding-local-foods = Un billet de monnaie locale sert aussi ailleurs que pour la nourriture.
finding-local-foods-next = Surimprimez un billet propre au programme, ou acceptez de ne pas limiter les aliments.

finding-card = Cette plateforme n’a pas encore de cartes : des coupons de papier seront imprimés.
finding-card-next = Gardez votre plateforme de cartes, ou choisissez le papier.

finding-names-asked = Demander une preuve ou un nom fait un fichier de personnes.
finding-names-asked-next = Le programme n’en a pas besoin. Si vous le gardez, préparez le consentement et la destruction.

finding-stigma-sale = La vente au public est donnée comme moyen contre la gêne, mais rien n’est vendu.
finding-stigma-sale-next = Ouvrez la vente au public, ou retirez ce moyen.

finding-none-and-more = « Aucun » est choisi avec autre chose.
finding-none-and-more-next = Retirez « aucun », ou le reste.

finding-month-kept = Des coupons qui finissent avec le mois ne peuvent pas servir jusqu’à la fin.
finding-month-kept-next = Choisissez la même durée aux deux questions.

finding-month-lost = Les coupons doivent servir dans le mois, mais leur date est plus tard.
finding-month-lost-next = Choisissez la fin du mois comme date, ou laissez servir jusqu’à la fin.

finding-never-closes = Une saison ne ferme que lorsque les coupons donnés ne peuvent plus servir.
finding-never-closes-next = Sachez que les comptes resteront ouverts jusque-là.

finding-nobody-selects = Personne ne choisit les ménages, mais une condition est posée.
finding-nobody-selects-next = Dites qui regarde la condition, ou n’en posez pas.

finding-community-asked = Le territoire est une Première Nation, et ses données ne seraient pas concernées.
finding-community-asked-next = Le conseil décide de ses données : répondez avec lui.

finding-bonus-no-cap = La bonification n’a pas de plafond.
finding-bonus-no-cap-next = Dites combien de bonification les fonds peuvent porter.

finding-rhythm-slow = Le délai promis aux marchands est plus court que le rythme des paiements.
finding-rhythm-slow-next = Promettez plus de jours, ou payez plus souvent.

finding-fee = Aucun programme connu ne demande de frais aux marchands.
finding-fee-next = Demandez aux marchands avant de décider.

finding-change-dollars = La monnaie rendue en dollars sort de l’alimentation locale.
finding-change-dollars-next = Des coupons plus petits évitent la question.

finding-scale-same = Le montant devrait être le même pour tous, et l’échelle varie.
finding-scale-same-next = Mettez le même montant à chaque ligne, ou choisissez des tranches.

finding-scale-per-person = Le montant devrait suivre le nombre de personnes, et l’échelle ne le suit pas.
finding-scale-per-person-next = Corrigez l’échelle, ou choisissez des tranches.

finding-too-many-classes = Il faudrait plus de 26 sortes de coupons.
finding-too-many-classes-next = Gardez moins de valeurs, ou une date de fin commune.

finding-community-language = La plateforme ne traduit pas d’elle-même.
finding-community-language-next = La communauté fournit ses mots : prévoyez qui, et quand.

finding-no-fund-for-bonus = La bonification n’a pas de fonds pour la payer.
finding-no-fund-for-bonus-next = Ajoutez un bailleur de fonds.
