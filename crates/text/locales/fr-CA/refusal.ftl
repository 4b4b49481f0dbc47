### Les refus. Deux messages par code : ce qui ne va pas, avec ses faits; puis une chose à faire.
### Les faits sont les mêmes dans les deux messages. Nouveau code : refusal-<code> et refusal-<code>-next.

## Codes

refusal-unknown-code = Aucun coupon du programme ne porte ce code.
refusal-unknown-code-next = Relisez le code sur le coupon. S’il est bien écrit, gardez le coupon et avertissez la coordination.
refusal-bad-symbol = Le signe { $position } du code, « { $found } », n’existe dans aucun code.
refusal-bad-symbol-next = Relisez ce signe. Un code n’a que des chiffres et des lettres, jamais I, L, O ni U.
refusal-bad-length =
    { $found ->
        [one] Ce code a { $found } signe. Il en faut 10.
       *[other] Ce code a { $found } signes. Il en faut 10.
    }
refusal-bad-length-next = Écrivez les 10 signes du coupon, comme 7K2M4-QXP9H. Son numéro, comme 1-00012, ne suffit pas ici.
refusal-mistyped-code =
    { $position ->
        [0] Un signe de ce code est faux, ou deux signes sont inversés.
       *[other] Le signe { $position } de ce code semble faux.
    }
refusal-mistyped-code-next =
    { $position ->
        [0] Relisez le code sur le coupon et écrivez-le de nouveau.
       *[other] Relisez le signe { $position } sur le coupon et corrigez-le.
    }
refusal-bad-signature = Le programme n’a pas produit ce carré à lire, ou quelqu’un l’a modifié.
refusal-bad-signature-next = N’acceptez pas ce coupon. Si la personne veut bien le laisser, gardez-le pour la coordination.
refusal-other-programme = Ce coupon vient d’un autre programme.
refusal-other-programme-next = Rendez-le à la personne : il reste bon là où son programme est offert.
refusal-repeated = Ce coupon est deux fois dans la liste. Il compte une seule fois.
refusal-repeated-next = Vous n’avez rien à faire.

## Coupons

refusal-already-redeemed = Ce coupon a déjà été utilisé : { $when }, { $place }, chez { $vendor }.
refusal-already-redeemed-next = Demandez un autre coupon ou un autre paiement. Si vous avez un doute, avertissez la coordination.
refusal-void-coupon = Le programme a annulé ce coupon.
refusal-void-coupon-next = Demandez un autre coupon ou un autre paiement.
refusal-lost-coupon = Ce coupon a été déclaré perdu.
refusal-lost-coupon-next = Demandez un autre coupon ou un autre paiement, sans accuser personne. La coordination peut expliquer.
refusal-stolen-coupon = Ce coupon a été déclaré volé.
refusal-stolen-coupon-next = Demandez un autre coupon ou un autre paiement, sans accuser personne. La coordination peut expliquer.
refusal-returned-coupon = Ce coupon a été rapporté au programme sans avoir servi.
refusal-returned-coupon-next = Demandez un autre coupon ou un autre paiement.
refusal-expired-coupon =
    { $known ->
        [yes] Ce coupon n’est plus bon. Son dernier jour était le { $on }.
       *[no] Ce coupon n’est plus bon.
    }
refusal-expired-coupon-next = Demandez un autre coupon ou un autre paiement. L’organisme qui l’a remis peut aider la personne.
refusal-too-early = Ce coupon sera bon à partir du { $from }.
refusal-too-early-next = Rendez-le à la personne : elle pourra l’utiliser à partir du { $from }.
refusal-out-of-season = Le { $day } est hors de la saison, qui va du { $from } au { $until }.
refusal-out-of-season-next = Corrigez le jour du marché, puis comptez de nouveau.
refusal-claim-too-late = Le dernier jour pour rapporter les coupons était le { $last }.
refusal-claim-too-late-next = Gardez ces coupons et appelez la coordination.
refusal-ended-class = Le dernier jour des coupons { $letter } était le { $last }.
refusal-ended-class-next = Choisissez des coupons d’une catégorie encore bonne, ou écrivez à la coordination.
refusal-not-handed-out = Ce coupon n’a encore été remis à personne.
refusal-not-handed-out-next = N’acceptez pas ce coupon et avertissez la coordination : il devrait être en réserve.
refusal-wrong-class = Ce marchand n’accepte pas les coupons de la catégorie { $letter }.
refusal-wrong-class-next = Rendez le coupon à la personne : d’autres marchands l’acceptent.
refusal-wrong-place = Les coupons de la catégorie { $letter } ne sont pas acceptés à { $place }.
refusal-wrong-place-next = Rendez le coupon à la personne : la page de son carré dit où il est bon.
refusal-disputed = Ce coupon demande une décision. Il est noté comme litige numéro { $dispute }.
refusal-disputed-next = Gardez le coupon à part. La coordination décidera, et vous verrez la réponse dans vos litiges.
refusal-illegal-move =
    { $already ->
        [out] { $count ->
            [one] Le coupon { $coupon } a déjà été remis ou vendu.
           *[other] { $count } coupons, dont le { $coupon }, ont déjà été remis ou vendus.
        }
        [yes] { $count ->
            [one] Le coupon { $coupon } est déjà dans l’état « { $to } » : cela a déjà été fait.
           *[other] { $count } coupons, dont le { $coupon }, sont déjà dans l’état « { $to } » : cela a déjà été fait.
        }
       *[no] { $count ->
            [one] Le coupon { $coupon } ne peut pas passer de « { $from } » à « { $to } ».
           *[other] { $count } coupons, dont le { $coupon }, ne peuvent pas passer de « { $from } » à « { $to } ».
        }
    }
