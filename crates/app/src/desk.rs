//! What somebody with one desk wants to know first: what a merchant is owed, what an organisation has left.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{fund, vendor};
use domain::amount::Amount;
use domain::coupon::State;
use domain::ids::{Actor, FundId, PartnerId, VendorId};
use domain::role::Role;

/// A figure of somebody's desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Glance {
    /// What a merchant is owed or is on its way, and by when it is promised.
    Owed {
        /// Who.
        vendor: VendorId,
        /// In each unit.
        amounts: Vec<Amount>,
        /// Promised for.
        promised_for: Option<jiff::civil::Date>,
    },
    /// Coupons that an organisation can hand out.
    InHand {
        /// Which.
        partner: PartnerId,
        /// How many.
        count: u64,
    },
    /// What a fund has left: received, not spent and not promised.
    Left {
        /// Which.
        fund: FundId,
        /// Cents.
        cents: i64,
    },
}

/// One figure for each role that has one.
pub fn glances(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Glance>, Error> {
    let book = cx.book()?;
    let Actor::Person(person) = actor else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for role in book.grants.iter().filter(|g| g.person == person).map(|g| g.role) {
        match role {
            Role::Merchant(vendor) => {
                let account = vendor::account(cx, actor, vendor)?;
                let mut amounts = account.owed;
                for coming in account.coming {
                    match amounts.iter_mut().find(|amount| amount.unit == coming.unit) {
                        Some(amount) => amount.minor += coming.minor,
                        None => amounts.push(coming),
                    }
                }
                found.push(Glance::Owed { vendor, amounts, promised_for: account.promised_for });
            }
            Role::PartnerWorker(partner) => {
                ask(Some(&book), actor, Action::HandOut(Some(partner)))?;
                let rows = cx.tx.state_counts(cx.programme)?;
                let held = rows.iter().filter(|row| row.state == State::WithPartner && row.partner == Some(partner));
                found.push(Glance::InHand { partner, count: held.map(|row| row.count).sum() });
            }
            Role::Funder(fund) => {
                let status = fund::statuses(cx, actor)?.into_iter().find(|status| status.fund.id == fund);
                found.extend(status.map(|status| Glance::Left { fund, cents: status.available_cents }));
            }
            _ => {}
        }
    }
    Ok(found)
}
