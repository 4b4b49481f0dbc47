### Refusals. Two messages for each code: what is wrong, with its facts; then one thing to do.
### Both messages have the same facts. A new code: refusal-<code> and refusal-<code>-next.

## Codes

refusal-unknown-code = No coupon of the program has this code.
refusal-unknown-code-next = Read the code on the coupon again. If it is written correctly, keep the coupon and tell the coordination team.
refusal-bad-symbol = Character { $position } of the code, “{ $found }”, is never part of a code.
refusal-bad-symbol-next = Read this character again. A code has only digits and letters, never I, L, O or U.
refusal-bad-length =
    { $found ->
        [one] This code has { $found } character. It needs 10.
       *[other] This code has { $found } characters. It needs 10.
    }
refusal-bad-length-next = Write the 10 symbols of the coupon, such as 7K2M4-QXP9H. Its number, such as 1-00012, is not enough here.
refusal-mistyped-code =
    { $position ->
        [0] One character of this code is wrong, or two are swapped.
       *[other] Character { $position } of this code looks wrong.
    }
refusal-mistyped-code-next =
    { $position ->
        [0] Read the code on the coupon and write it again.
       *[other] Read character { $position } on the coupon and correct it.
    }
refusal-bad-signature = The program did not make this square code, or somebody changed it.
refusal-bad-signature-next = Do not accept this coupon. If the person is willing to leave it, keep it for the coordination team.
refusal-other-programme = This coupon belongs to another program.
refusal-other-programme-next = Give it back to the person: it is still good where its program is offered.
refusal-repeated = This coupon is in the list twice. It counts only once.
refusal-repeated-next = There is nothing to do.

## Coupons

refusal-already-redeemed = This coupon was already used: { $when }, { $place }, at { $vendor }.
refusal-already-redeemed-next = Ask for another coupon or another payment. If you have a doubt, tell the coordination team.
refusal-void-coupon = The program cancelled this coupon.
refusal-void-coupon-next = Ask for another coupon or another payment.
refusal-lost-coupon = This coupon was reported lost.
refusal-lost-coupon-next = Ask for another coupon or another payment, without accusing anyone. The coordination team can explain.
refusal-stolen-coupon = This coupon was reported stolen.
refusal-stolen-coupon-next = Ask for another coupon or another payment, without accusing anyone. The coordination team can explain.
refusal-returned-coupon = This coupon was brought back to the program unused.
refusal-returned-coupon-next = Ask for another coupon or another payment.
refusal-expired-coupon =
    { $known ->
        [yes] This coupon is no longer good. Its last day was { $on }.
       *[no] This coupon is no longer good.
    }
refusal-expired-coupon-next = Ask for another coupon or another payment. The organization that gave it can help the person.
refusal-too-early = This coupon will be good from { $from }.
refusal-too-early-next = Give it back to the person: they can use it from { $from }.
refusal-out-of-season = { $day } is outside the season, which goes from { $from } to { $until }.
refusal-out-of-season-next = Correct the market day, then count again.
refusal-claim-too-late = The last day to bring coupons in was { $last }.
refusal-claim-too-late-next = Keep these coupons and call the coordination team.
refusal-ended-class = The last day of coupons { $letter } was { $last }.
refusal-ended-class-next = Choose coupons of a class that is still good, or write to the coordination team.
refusal-not-handed-out = This coupon has not been given to anyone yet.
refusal-not-handed-out-next = Do not accept this coupon and tell the coordination team: it should be in stock.
refusal-wrong-class = This merchant does not accept coupons of class { $letter }.
refusal-wrong-class-next = Give the coupon back to the person: other merchants accept it.
refusal-wrong-place = Coupons of class { $letter } are not accepted at { $place }.
refusal-wrong-place-next = Give the coupon back to the person: the page behind its square says where it is good.
refusal-disputed = This coupon needs a decision. It was noted as dispute number { $dispute }.
refusal-disputed-next = Keep the coupon apart. The coordination team will decide, and you will see the answer in your disputes.
refusal-illegal-move =
    { $already ->
        [out] { $count ->
            [one] Coupon { $coupon } was already handed out or sold.
           *[other] { $count } coupons, including { $coupon }, were already handed out or sold.
        }
        [yes] { $count ->
            [one] Coupon { $coupon } is already in the state “{ $to }”: this was done before.
           *[other] { $count } coupons, including { $coupon }, are already in the state “{ $to }”: this was done before.
        }
       *[no] { $count ->
            [one] Coupon { $coupon } cannot go from “{ $from }” to “{ $to }”.
           *[other] { $count } coupons, including { $coupon }, cannot go from “{ $from }” to “{ $to }”.
        }
    }
