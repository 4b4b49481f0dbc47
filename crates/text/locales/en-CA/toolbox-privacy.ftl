### Toolbox: privacy.
toolbox-retention-what = What is kept
toolbox-retention-why = Why
toolbox-retention-until = Until when
toolbox-retention-years =
    { $years ->
        [one] { $years } year after the season
       *[other] { $years } years after the season
    }
toolbox-retention-books = Hand-outs, redemptions, payments (no household’s name)
toolbox-retention-books-why = Accounts and proof for funders
toolbox-retention-merchant = Merchants’ names, addresses and bank accounts
toolbox-retention-merchant-why = Paying
toolbox-retention-merchant-until = Bank account: until the last payment. Name: with the accounts.
toolbox-retention-people = Names and e-mails of people who work in the program
toolbox-retention-people-why = Knowing who did what
toolbox-retention-people-until = Access closed on leaving. Name: with the accounts.
toolbox-retention-register = Organizations’ paper registers (no name)
toolbox-retention-register-why = Correcting a wrong count
toolbox-retention-register-until = Destroyed once the season is closed
toolbox-retention-complaint = Complaints and incidents
toolbox-retention-complaint-why = Answering and correcting
toolbox-retention-complaint-until = Two years; privacy incidents: five years (to be validated)
toolbox-retention-survey = Survey answers (no name)
toolbox-retention-survey-why = Evaluating the program
toolbox-retention-survey-until = Until the evaluation report

## Privacy kit

toolbox-privacy = Privacy kit
toolbox-privacy-about = The assessment, the notice, the consent and how long things are kept.
toolbox-privacy-assessment = Privacy impact assessment
toolbox-privacy-assessment-law = This text is pre-filled with your decisions. The person responsible reads it again and signs it (to be validated, Law 25).
toolbox-privacy-assessment-officer = Person responsible for protecting personal information
toolbox-privacy-what = What is collected
toolbox-privacy-what-coupon = about a household: coupon numbers and a band of size
toolbox-privacy-what-never = never: name, address, income, health, origin
toolbox-privacy-what-merchant = about a merchant: name, address, how to be paid
toolbox-privacy-what-staff = about somebody who works in the program: name, e-mail, role
toolbox-privacy-who = Who sees it
toolbox-privacy-risks = Risks and what reduces them
toolbox-privacy-risks-paper = a paper with names goes around: no name is written
toolbox-privacy-risks-small = a small group is recognized: small figures are hidden
toolbox-privacy-risks-stall = a household is recognized at the stall: same coupon, same welcome
toolbox-privacy-risks-bank = a bank account leaks: it is encrypted
toolbox-privacy-risk = Other risk that the committee sees
toolbox-privacy-less = What reduces it
toolbox-privacy-by = Who, when
toolbox-privacy-notice = Notice to households
toolbox-privacy-notice-name = We do not write down your name.
toolbox-privacy-notice-size = We note how many people live with you and the numbers of your coupons.
toolbox-privacy-notice-why = This serves to count coupons and to pay merchants.
toolbox-privacy-notice-free = You may decline to answer and get your coupons all the same.
toolbox-privacy-consent = Consent text
toolbox-privacy-survey = Survey
toolbox-privacy-survey-yes = I agree to answer a survey. I can stop at any time.
toolbox-privacy-survey-no = I prefer not to answer. It changes nothing for my coupons.
toolbox-privacy-picture = Picture
toolbox-privacy-picture-yes = I agree to be in a picture to speak of the program.
toolbox-privacy-picture-no = I do not want to be in a picture.
toolbox-privacy-consent-back = I can change my mind by telling the organization.
toolbox-privacy-person = Signature or mark
toolbox-privacy-retention = How long things are kept
toolbox-privacy-incident = If information goes astray
toolbox-privacy-incident-stop = Stop what lets it go astray.
toolbox-privacy-incident-tell = Tell the person responsible the same day.
toolbox-privacy-incident-write = Enter it in the register of incidents.
toolbox-privacy-incident-risk = If the risk is serious, tell the Commission d’accès à l’information and the people (to be validated).
