//! A small programme to test on.

use app::command::Request;
use app::domain::ids::{Actor, ProgrammeId};
use app::programme_file::ProgrammeFile;
use app::{App, Error};
use ground::Ground;
use jiff::Timestamp;

pub const FILE: &str = r##"
[programme]
key = "essai"
name = "Coupons nourriciers d’essai"
territory = "MRC d’Essai"
carrier = "Table d’essai"
fiduciary = "UPA d’Essai"
host = "pcn.example"

[season]
starts_on = "2025-07-01"
ends_on = "2025-10-13"
last_claim_on = "2025-10-31"

[[unit]]
code = "x-essai"
name = "Monnaie d’essai"

[[band]]
key = "1"
label = "1 personne"
weekly = "20"
[[band]]
key = "2+"
label = "2 personnes ou plus"
weekly = "40"

[[fund]]
key = "desjardins"
name = "Fonds d’aide au développement du milieu"
funder = "Desjardins"
[[fund]]
key = "mrc"
name = "Fonds de la MRC"
funder = "MRC d’Essai"
[[fund]]
key = "ventes"
name = "Ventes au public"
funder = "Public"
is_sales = true

[[class]]
letter = "A"
name = "Coupon solidaire"
face = "5,00"
funding = "granted"
starts_on = "2025-07-01"
expires_on = "2025-10-13"
[[class]]
letter = "V"
name = "Coupon grand public"
face = "5,00"
funding = "sold"
[[class]]
letter = "M"
name = "Monnaie d’essai"
face = "10,50"
unit = "x-essai"
bonus_percent = 5
bonus_fund = "mrc"
funding = "granted"
expires_on = "2025-10-13"

[[place]]
key = "marche"
name = "Marché d’Essai"
[[place]]
key = "kiosque"
name = "Kiosque à la ferme"
kind = "farm_stand"

[[partner]]
key = "cuisine"
name = "Cuisine collective"
[[partner]]
key = "maison"
name = "Maison de la famille"

[[vendor]]
key = "ferme"
name = "Ferme du Ruisseau"
places = ["marche", "kiosque"]
signed_on = "2025-06-15"
[[vendor]]
key = "miel"
name = "Miel d’Essai"
places = ["marche"]
signed_on = "2025-06-15"
classes = ["A"]
payment_method = "deposit"
[[vendor]]
key = "sans-entente"
name = "Sans entente"
places = ["marche"]
"##;

pub const P: ProgrammeId = ProgrammeId(1);

/// 1 July 2025, nine in the morning at Québec.
pub fn start() -> Timestamp {
    "2025-07-01T09:00:00-04:00".parse().expect("an instant")
}

pub fn open(app: &App) {
    let file = ProgrammeFile::parse(FILE).expect("a good file");
    assert_eq!(app.open_programme_wait(&file).expect("opened"), P);
}

pub fn request(app: &App) -> Request {
    Request::now(app, Actor::System)
}

/// The programme on both databases.
pub fn grounds() -> [Ground; 2] {
    let grounds = ground::both(7, start());
    grounds.iter().for_each(|g| open(&g.app));
    grounds
}

/// The refusal an answer must be.
pub fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> app::domain::refusal::Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}
