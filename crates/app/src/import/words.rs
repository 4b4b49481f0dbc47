//! What a good row does, in words.

use super::Deed;
use domain::programme::Book;
use text::{Lang, Names, amount, date, tr};

/// A deed in one sentence.
pub fn say(lang: Lang, book: &Book, deed: &Deed) -> String {
    match deed {
        Deed::Added { name, key } => tr(lang, "import-deed-added", &[("name", name.into()), ("key", key.into())]),
        Deed::Agreed { vendor, place, from, until } => {
            let facts = [
                ("vendor", Names::vendor(book, *vendor).into()),
                ("place", Names::place(book, *place).into()),
                ("from", date(lang, *from).into()),
                ("until", date(lang, *until).into()),
            ];
            tr(lang, "import-deed-agreed", &facts)
        }
        Deed::Opens { place, slot } => {
            let facts = [("place", Names::place(book, *place).into()), ("hours", text::slot(lang, slot).into())];
            tr(lang, "import-deed-opens", &facts)
        }
        Deed::HandedOut { partner, count, amount: cost } => {
            let facts = [
                ("count", (*count).into()),
                ("amount", amount(lang, *cost, book).into()),
                ("partner", Names::partner(book, *partner).into()),
            ];
            tr(lang, "import-deed-handed-out", &facts)
        }
        Deed::Accepted { amount: owed } => {
            let owed = owed.map(|owed| amount(lang, owed, book)).unwrap_or_default();
            tr(lang, "import-deed-accepted", &[("amount", owed.into())])
        }
    }
}
