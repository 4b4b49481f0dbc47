### Boîte à outils : une page par rôle, et le premier appel.

## Formation : remettre les coupons

toolbox-training-partner = Formation : remettre les coupons
toolbox-training-partner-title = Remettre les coupons
toolbox-training-partner-about = Une page pour la personne qui travaille dans un organisme partenaire.
toolbox-training-partner-before = Avant
toolbox-training-partner-before-count = J’ai compté les coupons reçus et signé le bordereau.
toolbox-training-partner-before-locked = Ils sont dans un tiroir fermé à clé.
toolbox-training-partner-before-list = J’ai la liste des lieux et des heures.
toolbox-training-partner-who = À qui
toolbox-training-partner-how = La remise, en une minute
toolbox-training-partner-how-private = Allez dans un endroit calme.
toolbox-training-partner-how-size = Demandez seulement : combien de personnes vivent chez vous?
toolbox-training-partner-how-count = Comptez les coupons avec la personne.
toolbox-training-partner-how-note = Notez les numéros et la taille du ménage. Pas de nom.
toolbox-training-partner-how-tell = Expliquez où aller, quand, et ce qu’on peut acheter.
toolbox-training-partner-know = Ce qu’on vous demandera
toolbox-training-partner-wrong = Quand quelque chose ne va pas
toolbox-training-partner-wrong-mistake = Une remise par erreur peut être annulée dans les dix minutes. Après, appelez la coordination.
toolbox-training-partner-phone = Coordination

## Formation : accepter les coupons

toolbox-training-merchant = Formation : accepter les coupons
toolbox-training-merchant-title = Accepter les coupons
toolbox-training-merchant-about = Une page pour le marchand et la personne qui tient le kiosque.
toolbox-training-merchant-see = Reconnaître un coupon
toolbox-training-merchant-accept = L’accepter
toolbox-training-merchant-accept-welcome = Accueillez la personne comme toute autre. Ne demandez ni nom ni carte.
toolbox-training-merchant-accept-food = Regardez que l’achat est admissible.
toolbox-training-merchant-accept-date = Regardez la date du coupon.
toolbox-training-merchant-accept-keep = Gardez le coupon à part de l’argent.
toolbox-training-merchant-paid = Être payé
toolbox-training-merchant-wrong = Un doute?
toolbox-training-merchant-wrong-call = Ne faites jamais honte à personne. Notez le numéro et appelez.
toolbox-training-merchant-phone = Coordination

## Formation : tenir une journée de marché

toolbox-training-market = Formation : tenir une journée de marché
toolbox-training-market-title = Tenir une journée de marché
toolbox-training-market-about = Une page pour la personne responsable du marché.
toolbox-training-market-open = À l’ouverture
toolbox-training-market-open-signs = Les affiches sont aux kiosques participants.
toolbox-training-market-open-table = Quelqu’un est à la table et connaît les coupons.
toolbox-training-market-open-who = J’ai noté les marchands présents.
toolbox-training-market-during = Pendant
toolbox-training-market-during-welcome = Une personne qui vient pour la première fois est accueillie et accompagnée.
toolbox-training-market-close = À la fermeture
toolbox-training-market-close-count = Comptez les coupons de chaque marchand, devant le marchand.
toolbox-training-market-close-agree = Dites le total. Le marchand dit s’il est d’accord.
toolbox-training-market-close-envelope = Mettez les coupons et le bordereau dans une enveloppe fermée.
toolbox-training-market-close-send = Envoyez le compte le jour même.
toolbox-training-market-cancelled = Une journée annulée
toolbox-training-market-cancelled-tell = Dites-le à la coordination avant l’ouverture.
toolbox-training-market-phone = Coordination

## Formation : payer les marchands

