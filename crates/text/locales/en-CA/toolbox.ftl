### Toolbox: what surrounds every document.

toolbox-programme-unnamed = Program to be named
toolbox-territory-unnamed = Territory to be decided
toolbox-to-decide = [to be decided]
toolbox-question-to-decide = To be decided: { $question }.
toolbox-draft =
    { $count ->
        [one] Draft: { $count } answer in this document is not decided yet.
       *[other] Draft: { $count } answers in this document are not decided yet.
    }
toolbox-draft-mark = An asterisk (*) marks what comes from a model or a proposal.
toolbox-draft-from = Model: { $models }.
toolbox-draft-nobody = starting value proposed by Cabas
toolbox-own = Our own rules
toolbox-question = Question
toolbox-answer = Answer
toolbox-funder = Funder
toolbox-date = Date
toolbox-places-name = Place
toolbox-places-when = Days and hours
toolbox-places-sells = What is there
