//! A programme's people: who has which role, inviting somebody, their one-time links.

use crate::command::{Cx, Request};
use crate::permit::{Action, allows, ask};
use crate::programme;
use crate::sign_in::{NO_PROGRAMME, add_link, email, known};
use crate::world::{App, Error};
use domain::ids::{Actor, PersonId, ProgrammeId};
use domain::programme::{Book, Entry};
use domain::refusal::Refusal;
use domain::role::{Grant, Role, may_give, separate};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Person, Presence, Seat};

/// Somebody with a role in the programme.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub person: Person,
    /// Their roles here.
    pub roles: Vec<Role>,
    /// How they have been here.
    pub presence: Presence,
    /// Whether whoever looks may make a link for them, or end their sessions.
    pub yours: bool,
}

/// Somebody to invite.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Their name.
    pub name: String,
    /// Their e-mail; may be empty.
    pub email: String,
    /// The language they are written to in.
    pub language: String,
    /// What they will be.
    pub role: Role,
    /// How long their link is good.
    pub lasts: SignedDuration,
}

/// A one-time link, to be shown once.
#[derive(Clone, Debug)]
pub struct Link {
    /// The token.
    pub token: String,
    /// Until when it is good.
    pub until: Timestamp,
}

/// Everybody with a role in the programme, in the order they came.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Member>, Error> {
    let book = cx.book()?;
    // Whoever may let somebody pay sees who is there.
    if ask(Some(&book), actor, Action::StaffMoney).is_err() {
        ask(Some(&book), actor, Action::SeePeople)?;
    }
    let now = cx.now();
    let mut roles: BTreeMap<PersonId, Vec<Role>> = BTreeMap::new();
    for grant in &book.grants {
        roles.entry(grant.person).or_default().push(grant.role);
    }
    let mut members = Vec::with_capacity(roles.len());
    for (id, roles) in roles {
        // Somebody erased keeps their number in the log, and nothing else.
        let Some(person) = cx.tx.person(id)? else { continue };
        let presence = cx.tx.presence(id, now)?;
        let yours = may_make_link(cx, actor, id).is_ok();
        members.push(Member { person, roles, presence, yours });
    }
    Ok(members)
}

