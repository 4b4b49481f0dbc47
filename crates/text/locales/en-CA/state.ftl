### The states of a coupon, in the order of the equation: printed = in stock + with organizations + …

state-printed = Printed
state-in-stock = In stock
state-with-partner = With an organization
state-handed-out = Handed out
state-redeemed = Used
state-void = Cancelled
state-lost = Lost
state-stolen = Stolen
state-returned = Brought back
state-expired = Expired

## One sentence to explain each.

state-printed-hint = Out of the printer, not yet counted by the program.
state-in-stock-hint = Counted and kept by the program.
state-with-partner-hint = Entrusted to a partner organization that will hand it out.
state-handed-out-hint = In the hands of a household, or of the person who bought it.
state-redeemed-hint = Exchanged for food at a merchant’s stall.
state-void-hint = Cancelled by the program. It can no longer be used.
state-lost-hint = Reported lost. It can no longer be used.
state-stolen-hint = Reported stolen. It can no longer be used.
state-returned-hint = Brought back to the program unused.
state-expired-hint = Its last day has passed.
