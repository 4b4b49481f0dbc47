### Formats: dates, times, amounts, lists. No-break spaces are written { "\u00A0" } where they are hard to see.

format-dollars = ${ $number }
# A local currency: its name follows the number.
format-private = { $number }{ "\u00A0" }{ $unit }
format-percent = { $number }%
# The last of the list; the others already have their commas.
format-list = { $head } and { $last }

format-day = { $day }
format-short-day = { $month } { $day }
format-date = { $month } { $day }, { $year }
format-date-full = { $weekday }, { $date }
format-month-year = { $month } { $year }
format-range-one-day = { $date }
format-range-month = { $month } { $from } to { $to }, { $year }
format-range-months = { $from-month } { $from } to { $month } { $to }, { $year }
format-range-years = { $from } to { $to }
format-time = { $hour-12 }:{ $minute }{ "\u00A0" }{ $half }
format-date-time = { $date }, { $time }

format-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
format-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
format-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }

format-month-1 = January
format-month-2 = February
format-month-3 = March
format-month-4 = April
format-month-5 = May
format-month-6 = June
format-month-7 = July
format-month-8 = August
format-month-9 = September
format-month-10 = October
format-month-11 = November
format-month-12 = December
format-short-month-1 = Jan.
format-short-month-2 = Feb.
format-short-month-3 = Mar.
format-short-month-4 = Apr.
format-short-month-5 = May
format-short-month-6 = June
format-short-month-7 = July
format-short-month-8 = Aug.
format-short-month-9 = Sept.
format-short-month-10 = Oct.
format-short-month-11 = Nov.
format-short-month-12 = Dec.

# From Monday, 1, to Sunday, 7.
format-weekday-1 = Monday
format-weekday-2 = Tuesday
format-weekday-3 = Wednesday
format-weekday-4 = Thursday
format-weekday-5 = Friday
format-weekday-6 = Saturday
format-weekday-7 = Sunday
