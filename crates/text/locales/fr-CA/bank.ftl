### Les coordonnées bancaires des marchands : demandées par une personne, confirmées par une autre.

bank-ask = Demander un changement
bank-ask-hint =
    { $count ->
        [0] Le changement attend la confirmation d’une deuxième personne, puis il sert tout de suite.
        [one] Le changement attend la confirmation d’une deuxième personne, puis { $count } jour.
       *[other] Le changement attend la confirmation d’une deuxième personne, puis { $count } jours.
    }
bank-ask-button = Demander ce changement
bank-institution = Numéro d’institution
bank-institution-hint = Trois chiffres, au bas d’un chèque.
bank-transit = Numéro de transit
bank-transit-hint = Cinq chiffres.
bank-number = Numéro de compte
bank-number-hint = De sept à douze chiffres. Il sera chiffré et ne sera plus jamais montré en entier.
bank-in-use = Compte utilisé :
bank-none = Aucun compte confirmé.
bank-cooling = Confirmé, utilisé à partir du { $from } :
bank-asked = Changement demandé :
bank-yours = C’est votre demande. Une autre personne, à la trésorerie, doit la confirmer.
bank-needs = Une personne de la trésorerie doit le confirmer.
bank-confirm-hint = Vérifiez d’abord auprès du marchand, à un numéro de téléphone que vous connaissez déjà.
bank-confirm = Confirmer ce changement
