### The decision notebook, theme “Who decides”.

decision-territory-unit = What kind of territory does the program cover?
decision-territory-unit-short = Kind of territory
decision-territory-unit-why = A small territory agrees sooner. A large one has more markets and funders, but more people to bring together.
decision-territory-unit-is-mrc = One regional county (MRC)
decision-territory-unit-is-several-mrc = Several regional counties (MRC)
decision-territory-unit-is-city = A city or its boroughs
decision-territory-unit-is-region = A region
decision-territory-unit-is-one-market = One market only
decision-territory-unit-is-first-nation = A First Nation
decision-territory-unit-is-other = Other

decision-territory = What is your territory called?
decision-territory-short = Name of the territory
decision-territory-why = This name appears on coupons, posters and reports. Each community chooses its own name and its spelling.
decision-territory-help = The name as people say it where you live, for example “MRC de Portneuf”.

decision-programme-name = What will your program be called?
decision-programme-name-short = Name of the program
decision-programme-name-why = Households and merchants will see this name everywhere. A name about help states the purpose, but may embarrass at the stall. A name about food is more discreet, but needs explaining.
decision-programme-name-help = A few words, for example “Coupon nourricier Portneuf”.

decision-carrier = Which organization will lead the program?
decision-carrier-short = Lead organization
decision-carrier-why = The lead organization brings everyone together and answers for the program. The first two territories prepared for more than a year. One organization decides faster, and several share the load.
decision-carrier-help = The name of one organization, or of several with commas.

decision-fiduciary = Who will hold the money and pay the merchants?
decision-fiduciary-short = Fiduciary
decision-fiduciary-why = The fiduciary keeps each funder’s money apart and keeps the books. It counts coupons without knowing the households. An organization with an office starts fast, but this work is added to its own.
decision-fiduciary-help = The full name of the organization.

decision-coordinator = Who will coordinate the program?
decision-coordinator-short = Coordination
decision-coordinator-why = This person answers organizations, visits markets and follows coupons. A job costs money every year. Somebody busy elsewhere costs less, but may lack time at the height of the season.
decision-coordinator-is-employee = A full-time employee
decision-coordinator-is-part-time = A part-time employee
decision-coordinator-is-grower = A grower
decision-coordinator-is-market-staff = Somebody from the market
decision-coordinator-is-city-staff = Somebody from the city or the MRC
decision-coordinator-is-volunteer = A volunteer

decision-who-sees = Who may see each organization’s figures?
decision-who-sees-short = Who sees which figures
decision-who-sees-why = Seeing all figures helps to move coupons to where they are used. But an organization may feel compared. In a small place, a small figure may point to a household.
decision-who-sees-is-own-only = Each organization sees its own
decision-who-sees-is-totals = Each organization sees its own and the totals
decision-who-sees-is-everything = Each organization sees everyone’s

decision-community-data = If a First Nation takes part, what does its council decide about its data?
decision-community-data-short = A First Nation’s data
decision-community-data-why = Its data belong to the whole community: ownership, control, access and possession (OCAP). Its council decides what is recorded, kept and shown. A shared total may help to find money, but may also reveal too much about a small community.
decision-community-data-is-not-concerned = No First Nation takes part
decision-community-data-is-council-owns = The council keeps its data and decides on any sharing
decision-community-data-is-agreement = A written agreement says what is shared
decision-community-data-is-to-agree = To be agreed with the council

decision-language = In which language does the program present itself first?
decision-language-short = Main language
decision-language-why = Pages, coupons and posters begin in this language. The other one is still offered. Some communities speak mainly English.
decision-language-is-fr = French
decision-language-is-en = English

decision-household-languages = In which languages will you speak to households?
decision-household-languages-short = Languages of households
decision-household-languages-why = A leaflet in one’s own language saves an awkward question at the stall. Each further language needs a translation, made and checked by people who speak it.
decision-household-languages-is-fr = French
decision-household-languages-is-en = English
decision-household-languages-is-community = A language of the community
decision-household-languages-is-newcomers = Languages of newcomers

decision-complaints = Whom can people talk to when something goes wrong?
decision-complaints-short = Complaints
decision-complaints-why = A merchant waiting for money or a household badly received must know whom to tell. Somebody near answers fast. Somebody from outside is freer, but knows the places less.
decision-complaints-is-coordination = The coordination team
decision-complaints-is-partner = The organization that handed the coupons out
decision-complaints-is-committee = A member of the committee
decision-complaints-is-outside = Somebody outside the program
