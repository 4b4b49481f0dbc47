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
