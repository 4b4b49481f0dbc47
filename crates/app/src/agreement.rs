//! Agreements with merchants.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::agreement::Agreement;
use domain::command::Command;
use domain::programme::Entry;

/// Registers a signed agreement.
pub fn sign(cx: &mut Cx<'_, '_>, request: Request, agreement: Agreement) -> Result<Answer, Error> {
    cx.run(request, Command::Enroll { entries: vec![Entry::Agreement(agreement)] })
}
