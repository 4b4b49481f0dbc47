//! What is printed: coupon sheets, stubs, lists of codes, merchant statements. Payment lists: `payment_list`.

use crate::batch::Printable;
use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::vendor;
use crate::world::Error;
use domain::amount::{Amount, Unit};
use domain::chain::hex;
use domain::coupon::Class;
use domain::dispute::{Decision, Dispute};
use domain::ids::{Actor, PaymentId, VendorId};
use domain::programme::{Book, Identity, PrivateUnit, Rules};
use domain::redemption::Redemption;
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState, Run, RunState};
use jiff::Timestamp;
use print::coupon_sheet::{self, Design, Face, PrintError};
use print::document;
use print::{Colour, stub_register};
use std::io::Write;
use store::Fault;
use text::{Lang, t, tr};

/// Writes a batch's coupons as sheets to cut and stack, page by page.
pub fn sheets(printable: &Printable, lang: Lang, out: &mut dyn Write) -> Result<(), Error> {
    let design = design_of(printable, lang)?;
    let (count, booklet) = (printable.batch.count, printable.batch.booklet);
    let mut out = out;
    printable.progress.begin(count.into());
    let written = coupon_sheet::write_sheets(&mut out, &design, count, booklet, |index| -> Result<Face, Error> {
        printable.progress.step()?;
        let coupon = printable.coupon(index)?;
        Ok(Face { url: coupon.url, code: coupon.code, number: coupon.id.to_string() })
    });
    match written {
        Ok(_) => Ok(()),
        Err(PrintError::Coupon { cause, .. }) => Err(cause),
        Err(other) => Err(Fault::Other(other.to_string()).into()),
    }
}

/// The design of a batch's coupons, or the refusal that says which text cannot be printed. Asked before the
/// first page is sent, so that a person gets a sentence and not half a file.
pub fn design_of(printable: &Printable, lang: Lang) -> Result<Design, Refusal> {
    let (book, class) = (&printable.book, &printable.class);
    let design = design(&book.identity, &book.units, &book.rules, class, lang);
    checked(fitted(at_home(design, &book.homes(class), lang)))
}

/// Whether what is the programme's own can be printed: its conditions, its checking address. Asked before it is
/// opened, because they do not change afterwards. Names are shortened; the face has its own place.
pub(crate) fn can_print(identity: &Identity, rules: &Rules, class: &Class, homes: &[String]) -> Result<(), Refusal> {
    let lang = Lang::parse(&identity.language).unwrap_or(Lang::Fr);
    let design = Design { face: "5 $".to_owned(), ..fitted(at_home(design(identity, &[], rules, class, lang), homes, lang)) };
    checked(design).map(drop)
}

fn checked(design: Design) -> Result<Design, Refusal> {
    use coupon_sheet::DesignError;
    match coupon_sheet::check(&design) {
        Ok(()) => Ok(design),
        Err(DesignError::TooLong(part)) => Err(Refusal::TooLongToPrint { part: part.key().to_owned() }),
        Err(DesignError::Glyph { part, missing }) => {
            Err(Refusal::NotPrintable { part: part.key().to_owned(), sign: missing.0.to_string() })
        }
    }
}

/// Says where a coupon is good when that is not everywhere: the places by name, or where to read them when the paper
/// has no room.
fn at_home(design: Design, homes: &[String], lang: Lang) -> Design {
    if homes.is_empty() {
        return design;
    }
    let with = |line: String| Design { conditions: format!("{} {line}", design.conditions), ..design.clone() };
    let named = with(text::good_only_at(lang, homes));
    let is_too_long =
        coupon_sheet::check(&fitted(named.clone())) == Err(coupon_sheet::DesignError::TooLong(coupon_sheet::Part::Conditions));
    if is_too_long { with(t(lang, "paper-home-read")) } else { named }
}

/// A design whose names fit their places: a long name loses its last words, never the coupon its printing.
fn fitted(mut design: Design) -> Design {
    use coupon_sheet::{DesignError, Part};
    for _ in 0..60 {
        let text = match coupon_sheet::check(&design) {
            Err(DesignError::TooLong(Part::Programme)) => &mut design.programme,
            Err(DesignError::TooLong(Part::Territory)) => &mut design.territory,
            Err(DesignError::TooLong(Part::ClassName)) => &mut design.class_name,
            _ => break,
        };
        let Some((shorter, _)) = text.trim_end_matches('…').trim_end().rsplit_once(' ') else { break };
        *text = format!("{shorter}…");
    }
    design
}

