### Les clés qui signent les coupons.

signing-key-title = Les clés du programme
signing-key-number = Clé { $slot }
signing-key-now = En service
signing-key-first = Depuis l’ouverture du programme
signing-key-since = Depuis le { $at }
signing-key-until = Jusqu’au { $at }
signing-key-reason = Raison : { $reason }
signing-key-old-hint = Les coupons signés avec une ancienne clé restent bons. Ces clés sont publiques : elles vérifient, elles ne signent pas.
signing-key-ask = Demander une nouvelle clé
signing-key-ask-button = Demander
signing-key-effect = Les nouveaux lots seront signés avec une autre clé. Les coupons déjà imprimés restent bons.
signing-key-limit = Le fichier des secrets a été volé? Une nouvelle clé ne suffit pas : toutes les clés en viennent. Annulez les lots et appelez qui tient le serveur.
signing-key-waits = Une nouvelle clé est demandée
signing-key-asked = { $who } l’a demandée. Raison : { $reason }
signing-key-yours = Vous l’avez demandée. Une autre personne doit confirmer.
signing-key-needs = Une personne de la coordination, de la trésorerie ou de l’approbation doit confirmer.
signing-key-confirm = Confirmer la nouvelle clé
signing-key-drop = Garder la clé actuelle
