### From one phone to another, by squares on a screen, and the phone’s memory.

phone-carry = No network?
phone-carry-why = A phone that is going where there is a network can carry your payments.
phone-carry-show = Show the outbox as squares
phone-carry-how = The other phone touches “Carry someone’s payments”, then aims at this screen. Your payments stay here until the programme answers.
phone-carry-read = Carry someone’s payments
phone-carry-kept = Kept here: { $count } payments of phone { $code }. They leave as soon as there is a network.
phone-carry-known = Already received by the programme: { $count } payments of phone { $code }.
phone-carried = What this phone carries
phone-carried-wait = This phone carries { $count } payments for others. Go where there is a network.
phone-carried-of = { $count } payments of phone { $code }
phone-carried-waiting = Waits for the network.
phone-carried-sent = Received by the programme.
phone-carried-odd = { $count } coupons to settle, on the phone that accepted them.
phone-others = For others
phone-others-why = Two phones talk by their screens, without a network.
phone-receipts = Show the receipts
phone-receipts-how = The phone that accepted these coupons touches “Read a receipt”, then aims at this screen.
phone-receipt-read = Read a receipt
phone-receipt-taken = The programme answered for { $count } payments.
phone-receipt-other = This receipt is not for this phone, or the programme did not sign it.
phone-seen = Between neighbours
phone-seen-show = Show what I accepted today
phone-seen-title = My coupons today
phone-seen-how = The neighbour touches “Read a neighbour’s”, then aims at this screen. They will refuse these coupons. No code shows in it.
phone-seen-read = Read a neighbour’s
phone-seen-kept = { $name }: { $count } coupons of { $date }. They will be refused here.
phone-seen-row = { $name }: { $count } coupons, { $date }
phone-seen-own = This is this phone’s own screen.
phone-seen-stranger = This phone is not known here. Go where there is a network, then try again.
phone-seen-wrong = These squares are not signed by that phone. Do not trust them.
phone-square = Square { $position } of { $count }
phone-square-stop = Stop
phone-square-go = Play
phone-square-before = Square before
phone-square-after = Next square
phone-square-all = All the squares
phone-read-how = Hold this phone before the other screen, a hand away. The order does not matter.
phone-read-progress = Squares read
phone-read-count = { $position } squares read of { $count }
phone-read-missing = Missing: { $code }
phone-read-all = Everything is read.
phone-read-other = This is not a square of another phone.
phone-read-broken = A square is damaged. Keep aiming at the screen.
phone-read-own = These are this phone’s own payments.
phone-read-old = This phone is too old to read these. Take another one.
phone-read-not-kept = Nothing was kept: this phone has no room left. Free some, then begin again.

## The card and the installation

phone-card-read = Read the card with the camera
phone-card-other = This is not a phone card.
phone-camera-no = The camera is not allowed. Allow it in the phone’s settings.
phone-install-offer = Install Cabas
phone-samsung-1 = In Samsung Internet, touch the three lines ☰ at the bottom.
phone-samsung-2 = Touch “Add page to”, then “Home screen”.
phone-firefox-1 = In Firefox, touch the three dots ⋮.
phone-firefox-2 = Touch “Install” or “Add to Home screen”.
phone-ios-why = On an iPhone, the installed Cabas has a memory of its own. What is in Safari does not reach it, and is erased after seven days.
phone-ios-other = On an iPhone, open this page in Safari. Only it installs well on every model.
phone-inside = This page is open inside another app, which keeps nothing. Open it in Chrome or Safari.
phone-desk = Open this page on the phone that will accept coupons.

## The memory

phone-lost = This phone has lost its memory
phone-lost-next = What it had not sent is no longer here. Have your paper coupons counted, and ask for a new card.
phone-full = This phone has no room left. Free some: lists and answers can no longer be kept.
phone-memory-shut = The memory of this phone does not open. Restart it, and accept on paper until then.

phone-no-accepted-elsewhere-by = { $name } accepted it on { $date }. Give the coupon back.
