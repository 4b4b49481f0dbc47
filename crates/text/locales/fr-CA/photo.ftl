### Compter des coupons avec une photo ou un document numérisé.

photo-choose = Ou une photo des coupons
photo-choose-hint = Des photos ou un PDF numérisé : 25 Mo en tout, 50 pages au plus. Environ 40 coupons par photo, sans cacher les codes QR. Vous verrez ce qui a été lu avant de compter.
photo-lead = Regardez ce qui a été lu, écrivez ce qui manque, puis comptez.
photo-read =
    { $count ->
        [0] Aucun coupon lu.
        [one] { $count } coupon lu : { $amount }, avant vérification.
       *[other] { $count } coupons lus : { $amount }, avant vérification.
    }
photo-unread =
    { $count ->
        [one] { $count } coupon a été vu sans être lu. Écrivez son code ci-dessous.
       *[other] { $count } coupons ont été vus sans être lus. Écrivez leurs codes ci-dessous.
    }
photo-repeats =
    { $count ->
        [one] { $count } coupon a été vu deux fois. Il compte une seule fois.
       *[other] { $count } coupons ont été vus plus d’une fois. Chacun compte une seule fois.
    }
photo-others =
    { $count ->
        [one] { $count } code QR n’est pas celui d’un coupon. Il est laissé de côté.
       *[other] { $count } codes QR ne sont pas ceux de coupons. Ils sont laissés de côté.
    }
photo-written =
    { $count ->
        [one] { $count } code écrit ou envoyé par fichier sera compté aussi.
       *[other] { $count } codes écrits ou envoyés par fichier seront comptés aussi.
    }
photo-left =
    { $count ->
        [one] { $count } image n’a pas été lue : il y en a trop. Envoyez-la ensuite.
       *[other] { $count } images n’ont pas été lues : il y en a trop. Envoyez-les ensuite.
    }
photo-mark = Repère { $number }
photo-near = Repère { $number }, vu de près
photo-more = Codes des coupons sans contour
photo-more-hint = Un coupon de l’image n’a aucun contour? Écrivez son code ici, un par ligne.
photo-count = Tout compter
photo-again = Reprendre avec d’autres images
photo-pictures =
    { $count ->
        [one] L’image
       *[other] Les images
    }
photo-picture = Image { $number }. Coupons vus sans être lus : { $unread }.
photo-legend-read = Lu
photo-legend-unread = À écrire
photo-legend-again = Déjà vu, ou autre code
photo-from = Image
photo-file = { $file } : { $read } lus, { $unread } à écrire.
