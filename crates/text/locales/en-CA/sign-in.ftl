### Signing in.

sign-in-title = Sign in
sign-in-intro = This part is for the program’s teams. To use a coupon, you do not need an account.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-show-password = Show the password
sign-in-button = Sign in
sign-in-link-button = Get a link by e-mail
sign-in-link-hint = The link signs you in without a password. It works once.
sign-in-link-sent = If this address is registered, a link was just sent to it. It is good for { $wait }.
sign-in-passkey-button = Use a passkey
sign-in-demo = Choose a person of the demonstration
sign-in-signed-out = You are signed out.
sign-in-choose-programme = Choose a program
sign-in-check-coupon = Do you want to check a coupon? It is here.