refusal-illegal-move-next = Vérifiez les numéros, puis recommencez sans le coupon { $coupon } et ceux du même état.
refusal-not-held = Le coupon { $coupon } n’est pas chez cet organisme.
refusal-not-held-next = Vérifiez le numéro { $coupon }. S’il est juste, demandez à la coordination de l’attribuer à l’organisme.
refusal-not-enough =
    { $available ->
        [one] Il y a { $available } coupon disponible et vous en demandez { $asked }.
       *[other] Il y a { $available } coupons disponibles et vous en demandez { $asked }.
    }
refusal-not-enough-next = Demandez-en moins, ou demandez des coupons à la coordination.
refusal-taken-back = Cette remise a déjà été annulée.
refusal-taken-back-next = Il n’y a rien à faire : les coupons sont revenus à l’organisme.
refusal-too-late-to-take-back = Une remise s’annule dans les { $minutes } minutes. C’est trop tard.
refusal-too-late-to-take-back-next = Si le ménage a rapporté les coupons, demandez à la coordination de les noter rapportés.
refusal-already-signed = Cette entente est déjà signée de ce côté.
refusal-already-signed-next = Rechargez la page pour voir les deux signatures.
refusal-other-text = Le texte de l’entente a changé depuis la première signature.
refusal-other-text-next = Préparez une nouvelle entente, que les deux signeront.
refusal-over-spot-limit = Le marché peut payer sur place { $limit } par jour. { $spent } sont déjà payés et vous demandez { $asked }.
refusal-over-spot-limit-next = Laissez ce coupon à la coordination : elle décidera dans les litiges.
refusal-day-not-closed = La journée du { $day } à { $place } n’est pas fermée, ou ce marchand n’y a aucun coupon.
refusal-day-not-closed-next = Comptez les coupons, fermez la journée, puis recommencez.
refusal-not-replaced = Ce programme ne remplace pas les coupons perdus de cette façon.
refusal-not-replaced-next = Demandez à la coordination ce que le territoire a décidé.
refusal-unknown-coupons = Certains de ces numéros n’existent dans aucun lot : { $numbers }.
refusal-unknown-coupons-next = Relisez les numéros sur les coupons. Un numéro s’écrit comme 3-00012 : le lot, puis le coupon.
refusal-nothing = Il n’y a aucun coupon dans cette demande.
refusal-nothing-next = Indiquez au moins un coupon, puis recommencez.
refusal-too-many = C’est trop en une seule fois. La limite est de { $limit }.
refusal-too-many-next = Faites-le en plusieurs fois, jusqu’à { $limit } à la fois.

## Qui et où

