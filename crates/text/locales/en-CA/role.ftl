### What a person may be in a program.

role-coordinator = Coordination
role-partner-worker = Worker at an organization
role-market-manager = Market manager
role-merchant = Merchant
role-treasurer = Treasurer
role-approver = Payment approver
role-funder = Funder
role-auditor = Auditor

## One sentence to explain each.

role-coordinator-hint = Runs the program in its territory: decides, prints, allots, follows.
role-partner-worker-hint = Hands coupons out to households for an organization.
role-market-manager-hint = Counts the coupons of a market.
role-merchant-hint = Accepts coupons and sees what is owed to them.
role-treasurer-hint = Prepares and sends payments.
role-approver-hint = Approves payments, with a second person.
role-funder-hint = Sees one fund: what came in, what went out, what is left.
role-auditor-hint = Reads everything and changes nothing.