fn design(identity: &Identity, units: &[PrivateUnit], rules: &Rules, class: &Class, lang: Lang) -> Design {
    let host = identity.host.to_ascii_lowercase();
    let conditions = if identity.conditions.is_empty() {
        text::Conditions::of(class, rules, "").on_card(lang)
    } else {
        identity.conditions.clone()
    };
    let private = usize::from(class.face.unit.0).checked_sub(1).and_then(|index| units.get(index));
    let unit_name = private.map_or("CAD", |u| u.name.as_str());
    Design {
        language: lang.code().to_owned(),
        programme: identity.name.clone(),
        territory: if identity.simulated { t(lang, "paper-simulated") } else { identity.territory.clone() },
        class_letter: class.letter,
        class_name: class.name.clone(),
        colour: Colour::parse(&class.colour).unwrap_or(Colour::new(47, 107, 58)),
        face: text::money_short(lang, class.face.minor, unit_name),
        dates: text::validity(lang, class.funding, class.starts_on, class.expires_on),
        conditions,
        check_at: format!("{host}/c"),
        words: coupon_sheet::Words {
            coupon: t(lang, "print-coupon"),
            not_legal_tender: t(lang, "print-not-tender"),
            number: t(lang, "paper-number"),
            check: t(lang, "paper-check"),
            booklet: t(lang, "paper-booklet"),
            sheet: t(lang, "paper-sheet"),
        },
    }
}

/// Writes the register of stubs that goes to the organisation.
pub fn stubs(printable: &Printable, lang: Lang, out: &mut dyn Write) -> Result<(), Error> {
    let (class, batch) = (&printable.class, &printable.batch);
    let unit = printable.book.units.iter().find(|u| u.code == printable.book.unit_code(class.face.unit));
    let face = text::money_short(lang, class.face.minor, unit.map_or("CAD", |u| u.name.as_str()));
    let register = stub_register::Register {
        language: lang.code().to_owned(),
        programme: printable.book.identity.name.clone(),
        class_letter: class.letter,
        class_name: format!("{}, {face}", class.name),
        colour: Colour::parse(&class.colour).unwrap_or(Colour::new(47, 107, 58)),
        batch: tr(lang, "print-batch-cover", &[("batch", batch.id.0.to_string().into())]),
        words: stub_register::Words {
            title: t(lang, "paper-stub-title"),
            help: t(lang, "paper-stub-help"),
            booklet: t(lang, "paper-booklet"),
            numbers: t(lang, "paper-numbers"),
            date: t(lang, "paper-date"),
            household: t(lang, "paper-household"),
            initials: t(lang, "paper-initials"),
            page: t(lang, "paper-page"),
        },
    };
    let id = batch.id;
    let mut out = out;
    stub_register::write_stubs(&mut out, &register, batch.count, batch.booklet, |index| {
        domain::ids::CouponId::new(id, index + 1).to_string()
    })
    .map_err(|e| Fault::Other(e.to_string()))?;
    Ok(())
}

/// Writes a batch's coupons as CSV: for a print shop's variable data, or to check. These are the codes
/// themselves: treat the file like money.
pub fn csv(printable: &Printable, out: &mut dyn Write) -> Result<(), Error> {
    let io = |e: csv::Error| Error::Fault(Fault::Other(e.to_string()));
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["number", "booklet", "code", "class", "face_cents", "unit", "url"]).map_err(io)?;
    let (class, batch) = (&printable.class, &printable.batch);
    let unit = printable.book.unit_code(class.face.unit);
    printable.progress.begin(batch.count.into());
    for index in 0..batch.count {
        printable.progress.step()?;
        let coupon = printable.coupon(index)?;
        let booklet = index / batch.booklet.max(1) + 1;
        writer
            .write_record([
                coupon.id.to_string(),
                booklet.to_string(),
                coupon.code,
                class.letter.to_string(),
                class.face.minor.to_string(),
                unit.to_owned(),
                coupon.url,
            ])
            .map_err(io)?;
    }
    writer.flush().map_err(|e| Fault::Other(e.to_string()).into())
}

/// Symbols of the log's last link that are printed: enough that no other log has them by chance.
const HEAD_SHOWN: usize = 16;

/// An amount with its unit's name.
pub(crate) fn shown(book: &Book, lang: Lang, amount: Amount) -> String {
    text::amount(lang, amount, book)
}

