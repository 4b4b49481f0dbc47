//! `cabas stock`.

use crate::out::say;
use crate::{Data, Done, open};
use app::command::{Answer, Request};
use app::domain::amount::Amount;
use app::domain::command::{Outcome, Placement};
use app::domain::coupon_set::CouponSet;
use app::domain::dispute::Decision;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, DisputeId};
use app::domain::refusal::Refusal;
use app::programme_file::Dollars;
use app::{allotment, dispute, handout, names, sale, season};
use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Out {
    Void,
    Lost,
    Stolen,
    Returned,
}

#[derive(Subcommand)]
pub(crate) enum Stock {
    /// Counts printed coupons into the stock.
    TakeIn {
        /// Coupons: 3:1-200,205 is batch 3, numbers 1 to 200 and 205; or as printed, 3-00012,3-00015.
        /// Several batches: 3:1-10;4:17.
        coupons: String,
    },
    /// Allots coupons to an organisation, or passes them from one to another.
    Allot {
        /// Coupons: 3:1-200,205 is batch 3, numbers 1 to 200 and 205; or as printed, 3-00012,3-00015.
        /// Several batches: 3:1-10;4:17.
        coupons: String,
        /// Organisation.
        #[arg(long)]
        partner: String,
        /// Fund that will pay.
        #[arg(long)]
        fund: Option<String>,
    },
    /// Takes coupons out of use.
    Withdraw {
        /// Coupons: 3:1-200,205 is batch 3, numbers 1 to 200 and 205; or as printed, 3-00012,3-00015.
        /// Several batches: 3:1-10;4:17.
        coupons: String,
        /// Where to.
        #[arg(long, value_enum)]
        to: Out,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Records a hand-out.
    HandOut {
        /// Organisation.
        #[arg(long)]
        partner: String,
        /// Coupons, such as 3:1-20 or 3-00012; or give --class and --count.
        #[arg(long)]
        coupons: Option<String>,
        /// Class letter.
        #[arg(long)]
        class: Option<String>,
        /// How many.
        #[arg(long)]
        count: Option<u32>,
        /// Household-size band.
        #[arg(long)]
        band: String,
        /// The organisation's own pseudonym.
        #[arg(long)]
        pseudonym: Option<String>,
    },
    /// Replaces a household's lost coupons.
    Replace {
        /// Lost.
        #[arg(long)]
        lost: String,
        /// Given instead.
        #[arg(long)]
        with: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Sells coupons to the public.
    Sell {
        /// Sold and bonus coupons.
        coupons: String,
        /// Dollars paid.
        #[arg(long)]
        paid: String,
        /// Receipt or campaign reference.
        #[arg(long)]
        reference: String,
    },
    /// Pays sold coupons back to whoever brings them back.
    Refund {
        /// Coupons: 3:1-200,205 is batch 3, numbers 1 to 200 and 205; or as printed, 3-00012,3-00015.
        /// Several batches: 3:1-10;4:17.
        coupons: String,
        /// Receipt reference.
        #[arg(long)]
        reference: String,
    },
    /// Decides a dispute: paid from a fund's contingency, or refused.
    Decide {
        /// Dispute number.
        #[arg(long)]
        dispute: u32,
        /// Fund whose contingency pays; refused when left out.
        #[arg(long)]
        pay_from: Option<String>,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Ends given coupons whose last day is before this day.
    Expire {
        /// The day.
        #[arg(long)]
        on: Date,
    },
    /// Closes the season.
    Close,
}

fn set(text: &str) -> Result<CouponSet, Refusal> {
    CouponSet::parse(text).ok_or_else(|| Refusal::UnknownCoupons { numbers: text.to_owned() })
}

impl Stock {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        let r = Request::now(&app, Actor::System);
        let answer: Answer = match self {
            Self::TakeIn { coupons } => {
                let coupons = set(coupons)?;
                app.act_wait(id, move |cx| allotment::take_in(cx, r, coupons.clone()))?
            }
            Self::Allot { coupons, partner, fund } => {
                let (coupons, partner) = (set(coupons)?, names::partner(&book, partner)?);
                let fund = fund.as_deref().map(|f| names::fund(&book, f)).transpose()?;
                app.act_wait(id, move |cx| allotment::allot(cx, r, coupons.clone(), partner, fund))?
            }
            Self::Withdraw { coupons, to, reason } => {
                let (coupons, reason) = (set(coupons)?, reason.clone());
                let to = match to {
                    Out::Void => Placement::Void,
                    Out::Lost => Placement::Lost,
                    Out::Stolen => Placement::Stolen,
                    Out::Returned => Placement::Returned,
                };
                app.act_wait(id, move |cx| allotment::withdraw(cx, r, coupons.clone(), to.clone(), &reason))?
            }
            Self::HandOut { partner, coupons, class, count, band, pseudonym } => {
                let partner = names::partner(&book, partner)?;
                let choice = match (coupons, class, count) {
                    (Some(text), None, None) => Choice::Coupons(set(text)?),
                    (None, Some(class), Some(count)) => Choice::Count { class: names::class(&book, class)?, count: *count },
                    _ => return Err(Refusal::Nothing.into()),
                };
                let (band, pseudonym) = (band.clone(), pseudonym.clone());
                app.act_wait(id, move |cx| handout::hand_out(cx, r, partner, choice.clone(), &band, pseudonym.as_deref()))?
            }
            Self::Replace { lost, with, reason } => {
                let (lost, with, reason) = (set(lost)?, set(with)?, reason.clone());
                app.act_wait(id, move |cx| handout::replace(cx, r, None, lost.clone(), with.clone(), &reason))?
            }
            Self::Sell { coupons, paid, reference } => {
                let (coupons, reference) = (set(coupons)?, reference.clone());
                let not_an_amount = || Refusal::NotAnAmount { written: paid.clone() };
                let paid = Dollars::parse(paid).map(|d| Amount::cad(d.0)).ok_or_else(not_an_amount)?;
                app.act_wait(id, move |cx| sale::sell(cx, r, coupons.clone(), paid, &reference))?
            }
            Self::Refund { coupons, reference } => {
                let (coupons, reference) = (set(coupons)?, reference.clone());
                app.act_wait(id, move |cx| sale::refund(cx, r, coupons.clone(), &reference))?
            }
            Self::Decide { dispute, pay_from, reason } => {
                let fund = pay_from.as_deref().map(|f| names::fund(&book, f)).transpose()?;
                let decision = fund.map_or(Decision::Refuse, |fund| Decision::Pay { fund });
                let (dispute, reason) = (DisputeId(*dispute), reason.clone());
                app.act_wait(id, move |cx| dispute::resolve(cx, r, dispute, decision, &reason))?
            }
            Self::Expire { on } => {
                let on = *on;
                app.act_wait(id, move |cx| season::expire(cx, r, on))?
            }
            Self::Close => app.act_wait(id, move |cx| season::close(cx, r))?,
        };
        if let Outcome::Moved { count, coupons, .. } = &answer.outcome {
            let said = text::tr(data.lang, "count-coupons", &[("count", (*count).into())]);
            say!("{said}{}", if coupons.is_empty() { String::new() } else { format!("\t{coupons}") });
        }
        Ok(())
    }
}
