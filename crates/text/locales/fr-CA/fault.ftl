### Ce qui se brise chez nous. Pour chaque code : ce qui arrive, quoi faire pour la personne (avec un numéro
### que l’exploitant retrouve dans le journal), quoi faire pour qui est à la ligne de commande.

fault-database-busy = Trop de demandes arrivent en même temps. Rien n’a changé.
fault-database-busy-next = Réessayez dans un moment. Si cela continue, donnez ce numéro à la coordination : { $number }
fault-database-busy-cli = Réessayez dans un moment.
fault-database-locked = Un autre programme occupe la base de données. Rien n’a changé.
fault-database-locked-next = Réessayez dans un moment. Si cela continue, donnez ce numéro à la coordination : { $number }
fault-database-locked-cli = Fermez l’autre programme qui tient la base de données, puis recommencez.
fault-database-away = La base de données ne répond pas. Rien n’a changé.
fault-database-away-next = Réessayez dans un moment. Si cela continue, donnez ce numéro à la coordination : { $number }
fault-database-away-cli = Vérifiez que la base de données est en marche, et son adresse. Puis recommencez.
fault-outcome-unknown = La base de données s’est coupée pendant l’écriture. On ne sait pas encore si c’est gardé.
fault-outcome-unknown-next = Regardez si c’est fait. Sinon, envoyez de nouveau : le même identifiant compte une seule fois. Numéro pour la coordination : { $number }
fault-outcome-unknown-cli = Regardez si c’est fait avant de recommencer.
fault-disk-full = Il n’y a plus de place pour écrire. Rien n’a été gardé.
fault-disk-full-next = Gardez ce que vous vouliez noter et réessayez plus tard. Donnez ce numéro à la coordination : { $number }
fault-disk-full-cli = Libérez de la place sur le disque, puis recommencez.
fault-stopped = Le travail a été arrêté. Rien n’a changé.
fault-stopped-next = Recommencez quand vous voulez. Numéro pour la coordination : { $number }
fault-stopped-cli = Recommencez quand vous voulez.
fault-other = Quelque chose s’est brisé de notre côté. Ce n’est pas votre faute.
fault-other-next = Réessayez dans un moment. Si cela continue, donnez ce numéro à la coordination : { $number }
fault-other-cli = Réessayez. Si l’erreur revient, vérifiez l’espace disque et l’accès à la base de données.