refusal-unknown-programme = Ce programme n’existe pas ici.
refusal-unknown-programme-next = Vérifiez l’adresse, ou choisissez votre programme à l’accueil.
refusal-unknown-vendor = Aucun marchand participant ne s’appelle « { $name } ».
refusal-unknown-vendor-next = Choisissez le marchand dans la liste, ou inscrivez-le d’abord.
refusal-unknown-place = Aucun lieu du programme ne s’appelle « { $name } ».
refusal-unknown-place-next = Choisissez le lieu dans la liste, ou inscrivez-le d’abord.
refusal-unknown-partner = Aucun organisme partenaire ne s’appelle « { $name } ».
refusal-unknown-partner-next = Choisissez l’organisme dans la liste, ou inscrivez-le d’abord.
refusal-unknown-fund = Aucun fonds ne s’appelle « { $name } », ou il ne sert pas à cela.
refusal-unknown-fund-next = Choisissez le fonds dans la liste, ou inscrivez-le d’abord.
refusal-unknown-offer = Aucune offre ne s’appelle « { $name } ».
refusal-unknown-offer-next = Choisissez l’offre dans la liste, ou inscrivez-la d’abord.
refusal-unknown-order = Il n’y a pas de commande { $name }, ou elle est pour autre chose.
refusal-unknown-order-next = Cherchez la commande par sa référence, dans la liste.
refusal-unknown-class = Aucune catégorie de coupons ne s’appelle « { $name } ».
refusal-unknown-class-next = Choisissez la catégorie dans la liste, ou inscrivez-la d’abord.
refusal-unknown-batch = Aucun lot ne porte le numéro « { $name } ».
refusal-unknown-batch-next = Choisissez le lot dans la liste des lots.
refusal-unknown-band = Aucune taille de ménage ne s’appelle « { $name } ».
refusal-unknown-band-next = Choisissez une taille de ménage dans la liste.
refusal-unknown-unit = Aucune monnaie du programme ne s’appelle « { $name } ».
refusal-unknown-unit-next = Choisissez le dollar, ou une monnaie locale du carnet de décisions.
refusal-not-found = Ce que vous cherchez n’existe pas, ou n’existe plus.
refusal-not-found-next = Revenez à la liste et choisissez de nouveau.
refusal-no-agreement = { $vendor } n’a pas d’entente signée pour { $place } le { $day }.
refusal-no-agreement-next = Faites signer l’entente par { $vendor } et par le programme, puis envoyez les coupons de nouveau.

## Argent

refusal-over-ceiling = Les fonds ne suffisent pas. Ces coupons demandent { $asked } et il reste { $available } à promettre.
refusal-over-ceiling-next = Remettez moins de coupons, ou attendez que de l’argent arrive dans un fonds.
refusal-insufficient-funds = Ce fonds a { $available } que rien ne retient, et il faudrait { $asked }.
refusal-insufficient-funds-next = Choisissez un autre fonds ou un montant plus petit.
refusal-outside-fund-dates =
    { $known ->
        [both] { $fund } ne paie pas le { $day } : son bailleur le laisse payer du { $from } au { $until }.
        [from] { $fund } ne paie pas le { $day } : son bailleur le laisse payer à partir du { $from }.
       *[until] { $fund } ne paie pas le { $day } : son bailleur le laissait payer jusqu’au { $until }.
    }
refusal-outside-fund-dates-next = Choisissez un autre fonds, ou changez les dates convenues avec le bailleur.
refusal-fund-serves-others = { $fund } paie seulement pour les organismes que son bailleur a nommés.
refusal-fund-serves-others-next = Choisissez un autre fonds pour ces coupons.
refusal-funds-kept-for-others = Les fonds qui peuvent payer ici aujourd’hui peuvent promettre { $available }. Ces coupons demandent { $asked }.
refusal-funds-kept-for-others-next = D’autres fonds sont gardés pour d’autres organismes ou d’autres jours. Remettez moins de coupons, ou parlez à la coordination.
refusal-food-only = { $fund } paie seulement des aliments.
refusal-food-only-next = Payez cette dépense avec un autre fonds.
refusal-over-operations-share = Il reste { $available } à { $fund } pour le fonctionnement et il faudrait { $asked }.
refusal-over-operations-share-next = Payez cette dépense avec un autre fonds, ou convenez d’une autre part avec le bailleur.
refusal-no-fund-designated = Ces coupons n’ont pas de fonds pour les payer.
refusal-no-fund-designated-next = Demandez à la coordination de choisir un fonds quand elle attribue ces coupons.
refusal-no-sales-fund = Le programme n’a pas de fonds pour l’argent des ventes au public.
refusal-no-sales-fund-next = Inscrivez d’abord un fonds qui reçoit l’argent des ventes.
refusal-wrong-amount = Un montant de { $asked } ne va pas ici. Il faut de { $least } à { $most }.
refusal-wrong-amount-next = Écrivez un montant de { $least } à { $most }, puis recommencez.
refusal-not-an-amount =
    { $known ->
        [yes] « { $written } » n’est pas un montant.
       *[no] Il manque un montant.
    }
