### Toolbox: one page for each role, and the first call.

## Training: handing coupons out

toolbox-training-partner = Training: handing coupons out
toolbox-training-partner-title = Handing coupons out
toolbox-training-partner-about = One page for whoever works in a partner organization.
toolbox-training-partner-before = Before
toolbox-training-partner-before-count = I counted the coupons received and signed the slip.
toolbox-training-partner-before-locked = They are in a locked drawer.
toolbox-training-partner-before-list = I have the list of places and hours.
toolbox-training-partner-who = To whom
toolbox-training-partner-how = The hand-out, in one minute
toolbox-training-partner-how-private = Go to a quiet place.
toolbox-training-partner-how-size = Ask only: how many people live with you?
toolbox-training-partner-how-count = Count the coupons with the person.
toolbox-training-partner-how-note = Note the numbers and the household’s size. No name.
toolbox-training-partner-how-tell = Explain where to go, when, and what to buy.
toolbox-training-partner-know = What you will be asked
toolbox-training-partner-wrong = When something is wrong
toolbox-training-partner-wrong-mistake = A hand-out by mistake can be undone within ten minutes. After that, call the coordination.
toolbox-training-partner-phone = Coordination

## Training: accepting coupons

toolbox-training-merchant = Training: accepting coupons
toolbox-training-merchant-title = Accepting coupons
toolbox-training-merchant-about = One page for the merchant and whoever keeps the stall.
toolbox-training-merchant-see = Knowing a coupon
toolbox-training-merchant-accept = Accepting it
toolbox-training-merchant-accept-welcome = Welcome the person like any other. Ask for no name and no card.
toolbox-training-merchant-accept-food = See that the purchase is eligible.
toolbox-training-merchant-accept-date = Look at the coupon’s date.
toolbox-training-merchant-accept-keep = Keep the coupon apart from cash.
toolbox-training-merchant-paid = Being paid
toolbox-training-merchant-wrong = In doubt?
toolbox-training-merchant-wrong-call = Never shame anybody. Note the number and call.
toolbox-training-merchant-phone = Coordination

## Training: holding a market day

toolbox-training-market = Training: holding a market day
toolbox-training-market-title = Holding a market day
toolbox-training-market-about = One page for the market’s manager.
toolbox-training-market-open = At opening
toolbox-training-market-open-signs = Signs are up at participating stalls.
toolbox-training-market-open-table = Somebody is at the table and knows the coupons.
toolbox-training-market-open-who = I noted which merchants are here.
toolbox-training-market-during = During
toolbox-training-market-during-welcome = Somebody who comes for the first time is welcomed and shown around.
toolbox-training-market-close = At closing
toolbox-training-market-close-count = Count each merchant’s coupons, in front of the merchant.
toolbox-training-market-close-agree = Say the total. The merchant says whether it is right.
toolbox-training-market-close-envelope = Put the coupons and the slip in a sealed envelope.
toolbox-training-market-close-send = Send the count the same day.
toolbox-training-market-cancelled = A cancelled day
toolbox-training-market-cancelled-tell = Tell the coordination before opening time.
toolbox-training-market-phone = Coordination

## Training: paying merchants

toolbox-training-treasurer = Training: paying merchants
toolbox-training-treasurer-title = Paying merchants
toolbox-training-treasurer-about = One page for the treasurer or the fiduciary.
toolbox-training-treasurer-money = Money coming in
toolbox-training-treasurer-money-fund = Enter each sum in the fund of whoever gave it.
toolbox-training-treasurer-money-terms = Note its conditions and the date of the report.
toolbox-training-treasurer-pay = A payment run
toolbox-training-treasurer-pay-prepare = Prepare the run: it takes all that is owed at a date.
toolbox-training-treasurer-pay-check = Compare with the slips.
toolbox-training-treasurer-pay-approve = Each person approves on their own.
toolbox-training-treasurer-pay-send = Make the payments, then note their numbers.
toolbox-training-treasurer-pay-confirm = Confirm what the bank did. A return goes into the next run.
toolbox-training-treasurer-close = At the end
toolbox-training-treasurer-close-names = No household’s name is in the accounts.

## Training: coordinating a season

toolbox-training-coordinator = Training: coordinating a season
toolbox-training-coordinator-title = Coordinating a season
toolbox-training-coordinator-about = One page for whoever coordinates.
toolbox-training-coordinator-before = Before the season
toolbox-training-coordinator-before-money = The money is confirmed in writing.
toolbox-training-coordinator-before-agreements = The agreements are signed.
toolbox-training-coordinator-before-print = Coupons are printed, counted and stored.
toolbox-training-coordinator-before-train = Organizations, merchants and markets are trained.
toolbox-training-coordinator-week = Each week
toolbox-training-coordinator-week-use = See how many coupons are used, by organization and by place.
toolbox-training-coordinator-week-move = Move coupons that sleep.
toolbox-training-coordinator-week-visit = Visit a market and talk with a merchant.
toolbox-training-coordinator-week-doubt = Decide about coupons in doubt.
toolbox-training-coordinator-end = At the end
toolbox-training-coordinator-rules = What you never do
toolbox-training-coordinator-rules-pay = pay, or approve a payment
toolbox-training-coordinator-rules-names = ask for a household’s name
toolbox-training-coordinator-rules-promise = promise more coupons than the money allows

## First telephone call

toolbox-phone-script = First telephone call
toolbox-phone-script-about = What to say when a household first calls or answers.
toolbox-phone-script-hello = Hello
toolbox-phone-script-hello-say = “Hello, I am calling about { $programme-name }. Is this a good time?”
toolbox-phone-script-hello-alone = Leave no message that says why you are calling.
toolbox-phone-script-what = What it is
toolbox-phone-script-what-say = “These are coupons to buy local food. They cost you nothing.”
toolbox-phone-script-ask = What is asked
toolbox-phone-script-ask-say = “How many people live with you? That is the only question.”
toolbox-phone-script-ask-free = “You can say no, now or later, without giving a reason.”
toolbox-phone-script-how = How it works
toolbox-phone-script-meet = The meeting
toolbox-phone-script-day = Day and hour
toolbox-phone-script-place = Place
toolbox-phone-script-meet-size = Note only the meeting, then tear this note up afterwards.
toolbox-phone-script-questions = Frequent questions
toolbox-phone-script-questions-help = “Does this change my social assistance?”
toolbox-phone-script-questions-help-say = “We do not think so, but we cannot promise it (to be validated). Your agent can tell you.”
toolbox-phone-script-questions-who = “Who will know that I get some?”
toolbox-phone-script-questions-who-say = “Only us. Your name is not in the program.”
toolbox-phone-script-questions-wrong = “And if something is wrong?”
