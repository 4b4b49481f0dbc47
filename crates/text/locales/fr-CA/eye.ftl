### L’appareil photo à côté d’un champ.

eye-open = Lire avec l’appareil photo
eye-shut = Fermer l’appareil photo
eye-read = Lu : { $code }
eye-first = Premier coupon lu. Montrez le dernier, ou fermez si c’est le seul.
eye-one = Montrez un seul coupon à la fois.
eye-strange = Ce carré n’est pas celui d’un coupon.
eye-none = L’appareil photo n’est pas permis. Tapez le numéro.