/// The name of whoever did something, for those who work with them; nothing for the machine itself or somebody erased.
pub fn name_of(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<String, Error> {
    let Actor::Person(id) = actor else { return Ok(String::new()) };
    Ok(cx.tx.person(id)?.map_or_else(String::new, |person| person.name))
}

/// Whether somebody sits at a notebook that whoever asks does not facilitate: a link would open it to them.
pub(crate) fn sits_elsewhere(cx: &mut Cx<'_, '_>, asks: PersonId, person: PersonId) -> Result<bool, Error> {
    for notebook in cx.tx.seats_of(person)? {
        if !cx.tx.seats(notebook)?.contains(&(asks, Seat::Facilitator)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether somebody may make another's link, or end their sessions. A link lets its bearer act as its owner, so:
/// they have no role where whoever asks does not run the programme; and once they have been here, nobody else makes
/// links for one of the persons that a two-person rule asks for.
pub(crate) fn may_make_link(cx: &mut Cx<'_, '_>, actor: Actor, person: PersonId) -> Result<(), Error> {
    ask(Some(&*cx.book()?), actor, Action::Staff)?;
    let Actor::Person(asks) = actor else { return Ok(()) };
    let roles = |book: &Arc<Book>, who: PersonId| -> Vec<Role> {
        book.grants.iter().filter(|g| g.person == who).map(|g| g.role).collect()
    };
    let mut seconds = false;
    let books = cx.books()?;
    if roles(&cx.book()?, person).is_empty() {
        return Err(Refusal::UnknownPerson { person: person.0.to_string() }.into());
    }
    for book in books {
        let theirs = roles(&book, person);
        let runs = roles(&book, asks).into_iter().any(|role| allows(role, Action::Staff));
        if !theirs.is_empty() && !runs {
            return Err(Refusal::LinkNotYours.into());
        }
        seconds |= theirs.into_iter().any(Role::seconds);
    }
    if asks != person && sits_elsewhere(cx, asks, person)? {
        return Err(Refusal::LinkNotYours.into());
    }
    let now = cx.now();
    if seconds && asks != person && cx.tx.presence(person, now)?.seen_at.is_some() {
        return Err(Refusal::LinkNotYours.into());
    }
    Ok(())
}

impl App {
    /// Invites somebody: adds them if nobody has their e-mail, gives them their role, and makes their link unless they
    /// have one way in already. The same request again invites the same person, with a fresh link.
    pub async fn invite(
        &self,
        programme: ProgrammeId,
        request: Request,
        invitation: Invitation,
    ) -> Result<(PersonId, Option<Link>), Error> {
        let Invitation { name, email: written, language, role, lasts } = invitation;
        let (name, email) = (name.trim().to_owned(), email(&written)?);
        // Nobody is added for a role that would be refused.
        let wanted = email.clone();
        self.look(programme, move |cx| {
            let book = cx.book()?;
            ask(Some(&book), request.actor, Action::Staff)?;
            book.check(Entry::Grant(Grant { person: PersonId(0), role }))?;
            let found = if wanted.is_empty() { None } else { cx.tx.person_by_email(&wanted)? };
            let runs = u32::try_from(cx.tx.runs(cx.programme)?.len()).unwrap_or(u32::MAX);
            let to = found.as_ref().map_or(PersonId(0), |person| person.id);
            may_give(&book, runs, request.actor, Grant { person: to, role })?;
            let Some(person) = found else { return Ok(()) };
            Ok(separate(book.grants.iter().filter(|g| g.person == person.id).map(|g| g.role), role)?)
        })
        .await?;
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let person = self
            .act(NO_PROGRAMME, move |cx| {
                let found = if email.is_empty() { None } else { cx.tx.person_by_email(&email)? };
                match found {
                    Some(person) => Ok(person.id),
                    None => Ok(cx.tx.add_person(&name, &email, "", &language, Some(request.id))?),
                }
            })
            .await?;
        self.act(programme, move |cx| programme::grant(cx, request, person, role)).await?;
        match self.make_link(programme, request.actor, person, lasts).await {
            Ok(link) => Ok((person, Some(link))),
            Err(Error::Refused(Refusal::LinkNotYours)) => Ok((person, None)),
            Err(error) => Err(error),
        }
    }

    /// Makes a person's link; their older ones no longer serve.
    pub async fn make_link(
        &self,
        programme: ProgrammeId,
        actor: Actor,
        person: PersonId,
        lasts: SignedDuration,
    ) -> Result<Link, Error> {
        self.look(programme, move |cx| may_make_link(cx, actor, person)).await?;
        let token = self.fresh_token();
        let kept = token.clone();
        let until = self
            .act(NO_PROGRAMME, move |cx| {
                let now = cx.now();
                cx.tx.end_links(person, now)?;
                let made_by = if let Actor::Person(by) = actor { Some(by).filter(|by| *by != person) } else { None };
                add_link(cx, person, &kept, lasts, made_by)
            })
            .await?;
        Ok(Link { token, until })
    }

    /// Ends all sessions of a person, and their links: a phone was lost.
    pub async fn end_sessions(&self, programme: ProgrammeId, actor: Actor, person: PersonId) -> Result<(), Error> {
        self.look(programme, move |cx| {
            // Ending is not entering: somebody whose say is needed may be shown out, and enters again by themself.
            match may_make_link(cx, actor, person) {
                Err(Error::Refused(Refusal::LinkNotYours)) if has_roles_here_only(cx, person)? => Ok(()),
                other => other,
            }
        })
        .await?;
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            known(cx, person)?;
            cx.tx.end_links(person, now)?;
            Ok(cx.tx.revoke_sessions(person, None, now)?)
        })
        .await
    }
}

fn has_roles_here_only(cx: &mut Cx<'_, '_>, person: PersonId) -> Result<bool, Error> {
    let here = cx.programme;
    Ok(cx.books()?.iter().all(|b| b.identity.id == here || b.grants.iter().all(|g| g.person != person)))
}
