### Toolbox: the calendar, the media and the evaluation.
toolbox-dates-day = Date
toolbox-dates-what = What must be done
toolbox-dates-committee = The committee has decided the rules
toolbox-dates-grants = Grant applications are sent
toolbox-dates-partners = Agreements with organizations are signed
toolbox-dates-merchants = Agreements with markets and merchants are signed
toolbox-dates-print = Coupons are ordered or printed
toolbox-dates-train = Everyone is trained
toolbox-dates-deliver = Organizations have their coupons
toolbox-dates-first = First day of coupons
toolbox-dates-middle = Mid-season review, coupons moved
toolbox-dates-remind = Reminder to households: the end is near
toolbox-dates-last = Last day of coupons given
toolbox-dates-claim = Last day to bring coupons back
toolbox-dates-report = Reports to funders
toolbox-dates-again = The committee decides about the next season

## Season calendar

toolbox-calendar = Season calendar
toolbox-calendar-about = Counted back from the first day. The dates proposed may move.
toolbox-calendar-rhythm = The rhythm
toolbox-calendar-own = Our dates
toolbox-calendar-day = Date
toolbox-calendar-what = What
toolbox-calendar-who = Who

## Press release

toolbox-press-release = Press release
toolbox-press-release-about = For immediate release, once the committee agrees.
toolbox-press-release-lead = { $territory }: coupons to eat local
toolbox-press-release-place = { $territory }: from { $starts-on }, households will be able to buy local food with food coupons.
toolbox-press-release-quote = “One same dollar feeds a household and stays with a local grower,” says:
toolbox-press-release-quote-name = Name and role
toolbox-press-release-public-bonus = Anyone can buy coupons too. The program adds { $sale-bonus } to the price paid.
toolbox-press-release-public-par = Anyone can buy coupons too.
toolbox-press-release-public-sponsors = Local firms support the program.
toolbox-press-release-carried = About
toolbox-press-release-about-is = “{ $programme-name }” is carried by { $carrier }.
toolbox-press-release-about-privacy = Households are neither named nor photographed without their consent.
toolbox-press-release-contact = Information
toolbox-press-release-contact-name = Person to reach
toolbox-press-release-contact-phone = Telephone

## Communication kit

toolbox-communication = Communication kit
toolbox-communication-about = What to say, with which words, and what is not published.
toolbox-communication-ideas = Three ideas to repeat
toolbox-communication-ideas-choice = Households choose their food, like everyone else.
toolbox-communication-ideas-local = The money stays with local growers.
toolbox-communication-ideas-market = The market is a place for everyone.
toolbox-communication-words = The words
toolbox-communication-words-say = Say: food coupon, household, participant, partner organization, participating merchant.
toolbox-communication-words-never = Never describe households by what they lack.
toolbox-communication-posts = Messages ready to post
toolbox-communication-posts-start = { $programme-name } begins on { $starts-on }. Look for the “accepted here” sign.
toolbox-communication-posts-middle = Thank you to the merchants who accept food coupons. Come and see them at the market.
toolbox-communication-posts-end = Two weeks left: coupons that were given are good until { $ends-on }.
toolbox-communication-posts-buy = You can buy coupons, and eat local while helping.
toolbox-communication-pictures = Pictures
toolbox-communication-public = What is public
toolbox-communication-public-figures = Publish season totals. Never publish a small group’s figure.
toolbox-communication-thank = Thanking
toolbox-communication-thank-logo = Ask each funder how it wants to be named.
toolbox-communication-questions = Answering
toolbox-communication-questions-why = “Why coupons?”
toolbox-communication-questions-why-say = “Because choosing one’s food is a matter of dignity.”
toolbox-communication-questions-fraud = “What about fraud?”
toolbox-communication-questions-count = “Each coupon is counted, from printing to payment.”
toolbox-communication-questions-cost = “What does it cost?”

## Evaluation plan

toolbox-evaluation = Evaluation plan
toolbox-evaluation-about = What will be measured, by whom, and what will not.
toolbox-evaluation-how = How
toolbox-evaluation-questions = The questions
toolbox-evaluation-question = Question
toolbox-evaluation-measure = Measure
toolbox-evaluation-who = Who
toolbox-evaluation-when = When
toolbox-evaluation-counts = The program’s figures
toolbox-evaluation-counts-use = share of coupons used, by organization, place and week
toolbox-evaluation-counts-households = households reached, by size
toolbox-evaluation-counts-merchants = sales in coupons, by merchant
toolbox-evaluation-counts-delay = days between the count and the payment
toolbox-evaluation-household = The household survey
toolbox-evaluation-household-free = The survey is voluntary and anonymous. It is never a condition.
toolbox-evaluation-household-market = Did you feel welcome?
toolbox-evaluation-household-food = Did you eat more fruit and vegetables?
toolbox-evaluation-household-hard = What was difficult?
toolbox-evaluation-household-again = What should change?
toolbox-evaluation-merchant = The merchant survey
toolbox-evaluation-merchant-sales = Did coupons change your sales?
toolbox-evaluation-merchant-time = How much time did they take?
toolbox-evaluation-merchant-paid = Were you paid on time?
toolbox-evaluation-research = The research team
toolbox-evaluation-research-ethics = The team has an ethics committee’s approval and a data agreement.
toolbox-evaluation-safe = What protects people
toolbox-evaluation-safe-small = A figure of fewer than five households is not published.
toolbox-evaluation-moment = When
toolbox-evaluation-when-end = Surveys take place within three weeks after { $ends-on }.