refusal-illegal-move-next = Check the numbers, then try again without coupon { $coupon } and those in the same state.
refusal-not-held = Coupon { $coupon } is not with this organization.
refusal-not-held-next = Check the number { $coupon }. If it is right, ask the coordination team to allot it to the organization.
refusal-not-enough =
    { $available ->
        [one] There is { $available } coupon available and you are asking for { $asked }.
       *[other] There are { $available } coupons available and you are asking for { $asked }.
    }
refusal-not-enough-next = Ask for fewer, or ask the coordination team for coupons.
refusal-taken-back = This hand-out was already undone.
refusal-taken-back-next = There is nothing to do: the coupons are back with the organization.
refusal-too-late-to-take-back = A hand-out can be undone within { $minutes } minutes. It is too late.
refusal-too-late-to-take-back-next = If the household brought the coupons back, ask the coordination team to record them as returned.
refusal-already-signed = This agreement is already signed on this side.
refusal-already-signed-next = Reload the page to see both signatures.
refusal-other-text = The text of the agreement has changed since the first signature.
refusal-other-text-next = Prepare a new agreement for both to sign.
refusal-over-spot-limit = The market may pay { $limit } a day on the spot. { $spent } are paid already and you are asking for { $asked }.
refusal-over-spot-limit-next = Leave this coupon to the coordination team: it will decide under disputes.
refusal-day-not-closed = The day of { $day } at { $place } is not closed, or this merchant has no coupon there.
refusal-day-not-closed-next = Count the coupons, close the day, then try again.
refusal-not-replaced = This program does not replace lost coupons this way.
refusal-not-replaced-next = Ask the coordination team what the territory decided.
refusal-unknown-coupons = Some of these numbers are in no batch: { $numbers }.
refusal-unknown-coupons-next = Read the numbers on the coupons again. A number looks like 3-00012: the batch, then the coupon.
refusal-nothing = There is no coupon in this request.
refusal-nothing-next = Choose at least one coupon, then try again.
refusal-too-many = This is too much at once. The limit is { $limit }.
refusal-too-many-next = Do it in several parts, up to { $limit } at a time.

## Who and where

refusal-unknown-programme = This program does not exist here.
refusal-unknown-programme-next = Check the address, or choose your program on the home page.
refusal-unknown-vendor = No participating merchant is called “{ $name }”.
refusal-unknown-vendor-next = Choose the merchant in the list, or register them first.
refusal-unknown-place = No place of the program is called “{ $name }”.
refusal-unknown-place-next = Choose the place in the list, or register it first.
refusal-unknown-partner = No partner organization is called “{ $name }”.
refusal-unknown-partner-next = Choose the organization in the list, or register it first.
refusal-unknown-fund = No fund is called “{ $name }”, or it is not for this use.
refusal-unknown-fund-next = Choose the fund in the list, or register it first.
refusal-unknown-offer = No offer is called “{ $name }”.
refusal-unknown-offer-next = Choose the offer in the list, or register it first.
refusal-unknown-order = There is no order { $name }, or it is for something else.
refusal-unknown-order-next = Find the order by its reference, in the list.
refusal-unknown-class = No class of coupons is called “{ $name }”.
refusal-unknown-class-next = Choose the class in the list, or register it first.
refusal-unknown-batch = No batch has the number “{ $name }”.
refusal-unknown-batch-next = Choose the batch in the list of batches.
refusal-unknown-band = No household size is called “{ $name }”.
refusal-unknown-band-next = Choose a household size in the list.
refusal-unknown-unit = No currency of the program is called “{ $name }”.
refusal-unknown-unit-next = Choose the dollar, or a local currency from the decision notebook.
refusal-not-found = What you look for does not exist, or no longer does.
refusal-not-found-next = Go back to the list and choose again.
refusal-no-agreement = { $vendor } has no signed agreement for { $place } on { $day }.
refusal-no-agreement-next = Have the agreement signed by { $vendor } and by the program, then send the coupons again.

