### Places: what they are, what they sell, when they are open, where they are.

place-kind-market = Public market
place-kind-farm-stand = Farm stand
place-kind-self-service = Self-service stand
place-kind-u-pick = U-pick
place-kind-drop-point = Basket drop point
place-kind-shop = Shop or other place

food-produce = Fruit and vegetables
food-meat = Meat
food-fish = Fish and seafood
food-eggs = Eggs
food-dairy = Milk and cheese
food-bread = Bread and pastry
food-honey = Honey and maple
food-processed = Processed food
food-plants = Plants and seedlings

why-closed-weather = Bad weather
why-closed-holiday = Holiday or local event
why-closed-nobody = Nobody to hold the place
why-closed-site = The site cannot be used
why-closed-other = Another reason

## Hours in words

hours-from-until = { $from } to { $until }
hours-every-day = every day
hours-days-apart = every { $interval } days
hours-on-day = { $day }s
hours-weekly =
    { $interval ->
        [1] { $days }
       *[other] { $days }, every { $interval } weeks
    }
hours-monthly =
    { $interval ->
        [1] { $days } of the month
       *[other] { $days }, every { $interval } months
    }
hours-nth =
    { $nth ->
        [-1] last { $day }
        [0] every { $day }
        [1] first { $day }
        [2] second { $day }
        [3] third { $day }
        [4] fourth { $day }
       *[other] fifth { $day }
    }
hours-nth-from-last =
    { $nth ->
        [2] second-last { $day }
        [3] third-last { $day }
        [4] fourth-last { $day }
       *[other] fifth-last { $day }
    }
hours-season = { $days }, { $hours }, { $dates }
hours-always = { $days }, { $hours }
hours-once = { $date }, { $hours }
hours-short-1 = Mon
hours-short-2 = Tue
hours-short-3 = Wed
hours-short-4 = Thu
hours-short-5 = Fri
hours-short-6 = Sat
hours-short-7 = Sun

## The list of places

place-public = Public
place-hidden = Hidden from the public
place-hidden-hint = Known to organizations and merchants. On no public page.
place-open-now = Open now, { $hours }
place-today = Today, { $hours }
place-tomorrow = Tomorrow, { $hours }
place-on-day = { $day }, { $hours }
place-closed-on = Exceptionally closed: { $day } ({ $why })
place-no-more = No opening is planned.
place-hours-empty = The hours are not written yet.
place-next = Next openings
place-hours-title = Hours
place-sells = What is sold
place-where = Where
place-list-empty = No place is registered yet.
place-list-empty-next = A place is a market, a stand, a U-pick farm or a drop point.
place-public-page = See the public page
place-add = Add a place
place-print = List and map to print
place-calendar-file = Calendar to follow (iCalendar)
place-calendar-hint = Add this address to your calendar: it keeps itself up to date.
place-close = Cancel…
place-close-hint = The opening is crossed out at once on public pages and in calendars.
place-close-why = Reason
place-close-button = Cancel this opening
place-reopen = Restore
place-reopen-day = Restore { $day }
place-closures = Cancelled openings
place-effect = What it changes
place-effect-of = Cancel the opening: { $day }
place-effect-days =
    { $count ->
        [0] After this day, this place does not open again before the coupons end.
        [one] After this day, { $count } opening is left before the coupons end.
       *[other] After this day, { $count } openings are left before the coupons end.
    }
place-effect-coupons =
    { $count ->
        [0] No coupon was used there so far.
        [one] About { $count } coupon is used there at each opening ({ $amount }). It will be on another day.
       *[other] About { $count } coupons are used there at each opening ({ $amount }). They will be on another day.
    }
place-effect-partners = Organizations whose coupons are used here
place-effect-used = Used here
place-effect-live = Still with households
place-effect-none = No organization has had a coupon used here yet.
place-effect-near = Other openings in these seven days
place-effect-near-empty = No other place opens in these seven days.

## Changing a place

place-edit = Change this place
place-name = Name
place-kind = Kind
place-municipality = Municipality
place-address = Address
place-notes = Getting there
place-notes-hint = Parking, bus, ramp, toilets: whatever helps people come.
place-territory = MRC or territory
place-territory-none = Not said
place-point = Latitude and longitude
place-point-hint = Copy them from a map, for example 46.6500, -72.0200.
place-hours-note = Note about the hours
place-visible = Show this place to the public
place-slot = Hours { $number }
place-slot-new = More hours
place-slot-hint = To remove these hours, empty the opening time.
place-slot-days = Days
place-slot-how = When
place-slot-weekly = Every week
place-slot-second = Every 2 weeks
place-slot-month-1 = The 1st of these days in the month
place-slot-month-2 = The 2nd of these days in the month
place-slot-month-3 = The 3rd of these days in the month
place-slot-month-4 = The 4th of these days in the month
place-slot-month-last = The last of these days in the month
place-slot-once = The first day only
place-slot-other = The rule written below
place-slot-rule = RFC 5545 rule
place-slot-from = Opens at
place-slot-until = Closes at
place-slot-starts = First day
place-slot-ends = Last day
place-slot-except = Except these days
place-slot-also = These days too
place-slot-dates-hint = Dates such as 2025-09-01, with commas between them.
place-slot-more = Except, also, another rule

## The calendar

calendar-month = Calendar: { $month }
calendar-before = Month before
calendar-after = Month after
calendar-list = The openings of the month
calendar-empty = No opening this month.
calendar-starts = First day of coupons
calendar-ends = Last day of coupons
calendar-last-claim = Last day to bring coupons in
calendar-class-ends = Last day of coupons { $letter }
calendar-last-handout = Last useful day to hand coupons out
calendar-closed = Closed
calendar-often = Open nearly every day

## Where and when, for everyone

where-title = Where and when
where-lead = The places where a food coupon is exchanged for local food.
where-empty = The list of places is not published yet.
where-none-soon = No opening is planned in the next two weeks.
where-soon = The next days
where-all = All places
where-more = All places and their hours

## The map of Québec

map-title = Map of programs
map-lead = One hexagon for each of Québec’s 104 MRCs and equivalent territories.
map-alt = Map of Québec in hexagons. The table says the same.
map-active =
    { $count ->
        [0] No territory has a public program yet.
        [one] { $count } territory has a public program.
       *[other] { $count } territories have a public program.
    }
map-state-active = Public program
map-state-own = This program
map-state-none = No program yet
map-territory = Territory
map-programme = Program
map-table = The 104 territories, by region
map-credit = Names and codes: Institut de la statistique du Québec.
map-points = Map of places
map-points-alt = Map of places. The list says the same.
map-points-empty = No place has coordinates yet.
map-scale = { $km } km
map-north = North
map-sheet = Places and map
map-unplaced = Without coordinates, so not on the map: { $places }.
