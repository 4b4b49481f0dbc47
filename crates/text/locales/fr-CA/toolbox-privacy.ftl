### Boîte à outils : la vie privée.
toolbox-retention-what = Ce qui est gardé
toolbox-retention-why = Pourquoi
toolbox-retention-until = Jusqu’à quand
toolbox-retention-years =
    { $years ->
        [one] { $years } an après la saison
       *[other] { $years } ans après la saison
    }
toolbox-retention-books = Remises, encaissements, paiements (sans nom de ménage)
toolbox-retention-books-why = Comptes et preuve pour les bailleurs de fonds
toolbox-retention-merchant = Nom, adresse et compte bancaire des marchands
toolbox-retention-merchant-why = Payer
toolbox-retention-merchant-until = Compte bancaire : jusqu’au dernier paiement. Nom : avec les comptes.
toolbox-retention-people = Nom et courriel des personnes qui travaillent au programme
toolbox-retention-people-why = Savoir qui a fait quoi
toolbox-retention-people-until = Accès fermé au départ. Nom : avec les comptes.
toolbox-retention-register = Registres papier des organismes (sans nom)
toolbox-retention-register-why = Corriger une erreur de compte
toolbox-retention-register-until = Détruits après la clôture de la saison
toolbox-retention-complaint = Plaintes et incidents
toolbox-retention-complaint-why = Répondre et corriger
toolbox-retention-complaint-until = Deux ans; incidents de confidentialité : cinq ans (à valider)
toolbox-retention-survey = Réponses aux sondages (sans nom)
toolbox-retention-survey-why = Évaluer le programme
toolbox-retention-survey-until = Jusqu’au rapport d’évaluation

## Trousse de vie privée

toolbox-privacy = Trousse de vie privée
toolbox-privacy-about = L’évaluation, l’avis, le consentement et la durée de conservation.
toolbox-privacy-assessment = Évaluation des facteurs relatifs à la vie privée
toolbox-privacy-assessment-law = Ce texte est prérempli avec vos décisions. La personne responsable le relit et le signe (à valider, Loi 25).
toolbox-privacy-assessment-officer = Personne responsable de la protection des renseignements personnels
toolbox-privacy-what = Ce qui est recueilli
toolbox-privacy-what-coupon = sur un ménage : des numéros de coupons et une tranche de taille
toolbox-privacy-what-never = jamais : nom, adresse, revenu, santé, origine
toolbox-privacy-what-merchant = sur un marchand : nom, adresse, façon d’être payé
toolbox-privacy-what-staff = sur une personne qui travaille au programme : nom, courriel, rôle
toolbox-privacy-who = Qui le voit
toolbox-privacy-risks = Les risques et ce qui les réduit
toolbox-privacy-risks-paper = un papier avec des noms circule : aucun nom n’est écrit
toolbox-privacy-risks-small = un petit groupe est reconnu : les petits chiffres sont masqués
toolbox-privacy-risks-stall = un ménage est reconnu au kiosque : même coupon, même accueil
toolbox-privacy-risks-bank = un compte bancaire fuit : il est chiffré
toolbox-privacy-risk = Autre risque vu par le comité
toolbox-privacy-less = Ce qui le réduit
toolbox-privacy-by = Qui, quand
toolbox-privacy-notice = Avis aux ménages
toolbox-privacy-notice-name = Nous n’écrivons pas votre nom.
toolbox-privacy-notice-size = Nous notons combien de personnes vivent chez vous et le numéro de vos coupons.
toolbox-privacy-notice-why = Cela sert à compter les coupons et à payer les marchands.
toolbox-privacy-notice-free = Vous pouvez refuser de répondre et recevoir vos coupons quand même.
toolbox-privacy-consent = Texte de consentement
toolbox-privacy-survey = Sondage
toolbox-privacy-survey-yes = J’accepte de répondre à un sondage. Je peux arrêter en tout temps.
toolbox-privacy-survey-no = Je préfère ne pas répondre. Cela ne change rien pour mes coupons.
toolbox-privacy-picture = Photo
toolbox-privacy-picture-yes = J’accepte d’être sur une photo pour parler du programme.
toolbox-privacy-picture-no = Je ne veux pas être sur une photo.
toolbox-privacy-consent-back = Je peux changer d’idée en le disant à l’organisme.
toolbox-privacy-person = Signature ou marque
toolbox-privacy-retention = Durée de conservation
toolbox-privacy-incident = Si un renseignement circule
toolbox-privacy-incident-stop = Arrêtez ce qui le laisse circuler.
toolbox-privacy-incident-tell = Avertissez la personne responsable le jour même.
toolbox-privacy-incident-write = Inscrivez-le au registre des incidents.
toolbox-privacy-incident-risk = S’il y a un risque sérieux, avertissez la Commission d’accès à l’information et les personnes (à valider).