toolbox-training-treasurer = Formation : payer les marchands
toolbox-training-treasurer-title = Payer les marchands
toolbox-training-treasurer-about = Une page pour la trésorière, le trésorier ou le fiduciaire.
toolbox-training-treasurer-money = L’argent qui entre
toolbox-training-treasurer-money-fund = Inscrivez chaque somme dans le fonds de qui l’a donnée.
toolbox-training-treasurer-money-terms = Notez ses conditions et la date du rapport.
toolbox-training-treasurer-pay = Un règlement
toolbox-training-treasurer-pay-prepare = Préparez le règlement : il prend tout ce qui est dû à une date.
toolbox-training-treasurer-pay-check = Comparez avec les bordereaux.
toolbox-training-treasurer-pay-approve = Chaque personne approuve de son côté.
toolbox-training-treasurer-pay-send = Faites les paiements, puis notez leurs numéros.
toolbox-training-treasurer-pay-confirm = Confirmez ce que la banque a fait. Un retour est repris au règlement suivant.
toolbox-training-treasurer-close = À la fin
toolbox-training-treasurer-close-names = Aucun nom de ménage n’est dans les comptes.

## Formation : coordonner une saison

toolbox-training-coordinator = Formation : coordonner une saison
toolbox-training-coordinator-title = Coordonner une saison
toolbox-training-coordinator-about = Une page pour la personne qui coordonne.
toolbox-training-coordinator-before = Avant la saison
toolbox-training-coordinator-before-money = L’argent est confirmé par écrit.
toolbox-training-coordinator-before-agreements = Les ententes sont signées.
toolbox-training-coordinator-before-print = Les coupons sont imprimés, comptés et rangés.
toolbox-training-coordinator-before-train = Les organismes, les marchands et les marchés sont formés.
toolbox-training-coordinator-week = Chaque semaine
toolbox-training-coordinator-week-use = Regardez combien de coupons sont utilisés, par organisme et par lieu.
toolbox-training-coordinator-week-move = Déplacez les coupons qui dorment.
toolbox-training-coordinator-week-visit = Visitez un marché et parlez à un marchand.
toolbox-training-coordinator-week-doubt = Décidez des coupons en doute.
toolbox-training-coordinator-end = À la fin
toolbox-training-coordinator-rules = Ce que vous ne faites jamais
toolbox-training-coordinator-rules-pay = payer, ou approuver un paiement
toolbox-training-coordinator-rules-names = demander le nom d’un ménage
toolbox-training-coordinator-rules-promise = promettre plus de coupons que l’argent n’en permet

## Premier appel téléphonique

toolbox-phone-script = Premier appel téléphonique
toolbox-phone-script-about = Quoi dire quand un ménage appelle ou répond pour la première fois.
toolbox-phone-script-hello = Bonjour
toolbox-phone-script-hello-say = « Bonjour, je vous appelle au sujet de { $programme-name }. Est-ce un bon moment? »
toolbox-phone-script-hello-alone = Ne laissez pas de message qui dit pourquoi vous appelez.
toolbox-phone-script-what = Ce que c’est
toolbox-phone-script-what-say = « Ce sont des coupons pour acheter des aliments d’ici. C’est gratuit pour vous. »
toolbox-phone-script-ask = Ce qu’on demande
toolbox-phone-script-ask-say = « Combien de personnes vivent chez vous? C’est la seule question. »
toolbox-phone-script-ask-free = « Vous pouvez dire non, maintenant ou plus tard, sans donner de raison. »
toolbox-phone-script-how = Comment faire
toolbox-phone-script-meet = Le rendez-vous
toolbox-phone-script-day = Jour et heure
toolbox-phone-script-place = Endroit
toolbox-phone-script-meet-size = Notez seulement le rendez-vous, puis déchirez cette note après la rencontre.
toolbox-phone-script-questions = Les questions fréquentes
toolbox-phone-script-questions-help = « Est-ce que cela change mon aide sociale? »
toolbox-phone-script-questions-help-say = « Nous ne le pensons pas, mais nous ne pouvons pas le garantir (à valider). Votre agent peut vous le dire. »
toolbox-phone-script-questions-who = « Qui saura que j’en reçois? »
toolbox-phone-script-questions-who-say = « Seulement nous. Votre nom n’est pas dans le programme. »
toolbox-phone-script-questions-wrong = « Et si quelque chose ne va pas? »
