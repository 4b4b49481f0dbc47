### Letters sent by e-mail.

mail-link-subject = Your sign-in link
mail-link =
    Hello { $name },

    Here is your sign-in link:
    { $link }

    It is good for { $wait } and works once.

    Did you ask for nothing? Then do not open this link. Nobody came into your account.

mail-message-subject = { $programme }: { $subject }
mail-message =
    Hello { $name },

    { $text }

    { $author }
    { $programme }

    Say that you have read it:
    { $link }

mail-advice-subject = { $programme }: payment of { $amount }
mail-advice =
    Hello { $name },

    { $fiduciary } sent a payment to { $merchant }.

    Amount: { $amount }
    Paid by: { $method }
    Reference: { $reference }
    { $period }

    { $lines }

    The whole statement:
    { $link }

    A question? Write to the program with this reference.
    { $programme }
mail-advice-line = { $day }, { $place }: { $coupons } = { $amount }
mail-advice-other = { $reason } { $coupon }: { $amount }