refusal-not-an-amount-next = Écrivez un montant en dollars, comme 12,50.
refusal-wrong-price = Les coupons vendus valent { $price }, et le montant payé est de { $paid }.
refusal-wrong-price-next = Vérifiez les numéros et le montant. La bonification ne se paie pas.
refusal-over-offer-cap = La prime demandée est de { $asked }. Il reste { $available } pour cette offre.
refusal-over-offer-cap-next = Vendez-en moins, ou arrêtez cette offre : le comité décide d’en remettre.
refusal-uneven-offer = L’offre coûte { $price } et ses coupons payés valent { $worth }. Le compte n’est pas juste.
refusal-uneven-offer-next = Corrigez le prix, le nombre de coupons ou les parts dans le fichier du programme.
refusal-short-stock = Il faut { $asked } coupons { $letter }. La réserve en a { $available }.
refusal-short-stock-next = Vendez-en moins, ou comptez d’abord un lot imprimé dans la réserve.
refusal-wrong-pack = Il faut { $asked } coupons { $letter }, et vous en nommez { $found }.
refusal-wrong-pack-next = Corrigez les numéros, ou laissez la case vide : la réserve choisit.
refusal-reference-needed = Il manque une référence, ou elle est trop longue.
refusal-reference-needed-next = Écrivez un numéro ou quelques mots, puis recommencez.
refusal-reference-taken = La référence « { $name } » sert déjà.
refusal-reference-taken-next = Choisissez une autre référence, ou cherchez la commande qui la porte.
refusal-campaign-not-reached = La campagne n’a pas atteint son but : rien n’est arrivé.
refusal-campaign-not-reached-next = N’inscrivez rien. La plateforme rend l’argent aux personnes.
refusal-order-elsewhere = Cette commande est { $state }.
refusal-order-elsewhere-next = Rechargez la page pour voir où elle en est.
refusal-sold-never-expires = Un coupon vendu n’expire jamais : la loi l’interdit.
refusal-sold-never-expires-next = Enlevez la date de fin, ou choisissez une catégorie de coupons donnés.
refusal-given-not-refunded = Le coupon { $coupon } a été donné : personne ne l’a payé, il n’y a rien à rembourser.
refusal-given-not-refunded-next = Recommencez avec les coupons vendus seulement. Le coupon { $coupon } reste bon chez les marchands.
refusal-over-refund-limit = Ces coupons valent { $asked }. Le programme rembourse { $limit } au plus à la fois.
refusal-over-refund-limit-next = Remboursez { $limit } ou moins. Les autres coupons restent bons, sans date de fin.
refusal-nothing-to-pay = Rien n’est dû jusqu’à ce moment.
refusal-nothing-to-pay-next = Vous n’avez rien à payer. Revenez quand d’autres coupons auront été comptés.
refusal-payments-held = Les paiements de { $vendor } sont retenus.
refusal-payments-held-next = Deux personnes lèvent la retenue dans Paiements retenus. Pour payer les autres, annulez ce règlement et préparez-en un nouveau.
refusal-not-approved = Ce règlement n’est pas encore approuvé : { $done } approbation sur { $needed }.
refusal-not-approved-next = Faites-le approuver par une autre personne, puis recommencez. Ne payez rien d’ici là.
refusal-no-receipts = Ce programme ne remet pas de reçus officiels.
refusal-no-receipts-next = Seul un organisme enregistré le peut. Demandez-le à qui tient l’argent.
refusal-receipt-issued = Ce don a déjà un reçu, le { $number }.
refusal-receipt-issued-next = Pour le corriger, remplacez-le en disant pourquoi.
refusal-no-deposits = Ce règlement n’a aucun dépôt direct : il n’y a pas de fichier à envoyer à la banque.
refusal-no-deposits-next = Faites les chèques et les virements avec la liste de paiements.
refusal-profile-missing = Il manque le fichier { $file } dans le dossier des données.
refusal-profile-missing-next = Demandez à qui tient le serveur de l’écrire : docs/payments.md dit quoi y mettre.
refusal-profile-wrong = Le fichier { $file } ne se lit pas. Voici ce qui cloche : { $why }
refusal-profile-wrong-next = Demandez à qui tient le serveur de corriger { $file } avec docs/payments.md.
refusal-not-a-bank-file = Ce fichier de la banque ne se lit pas. Ligne { $line } : { $why }
refusal-not-a-bank-file-next = Téléchargez-le de nouveau à la banque, sans l’ouvrir ni le changer, puis recommencez.
refusal-month-not-over = Ce mois n’est pas fini : ses écritures peuvent encore changer.
refusal-month-not-over-next = Choisissez un mois fini, ou toutes les écritures.
refusal-not-a-due-date = Aucune banque ne déplace d’argent le { $on }, ou ce jour est passé.
refusal-not-a-due-date-next = Choisissez le { $next }, ou un jour ouvrable après.
refusal-second-person-needed = Il faut une autre personne : vous avez déjà préparé ou approuvé cela.
refusal-second-person-needed-next = Demandez à une autre personne autorisée de l’approuver.
refusal-no-more-keys = Le programme a utilisé toutes les clés qu’un coupon peut nommer.
refusal-no-more-keys-next = Gardez la clé actuelle, et appelez qui tient le serveur.
refusal-most-of-batch = Personne n’annule seul la moitié du lot { $batch } ou plus.
refusal-most-of-batch-next = Sur la page des lots, demandez d’annuler le lot { $batch }. Une autre personne confirmera.
refusal-wrong-step = Ce n’est pas possible à cette étape. État actuel : { $state }.
refusal-wrong-step-next = Rechargez la page pour voir l’état actuel, puis choisissez une action offerte.
refusal-bad-account-number =
    { $part ->
        [institution] Un numéro d’institution a exactement 3 chiffres.
        [transit] Un numéro de transit a exactement 5 chiffres.
       *[number] Un numéro de compte a de 7 à 12 chiffres.
    }
