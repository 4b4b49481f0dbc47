### One’s own account, and the second step of signing in.

account-lead = How you come in here, and where you are right now.
account-notebooks =
    { $count ->
        [one] Your decision notebook
       *[other] Your { $count } decision notebooks
    }
account-prove = Show that it is you
account-prove-hint = You signed in more than ten minutes ago. Before you add a way to come in, confirm that it is you.
account-prove-button = Confirm
account-prove-again = No password and no passkey? Sign out, then come in by a new link.
account-who = Who you are
account-email-hint = Your sign-in links are sent there. Nobody sees it but the coordination team.
account-current = Current password
account-current-hint = Only to change the e-mail address.
account-password-email = A password goes with an e-mail address. First add yours above, or ask for a new card to come back.
account-no-password = You have none. You come in with a link. A password lets you come back whenever you want.
account-has-password = You have one. When you change it, your other sessions end.
account-new-password = New password
account-password-hint = At least 12 characters. Four unrelated words make a good password.
account-set-password = Save the password
account-passkeys = Passkeys
account-passkeys-hint = A passkey stays in your device. You come in with a finger, a face or the device’s code.
account-passkey-add = Add a passkey of this device
account-passkey-added = Added on { $added }
account-passkey-used = Added on { $added }, used on { $used }
account-passkey-script = Adding a passkey needs JavaScript.
account-second = Code from your phone
account-second-on = After your password, a code from your phone is asked for.
account-second-off = After your password, a code from your phone can be asked for. A stolen password is then not enough.
account-second-offer = Ask for a code too
account-second-drop = Stop asking for a code
account-renew-codes = Make other recovery codes
account-codes-left =
    { $count ->
        [one] You have { $count } recovery code left.
       *[other] You have { $count } recovery codes left.
    }
account-sessions = Where you are
account-sessions-hint = End what you do not recognize, then change your password.
account-session = Opened on { $opened }, last seen on { $seen }
account-this = this one
account-end = End
account-other-device = Unrecognized device

offer-title = A code after the password
offer-lead = You need an application for codes on your phone. Most password managers have one.
offer-open = Open the application and choose to add an account.
offer-scan = Scan this square with it.
offer-write = Write here the six digits it shows.
offer-square = Square to scan with an application for codes
offer-by-hand = The square does not scan? Write this in the application:
offer-button = This is the right code

recovery-title = Your recovery codes
recovery-lead = Print this page or copy these codes. They will not be shown again.
recovery-hint = Without your phone, one of these codes takes its place. Each works once.
recovery-kept = They are in a safe place
