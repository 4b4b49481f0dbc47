### A program’s people: who has which role, how each comes in.

people-invite = Invite somebody
people-invite-hint = You will get a card with a link. Print it or send the link. An e-mail address is not needed.
people-invite-button = Invite and show the card
people-lasts = Link good for
people-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
people-you = you
people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
people-find = A name, a role or an organization
people-seen = Last visit on { $on }.
people-never = Has not come in yet.
people-open =
    { $count ->
        [0] No open session.
        [one] { $count } open session.
       *[other] { $count } open sessions.
    }
people-link-until = Link good until { $until }.
people-link = Make a card with a new link
people-link-hint = The link from before will no longer work.
people-not-yours = This person comes in by themself. Their agreement is needed beside yours, or they also work elsewhere.
people-another-role = One more role
people-give = Give this role
people-take = Take away: { $role }
people-end = End all their sessions

card-title = Access card
card-once = This link is shown once. Print this page or copy the link now.
card-square = Square to scan to come in
card-scan = Scan the square with a phone’s camera.
card-press = Press “Sign in”.
card-return = To come back later: in “My account”, a passkey, or an e-mail address and a password. Otherwise, ask for a new card.
card-address = Without a camera, write this address:
card-until = This card is good until { $until }.
card-secret = It works once. Do not lend it: it opens your account.
card-print = To print the card, use “Print” in your browser. It fits on half a page.