refusal-bad-account-number-next = Relisez les numéros au bas d’un chèque, puis écrivez seulement des chiffres.
refusal-cooling-off = Les coordonnées bancaires ont changé. Le changement attend jusqu’au { $until }.
refusal-cooling-off-next = Attendez ce moment, ou payez par chèque d’ici là.

## Demandes

refusal-same-id-other-content = Cette demande porte le même identifiant qu’une autre, mais elle est différente.
refusal-same-id-other-content-next = Rechargez la page et faites la demande de nouveau.
refusal-wrong-dates = La fin, le { $until }, vient avant le début, le { $from }.
refusal-wrong-dates-next = Choisissez une fin qui vient après le { $from }, ou un début plus tôt.
refusal-future-day = Le { $day } n’est pas encore arrivé.
refusal-future-day-next = Écrivez le jour où les coupons ont été acceptés.
refusal-improbable-day = Le { $day } est trop loin de la saison et d’aujourd’hui.
refusal-improbable-day-next = Corrigez la date, puis envoyez de nouveau.
refusal-not-a-date =
    { $known ->
        [yes] « { $written } » n’est pas une date.
       *[no] Il manque une date.
    }
refusal-not-a-date-next = Écrivez l’année, le mois et le jour, comme 2025-07-01.
refusal-bad-rule = Dans le fichier du programme, « { $rule } » ne peut pas être « { $written } ».
refusal-bad-rule-next = Voyez les valeurs permises dans docs/programme.md, corrigez « { $rule } » et recommencez.
refusal-too-long-to-print = Ce texte est trop long pour un coupon : { $part }.
refusal-too-long-to-print-next = Raccourcissez-le dans le fichier du programme. La page du coupon peut en dire plus.
refusal-not-printable = Le signe « { $sign } » ne peut pas être imprimé. Il est dans ce texte : { $part }.
refusal-not-printable-next = Enlevez ce signe dans le fichier du programme, puis recommencez.
refusal-unconfirmed = Cette action ne peut pas être défaite, et rien n’a été fait.
refusal-unconfirmed-next = Cochez la case, puis recommencez.
refusal-reason-needed = Il manque la raison, et rien n’a été fait.
refusal-reason-needed-next = Écrivez quelques mots pour le journal, jamais un nom. Puis recommencez.

refusal-nothing-changes = Cela ne change rien à ce qui est déjà décidé.
refusal-nothing-changes-next = Changez au moins une décision, puis recommencez.
refusal-before-amendment = Un avenant est déjà confirmé à partir du { $since }.
refusal-before-amendment-next = Choisissez ce jour ou plus tard.
refusal-size-gone = La taille « { $name } » ne peut pas disparaître en cours de saison.
refusal-size-gone-next = Gardez-la dans l’échelle, à 0 $ si elle ne reçoit plus rien.
refusal-printed-until = « { $name } » : les coupons imprimés sont bons jusqu’au { $until }.
refusal-printed-until-next = Gardez une fin de saison qui ne soit pas avant ce jour.
refusal-not-an-answer = Cette réponse ne convient pas à la question « {$question} ».
refusal-not-an-answer-next = Lisez l’exemple sous la case, corrigez et recommencez.