## Money

refusal-over-ceiling = The funds are too small. These coupons need { $asked } and { $available } can still be promised.
refusal-over-ceiling-next = Hand out fewer coupons, or wait until money arrives in a fund.
refusal-insufficient-funds = This fund has { $available } that nothing holds, and { $asked } is needed.
refusal-insufficient-funds-next = Choose another fund or a smaller amount.
refusal-outside-fund-dates =
    { $known ->
        [both] { $fund } does not pay on { $day }: its funder lets it pay from { $from } to { $until }.
        [from] { $fund } does not pay on { $day }: its funder lets it pay from { $from } on.
       *[until] { $fund } does not pay on { $day }: its funder let it pay until { $until }.
    }
refusal-outside-fund-dates-next = Choose another fund, or change the agreed dates with the funder.
refusal-fund-serves-others = { $fund } pays only for the organizations that its funder named.
refusal-fund-serves-others-next = Choose another fund for these coupons.
refusal-funds-kept-for-others = The funds that may pay here today can promise { $available }. These coupons need { $asked }.
refusal-funds-kept-for-others-next = Other funds are kept for other organizations or other days. Hand out fewer coupons, or ask the coordination team.
refusal-food-only = { $fund } pays for food only.
refusal-food-only-next = Pay this expense from another fund.
refusal-over-operations-share = { $fund } has { $available } left for operations and { $asked } is needed.
refusal-over-operations-share-next = Pay this expense from another fund, or agree on another share with the funder.
refusal-no-fund-designated = These coupons have no fund to pay for them.
refusal-no-fund-designated-next = Ask the coordination team to choose a fund when it allots these coupons.
refusal-no-sales-fund = The program has no fund for the money from public sales.
refusal-no-sales-fund-next = First register a fund that receives the money from sales.
refusal-wrong-amount = An amount of { $asked } does not go here. It must be from { $least } to { $most }.
refusal-wrong-amount-next = Write an amount from { $least } to { $most }, then start again.
refusal-not-an-amount =
    { $known ->
        [yes] “{ $written }” is not an amount.
       *[no] An amount is missing.
    }
