### La banque : fichiers de dépôts, ce qu’elle renvoie, ce que le relevé montre.

bank-deposits-title = Fichier de dépôts
bank-deposits-lead = Les dépôts directs de ce règlement, dans le format que prend votre banque.
bank-deposits-no-profile = Les consignes de la banque manquent ou ne se lisent pas. Qui tient le serveur les écrit une fois.
bank-format = Format
bank-format-cpa005 = CPA-005
bank-format-hdt80 = 80 caractères
bank-format-pain001-03 = pain.001, version 03
bank-format-pain001-09 = pain.001, version 09
bank-format-cpa005-hint = Desjardins, Nationale, Laurentienne, RBC, BMO et la plupart des autres.
bank-format-hdt80-hint = TD, et CIBC dans une forme voisine.
bank-format-pain001-03-hint = ISO 20022, pour une banque qui le demande.
bank-format-pain001-09-hint = ISO 20022 plus récent, pour une banque qui le demande.
bank-due = Argent chez les marchands le
bank-due-hint = Un jour ouvrable, ni férié au Canada ni au Québec.
bank-make = Faire le fichier
bank-made = Fichiers faits
bank-made-hint = Les numéros se suivent sans trou. Refait, le fichier d’un règlement garde le sien.
bank-made-at = Fait le
bank-made-by = Par

bank-answer-title = Réponse de la banque
bank-answer-lead = Un fichier de retours ou un relevé. Rien n’est écrit avant votre accord.
bank-answer-file = Fichier de la banque
bank-answer-file-hint = Retours CPA-005, pain.002 ou pacs.004. Relevé OFX, ou CSV avec les colonnes décrites.
bank-answer-look = Voir ce qu’il dit
bank-answer-kind-cpa005 = Retours en CPA-005
bank-answer-kind-iso20022 = Retours en ISO 20022
bank-answer-kind-ofx = Relevé OFX
bank-answer-kind-table = Relevé en tableau
bank-answer-deeds =
    { $count ->
        [0] Aucune ligne à écrire.
        [one] { $count } ligne à écrire si vous le voulez.
       *[other] { $count } lignes à écrire si vous le voulez.
    }
bank-answer-take = Écrire cette ligne
bank-answer-write = Écrire les lignes choisies
bank-answer-write-hint = Un paiement revenu est dû de nouveau. Tout est écrit, ou rien.
bank-answer-unseen = Envoyés, et pas sur ce relevé
bank-answer-unseen-hint = Vérifiez que le relevé va assez loin, ou demandez à la banque.
done-bank-answer = La réponse de la banque est écrite.

bank-finding-return = Revenu :
bank-finding-confirm = Payé :
bank-finding-likely = Sans doute payé :
bank-finding-known = Déjà écrit :
bank-finding-received = Argent reçu, déjà écrit.
bank-finding-other-amount = Autre montant que notre paiement :
bank-finding-several = Plusieurs paiements ont ce montant :
bank-finding-unknown = Rien de connu ici.
bank-finding-return-hint = Le montant sera dû de nouveau au marchand.
bank-finding-confirm-hint = La référence et le montant sont les nôtres.
bank-finding-likely-hint = Seul le montant le dit. Vérifiez avant de choisir.
bank-finding-known-hint = Rien à faire.
bank-finding-received-hint = Rien à faire.
bank-finding-other-amount-hint = Demandez à la banque avant de continuer.
bank-finding-several-hint = Confirmez le bon sur la page du règlement.
bank-finding-unknown-hint = Ce n’est pas un paiement de ce programme, ou il reste à écrire.

bank-file-unknown = ce n’est ni un fichier de retours ni un relevé.
bank-file-cpa = une règle du format CPA-005 n’est pas suivie ({ $what }).
bank-file-not-returns = ce sont des paiements à faire, pas des retours.
bank-file-broken = le fichier est coupé ou abîmé.
bank-file-whole-refused = la banque a refusé tout le fichier, rien n’est payé ({ $what }).
bank-file-no-column = il manque la colonne « { $what } ».
bank-file-no-shape = personne n’a décrit les colonnes de ce relevé (docs/payments.md).
bank-file-not-a-day = ce n’est pas une date.
bank-file-not-an-amount = ce n’est pas un montant.
bank-file-too-many = il y a trop de lignes dans ce fichier.

return-cpa-900 = refusé à la vérification
return-cpa-901 = sans provision
return-cpa-902 = compte introuvable
return-cpa-903 = paiement arrêté ou rappelé
return-cpa-905 = compte fermé
return-cpa-907 = aucun débit permis
return-cpa-908 = fonds non libérés
return-cpa-909 = devise qui ne va pas avec le compte
return-cpa-910 = personne décédée
return-cpa-911 = compte bloqué
return-cpa-912 = numéro de compte qui n’existe pas
return-cpa-914 = nom qui ne va pas avec le compte
return-cpa-915 = aucune entente
return-cpa-916 = contraire à l’entente, personne
return-cpa-917 = entente révoquée, personne
return-cpa-918 = sans confirmation ni préavis, personne
return-cpa-919 = contraire à l’entente, entreprise
return-cpa-920 = entente révoquée, entreprise
return-cpa-921 = sans confirmation ni préavis, entreprise
return-cpa-922 = retourné par qui l’a reçu
return-cpa-990 = institution en défaut
return-iso-AC01 = numéro de compte qui n’existe pas
return-iso-AC03 = compte du marchand qui n’existe pas
return-iso-AC04 = compte fermé
return-iso-AC06 = compte bloqué
return-iso-AG01 = opération interdite sur ce compte
return-iso-AM03 = devise refusée
return-iso-AM04 = sans provision
return-iso-AM05 = paiement en double
return-iso-BE01 = nom qui ne va pas avec le compte
return-iso-DT01 = date refusée
return-iso-DUPL = fichier déjà reçu
return-iso-FF01 = format du fichier refusé
return-iso-MD07 = personne décédée
return-iso-MS02 = refusé par qui devait le recevoir
return-iso-MS03 = raison non dite
return-iso-RC01 = institution inconnue
