### Les coupons : comptes, mots, et la page publique d’un coupon.

count-coupons =
    { $count ->
        [one] { $count } coupon
       *[other] { $count } coupons
    }
coupon-name = Coupon nourricier
coupon-number = Coupon { $number }
coupon-class = Catégorie { $letter }
coupon-face = Valeur
coupon-batch = Lot { $batch }
coupon-history = Histoire du coupon
coupon-search = Chercher un coupon
coupon-search-hint = Écrivez le code du coupon, comme 7K2M4-QXP9H, ou son numéro, comme 3-00012.
coupon-history-empty = Ce coupon est imprimé. Rien d’autre ne lui est encore arrivé.
coupon-disputed = Litige : { $reason }

funding-granted = Donné
funding-sold = Vendu
funding-granted-hint = Remis gratuitement à un ménage. Un fonds paie. Il peut avoir une date de fin.
funding-sold-hint = Acheté par la personne qui l’a. Il n’expire jamais.

medium-paper = Papier
medium-card = Carte
medium-local-currency = Monnaie locale

## Lots

batch-title = Lots de coupons
batch-number = Lot { $batch }
batch-booklet = Carnet { $booklet }
batch-loose = Coupons à l’unité
batch-booklet-size =
    { $count ->
        [one] Carnets de { $count } coupon
       *[other] Carnets de { $count } coupons
    }
batch-issue = Créer un lot de coupons
batch-issue-button = Créer le lot
batch-booklet-label = Coupons par carnet
batch-booklet-hint = Écrivez 1 pour des coupons à l’unité.
batch-files-hint = Ces fichiers contiennent les codes. Gardez-les comme de l’argent.
batch-sheets = Coupons à imprimer (PDF)
batch-stubs = Registre de remise (PDF)
batch-csv = Liste des codes (CSV)
batch-void = Annuler ce lot
batch-void-ask = Demander d’annuler ce lot
batch-void-hint = Les coupons du lot que personne n’a reçus ne serviront plus. Ceux des ménages restent bons.
batch-void-asked = { $who } demande d’annuler ce lot : { $reason }
batch-void-yours = Vous l’avez demandé. Une autre personne doit confirmer.
batch-void-needs = Quelqu’un de la coordination, de la trésorerie ou de l’approbation doit confirmer.
batch-void-confirm = Annuler ce lot
batch-void-drop = Garder ce lot

## La page publique d’un coupon. Elle est la même pour tout le monde et ne dit jamais qui a reçu le coupon.

public-title = Coupon nourricier
public-what = Un coupon nourricier sert à acheter des aliments d’ici, au marché public ou à la ferme.
public-programme = Programme : { $programme }, { $territory }
public-face = Ce coupon vaut { $amount }.
public-good = Ce coupon est bon.
public-good-next = Échangez-le contre des aliments chez un marchand participant.
public-too-early = Ce coupon sera bon à partir du { $from }.
public-too-early-next = Gardez-le jusqu’à cette date.
public-spent = Ce coupon a déjà été utilisé.
public-spent-next = Si c’est une erreur, écrivez à la coordination avec le numéro du coupon.
public-expired = Ce coupon n’est plus bon. Son dernier jour était le { $on }.
public-expired-next = L’organisme qui vous l’a remis peut vous dire quoi faire.
public-ended = Ce coupon n’est plus bon. Son dernier jour est passé.
public-ended-next = L’organisme qui vous l’a remis peut vous dire quoi faire.
public-not-good = Ce coupon ne peut pas être utilisé.
public-not-good-next = L’organisme qui vous l’a remis, ou la coordination, peut vous dire pourquoi.
public-not-yet = Ce coupon n’est pas encore en service.
public-not-yet-next = Il doit d’abord être remis par un organisme ou vendu par le programme.
public-unknown = Aucun coupon du programme ne porte ce code.
public-unknown-next = Relisez le code sur le coupon et écrivez-le de nouveau.
public-mistyped = Ce code est mal écrit : un signe est faux, en trop, ou manque.
public-mistyped-next = Relisez les 10 signes sur le coupon et écrivez-les de nouveau.
public-altered = Ce coupon ne vient pas du programme.
public-altered-next = Montrez-le à la coordination. Ne l’acceptez pas en paiement.
public-where = Où l’utiliser
public-buys = Ce que vous pouvez acheter
public-territory = Où êtes-vous? Choisissez, rien n’est retenu.
public-elsewhere = Autres lieux
public-when = Quand
public-where-empty = La liste des lieux n’est pas encore publiée. L’organisme qui vous a remis le coupon la connaît.
public-conditions = Conditions
public-contact = Questions
public-check-title = Vérifier un coupon
public-check-label = Code du coupon
public-check-button = Vérifier
public-check-hint = Le code a 10 signes. Il est écrit sous le carré à lire.
public-privacy = Cette page ne dit jamais qui a reçu un coupon.
