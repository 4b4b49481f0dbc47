### The agreement with a merchant.

agreement-title = Agreement with a merchant
agreement-parties = Who and where
agreement-between = This agreement is between { $carrier }, which carries “{ $programme }”, and { $vendor }.
agreement-where = It lets { $vendor } accept coupons at this place: { $place }, { $dates }.
agreement-coupons = Coupons accepted
agreement-coupons-list = The merchant accepts these coupons, at their full value:
agreement-class = { $letter } · { $name }, { $face }. { $validity }
agreement-stall = At the stall
agreement-stall-food = A coupon buys food, nothing else.
agreement-stall-same = Prices and welcome are the same for everyone.
agreement-stall-change = The merchant gives change on a coupon.
agreement-stall-no-change = The merchant does not give change on a coupon.
agreement-stall-names = The merchant asks whoever pays for no name, no card and no reason.
agreement-bring = Bringing coupons in
agreement-bring-how = The merchant hands coupons in with a slip, or counts them with a phone.
agreement-bring-last = The last day to bring them in is { $last }.
agreement-pay = Payment
agreement-pay-target =
    { $days ->
        [one] { $fiduciary } aims to pay { $days } business day after the count.
       *[other] { $fiduciary } aims to pay { $days } business days after the count.
    }
agreement-pay-no-fee = The merchant receives the full value of the coupons. No fee is kept.
agreement-pay-minimum = An amount under { $least } waits for the next payment.
agreement-doubt = A coupon in doubt
agreement-doubt-decided = A coupon already accepted, lost or cancelled is neither paid nor refused by itself: the coordination team decides.
agreement-doubt-spot = The market may pay some on the spot, up to { $limit } a day.
agreement-doubt-good-faith = A merchant who followed these rules in good faith is not penalized.
agreement-end = Ending the agreement
agreement-end-notice = Each side can end the agreement by telling the other in writing.
agreement-end-paid = Coupons accepted before are paid.
agreement-signed-on = Signed on { $on }
agreement-side-vendor = The merchant
agreement-side-programme = The program
agreement-digest = Fingerprint of the signed text: { $digest }

## The pages

agreement-list-empty = No agreement yet.
agreement-list-empty-next = Prepare one for each merchant and each place.
agreement-new = Prepare an agreement
agreement-from = First day
agreement-until = Last day
agreement-new-button = Prepare
agreement-state-in-force = In force
agreement-state-signed = Signed, outside its dates
agreement-state-waits-vendor = Waits for the merchant
agreement-state-waits-programme = Waits for the program
agreement-state-waits-both = Waits for both signatures
agreement-accept = I have read this agreement and I accept it.
agreement-sign-vendor = Sign as the merchant
agreement-sign-programme = Sign for the program
agreement-signed-paper = The merchant signed on paper
agreement-signatures = Signatures
agreement-not-signed = Not signed yet
agreement-pdf = Agreement as a PDF
agreement-no-coupon-before = No coupon is accepted before both signatures.
