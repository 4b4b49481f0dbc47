### Toolbox: the budget and the grant application.
toolbox-balance-in = What comes in
toolbox-balance-out = What goes out
toolbox-balance-amount = Amount
toolbox-balance-total = Total
toolbox-balance-coupons = Coupons
toolbox-balance-operations = Running the program ({ $share } at most)
toolbox-balance-left = Left to allot
toolbox-balance-missing = Still missing
toolbox-cost-what = If everything is handed out
toolbox-cost-value = Value
toolbox-cost-least = If all households are at the smallest value
toolbox-cost-middle = If households are of every size, equally
toolbox-cost-most = If all households are at the largest value
toolbox-cost-used = Of the middle line, what would be used
toolbox-print-face = Value of the coupon
toolbox-print-count = Number to print
toolbox-scale-size = People in the household
toolbox-scale-weekly = Value a week
toolbox-scale-one = { $from }
toolbox-scale-range = { $from } to { $to }
toolbox-scale-more = { $from } and more

## Budget

toolbox-budget = Budget
toolbox-budget-about = What comes in, what goes out, and what the coupons promised would cost.
toolbox-budget-balance = In and out
toolbox-budget-need = What the promise may cost
toolbox-budget-need-why = A household receives its value each week, for { $weeks } weeks. The true expense is between these two bounds.
toolbox-budget-coupons = Coupons to print
toolbox-budget-operations = Running the program, in detail
toolbox-budget-line = Item
toolbox-budget-amount = Amount
toolbox-budget-fund = Paid by
toolbox-budget-operations-lines = Usual items: coordination, printing, travel, activities, signs, bookkeeping, surveys.
toolbox-budget-rules = Rules of the money

## Text for a grant application

toolbox-grant = Text for a grant application
toolbox-grant-about = To paste into a form, then adapt.
toolbox-grant-summary = Summary
toolbox-grant-summary-is = “{ $programme-name }” lets households buy local food, straight from growers. Territory: { $territory }.
toolbox-grant-summary-two = One same dollar feeds a household and stays with a local grower.
toolbox-grant-need = The need
toolbox-grant-need-quebec = In Québec, 15.7% of people lived with food insecurity in 2022 (Institut de la statistique du Québec).
toolbox-grant-need-local = Add two figures of your territory here, with their source.
toolbox-grant-need-figure = Figure and source
toolbox-grant-how = How
toolbox-grant-how-dignity = No name is asked for. Households choose their food, at the same price as everyone.
toolbox-grant-who = Who carries the project
toolbox-grant-money = The money
toolbox-grant-money-paid = The amount requested is in the enclosed budget.
toolbox-grant-results = Expected results
toolbox-grant-results-trace = Each dollar is followed from gift to grower. Each figure of the report leads back to coupons.
toolbox-grant-results-safe = Figures that are too small are hidden, so that nobody is recognized.
toolbox-grant-after = Afterwards
toolbox-grant-after-lasting = The committee decides each fall what comes next, with the season’s figures.