refusal-notebook-not-ready = Ce carnet ne peut pas encore devenir un programme.
refusal-notebook-not-ready-next = Questions à décider : {$questions}. Contradictions : {$contradictions}. Le carnet dit lesquelles.
refusal-scenario-field = Cette valeur ne va pas dans un scénario : {$field}.
refusal-scenario-field-next = Lisez les limites sous la case, corrigez et recommencez.
refusal-season-closed = La saison est fermée.
refusal-season-closed-next = Pour un coupon trouvé après la fermeture, écrivez à la coordination.
refusal-season-not-closed = La saison n’est pas encore fermée.
refusal-season-not-closed-next = Fermez d’abord la saison, sur sa page.
refusal-cannot-close-yet = La saison ne peut pas encore fermer. Il reste : { $what }.
refusal-cannot-close-yet-next = Réglez les litiges, payez les marchands et attendez la fin des coupons, puis recommencez.
refusal-bad-key = Le nom court « { $name } » n’est pas permis.
refusal-bad-key-next = Utilisez seulement des lettres minuscules de a à z, des chiffres et le trait d’union, 64 signes au plus.
refusal-key-taken = « { $name } » sert déjà.
refusal-key-taken-next = Choisissez un autre nom court, un autre numéro ou une autre lettre.
refusal-not-a-picture = Ce fichier n’est pas une image lisible : « { $file } ».
refusal-not-a-picture-next = Envoyez une photo JPEG ou PNG, ou un document PDF.
refusal-logo-unread = Ce fichier ne peut pas servir de logo : « { $file } ».
refusal-logo-unread-next = Envoyez une image PNG, JPEG, WebP ou GIF d’au plus { $megapixels } mégapixels.
refusal-picture-too-large = Cette image est trop grande : « { $file } ». La limite est de { $megapixels } mégapixels.
refusal-picture-too-large-next = Réduisez la qualité de l’appareil photo, ou prenez une photo de moins de coupons.
refusal-too-many-pages = Ce document a trop de pages : « { $file } ». La limite est de { $pages }.
refusal-too-many-pages-next = Numérisez les coupons en plusieurs documents, puis envoyez-les un par un.
refusal-locked-document = Ce document demande un mot de passe : « { $file } ».
refusal-locked-document-next = Enregistrez le document sans mot de passe, puis recommencez.
refusal-no-coupon-seen = Aucun coupon n’a été vu sur cette image.
refusal-no-coupon-seen-next = Reprenez la photo de plus près, bien droite, avec plus de lumière.
refusal-pictures-wait = D’autres images sont en train d’être lues.
refusal-pictures-wait-next = Attendez une minute, puis envoyez la vôtre de nouveau.
refusal-file-too-large = Ce fichier est trop gros. La limite est de { $megabytes } Mo.
refusal-file-too-large-next = Gardez seulement les colonnes utiles, ou envoyez le fichier en plusieurs parties.
refusal-unknown-key = Le mot « { $name } » n’existe pas à cet endroit du fichier.
refusal-unknown-key-next = Corrigez ce mot ou enlevez-le. Tous les mots permis sont dans docs/programme.md.
refusal-missing-key = Il manque « { $name } » dans cette partie du fichier.
refusal-missing-key-next = Ajoutez « { $name } », comme dans docs/programme.md, puis recommencez.
refusal-not-utf8 = Un signe ne peut pas être lu : ce fichier n’est pas en UTF-8.
refusal-not-utf8-next = Dans votre éditeur, enregistrez le fichier en UTF-8, puis recommencez.
refusal-beyond-season = Le dernier jour de cette catégorie est le { $on }. Il ne peut pas venir après le { $last }.
refusal-beyond-season-next = Choisissez le { $last } ou un jour plus tôt, ou allongez la saison.
refusal-not-a-table = Ce fichier ne peut pas être lu comme un tableau.
refusal-not-a-table-next = Enregistrez-le en CSV, XLSX ou ODS, sans mot de passe, puis recommencez.
refusal-table-too-large = Ce tableau est trop grand : la limite est de { $rows } lignes et de { $columns } colonnes.
refusal-table-too-large-next = Envoyez-le en plusieurs parties, sans les colonnes inutiles.
refusal-missing-column = Il manque la colonne « { $column } ».
refusal-missing-column-next = Ajoutez « { $column } » à la première ligne, ou partez du modèle à télécharger.
refusal-empty-cell = Il manque quelque chose dans la colonne « { $column } ».
refusal-empty-cell-next = Remplissez « { $column } » sur cette ligne.
refusal-no-such-choice = « { $written } » n’est pas un des mots possibles ici.
refusal-no-such-choice-next = Écrivez un de ces mots : { $choices }.
refusal-not-a-number = « { $written } » n’est pas un nombre entier.
refusal-not-a-number-next = Écrivez le nombre en chiffres, comme 12.
refusal-nothing-chosen = Rien n’est choisi dans une liste qu’il faut remplir.
refusal-nothing-chosen-next = Faites votre choix dans la liste, puis recommencez.
refusal-malformed-line = La ligne { $line } du fichier ne peut pas être lue, à partir du signe { $column }. Détail technique : { $reason }
refusal-malformed-line-next = Corrigez la ligne { $line }, puis envoyez le fichier de nouveau. Une ligne déjà gardée ne compte pas deux fois.