/// Where the coupons of a run begin: the cut-off of the run before it.
fn began_after(runs: &[Run], run: &Run) -> Timestamp {
    let before = |r: &&Run| r.id.0 < run.id.0 && r.state != RunState::Cancelled;
    runs.iter().filter(before).map(|r| r.cutoff).max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The end of the programme's log, short, as published: whoever keeps a paper can show that nothing before it
/// was written again.
pub(crate) fn proof(cx: &mut Cx<'_, '_>, book: &Book, lang: Lang) -> Result<String, Error> {
    let Some(head) = cx.tx.peek_head(cx.programme)? else { return Ok(String::new()) };
    let when = text::date_time(lang, head.recorded_at, &book.zone());
    let short: String = hex(&head.chain).chars().take(HEAD_SHOWN).collect();
    let facts = [("head", short.into()), ("seq", head.seq.to_string().into()), ("when", when.into())];
    Ok(tr(lang, "paper-chain", &facts))
}

/// What a run's payments are told from, read once for all of them.
pub(crate) struct Told {
    run: Run,
    after: Timestamp,
    payments: Vec<Payment>,
    acts: Vec<Redemption>,
    disputes: Vec<Dispute>,
}

impl Told {
    pub(crate) fn of(cx: &mut Cx<'_, '_>, run: &Run) -> Result<Self, Error> {
        let runs = cx.tx.runs(cx.programme)?;
        Ok(Self {
            after: began_after(&runs, run),
            run: run.clone(),
            payments: cx.tx.payments(cx.programme, run.id)?,
            acts: cx.tx.redemptions(cx.programme)?,
            disputes: cx.tx.disputes(cx.programme)?,
        })
    }

    /// A merchant's market days that arrived in the run's time: a line for each day at each place, however many times
    /// coupons were brought in.
    pub(crate) fn days(&self, cx: &mut Cx<'_, '_>, book: &Book, vendor: VendorId) -> Result<Vec<vendor::Day>, Error> {
        let arrived = |at: Timestamp| self.after < at && at <= self.run.cutoff;
        vendor::days_of(cx, book, vendor, &self.acts, arrived)
    }
}

/// So many coupons of a class, in words.
pub(crate) fn line(book: &Book, lang: Lang, class: &Class, count: u64) -> String {
    let face = shown(book, lang, class.face);
    let name = format!("{} {}", class.letter, class.name);
    tr(lang, "paper-line", &[("count", count.into()), ("face", face.into()), ("class", name.into())])
}

/// A payment's statement: each market day, what was disputed, and why the total is what it is. A merchant paid in
/// two units has two payments, each with its own.
pub fn statement(cx: &mut Cx<'_, '_>, actor: Actor, payment: PaymentId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let found = cx.tx.payment_of(cx.programme, payment)?;
    // A payment that is not there is said to those who may see all of them, and to nobody else.
    ask(Some(&book), actor, found.as_ref().map_or(Action::SeeAll, |p| Action::SeeVendor(p.vendor)))?;
    let payment = found.filter(|p| p.state != PaymentState::Cancelled).ok_or(Refusal::NotFound)?;
    let run = cx.tx.run_of(cx.programme, payment.run)?.ok_or(Refusal::NotFound)?;
    let told = Told::of(cx, &run)?;
    let statement = statement_of(cx, &book, lang, &told, &payment)?;
    document::statement(&statement).map_err(|e| Fault::Other(e.to_string()).into())
}

/// What a payment's statement says.
pub(crate) fn statement_of(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    lang: Lang,
    told: &Told,
    payment: &Payment,
) -> Result<document::Statement, Error> {
    let (vendor, run, unit) = (payment.vendor, &told.run, payment.unit);
    let mut days = Vec::new();
    let mut subtotal = 0;
    for day in told.days(cx, book, vendor)? {
        let Some(minor) = day.amounts(book).remove(&unit) else { continue };
        let classes = day.coupons.iter().filter_map(|(id, count)| Some((book.class(*id)?, *count)));
        let coupons = classes.filter(|(class, _)| class.face.unit == unit).map(|(class, count)| line(book, lang, class, count));
        subtotal += minor;
        days.push(document::MarketDay {
            date: text::date(lang, day.on),
            place: book.place(day.place).map_or_else(String::new, |p| p.name.clone()),
            coupons: coupons.collect(),
            amount: shown(book, lang, Amount { minor, unit }),
        });
    }
    // Whatever a coupon's unit, a dispute is paid in dollars: it is told on the payment in dollars, and one that was
    // refused on another when there is none.
    let told_there = |p: &Payment| p.vendor == vendor && p.unit == Unit::CAD && p.state != PaymentState::Cancelled;
    let in_dollars = unit == Unit::CAD;
    let (mut other, compensated) = if in_dollars || !told.payments.iter().any(told_there) {
        dispute_lines(cx, book, lang, vendor, told, in_dollars)?
    } else {
        (Vec::new(), 0)
    };
    let total = payment.amount();
    let carried = total.minor - subtotal - compensated;
    if carried != 0 {
        other.push(document::DisputeLine {
            coupon: String::new(),
            reason: t(lang, if carried > 0 { "paper-carried" } else { "paper-carried-out" }),
            outcome: String::new(),
            amount: shown(book, lang, Amount { minor: carried, unit }),
        });
    }
    let cutoff = text::date_time(lang, run.cutoff, &book.zone());
    Ok(document::Statement {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        fiduciary: vec![book.identity.fiduciary.clone(), book.identity.territory.clone()],
        merchant: vec![book.vendor(vendor).map_or_else(String::new, |v| v.name.clone())],
        period: tr(lang, "paper-until", &[("when", cutoff.into())]),
        run: run.id.0.to_string(),
        paid_on: match payment.confirmed_at {
            _ if payment.state == PaymentState::Returned => text::label(lang, &payment.state),
            Some(at) => text::date(lang, book.day_of(at)),
            None => t(lang, "paper-not-paid-yet"),
        },
        method: match payment.through.and_then(|market| book.vendor(market)) {
            Some(market) => tr(lang, "paper-through", &[("market", market.name.as_str().into())]),
            None => text::label(lang, &payment.method),
        },
        reference: payment.reference.clone(),
        days,
        subtotal: shown(book, lang, Amount { minor: subtotal, unit }),
        disputes: other,
        total: shown(book, lang, total),
        notes: vec![t(lang, "paper-note-value"), t(lang, "paper-note-question")],
        proof: proof(cx, book, lang)?,
        words: statement_words(lang, payment.state == PaymentState::Confirmed),
    })
}

/// The merchant's disputes decided in the run's time, and what was paid for them; only the refused ones unless
/// `with_paid`.
fn dispute_lines(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    lang: Lang,
    vendor: VendorId,
    told: &Told,
    with_paid: bool,
) -> Result<(Vec<document::DisputeLine>, i64), Error> {
    let mut lines = Vec::new();
    let mut paid = 0;
    for dispute in told.disputes.iter().filter(|d| d.vendor == vendor) {
        let (Some(decision), Some(seq)) = (dispute.decision, dispute.decided_seq) else { continue };
        let Some(row) = cx.tx.command(cx.programme, seq)? else { continue };
        let is_paid = matches!(decision, Decision::Pay { .. });
        if row.recorded_at <= told.after || row.recorded_at > told.run.cutoff || (is_paid && !with_paid) {
            continue;
        }
        paid += if is_paid { dispute.amount.minor } else { 0 };
        lines.push(document::DisputeLine {
            coupon: dispute.coupon.to_string(),
            reason: text::label(lang, &dispute.reason),
            outcome: text::label(lang, &decision),
            amount: shown(book, lang, Amount::cad(if is_paid { dispute.amount.minor } else { 0 })),
        });
    }
    Ok((lines, paid))
}

fn statement_words(lang: Lang, paid: bool) -> document::StatementWords {
    let w = |key| t(lang, key);
    document::StatementWords {
        title: w("print-statement"),
        merchant: w("paper-merchant"),
        fiduciary: w("paper-fiduciary"),
        period: w("paper-period"),
        run: w("paper-run"),
        paid_on: w("paper-paid-on"),
        method: w("paper-method"),
        reference: w("paper-reference"),
        days: w("paper-days"),
        date: w("paper-date"),
        place: w("paper-place"),
        coupons: w("paper-coupons"),
        amount: w("paper-amount"),
        subtotal: w("paper-subtotal"),
        disputes: w("paper-disputes"),
        coupon: w("paper-coupon"),
        reason: w("paper-reason"),
        outcome: w("paper-outcome"),
        total: w(if paid { "paper-total" } else { "paper-total-due" }),
        page: w("paper-page"),
    }
}
