//! The words that a programme's file holds, in the programme's own language.

use jiff::civil::Date;
use notebook::answer::{Money, Step};
use text::Lang;

/// Words of one language.
pub(super) struct In(pub(super) Lang);

impl notebook::compile::Words for In {
    fn band(&self, step: &Step) -> String {
        let people = |number: u8| i64::from(number).into();
        let (key, facts) = match step.to {
            Some(to) if to == step.from => ("notebook-band-one", vec![("count", people(step.from))]),
            Some(to) if to == step.from + 1 => ("notebook-band-two", vec![("from", people(step.from)), ("to", people(to))]),
            Some(to) => ("notebook-band-range", vec![("from", people(step.from)), ("to", people(to))]),
            None => ("notebook-band-more", vec![("from", people(step.from))]),
        };
        text::tr(self.0, key, &facts)
    }

    fn given(&self, value: Money, month: Option<Date>) -> String {
        let face = ("value", text::money_short(self.0, value.0, "CAD").into());
        match month {
            None => text::tr(self.0, "notebook-class-given", &[face]),
            Some(day) => text::tr(self.0, "notebook-class-month", &[face, ("month", text::month_year(self.0, day).into())]),
        }
    }

    fn sold(&self, value: Money) -> String {
        text::tr(self.0, "notebook-class-sold", &[("value", text::money_short(self.0, value.0, "CAD").into())])
    }

    fn bonus(&self, value: Money) -> String {
        text::tr(self.0, "notebook-class-bonus", &[("value", text::money_short(self.0, value.0, "CAD").into())])
    }

    fn offer(&self, price: Money, worth: Money) -> String {
        let money = |value: Money| text::money_short(self.0, value.0, "CAD").into();
        let key = if price == worth { "notebook-offer-par" } else { "notebook-offer" };
        text::tr(self.0, key, &[("price", money(price)), ("worth", money(worth))])
    }

    fn sales_fund(&self) -> String {
        text::t(self.0, "notebook-sales")
    }

    fn public(&self) -> String {
        text::t(self.0, "notebook-public")
    }
}
