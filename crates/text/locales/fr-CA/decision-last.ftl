### Le carnet de décisions, thème « Accompagner et durer ».

decision-accompaniment = Que proposez-vous aux ménages en plus des coupons?
decision-accompaniment-short = Accompagnement
decision-accompaniment-why = Une première visite aide à connaître les kiosques et les gens. Mais elle prend du temps à des intervenants déjà chargés. Ailleurs, des personnes se sont plaintes de cours obligatoires.
decision-accompaniment-is-first-visit = Une première visite du marché
decision-accompaniment-is-recipes = Des recettes
decision-accompaniment-is-information-envelope = Une enveloppe d’information
decision-accompaniment-is-health-consultation = Une consultation de santé
decision-accompaniment-is-farm-visit = Une visite à la ferme
decision-accompaniment-is-none = Rien de plus

decision-transport = Comment aidez-vous les ménages à se rendre au marché?
decision-transport-short = Transport
decision-transport-why = La distance est un grand frein, surtout sans auto. Une navette ou une livraison coûte de l’argent et demande des gens. Des points d’échange plus près demandent de trouver d’autres marchands.
decision-transport-is-none = Aucune aide
decision-transport-is-nearby-points = Des points d’échange plus près
decision-transport-is-shuttle = Une navette
decision-transport-is-rides = Des places en auto
decision-transport-is-delivery = Une livraison

decision-evaluation = Comment saurez-vous ce que le programme a changé?
decision-evaluation-short = Évaluation
decision-evaluation-why = Les coupons se comptent sans rien demander à personne. Un sondage dit ce que les comptes ne disent pas, mais prend du temps aux gens. Une équipe de recherche va plus loin, avec plus de temps et d’argent.
decision-evaluation-is-counts = Le compte des coupons
decision-evaluation-is-household-survey = Un sondage auprès des ménages
decision-evaluation-is-merchant-survey = Un sondage auprès des marchands
decision-evaluation-is-research-team = Une équipe de recherche
decision-evaluation-is-none = Aucune évaluation

decision-expected-use = Quelle part des coupons remis sera utilisée, pensez-vous?
decision-expected-use-short = Utilisation attendue
decision-expected-use-why = Cette part sert à prévoir l’argent qu’il faudra. Trop basse, l’argent peut manquer, et trop haute, il en reste. De 70 à 86 % ont servi au Bas-Saint-Laurent, plus de 90 % en Colombie-Britannique.
decision-expected-use-help = Un pourcentage, par exemple 80.

decision-image-rights = Peut-on prendre des photos pendant le programme?
decision-image-rights-short = Photos
decision-image-rights-why = Une photo aide à faire connaître le programme. Elle peut aussi faire reconnaître un ménage, pour longtemps. Un accord écrit protège le choix de chacun, mais met un nom sur un papier.
decision-image-rights-is-no-pictures = Non, aucune photo de personnes
decision-image-rights-is-written-consent = Oui, avec un accord écrit
decision-image-rights-is-markets-only = Oui, des marchés seulement

decision-retention = Pendant combien d’années les livres sont-ils gardés?
decision-retention-short = Garde des livres
decision-retention-why = Des livres gardés longtemps permettent de répondre plus tard à un bailleur de fonds. Mais tout ce qui est gardé doit être rangé et protégé. Les livres comptent des coupons et de l’argent, pas des personnes.
decision-retention-help = Un nombre entier d’années, par exemple 7.