refusal-not-an-amount-next = Write an amount in dollars, such as 12.50.
refusal-wrong-price = The coupons sold are worth { $price }, and the amount paid is { $paid }.
refusal-wrong-price-next = Check the numbers and the amount. The bonus is not paid for.
refusal-over-offer-cap = The bonus asked for is { $asked }. { $available } is left for this offer.
refusal-over-offer-cap-next = Sell fewer, or stop this offer: the committee decides whether to add more.
refusal-uneven-offer = The offer costs { $price } and its paid coupons are worth { $worth }. This does not add up.
refusal-uneven-offer-next = Mend the price, the number of coupons or the shares in the program’s file.
refusal-short-stock = { $asked } coupons { $letter } are needed. The stock has { $available }.
refusal-short-stock-next = Sell fewer, or first count a printed batch into the stock.
refusal-wrong-pack = { $asked } coupons { $letter } are needed, and you name { $found }.
refusal-wrong-pack-next = Mend the numbers, or leave the field empty: the stock chooses.
refusal-reference-needed = A reference is missing, or it is too long.
refusal-reference-needed-next = Write a number or a few words, then start again.
refusal-reference-taken = The reference “{ $name }” is in use already.
refusal-reference-taken-next = Choose another reference, or find the order that has it.
refusal-campaign-not-reached = The campaign did not reach its goal: nothing has arrived.
refusal-campaign-not-reached-next = Record nothing. The platform gives the money back to people.
refusal-order-elsewhere = This order is { $state }.
refusal-order-elsewhere-next = Reload the page to see how far it is.
refusal-sold-never-expires = A coupon that was sold never expires: the law forbids it.
refusal-sold-never-expires-next = Remove the end date, or choose a class of given coupons.
refusal-given-not-refunded = Coupon { $coupon } was given: nobody paid for it, so there is nothing to pay back.
refusal-given-not-refunded-next = Start again with coupons sold only. Coupon { $coupon } is still good with merchants.
refusal-over-refund-limit = These coupons are worth { $asked }. The program pays back { $limit } at most at a time.
refusal-over-refund-limit-next = Pay back { $limit } or less. The other coupons stay good, with no end date.
refusal-nothing-to-pay = Nothing is owed up to that moment.
refusal-nothing-to-pay-next = There is nothing to pay. Come back when more coupons have been counted.
refusal-payments-held = The payments of { $vendor } are held.
refusal-payments-held-next = Two people lift the hold in Held payments. To pay the others, cancel this settlement and prepare a new one.
refusal-not-approved = This settlement is not approved yet: { $done } of { $needed } approvals.
refusal-not-approved-next = Have another person approve it, then try again. Pay nothing until then.
refusal-no-receipts = This program issues no official receipts.
refusal-no-receipts-next = Only a registered organisation may. Ask whoever holds the money.
refusal-receipt-issued = This gift has a receipt already, { $number }.
refusal-receipt-issued-next = To correct it, replace it and say why.
refusal-no-deposits = This settlement has no direct deposit: there is no file to send to the bank.
refusal-no-deposits-next = Write the cheques and type the transfers from the payment list.
refusal-profile-missing = The file { $file } is missing in the data folder.
refusal-profile-missing-next = Ask whoever keeps the server to write it: docs/payments.md says what goes in it.
refusal-profile-wrong = The file { $file } cannot be read. Here is what is wrong: { $why }
refusal-profile-wrong-next = Ask whoever keeps the server to correct { $file } with docs/payments.md.
refusal-not-a-bank-file = This file from the bank cannot be read. Line { $line }: { $why }
refusal-not-a-bank-file-next = Download it again from the bank, without opening or changing it, then try again.
refusal-month-not-over = This month is not over: its entries can still change.
refusal-month-not-over-next = Choose a month that is over, or all entries.
refusal-not-a-due-date = No bank moves money on { $on }, or that day is past.
refusal-not-a-due-date-next = Choose { $next }, or a business day after it.
refusal-second-person-needed = Another person is needed: you have already prepared or approved this.
refusal-second-person-needed-next = Ask another authorized person to approve it.
refusal-no-more-keys = The program has used every key that a coupon can name.
refusal-no-more-keys-next = Keep the current key, and call whoever runs the server.
refusal-most-of-batch = Nobody cancels half of batch { $batch } or more alone.
refusal-most-of-batch-next = On the page of batches, ask to cancel batch { $batch }. Another person will confirm.
refusal-wrong-step = This is not possible at this step. Current state: { $state }.
refusal-wrong-step-next = Reload the page to see the current state, then choose one of the actions offered.
refusal-bad-account-number =
    { $part ->
        [institution] An institution number has exactly 3 digits.
        [transit] A transit number has exactly 5 digits.
       *[number] An account number has 7 to 12 digits.
    }
refusal-bad-account-number-next = Read the numbers at the bottom of a cheque again, then write digits only.
refusal-cooling-off = The bank details have changed. The change waits until { $until }.
refusal-cooling-off-next = Wait until then, or pay by cheque in the meantime.

## Requests

refusal-same-id-other-content = This request has the same identifier as another one, but it is different.
refusal-same-id-other-content-next = Reload the page and make the request again.
refusal-wrong-dates = The end, { $until }, comes before the start, { $from }.
refusal-wrong-dates-next = Choose an end that comes after { $from }, or an earlier start.
refusal-future-day = { $day } has not come yet.
refusal-future-day-next = Write the day the coupons were accepted.
refusal-improbable-day = { $day } is too far from the season and from today.
refusal-improbable-day-next = Correct the date, then send again.
refusal-not-a-date =
    { $known ->
        [yes] “{ $written }” is not a date.
       *[no] A date is missing.
    }
