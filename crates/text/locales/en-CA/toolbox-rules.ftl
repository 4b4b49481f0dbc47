### Toolbox: the program’s rules and its charter.

## Program rules

toolbox-rules = Program rules
toolbox-rules-about = Everything that the territory decided, in one place.
toolbox-rules-who = Who carries the program
toolbox-rules-reach = For whom
toolbox-rules-give = How much and when
toolbox-rules-coupon = The coupon
toolbox-rules-spend = Where and what to buy
toolbox-rules-accept = At the stall
toolbox-rules-same = Prices and welcome are the same for everyone.
toolbox-rules-pay = Paying merchants
toolbox-rules-sell = Sale to the public
toolbox-rules-fund = The money
toolbox-rules-last = Accompanying, evaluating, keeping
toolbox-rules-change = Changing a rule
toolbox-rules-change-how = A rule changes by a dated decision of the committee. The change says from which day it applies.
toolbox-rules-change-never = A change never touches a coupon that was already sold.

## Governance charter and mandate of the committee

toolbox-charter = Governance charter and mandate of the committee
toolbox-charter-about = What the committee decides, with whom, and how.
toolbox-charter-purpose = What it is for
toolbox-charter-purpose-is = The committee lets the territory’s households buy local food, like everyone else.
toolbox-charter-mandate = The mandate
toolbox-charter-mandate-rules = decide the program’s rules and review them each year
toolbox-charter-mandate-money = approve the budget and follow the money
toolbox-charter-mandate-partners = invite organizations, markets and merchants
toolbox-charter-mandate-listen = hear complaints and proposals
toolbox-charter-mandate-report = report to the territory and to funders
toolbox-charter-seats = The seats
toolbox-charter-seats-why = An empty seat is written here too: it recalls a voice that is missing.
toolbox-charter-seat = Seat
toolbox-charter-name = Name
toolbox-charter-organisation = Organization
toolbox-charter-seats-who = These voices belong there: participants, growers, markets, organizations, health, municipalities, Indigenous communities concerned.
toolbox-charter-seats-paid = A participant who sits on it has expenses paid back.
toolbox-charter-roles = The roles
toolbox-charter-separate = Whoever coordinates neither pays nor approves a payment.
toolbox-charter-decide = Deciding
toolbox-charter-decide-consent = The committee looks for everyone’s agreement. Without it, a majority of those present decides.
toolbox-charter-decide-written = Each decision is written with its date, its reasons and the views against it.
toolbox-charter-decide-quorum = The quorum is half of the seats that are filled.
toolbox-charter-decide-interest = A person with an interest in a decision says so and does not vote.
toolbox-charter-meetings = Meetings
toolbox-charter-meetings-when = The committee meets at least before, during and after the season.
toolbox-charter-meetings-minutes = Minutes are sent within ten days.
toolbox-charter-data = Data
toolbox-charter-complaints = Complaints
toolbox-charter-end = Length
toolbox-charter-end-year = This charter holds for one year. It is read again at the end of each season.
toolbox-charter-chair = For the committee
toolbox-charter-carrier = For the organization that carries the program
