### What a person may be in a program.

role-coordinator = Coordination
role-partner-worker = Worker at an organization
role-market-manager = Market manager
role-merchant = Merchant
role-treasurer = Treasurer
role-approver = Payment approver
role-funder = Funder
role-auditor = Auditor
role-network = Provincial network
role-evaluator = Evaluator

## One sentence to explain each.

role-coordinator-hint = Runs the program in its territory: decides, prints, allots, follows.
role-partner-worker-hint = Hands coupons out to households for an organization.
role-market-manager-hint = Counts the coupons of a market.
role-merchant-hint = Accepts coupons and sees what is owed to them.
role-treasurer-hint = Prepares and sends payments.
role-approver-hint = Approves payments, with a second person.
role-funder-hint = Sees one fund: what came in, what went out, what is left.
role-auditor-hint = Reads everything and changes nothing.
role-network-hint = Sees the program’s totals, for as long as the territory wants. Opens the program of a new territory.
role-evaluator-hint = Sees use by organization, place and household size. Sees no account and no mark.

## The table of roles, for docs/roles.md

roles-title = Who may do what
roles-intro = This table comes from the code that decides. A test compares it with the program: it cannot lie.
roles-no = –
roles-own = own
roles-all = yes
roles-each = What each role is for
roles-two = What nobody does alone
roles-two-run = A settlement is approved by two different people before it is paid.
roles-two-bank = Bank details are asked for by one person and confirmed by another.
roles-two-hold = A merchant’s payments are held by one person alone, and let go by two.
roles-two-void = A whole batch is cancelled by one person and confirmed by another.
roles-two-key = A new signing key is asked for by one person and confirmed by another.
roles-two-amendment = An amendment is asked for by one person and confirmed by another.
roles-two-apart = Coordination neither holds the treasury nor approves payments, in the same program.
roles-two-money = Once there are enough people to pay, coordination invites, and treasury or approval gives the roles that pay. Nobody does both.
roles-two-links = Coordination makes no new link for a person whose agreement is needed, once that person has come in.
roles-two-last = A program always keeps somebody to coordinate it.

action-open = Write the first page of a program (the software alone)
action-open-another = Have another program opened and name its coordinator
action-configure = Register places, merchants, organizations, funds, classes, agreements; ask for an amendment
action-staff = Invite people, give roles and take them away
action-staff-money = Give the roles that pay or approve
action-receive-money = Write down money received or set aside; ask to move money between funds
action-run-season = Print, allot, cancel, sell, close
action-sell = Sell to the public, keep orders
action-hand-out = Hand coupons out for an organization
action-replace = Hand out or replace coupons in the program’s name
action-redeem = Count coupons for a merchant at a place
action-run-market = Run a market’s day
action-agree-for = Sign an agreement or totals as a merchant
action-decide = Decide disputes
action-pay = Pay, and confirm bank details
action-hold = Hold a merchant’s payments; ask to let them go
action-propose-bank = Ask to change bank details
action-approve = Approve a settlement; confirm money that leaves a fund
action-plan = Write the territory’s scenarios over several years
action-plan-province = See and write the province’s scenarios
action-ask-key = Ask for a new signing key
action-second = Confirm what another person asked for: cancelling a batch, a new key, an amendment, release of held payments
action-write = Write to the program’s people
action-see-all = See each coupon, each hand-out, each dispute
action-see-totals = See the program’s totals
action-see-use = See use by organization, place and household size
action-see-payments = See settlements and what is owed
action-see-bank-details = See bank details, masked
action-see-proof = See the proof, the season and the books
action-see-people = See who has which role
action-see-partner = See an organization’s hand-outs
action-see-vendor = See a merchant’s sales
action-see-place = See a place
action-see-fund = See a fund
