### The page of a market’s hub, for whoever looks after it.

hub-title = Market’s hub
hub-reached = The platform answers: everything leaves as it comes.
hub-not-reached = No network. That is normal at the market: nothing is lost, everything leaves when the network is back.
hub-waiting = Payments to send
hub-answered = Payments delivered
hub-phones = Phones known
hub-lists = Lists of
hub-no-lists = No lists yet: plug the hub in where there is a network.
hub-leave-on = Leave it on where there is a network until nothing is left to send.
