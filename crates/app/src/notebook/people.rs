//! Who sits at a notebook, and inviting somebody to it.

use super::{Seat, open_at};
use crate::people::{Link, sits_elsewhere};
use crate::sign_in::{NO_PROGRAMME, add_link, email};
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use jiff::SignedDuration;
use store::Person;
use uuid::Uuid;

/// Somebody to invite to a notebook.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Their name.
    pub name: String,
    /// Their e-mail; may be empty.
    pub email: String,
    /// The language they are written to in.
    pub language: String,
    /// What they may do.
    pub seat: Seat,
}

/// How long a guest's link is good.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

impl App {
    /// Who sits at a notebook, in the order they came.
    pub async fn notebook_people(&self, person: PersonId, key: &str) -> Result<Vec<(Person, Seat)>, Error> {
        let key = key.to_owned();
        self.look(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Reader)?;
            let mut people = Vec::new();
            for (id, seat) in cx.tx.seats(cover.id)? {
                people.extend(cx.tx.person(id)?.map(|person| (person, seat)));
            }
            Ok(people)
        })
        .await
    }

    /// Gives somebody a seat; a link, unless they have a way in already. Whoever has been here makes their own links.
    pub async fn invite_to_notebook(
        &self,
        by: PersonId,
        request: Uuid,
        key: &str,
        guest: Guest,
    ) -> Result<(PersonId, Option<Link>), Error> {
        let (name, email) = (guest.name.trim().to_owned(), email(&guest.email)?);
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let (key, language, seat) = (key.to_owned(), guest.language, guest.seat);
        let token = self.fresh_token();
        let kept = token.clone();
        let (person, until) = self
            .act(NO_PROGRAMME, move |cx| {
                let (cover, _) = open_at(cx, by, &key, Seat::Facilitator)?;
                let found = if email.is_empty() { None } else { cx.tx.person_by_email(&email)? };
                let person = match found {
                    Some(person) => person.id,
                    None => cx.tx.add_person(&name, &email, "", &language, Some(request))?,
                };
                // Nobody makes a link for somebody whom others invited: the link lets its bearer act as its owner.
                let has_role = cx.books()?.iter().any(|book| book.grants.iter().any(|grant| grant.person == person));
                let is_theirs = has_role || sits_elsewhere(cx, by, person)?;
                cx.tx.seat(cover.id, person, seat)?;
                let now = cx.now();
                if is_theirs || cx.tx.presence(person, now)?.seen_at.is_some() {
                    return Ok((person, None));
                }
                cx.tx.end_links(person, now)?;
                let until = add_link(cx, person, &kept, LASTS, Some(by).filter(|by| *by != person))?;
                Ok((person, Some(until)))
            })
            .await?;
        Ok((person, until.map(|until| Link { token, until })))
    }

    /// Takes a seat away. A notebook keeps somebody who facilitates it.
    pub async fn leave_notebook(&self, by: PersonId, key: &str, person: PersonId) -> Result<(), Error> {
        let key = key.to_owned();
        self.act(NO_PROGRAMME, move |cx| {
            let least = if by == person { Seat::Reader } else { Seat::Facilitator };
            let (cover, _) = open_at(cx, by, &key, least)?;
            let seats = cx.tx.seats(cover.id)?;
            let stays = seats.iter().any(|(who, seat)| *who != person && *seat == Seat::Facilitator);
            if !stays {
                return Err(Refusal::LastCoordinator.into());
            }
            Ok(cx.tx.unseat(cover.id, person)?)
        })
        .await
    }
}
