//! Telephones: each has an outbox of letters (count-ins), a clock that is wrong, and a network that
//! loses, doubles, delays and mixes what it carries.

use super::machine::Machine;
use super::model::Model;
use super::office::Office;
use crate::chance::Chance;
use crate::deed::{Deed, Done, What};
use anyhow::{Context, Result, ensure};
use app::redemption::{CountIn, CountInAnswer};
use domain::code::Code;
use domain::coupon::State;
use domain::ids::{Actor, PersonId, PlaceId, VendorId};
use domain::programme::Entry;
use domain::redemption::Channel;
use domain::refusal::Refusal;
use domain::role::{Grant, Role};
use jiff::SignedDuration;
use uuid::Uuid;

/// A telephone.
struct Phone {
    person: PersonId,
    device: Uuid,
    vendor: VendorId,
    place: PlaceId,
    channel: Channel,
    /// How far ahead its clock is.
    skew: SignedDuration,
}

/// A count-in as a telephone wrote it, and its first answer.
struct Letter {
    vendor: VendorId,
    deed: Deed,
    answer: Option<Result<CountInAnswer, Refusal>>,
}

/// All telephones, all letters, and what is in the air.
pub(super) struct Phones {
    owners: Vec<Phone>,
    letters: Vec<Letter>,
    air: Vec<usize>,
}

impl Phones {
    /// Two telephones a merchant's place, at most six.
    pub(super) fn install(machine: &mut Machine, chance: &mut Chance) -> Result<Self> {
        let mut phones = Vec::new();
        let mut grants = Vec::new();
        let book = machine.book.clone();
        let vendors = book.vendors.iter().map(|v| v.id).collect::<Vec<_>>();
        for number in 0..chance.between(2, 6) {
            let vendor = vendors[number % vendors.len()];
            let person = machine.add_person(&format!("Téléphone {number}"))?;
            // Once in a while, a place where the merchant has no agreement.
            let own: Vec<PlaceId> = book.agreements.iter().filter(|a| a.vendor == vendor).map(|a| a.place).collect();
            let place = if chance.percent(8) { PlaceId(2) } else { chance.pick(&own).copied().unwrap_or(PlaceId(1)) };
            let role = if chance.percent(60) { Role::Merchant(vendor) } else { Role::MarketManager(place) };
            grants.push(Entry::Grant(Grant { person, role }));
            let channel = [Channel::Online, Channel::Offline, Channel::Counted][chance.below(3)];
            let minutes = if chance.percent(50) { 0 } else { i64::try_from(chance.below(2 * 72 * 60))? - 72 * 60 };
            let device = chance.uuid(machine.now());
            phones.push(Phone { person, device, vendor, place, channel, skew: SignedDuration::from_mins(minutes) });
        }
        let request = machine.request(chance, Actor::System);
        let granted = machine.insist(&Deed { at: machine.now(), request, what: What::Enroll(grants) })?;
        ensure!(granted.is_ok(), "{granted:?}");
        Ok(Self { owners: phones, letters: Vec::new(), air: Vec::new() })
    }

    /// Somebody pays at a stall; sometimes the same coupons were photographed and pay at another one too.
    pub(super) fn write(&mut self, machine: &mut Machine, chance: &mut Chance, office: &Office, model: &mut Model) -> Result<()> {
        let codes = basket(machine, chance, office)?;
        if codes.is_empty() {
            return Ok(());
        }
        let writers = if chance.percent(25) { 2 } else { 1 };
        for _ in 0..writers {
            let phone = &self.owners[chance.below(self.owners.len())];
            let now = machine.now();
            let claimed_at = now.checked_add(phone.skew)?;
            let request = app::command::Request {
                actor: Actor::Person(phone.person),
                id: chance.uuid(claimed_at),
                device: Some(phone.device),
                claimed_at,
            };
            let count = CountIn { vendor: phone.vendor, place: phone.place, channel: phone.channel, codes: codes.clone() };
            let vendor = phone.vendor;
            self.letters.push(Letter { vendor, deed: Deed { at: now, request, what: What::CountIn(count) }, answer: None });
            model.weather.letters += 1;
            // Lost on the way, sent once, or sent by an impatient thumb.
            for _ in 0..chance.below(4) {
                self.air.push(self.letters.len() - 1);
            }
        }
        Ok(())
    }

    /// Some letters arrive, in any order, alone or a few in one go; sometimes a telephone sends again
    /// what it wrote long ago.
    pub(super) fn deliver(&mut self, machine: &mut Machine, chance: &mut Chance, model: &mut Model) -> Result<()> {
        if !self.letters.is_empty() && chance.percent(30) {
            self.air.push(chance.below(self.letters.len()));
        }
        let count = chance.between(1, 4).min(self.air.len());
        let mut arriving = Vec::with_capacity(count);
        for _ in 0..count {
            let at = chance.below(self.air.len());
            arriving.push(self.air.swap_remove(at));
        }
        if arriving.is_empty() {
            return Ok(());
        }
        self.arrive(machine, &arriving, model)
    }

