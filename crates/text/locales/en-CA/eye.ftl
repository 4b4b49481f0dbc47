### The camera beside a field.

eye-open = Read with the camera
eye-shut = Close the camera
eye-read = Read: { $code }
eye-first = First coupon read. Show the last one, or close if it is the only one.
eye-one = Show one coupon at a time.
eye-strange = This square is not that of a coupon.
eye-none = The camera is not allowed. Type the number.
