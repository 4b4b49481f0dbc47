//! The people of a pilot: at least one in every role. Their names are invented.

use crate::deed::What;
use crate::desk::Desk;
use crate::play::Link;
use anyhow::Result;
use domain::ids::PersonId;
use domain::programme::Entry;
use domain::role::{Grant, Role};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Who is who.
pub(crate) struct Cast {
    /// Runs the season.
    pub coordinator: PersonId,
    /// Two: the second confirms what the first proposes.
    pub treasurers: [PersonId; 2],
    /// Two.
    pub approvers: [PersonId; 2],
    /// One an organisation.
    pub workers: Vec<PersonId>,
    /// One a place.
    pub managers: Vec<PersonId>,
    /// One a merchant.
    pub merchants: Vec<PersonId>,
    /// Everybody, for the demo's way in.
    pub links: Vec<Link>,
}

const FRENCH: [&str; 40] = [
    "Camille",
    "Dominique",
    "Claude",
    "Andrée",
    "Sacha",
    "Maxime",
    "Noémie",
    "Étienne",
    "Francine",
    "Lou",
    "Gisèle",
    "Mathis",
    "Ariane",
    "Félix",
    "Huguette",
    "Olivier",
    "Jade",
    "Réjean",
    "Solange",
    "Thomas",
    "Véronique",
    "Yvan",
    "Zoé",
    "Alexis",
    "Béatrice",
    "Charles",
    "Delphine",
    "Edgar",
    "Florence",
    "Gabriel",
    "Hélène",
    "Isaac",
    "Jeanne",
    "Kim",
    "Laurence",
    "Marcel",
    "Nadia",
    "Omer",
    "Pascale",
    "Rita",
];
const ENGLISH: [&str; 20] = [
    "Alex", "Blake", "Casey", "Drew", "Erin", "Frankie", "Gale", "Harper", "Indra", "Jamie", "Kelly", "Logan", "Morgan", "Noor",
    "Parker", "Quinn", "Robin", "Sam", "Taylor", "Wren",
];

/// Adds everybody and gives them their roles.
pub(crate) fn gather(desk: &mut Desk<'_>, at: Timestamp) -> Result<Cast> {
    let names: &[&str] = if desk.book.identity.language == "en" { &ENGLISH } else { &FRENCH };
    let book = desk.book.clone();
    desk.set(at);
    let mut links: Vec<Link> = Vec::new();
    let mut add = |role: Role, scope: Option<&str>| -> Result<PersonId> {
        let turn = links.len() / names.len() + 1;
        let first = names[links.len() % names.len()];
        let first = if turn == 1 { first.to_owned() } else { format!("{first} {turn}") };
        let name = scope.map_or(first.clone(), |scope| format!("{first} ({scope})"));
        // One in four has no e-mail, and is written to on paper.
        let number = links.len() + 1;
        let email = format!("{}-{number}@{}.example", role.key().replace('_', "-"), book.identity.key);
        let person = desk.add_person(&name, if number.is_multiple_of(4) { "" } else { &email })?;
        links.push(Link { role, name, person });
        Ok(person)
    };
    let coordinator = add(Role::Coordinator, None)?;
    let treasurers = [add(Role::Treasurer, None)?, add(Role::Treasurer, None)?];
    let approvers = [add(Role::Approver, None)?, add(Role::Approver, None)?];
    add(Role::Auditor, None)?;
    let workers = book.partners.iter().map(|p| add(Role::PartnerWorker(p.id), Some(&p.name))).collect::<Result<_>>()?;
    let managers = book.places.iter().map(|p| add(Role::MarketManager(p.id), Some(&p.name))).collect::<Result<_>>()?;
    let merchants = book.vendors.iter().map(|v| add(Role::Merchant(v.id), Some(&v.name))).collect::<Result<_>>()?;
    // A fund that the public fills has no funder to show it to.
    for fund in book.funds.iter().filter(|f| !f.is_sales) {
        add(Role::Funder(fund.id), Some(&fund.funder))?;
    }
    let grants = links.iter().map(|l| Entry::Grant(Grant { person: l.person, role: l.role })).collect();
    let deed = desk.by_the_machine(at, What::Enroll(grants));
    desk.run_one(deed)?;
    debug_assert_eq!(links.iter().map(|l| l.person.0).collect::<BTreeSet<_>>().len(), links.len());
    Ok(Cast { coordinator, treasurers, approvers, workers, managers, merchants, links })
}