## Personnes

refusal-unknown-person = Aucune personne n’a le numéro { $name }.
refusal-unknown-person-next = Voyez les numéros avec « cabas people list », puis recommencez.
refusal-place-name-needed = Il manque le nom du lieu.
refusal-place-name-needed-next = Écrivez le nom que les gens lui donnent.
refusal-too-long-text = Ce texte est trop long. La limite est de { $limit } signes.
refusal-too-long-text-next = Raccourcissez-le, puis recommencez.
refusal-message-needed = Il manque le sujet ou le message.
refusal-message-needed-next = Écrivez les deux, puis envoyez.
refusal-past-day = Le { $day } est déjà passé.
refusal-past-day-next = Choisissez aujourd’hui ou un jour plus tard.
refusal-unsupported-rule = Cette règle de jours n’est pas comprise : « { $rule } ».
refusal-unsupported-rule-next = Choisissez des jours chaque semaine, toutes les 2 semaines, ou dans le mois.
refusal-wrong-hours = La fermeture, à { $until }, vient avant l’ouverture, à { $from }.
refusal-wrong-hours-next = Écrivez une fermeture plus tard le même jour.
refusal-not-a-time =
    { $known ->
        [yes] « { $written } » n’est pas une heure.
       *[no] Il manque une heure.
    }
refusal-not-a-time-next = Écrivez l’heure et les minutes, comme 9 h 00 ou 14 h 30.
refusal-no-days = Ces heures ne sont sur aucun jour.
refusal-no-days-next = Cochez au moins un jour de la semaine.
refusal-not-a-point =
    { $known ->
        [yes] « { $written } » n’est pas une latitude et une longitude.
       *[no] Il manque les coordonnées.
    }
refusal-not-a-point-next = Écrivez deux nombres, comme 46.6500, -72.0200, ou laissez le champ vide.
refusal-unknown-territory = Aucun territoire n’a le code « { $name } ».
refusal-unknown-territory-next = Choisissez le territoire dans la liste des 104 MRC et équivalents.
refusal-not-open-that-day = Ce lieu n’est pas ouvert ce jour-là : { $place }, { $day }.
refusal-not-open-that-day-next = Choisissez un jour où il devait ouvrir.
refusal-not-closed-that-day = Rien n’a été annulé ce jour-là : { $place }, { $day }.
refusal-not-closed-that-day-next = Regardez les ouvertures annulées. Quelqu’un l’a peut-être déjà rétablie.
refusal-name-needed = Il manque le nom de la personne.
refusal-name-needed-next = Écrivez son nom, puis recommencez.
refusal-email-taken = L’adresse « { $name } » est déjà celle d’une autre personne.
refusal-email-taken-next = Écrivez une autre adresse, ou donnez un rôle à la personne déjà inscrite.
refusal-bad-email = « { $name } » n’est pas une adresse de courriel.
refusal-bad-email-next = Écrivez une adresse comme nom@exemple.ca, ou laissez la case vide.
refusal-short-password = Ce mot de passe est trop court. Il faut au moins { $least } signes.
refusal-short-password-next = Choisissez-en un plus long, par exemple quatre mots sans lien entre eux.
refusal-role-held = Cette personne a déjà ce rôle.
refusal-role-held-next = Choisissez un autre rôle, ou refaites son lien dans la liste.
refusal-role-not-held = Cette personne n’a pas ce rôle.
refusal-role-not-held-next = Revenez à la liste : ce rôle a peut-être déjà été enlevé.
refusal-roles-conflict = Cette personne a le rôle « { $held } ». Elle ne peut pas avoir aussi le rôle « { $asked } ».
refusal-roles-conflict-next = Donnez le rôle « { $asked } » à quelqu’un d’autre. L’argent passe toujours par deux personnes.
refusal-last-coordinator = Cette personne est la seule à coordonner le programme.
refusal-last-coordinator-next = Invitez d’abord quelqu’un d’autre à la coordination.
refusal-link-not-yours = Vous ne pouvez pas faire de lien pour cette personne : elle travaille ailleurs, ou son accord est nécessaire.
refusal-link-not-yours-next = Elle entre avec son mot de passe, sa clé d’accès ou un lien par courriel. Sinon, demandez à qui tient le serveur.
refusal-payers-role = Ce rôle touche à l’argent. Une personne qui paie ou approuve déjà doit le donner.
refusal-payers-role-next = Invitez la personne avec un autre rôle. La trésorerie lui donnera ensuite celui-ci, à la page « Personnes ».