    /// Letters that arrive in one transaction. If the program dies, they will be sent again.
    fn arrive(&mut self, machine: &mut Machine, arriving: &[usize], model: &mut Model) -> Result<()> {
        let deeds = arriving.iter().map(|index| self.letters[*index].deed.clone()).collect();
        let Some(answers) = machine.send(deeds)? else {
            self.air.extend(arriving);
            return Ok(());
        };
        for (index, answer) in arriving.iter().zip(answers) {
            model.weather.deliveries += 1;
            self.hear(*index, answer, model)?;
        }
        Ok(())
    }

    /// An answer reaches its telephone, in the order in which answers were given.
    fn hear(&mut self, index: usize, answer: Result<Done, Refusal>, model: &mut Model) -> Result<()> {
        let letter = &self.letters[index];
        if let (Some(Ok(first)), Ok(Done::Counted(again))) = (&letter.answer, &answer) {
            let is_recorded = first.codes.iter().any(|c| c.coupon.is_some());
            ensure!(again.replayed || !is_recorded, "letter {} was recorded twice", letter.deed.request.id);
        }
        self.hear_any(index, answer, model)
    }

    /// An answer reaches its telephone: whatever it heard before, it hears again.
    fn hear_any(&mut self, index: usize, answer: Result<Done, Refusal>, model: &mut Model) -> Result<()> {
        let letter = &mut self.letters[index];
        let answer = match answer {
            Ok(Done::Counted(counted)) => Ok(CountInAnswer { replayed: false, ..counted }),
            Ok(other) => anyhow::bail!("not an answer to a count-in: {other:?}"),
            Err(refusal) => Err(refusal),
        };
        if let Some(first) = &letter.answer {
            ensure!(*first == answer, "letter {}: first {first:?}, then {answer:?}", letter.deed.request.id);
            return Ok(());
        }
        if let Ok(counted) = &answer {
            model.believe(letter.deed.request.id, letter.vendor, counted)?;
        }
        letter.answer = Some(answer);
        Ok(())
    }

    /// Everything not answered is sent until it is.
    pub(super) fn settle(&mut self, machine: &mut Machine, chance: &mut Chance, model: &mut Model) -> Result<()> {
        for _ in 0..200 {
            for index in 0..self.letters.len() {
                if self.letters[index].answer.is_none() && !self.air.contains(&index) {
                    self.air.push(index);
                }
            }
            if self.air.is_empty() {
                let live = machine.look(|cx| app::live_use::live_use(cx, Actor::System))?;
                return model.compare_exactly(&live);
            }
            chance.shuffle(&mut self.air);
            let arriving: Vec<usize> = self.air.drain(..self.air.len().min(5)).collect();
            if chance.percent(10) {
                machine.arm(chance);
            }
            self.arrive(machine, &arriving, model)?;
        }
        anyhow::bail!("{} letters are still in the air", self.air.len())
    }

    /// Every letter is sent by several senders at the same time, each in an order of its own.
    pub(super) fn send_at_once(
        &mut self,
        machine: &mut Machine,
        senders: usize,
        chance: &mut Chance,
        model: &mut Model,
    ) -> Result<()> {
        let outboxes: Vec<Vec<(usize, Deed)>> = (0..senders)
            .map(|_| {
                let mut letters: Vec<(usize, Deed)> = self.letters.iter().map(|l| l.deed.clone()).enumerate().collect();
                chance.shuffle(&mut letters);
                letters
            })
            .collect();
        for (index, answer) in machine.send_at_once(outboxes)? {
            model.weather.deliveries += 1;
            self.hear_any(index, answer, model)?;
        }
        Ok(())
    }

    /// Every letter once more, after everything: each answer is the first one.
    pub(super) fn repeat_all(&mut self, machine: &mut Machine, model: &mut Model) -> Result<()> {
        machine.disarm();
        let all: Vec<usize> = (0..self.letters.len()).rev().collect();
        for some in all.chunks(20) {
            self.arrive(machine, some, model)?;
        }
        Ok(())
    }
}

/// What a person puts on the counter: mostly coupons they were given.
fn basket(machine: &Machine, chance: &mut Chance, office: &Office) -> Result<Vec<String>> {
    let coupons = office.coupons(machine)?;
    let mut codes = Vec::new();
    for _ in 0..chance.between(1, 5) {
        let wanted = match chance.below(100) {
            0..76 => Some(State::HandedOut),
            76..86 => Some(State::WithPartner),
            86..96 => None,
            _ => {
                codes.push(if chance.percent(50) {
                    "7K2M4-QXP8H".to_owned()
                } else {
                    Code::from_bits(chance.seed()).to_string()
                });
                continue;
            }
        };
        let of: Vec<_> = coupons.iter().filter(|c| wanted.is_none_or(|state| c.state == state)).collect();
        let Some(coupon) = chance.pick(&of) else { continue };
        let code = office.codes.get(&coupon.id).context("a printed coupon")?;
        codes.push(if chance.percent(20) { code.to_lowercase() } else { code.clone() });
        if chance.percent(4) {
            codes.push(code.clone());
        }
    }
    Ok(codes)
}
