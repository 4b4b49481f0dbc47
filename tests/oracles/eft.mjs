// Writes CPA-005 files with the City of Sault Ste. Marie's generator, from a JSON list of our PaymentFile on
// standard input, as a JSON list of texts (crates/exchange/tests/cpa005.rs). One payment a record: with more, its trailer counts
// records instead of payments (reference/standards.md §1.2).
import { readFileSync } from 'node:fs'
import { EFTGenerator } from '@cityssm/eft-generator'

// The generator reads dates in local time: noon is the same day wherever we test.
const day = (text) => new Date(`${text}T12:00:00`)

// The generator writes names as they come. Blanks are made one here, and JavaScript's own Unicode tables
// take the accents off.
const ascii = (text) =>
  text.replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').trim().toUpperCase()

function write(file) {
  const { profile } = file
  const generator = new EFTGenerator({
    originatorId: profile.originator_id,
    originatorShortName: ascii(profile.originator_short_name),
    originatorLongName: ascii(profile.originator_long_name),
    fileCreationNumber: String(file.creation_number).padStart(4, '0'),
    fileCreationDate: day(file.creation_date),
    destinationDataCentre: profile.data_centre,
    destinationCurrency: profile.currency,
    returnInstitutionNumber: profile.returns_to.institution,
    returnTransitNumber: profile.returns_to.transit,
    returnAccountNumber: profile.returns_to.number
  })
  for (const payment of file.payments) {
    generator.addCreditTransaction({
      cpaCode: String(profile.transaction_code),
      amount: payment.amount_cents / 100,
      paymentDate: day(file.due_date),
      bankInstitutionNumber: payment.account.institution,
      bankTransitNumber: payment.account.transit,
      bankAccountNumber: payment.account.number,
      payeeName: ascii(payment.payee_name),
      crossReferenceNumber: ascii(payment.reference)
    })
  }
  return generator.toCPA005()
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(write)))