refusal-not-a-date-next = Write the year, the month and the day, such as 2025-07-01.
refusal-bad-rule = In the program’s file, “{ $rule }” cannot be “{ $written }”.
refusal-bad-rule-next = See the values allowed in docs/programme.md, correct “{ $rule }” and start again.
refusal-too-long-to-print = This text is too long for a coupon: { $part }.
refusal-too-long-to-print-next = Shorten it in the program’s file. The coupon’s page can say more.
refusal-not-printable = The character “{ $sign }” cannot be printed. It is in this text: { $part }.
refusal-not-printable-next = Remove this character in the program’s file, then start again.
refusal-unconfirmed = This cannot be undone, and nothing was done.
refusal-unconfirmed-next = Check the box, then start again.
refusal-reason-needed = The reason is missing, and nothing was done.
refusal-reason-needed-next = Write a few words for the log, never a name. Then start again.

refusal-nothing-changes = This changes nothing that is already decided.
refusal-nothing-changes-next = Change at least one decision, then start again.
refusal-before-amendment = An amendment is already confirmed from { $since } on.
refusal-before-amendment-next = Choose that day or a later one.
refusal-size-gone = The size “{ $name }” cannot disappear during a season.
refusal-size-gone-next = Keep it in the scale, at $0 if it receives nothing any more.
refusal-printed-until = “{ $name }”: printed coupons are good until { $until }.
refusal-printed-until-next = Keep an end of season that is not before that day.
refusal-not-an-answer = This answer does not fit the question “{$question}”.
refusal-not-an-answer-next = Read the example under the field, correct it and start again.

refusal-notebook-not-ready = This notebook cannot become a program yet.
refusal-notebook-not-ready-next = Questions to decide: {$questions}. Contradictions: {$contradictions}. The notebook says which.
refusal-scenario-field = This value does not fit a scenario: {$field}.
refusal-scenario-field-next = Read the limits under the field, correct it and start again.
refusal-season-closed = The season is closed.
refusal-season-closed-next = For a coupon found after closing, write to the coordination team.
refusal-season-not-closed = The season is not closed yet.
refusal-season-not-closed-next = Close the season first, on its page.
refusal-cannot-close-yet = The season cannot close yet. What is left: { $what }.
refusal-cannot-close-yet-next = Settle the disputes, pay the merchants and wait until the coupons end, then try again.
refusal-bad-key = The short name “{ $name }” is not allowed.
refusal-bad-key-next = Use only small letters a to z, digits and the hyphen, 64 characters at most.
refusal-key-taken = “{ $name }” is already in use.
refusal-key-taken-next = Choose another short name, another number or another letter.
refusal-not-a-picture = This file is not a picture that can be read: “{ $file }”.
refusal-not-a-picture-next = Send a JPEG or PNG photograph, or a PDF document.
refusal-logo-unread = This file cannot be used as a logo: “{ $file }”.
refusal-logo-unread-next = Send a PNG, JPEG, WebP or GIF picture of at most { $megapixels } megapixels.
refusal-picture-too-large = This picture is too large: “{ $file }”. The limit is { $megapixels } megapixels.
refusal-picture-too-large-next = Lower the quality of the camera, or take a picture of fewer coupons.
refusal-too-many-pages = This document has too many pages: “{ $file }”. The limit is { $pages }.
refusal-too-many-pages-next = Scan the coupons into several documents, then send them one by one.
refusal-locked-document = This document asks for a password: “{ $file }”.
refusal-locked-document-next = Save the document without a password, then try again.
refusal-no-coupon-seen = No coupon was seen in this picture.
refusal-no-coupon-seen-next = Take the picture again, closer and straight above, with more light.
refusal-pictures-wait = Other pictures are being read.
refusal-pictures-wait-next = Wait a minute, then send yours again.
refusal-file-too-large = This file is too large. The limit is { $megabytes } MB.
refusal-file-too-large-next = Keep only the columns you need, or send the file in several parts.
refusal-unknown-key = The word “{ $name }” does not exist at this place of the file.
refusal-unknown-key-next = Correct this word or remove it. All the words allowed are in docs/programme.md.
refusal-missing-key = “{ $name }” is missing in this part of the file.
refusal-missing-key-next = Add “{ $name }”, as in docs/programme.md, then try again.
refusal-not-utf8 = A sign cannot be read: this file is not in UTF-8.
refusal-not-utf8-next = In your editor, save the file as UTF-8, then try again.
refusal-beyond-season = This class’s last day is { $on }. It cannot come after { $last }.
refusal-beyond-season-next = Choose { $last } or an earlier day, or make the season longer.
refusal-not-a-table = This file cannot be read as a table.
refusal-not-a-table-next = Save it as CSV, XLSX or ODS, without a password, then try again.
refusal-table-too-large = This table is too large: the limit is { $rows } rows and { $columns } columns.
refusal-table-too-large-next = Send it in several parts, without the columns you do not need.
refusal-missing-column = The column “{ $column }” is missing.
refusal-missing-column-next = Add “{ $column }” to the first row, or start from the template to download.
refusal-empty-cell = Something is missing in the column “{ $column }”.
refusal-empty-cell-next = Fill in “{ $column }” on this row.
refusal-no-such-choice = “{ $written }” is not one of the words possible here.
refusal-no-such-choice-next = Write one of these words: { $choices }.
refusal-not-a-number = “{ $written }” is not a whole number.
refusal-not-a-number-next = Write the number in digits, such as 12.
refusal-nothing-chosen = Nothing is chosen in a list that must be filled in.
refusal-nothing-chosen-next = Choose from the list, then start again.
refusal-malformed-line = Line { $line } of the file cannot be read, from character { $column }. Technical detail: { $reason }
refusal-malformed-line-next = Correct line { $line }, then send the file again. A line already kept does not count twice.