## Connexion

refusal-not-permitted = Votre rôle ne permet pas cette action.
refusal-not-permitted-next = Demandez à la coordination de la faire, ou de changer votre rôle.
refusal-sign-in-needed = Il faut vous connecter pour voir cette page.
refusal-sign-in-needed-next = Connectez-vous, puis recommencez.
refusal-expired-link = Ce lien a déjà servi, ou il est trop vieux.
refusal-expired-link-next = Demandez un nouveau lien.
refusal-wrong-password = L’adresse ou le mot de passe est faux.
refusal-wrong-password-next = Essayez de nouveau, ou demandez un lien de connexion par courriel.
refusal-wrong-current-password = Ce n’est pas votre mot de passe actuel.
refusal-wrong-current-password-next = Écrivez le mot de passe que vous utilisez maintenant. Rien n’a été changé.
refusal-wrong-one-time-code = Ce code n’est pas bon, ou il a déjà servi.
refusal-wrong-one-time-code-next = Attendez le prochain code de votre téléphone, ou écrivez un de vos codes de secours.
refusal-passkey-refused = Cette clé d’accès n’est pas connue ici, ou sa réponse est arrivée trop tard.
refusal-passkey-refused-next = Essayez de nouveau, ou entrez avec un lien ou un mot de passe.
refusal-unknown-device = Ce téléphone n’est pas connu ici.
refusal-unknown-device-next = Demandez un nouveau lien de téléphone à la coordination. Rien de ce qui attend n’est effacé.
refusal-revoked-device = Ce téléphone a été retiré du programme.
refusal-revoked-device-next = Montrez-le à la coordination. Rien de ce qui attend n’est effacé.
refusal-not-a-hub-address = Ceci n’est pas l’adresse d’un relais : { $written }
refusal-not-a-hub-address-next = Écrivez toute l’adresse, qui commence par https, avec son port s’il y en a un, et rien après.
refusal-too-many-tries = Il y a eu trop d’essais.
refusal-too-many-tries-next = Attendez { $wait }, puis essayez de nouveau.
refusal-already-handed-out = Le coupon { $coupon } a déjà été remis à un ménage, puis utilisé. Rien n’a été noté.
refusal-already-handed-out-next = Vérifiez les numéros sur le carnet, puis recommencez.
refusal-too-much-work = Vous avez déjà { $limit } travaux longs en cours.
refusal-too-much-work-next = Attendez qu’un travail finisse, ou arrêtez-le.
refusal-fresh-sign-in-needed = Pour changer vos façons d’entrer, montrez d’abord que c’est vous.
refusal-fresh-sign-in-needed-next = Confirmez avec votre mot de passe ou votre clé d’accès, ou connectez-vous de nouveau.
refusal-session-by-another = Vous êtes ici par un lien que quelqu’un d’autre a fait. Il ne suffit pas pour signer.
refusal-session-by-another-next = Signez sur papier, ou entrez par un lien reçu par courriel, puis signez.
refusal-unknown-address = Il n’y a rien à cette adresse.
refusal-unknown-address-next = Vérifiez l’adresse. Celles qui existent sont dans /api/openapi.json.

## Morceaux de refus

refusal-part-in-file = Ligne { $line }, colonne { $column } : { $what }

# Ce qui empêche de fermer la saison, mis en liste.
refusal-part-disputes =
    { $count ->
        [one] { $count } litige ouvert
       *[other] { $count } litiges ouverts
    }
refusal-part-unpaid = { $amount } à payer aux marchands
refusal-part-live =
    { $count ->
        [one] { $count } coupon encore bon
       *[other] { $count } coupons encore bons
    }

# Où en est un règlement, un paiement, un litige ou un changement de coordonnées bancaires.
step-prepared = préparé
step-approved = approuvé
step-waiting = en attente
step-sent = envoyé
step-at-market = au marché
step-confirmed = confirmé
step-returned = revenu impayé
step-paid = payé
step-refused = refusé
step-cancelled = annulé
step-held = retenu
step-release-asked = levée demandée
step-version = version { $version }

# Les textes d’un coupon.
print-part-programme = le nom du programme
print-part-territory = le territoire
print-part-class-letter = la lettre de la catégorie
print-part-class-name = le nom de la catégorie
print-part-face = la valeur
print-part-dates = les dates
print-part-conditions = les conditions
print-part-check-at = l’adresse de vérification
print-part-words = les mots fixes du coupon
