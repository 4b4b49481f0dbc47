### Counting coupons with a photograph or a scanned document.

photo-choose = Or a photograph of the coupons
photo-choose-hint = Photographs or a scanned PDF: 25 MB in all, 50 pages at most. About 40 coupons a picture, with no QR code hidden. You will see what was read before it is counted.
photo-lead = Look at what was read, write what is missing, then count.
photo-read =
    { $count ->
        [0] No coupon read.
        [one] { $count } coupon read: { $amount }, before checking.
       *[other] { $count } coupons read: { $amount }, before checking.
    }
photo-unread =
    { $count ->
        [one] { $count } coupon was seen but not read. Write its code below.
       *[other] { $count } coupons were seen but not read. Write their codes below.
    }
photo-repeats =
    { $count ->
        [one] { $count } coupon was seen twice. It counts once.
       *[other] { $count } coupons were seen more than once. Each counts once.
    }
photo-others =
    { $count ->
        [one] { $count } QR code is not a coupon’s. It is left out.
       *[other] { $count } QR codes are not coupons’. They are left out.
    }
photo-written =
    { $count ->
        [one] { $count } code written or sent in a file will be counted too.
       *[other] { $count } codes written or sent in a file will be counted too.
    }
photo-left =
    { $count ->
        [one] { $count } picture was not read: there are too many. Send it next.
       *[other] { $count } pictures were not read: there are too many. Send them next.
    }
photo-mark = Mark { $number }
photo-near = Mark { $number }, from near
photo-more = Codes of coupons without an outline
photo-more-hint = A coupon in the picture has no outline? Write its code here, one a line.
photo-count = Count all
photo-again = Start again with other pictures
photo-pictures =
    { $count ->
        [one] The picture
       *[other] The pictures
    }
photo-picture = Picture { $number }. Coupons seen but not read: { $unread }.
photo-legend-read = Read
photo-legend-unread = To write
photo-legend-again = Seen before, or another code
photo-from = Picture
photo-file = { $file }: { $read } read, { $unread } to write.