## People

refusal-unknown-person = Nobody has the number { $name }.
refusal-unknown-person-next = See the numbers with “cabas people list”, then try again.
refusal-place-name-needed = The place’s name is missing.
refusal-place-name-needed-next = Write the name people give it.
refusal-too-long-text = This text is too long. The limit is { $limit } characters.
refusal-too-long-text-next = Shorten it, then try again.
refusal-message-needed = The subject or the message is missing.
refusal-message-needed-next = Write both, then send.
refusal-past-day = { $day } has passed already.
refusal-past-day-next = Choose today or a later day.
refusal-unsupported-rule = This rule of days is not understood: “{ $rule }”.
refusal-unsupported-rule-next = Choose days every week, every 2 weeks, or in the month.
refusal-wrong-hours = Closing, at { $until }, comes before opening, at { $from }.
refusal-wrong-hours-next = Write a closing time later the same day.
refusal-not-a-time =
    { $known ->
        [yes] “{ $written }” is not a time of day.
       *[no] A time of day is missing.
    }
refusal-not-a-time-next = Write the hour and the minutes, such as 9:00 or 14:30.
refusal-no-days = These hours are on no day.
refusal-no-days-next = Tick at least one day of the week.
refusal-not-a-point =
    { $known ->
        [yes] “{ $written }” is not a latitude and a longitude.
       *[no] The coordinates are missing.
    }
refusal-not-a-point-next = Write two numbers, such as 46.6500, -72.0200, or leave the field empty.
refusal-unknown-territory = No territory has the code “{ $name }”.
refusal-unknown-territory-next = Choose the territory in the list of 104 MRCs and equivalents.
refusal-not-open-that-day = This place is not open that day: { $place }, { $day }.
refusal-not-open-that-day-next = Choose a day when it was to open.
refusal-not-closed-that-day = Nothing was cancelled that day: { $place }, { $day }.
refusal-not-closed-that-day-next = Look at the cancelled openings. Somebody may have restored it already.
refusal-name-needed = The person’s name is missing.
refusal-name-needed-next = Write their name, then try again.
refusal-email-taken = The address “{ $name }” is already another person’s.
refusal-email-taken-next = Write another address, or give a role to the person already there.
refusal-bad-email = “{ $name }” is not an e-mail address.
refusal-bad-email-next = Write an address like name@example.ca, or leave the box empty.
refusal-short-password = This password is too short. It must have at least { $least } signs.
refusal-short-password-next = Choose a longer one, such as four words that have nothing in common.
refusal-role-held = This person has this role already.
refusal-role-held-next = Choose another role, or make a new link in the list.
refusal-role-not-held = This person does not have this role.
refusal-role-not-held-next = Go back to the list: this role may have been taken away already.
refusal-roles-conflict = This person has the role “{ $held }”. They cannot have the role “{ $asked }” too.
refusal-roles-conflict-next = Give the role “{ $asked }” to somebody else. Money always goes through two people.
refusal-last-coordinator = This person is the only one who coordinates the program.
refusal-last-coordinator-next = Invite somebody else to coordination first.
refusal-link-not-yours = You cannot make a link for this person: they work elsewhere, or their agreement is needed.
refusal-link-not-yours-next = They sign in with their password, their passkey or a link by e-mail. If not, ask whoever runs the server.
refusal-payers-role = This role handles money. A person who already pays or approves must give it.
refusal-payers-role-next = Invite the person with another role. The treasury then gives them this one, on the page “People”.

