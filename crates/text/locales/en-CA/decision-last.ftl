### The decision notebook, theme “Supporting and lasting”.

decision-accompaniment = What do you offer households besides coupons?
decision-accompaniment-short = Support
decision-accompaniment-why = A first visit helps people know the stalls and the merchants. But it takes time from workers who are already busy. Elsewhere, people complained of compulsory classes.
decision-accompaniment-is-first-visit = A first visit to the market
decision-accompaniment-is-recipes = Recipes
decision-accompaniment-is-information-envelope = An information envelope
decision-accompaniment-is-health-consultation = A health consultation
decision-accompaniment-is-farm-visit = A farm visit
decision-accompaniment-is-none = Nothing more

decision-transport = How do you help households get to the market?
decision-transport-short = Transport
decision-transport-why = Distance is a main obstacle, above all without a car. A shuttle or delivery costs money and takes people. Nearer places of exchange mean finding more merchants.
decision-transport-is-none = No help
decision-transport-is-nearby-points = Places of exchange nearer by
decision-transport-is-shuttle = A shuttle
decision-transport-is-rides = Shared rides
decision-transport-is-delivery = Delivery

decision-evaluation = How will you know what the program changed?
decision-evaluation-short = Evaluation
decision-evaluation-why = Coupons can be counted without asking anybody anything. A survey says what counts do not, but takes people’s time. A research team goes further, with more time and money.
decision-evaluation-is-counts = Counts of coupons
decision-evaluation-is-household-survey = A survey of households
decision-evaluation-is-merchant-survey = A survey of merchants
decision-evaluation-is-research-team = A research team
decision-evaluation-is-none = No evaluation

decision-expected-use = What share of the coupons handed out do you think will be used?
decision-expected-use-short = Expected use
decision-expected-use-why = This share is used to plan the money needed. Too low, money may run short, and too high, some is left. In Bas-Saint-Laurent 70 to 86% were used, in British Columbia over 90%.
decision-expected-use-help = A percentage, for example 80.

decision-image-rights = May pictures be taken during the program?
decision-image-rights-short = Pictures
decision-image-rights-why = A picture helps to make the program known. It may also show who a household is, for a long time. Written consent protects each person’s choice, but puts a name on paper.
decision-image-rights-is-no-pictures = No pictures of people
decision-image-rights-is-written-consent = Yes, with written consent
decision-image-rights-is-markets-only = Yes, of markets only

decision-retention = For how many years are the books kept?
decision-retention-short = Keeping of books
decision-retention-why = Books kept for long let you answer a funder later. But all that is kept must be stored and protected. The books count coupons and money, not people.
decision-retention-help = A whole number of years, for example 7.
