### Le carnet de décisions : ses thèmes, qui décide, où en est une décision.

theme-govern = Qui décide
theme-govern-about = Le territoire, qui porte le programme, qui tient l’argent et qui voit les chiffres.
theme-reach = À qui
theme-reach-about = Combien de ménages, qui les choisit et comment on les reçoit.
theme-give = Combien et quand
theme-give-about = La valeur des coupons remis, leur rythme et les dates de la saison.
theme-coupon = Le coupon
theme-coupon-about = De quoi il est fait, ce qu’il vaut et jusqu’à quand il est bon.
theme-spend = Où et pour quoi
theme-spend-about = Les points d’échange, les aliments et ce qui se passe au kiosque.
theme-pay = Payer les marchands
theme-pay-about = Comment, en combien de temps et avec quelles limites les marchands sont payés.
theme-sell = Le volet grand public
theme-sell-about = Vendre aussi des coupons à tout le monde, ou non.
theme-fund = L’argent
theme-fund-about = D’où il vient, à quoi il sert et ce que devient ce qui reste.
theme-last = Accompagner et durer
theme-last-about = Ce qui entoure les coupons : visites, transport, évaluation, photos et livres.

decides-committee = Le comité
decides-carrier = Le porteur
decides-fiduciary = Le fiduciaire
decides-partners = Les organismes partenaires
decides-vendors = Les marchands et les marchés
decides-community = La communauté ou son conseil

decision-state-to-discuss = À discuter
decision-state-proposed = Proposée
decision-state-decided = Décidée
decision-state-revisited = Rouverte
