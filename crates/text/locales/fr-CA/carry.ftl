### D’un téléphone à l’autre, par des carrés sur l’écran, et la mémoire du téléphone.

phone-carry = Pas de réseau?
phone-carry-why = Un téléphone qui part vers un réseau peut porter vos paiements.
phone-carry-show = Montrer l’envoi en carrés
phone-carry-how = L’autre téléphone touche « Porter l’envoi d’un autre », puis vise l’écran. Vos paiements restent ici jusqu’à la réponse du programme.
phone-carry-read = Porter l’envoi d’un autre
phone-carry-kept = Gardé ici : { $count } paiements du téléphone { $code }. Ils partiront dès qu’il y a un réseau.
phone-carry-known = Déjà reçus par le programme : { $count } paiements du téléphone { $code }.
phone-carried = Ce que ce téléphone porte
phone-carried-wait = Ce téléphone porte { $count } paiements pour d’autres. Approchez-vous d’un réseau.
phone-carried-of = { $count } paiements du téléphone { $code }
phone-carried-waiting = Attend le réseau.
phone-carried-sent = Reçu par le programme.
phone-carried-odd = { $count } coupons à régler, sur le téléphone qui les a acceptés.
phone-others = Pour les autres
phone-others-why = Deux téléphones se parlent par leurs écrans, sans réseau.
phone-receipts = Montrer les reçus
phone-receipts-how = Le téléphone qui a accepté ces coupons touche « Lire un reçu », puis vise l’écran.
phone-receipt-read = Lire un reçu
phone-receipt-taken = Le programme a répondu pour { $count } paiements.
phone-receipt-other = Ce reçu n’est pas pour ce téléphone, ou le programme ne l’a pas signé.
phone-seen = Entre voisins
phone-seen-show = Montrer ce que j’ai accepté aujourd’hui
phone-seen-title = Mes coupons du jour
phone-seen-how = Le voisin touche « Lire celui d’un voisin », puis vise l’écran. Il refusera ces coupons. Aucun code n’y paraît.
phone-seen-read = Lire celui d’un voisin
phone-seen-kept = { $name } : { $count } coupons du { $date }. Ils seront refusés ici.
phone-seen-row = { $name } : { $count } coupons, { $date }
phone-seen-own = C’est l’écran de ce téléphone-ci.
phone-seen-stranger = Ce téléphone n’est pas connu ici. Allez là où il y a un réseau, puis réessayez.
phone-seen-wrong = Ces carrés ne sont pas signés par ce téléphone. Ne vous y fiez pas.
phone-square = Carré { $position } de { $count }
phone-square-stop = Arrêter
phone-square-go = Faire défiler
phone-square-before = Carré précédent
phone-square-after = Carré suivant
phone-square-all = Tous les carrés
phone-read-how = Tenez ce téléphone devant l’autre écran, à une main de distance. L’ordre ne compte pas.
phone-read-progress = Carrés lus
phone-read-count = { $position } carrés lus sur { $count }
phone-read-missing = Il manque : { $code }
phone-read-all = Tout est lu.
phone-read-other = Ce n’est pas un carré d’un autre téléphone.
phone-read-broken = Un carré est abîmé. Continuez de viser l’écran.
phone-read-own = Ce sont les paiements de ce téléphone-ci.
phone-read-old = Ce téléphone est trop ancien pour lire cet envoi. Prenez-en un autre.
phone-read-not-kept = Rien n’a été gardé : ce téléphone n’a plus de place. Libérez-en, puis recommencez.

## La carte et l’installation

phone-card-read = Lire la carte avec l’appareil photo
phone-card-other = Ce n’est pas une carte de téléphone.
phone-camera-no = L’appareil photo n’est pas permis. Permettez-le dans les réglages du téléphone.
phone-install-offer = Installer Cabas
phone-samsung-1 = Dans Samsung Internet, touchez les trois traits ☰ en bas.
phone-samsung-2 = Touchez « Ajouter la page à », puis « Écran d’accueil ».
phone-firefox-1 = Dans Firefox, touchez les trois points ⋮.
phone-firefox-2 = Touchez « Installer » ou « Ajouter à l’écran d’accueil ».
phone-ios-why = Sur iPhone, Cabas installé a sa mémoire à lui. Ce qui est dans Safari n’y passe pas, et s’efface après sept jours.
phone-ios-other = Sur iPhone, ouvrez cette page dans Safari. Lui seul l’installe bien sur tous les modèles.
phone-inside = Cette page est ouverte dans une autre application, qui ne garde rien. Ouvrez-la dans Chrome ou Safari.
phone-desk = Ouvrez cette page sur le téléphone qui acceptera les coupons.

## La mémoire

phone-lost = Ce téléphone a perdu sa mémoire
phone-lost-next = Ce qu’il n’avait pas envoyé n’est plus ici. Faites compter vos coupons papier, et demandez une nouvelle carte.
phone-full = Ce téléphone n’a plus de place. Libérez-en : les listes et les réponses ne peuvent plus être gardées.
phone-memory-shut = La mémoire de ce téléphone ne s’ouvre pas. Redémarrez-le, et acceptez sur papier d’ici là.

phone-no-accepted-elsewhere-by = { $name } l’a accepté le { $date }. Rendez le coupon.
