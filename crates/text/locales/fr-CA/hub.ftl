### La page du relais d’un marché, pour qui en prend soin.

hub-title = Relais du marché
hub-reached = La plateforme répond : tout part à mesure.
hub-not-reached = Sans réseau. C’est normal au marché : rien n’est perdu, tout partira au retour du réseau.
hub-waiting = Paiements à envoyer
hub-answered = Paiements rendus
hub-phones = Téléphones connus
hub-lists = Listes du
hub-no-lists = Pas encore de listes : branchez le relais où il y a un réseau.
hub-leave-on = Laissez-le allumé où il y a un réseau jusqu’à ce qu’il ne reste rien à envoyer.