## Signing in

refusal-not-permitted = Your role does not allow this.
refusal-not-permitted-next = Ask the coordination team to do it, or to change your role.
refusal-sign-in-needed = You need to sign in to see this page.
refusal-sign-in-needed-next = Sign in, then try again.
refusal-expired-link = This link was already used, or it is too old.
refusal-expired-link-next = Ask for a new link.
refusal-wrong-password = The address or the password is wrong.
refusal-wrong-password-next = Try again, or ask for a sign-in link by e-mail.
refusal-wrong-current-password = This is not your current password.
refusal-wrong-current-password-next = Write the password you use now. Nothing was changed.
refusal-wrong-one-time-code = This code is not good, or was used already.
refusal-wrong-one-time-code-next = Wait for the next code on your phone, or write one of your recovery codes.
refusal-passkey-refused = This passkey is not known here, or its answer came too late.
refusal-passkey-refused-next = Try again, or come in with a link or a password.
refusal-unknown-device = This phone is not known here.
refusal-unknown-device-next = Ask the coordinator for a new phone link. Nothing that waits is erased.
refusal-revoked-device = This phone was taken out of the programme.
refusal-revoked-device-next = Show it to the coordinator. Nothing that waits is erased.
refusal-not-a-hub-address = This is not the address of a hub: { $written }
refusal-not-a-hub-address-next = Write the whole address, beginning with https, with its port if there is one, and nothing after it.
refusal-too-many-tries = There were too many tries.
refusal-too-many-tries-next = Wait { $wait }, then try again.
refusal-already-handed-out = Coupon { $coupon } was already handed out to a household, then used. Nothing was noted.
refusal-already-handed-out-next = Check the numbers on the booklet, then start again.
refusal-too-much-work = You already have { $limit } long pieces of work running.
refusal-too-much-work-next = Wait until one ends, or stop it.
refusal-fresh-sign-in-needed = To change how you come in, first show that it is you.
refusal-fresh-sign-in-needed-next = Confirm with your password or your passkey, or sign in again.
refusal-session-by-another = You are here by a link that somebody else made. It is not enough to sign.
refusal-session-by-another-next = Sign on paper, or come in by a link received by e-mail, then sign.
refusal-unknown-address = There is nothing at this address.
refusal-unknown-address-next = Check the address. Those that exist are in /api/openapi.json.

## Parts of refusals

refusal-part-in-file = Line { $line }, column { $column }: { $what }

# What keeps the season open, made into a list.
refusal-part-disputes =
    { $count ->
        [one] { $count } open dispute
       *[other] { $count } open disputes
    }
refusal-part-unpaid = { $amount } to pay to merchants
refusal-part-live =
    { $count ->
        [one] { $count } coupon still good
       *[other] { $count } coupons still good
    }

# Where a settlement, a payment, a dispute or a change of bank details is.
step-prepared = prepared
step-approved = approved
step-waiting = waiting
step-sent = sent
step-at-market = at the market
step-confirmed = confirmed
step-returned = returned unpaid
step-paid = paid
step-refused = refused
step-cancelled = cancelled
step-held = held
step-release-asked = release asked
step-version = version { $version }

# A coupon’s texts.
print-part-programme = the program’s name
print-part-territory = the territory
print-part-class-letter = the class letter
print-part-class-name = the class name
print-part-face = the value
print-part-dates = the dates
print-part-conditions = the conditions
print-part-check-at = the checking address
print-part-words = the coupon’s fixed words
