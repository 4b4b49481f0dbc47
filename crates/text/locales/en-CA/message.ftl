### Messages from the coordination.

message-read-hint = What the coordination wrote to you.
message-write = Write a message
message-to = To whom
message-to-everybody = Everybody
message-to-partners = All organizations
message-to-vendors = All merchants
message-to-markets = All market managers
message-to-place-named = { $place } (managers and merchants)
message-for = For: { $to }
message-subject = Subject
message-text = Message
message-text-hint = Plain text. Line breaks stay. Name nobody without need.
message-until-label = Last day
message-until-hint = After this day, the message leaves home pages.
message-send = Send
message-send-hint = It appears on each person’s home page. It also goes by e-mail to those who have an address.
message-send-no-mail = It appears on each person’s home page. This installation sends no e-mail.
message-signature = { $author }, { $at }
message-author-none = The program
message-until = until { $day }
message-read = I have read it
message-all = All your messages
message-own = Your messages
message-sent = Messages sent
message-withdrawn = Withdrawn
message-over = Over
message-withdraw = Withdraw this message
message-again = Send missed e-mails again
message-print-hint = Print this page for a notice board: only the message is on the paper.
message-read-by =
    { $count ->
        [one] Read by { $count } person of { $of }
       *[other] Read by { $count } people of { $of }
    }
message-letters = E-mails sent: { $count }.
message-waiting = Waiting: { $count }.
message-failed = Not sent: { $count }.
message-nowhere = Without an address: { $count }.
message-letter-failed = the e-mail did not leave
message-letter-waiting = the e-mail waits to leave
message-no-address = no e-mail address
message-unread = Have not read it yet
message-readers = Have read it
message-nobody = Nobody has an account to read it here yet. Print it.

## A cancelled opening, told to those it touches

message-tell = Tell them
message-tell-title = Tell those it touches
message-tell-hint = The message is written already. Read it over before you send it.
message-tell-place = Write to merchants and managers
message-tell-partners = Write to organizations
message-closed-subject = { $place }: not open on { $day }
message-closed-text =
    { $place } will not open on { $day } ({ $why }).

    Coupons stay good: they can be used at other places and on the next days.
