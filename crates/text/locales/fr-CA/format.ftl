### Les formats : dates, heures, montants, listes. Les espaces insécables sont écrites { "\u00A0" } là où elles se voient mal.

format-dollars = { $number }{ "\u00A0" }$
# Une monnaie locale : son nom suit le nombre.
format-private = { $number }{ "\u00A0" }{ $unit }
format-percent = { $number }{ "\u00A0" }%
# Le dernier de la liste; les autres sont déjà séparés par des virgules.
format-list = { $head } et { $last }

format-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    }
format-short-day = { $day } { $month }
format-date = { $day } { $month } { $year }
format-date-full = { $weekday } { $date }
format-month-year = { $month } { $year }
format-range-one-day = le { $date }
format-range-month = du { $from } au { $to } { $month } { $year }
format-range-months = du { $from } { $from-month } au { $to } { $month } { $year }
format-range-years = du { $from } au { $to }
# L’OQLF écrit 14 h 05, et 14 h quand l’heure est ronde.
format-time =
    { $whole ->
        [yes] { $hour }{ "\u00A0" }h
       *[no] { $hour }{ "\u00A0" }h{ "\u00A0" }{ $minute }
    }
format-date-time = { $date } à { $time }

format-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
format-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
format-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }

format-month-1 = janvier
format-month-2 = février
format-month-3 = mars
format-month-4 = avril
format-month-5 = mai
format-month-6 = juin
format-month-7 = juillet
format-month-8 = août
format-month-9 = septembre
format-month-10 = octobre
format-month-11 = novembre
format-month-12 = décembre
format-short-month-1 = janv.
format-short-month-2 = févr.
format-short-month-3 = mars
format-short-month-4 = avr.
format-short-month-5 = mai
format-short-month-6 = juin
format-short-month-7 = juill.
format-short-month-8 = août
format-short-month-9 = sept.
format-short-month-10 = oct.
format-short-month-11 = nov.
format-short-month-12 = déc.

# Du lundi, 1, au dimanche, 7.
format-weekday-1 = lundi
format-weekday-2 = mardi
format-weekday-3 = mercredi
format-weekday-4 = jeudi
format-weekday-5 = vendredi
format-weekday-6 = samedi
format-weekday-7 = dimanche
