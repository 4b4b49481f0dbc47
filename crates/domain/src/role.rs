//! What a person may be in a programme.

use crate::ids::{FundId, PartnerId, PersonId, PlaceId, VendorId};
use serde::{Deserialize, Serialize};

/// A role, with what it is limited to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the programme in its territory.
    Coordinator,
    /// Hands coupons out for an organisation.
    PartnerWorker(PartnerId),
    /// Counts coupons at a market.
    MarketManager(PlaceId),
    /// Sells food.
    Merchant(VendorId),
    /// Prepares and sends payments.
    Treasurer,
    /// Approves payments.
    Approver,
    /// Sees one fund.
    Funder(FundId),
    /// Reads everything, changes nothing.
    Auditor,
}

impl Role {
    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::PartnerWorker(_) => "partner_worker",
            Self::MarketManager(_) => "market_manager",
            Self::Merchant(_) => "merchant",
            Self::Treasurer => "treasurer",
            Self::Approver => "approver",
            Self::Funder(_) => "funder",
            Self::Auditor => "auditor",
        }
    }
}

/// A role given to a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// Who.
    pub person: PersonId,
    /// What.
    pub role: Role,
}
