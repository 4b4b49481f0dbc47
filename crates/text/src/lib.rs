//! The words: messages, money, dates, numbers, lists and sorting, in each language.
//!
//! Messages live in `locales/<language>/<noun>.ftl`, compiled in. French is the first language: a key
//! missing elsewhere is said in French, and one missing in French shows itself as `⟦key⟧`.
//!
//! A new language is one folder of files: its plural rules, months, days and the order of a date are in it too,
//! because no library knows Atikamekw. `docs/languages.md` says how to add one.

mod agreement;
mod catalogue;
mod conditions;
mod date;
mod decided;
mod folder;
pub mod guide;
mod hours;
mod label;
mod lang;
mod list;
mod money;
mod names;
mod number;
mod plural;
mod refusal;
mod tongue;

pub use agreement::{Part, agreement};
pub use catalogue::{Arg, has, keys, t, tell_what_is_missing, tr};
pub use conditions::{Conditions, conditions, validity};
pub use date::{date, date_full, date_range, date_short, date_time, duration, month_year, short_day, time, weekday};
pub use decided::{decided, decision};
pub use hours::{clock, days, from_until, opening, slot};
pub use label::{Label, key_label, label};
pub use lang::Lang;
pub use list::{compare, list};
pub use money::{amount, money, money_short};
pub use names::Names;
pub use number::{number, percent, percent_1};
pub use refusal::{Sentence, fault, refusal};
