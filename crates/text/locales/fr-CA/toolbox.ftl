### Boîte à outils : ce qui entoure tous les documents.

toolbox-programme-unnamed = Programme à nommer
toolbox-territory-unnamed = Territoire à décider
toolbox-to-decide = [à décider]
toolbox-question-to-decide = À décider : { $question }.
toolbox-draft =
    { $count ->
        [one] Ébauche : { $count } réponse de ce document n’est pas encore décidée.
       *[other] Ébauche : { $count } réponses de ce document ne sont pas encore décidées.
    }
toolbox-draft-mark = Un astérisque (*) marque ce qui vient d’un modèle ou d’une proposition.
toolbox-draft-from = Modèle : { $models }.
toolbox-draft-nobody = valeur de départ proposée par Cabas
toolbox-own = Nos propres règles
toolbox-question = Question
toolbox-answer = Réponse
toolbox-funder = Bailleur de fonds
toolbox-date = Date
toolbox-places-name = Lieu
toolbox-places-when = Jours et heures
toolbox-places-sells = On y trouve
