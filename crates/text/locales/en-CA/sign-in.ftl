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
sign-in-lost = No password? Ask the coordination team for a sign-in link.
sign-in-link-title = Your sign-in link
sign-in-link-ready = Everything is ready. Press the button to enter.
start-title = Your programs
start-hint = You work in several programs. Choose today’s.
start-simulated = Simulated data
start-empty = You do not have a role in any program yet.
start-empty-next = Ask the coordination team of your territory to give you one.
