//! A random small programme.

use crate::chance::Chance;
use anyhow::{Result, anyhow};
use app::programme_file::ProgrammeFile;
use std::fmt::Write;

/// A programme of one to three funds and a sales fund, two or three organisations, two to four
/// merchants, two places, and one to four classes.
pub(super) fn random(chance: &mut Chance) -> Result<ProgrammeFile> {
    let text = text(chance)?;
    ProgrammeFile::parse(&text).map_err(|refusal| anyhow!("{refusal:?} in\n{text}"))
}

fn text(chance: &mut Chance) -> Result<String> {
    let mut out = String::from(
        "[programme]\nkey = \"faults\"\nname = \"Saison au hasard\"\nterritory = \"x\"\ncarrier = \"x\"\nfiduciary = \"x\"\n\
         host = \"cabas.example\"\nsimulated = true\n\
         [season]\nstarts_on = \"2025-07-01\"\nends_on = \"2025-07-20\"\nlast_claim_on = \"2025-07-31\"\n\
         [[unit]]\ncode = \"x-local\"\nname = \"Monnaie locale\"\n\
         [[band]]\nkey = \"1\"\nlabel = \"1\"\nweekly = \"20\"\n[[band]]\nkey = \"2\"\nlabel = \"2\"\nweekly = \"40\"\n",
    );
    let policy = chance.pick(&["designated", "oldest_first", "pro_rata"]).copied().unwrap_or("oldest_first");
    let (early, over) = (chance.percent(60), *chance.pick(&[100, 100, 130]).unwrap_or(&100));
    let minimum = chance.pick(&["0", "7"]).copied().unwrap_or("0");
    write!(
        out,
        "[rules]\naccept_with_partner = {early}\nfund_policy = \"{policy}\"\novercommitment_percent = {over}\nminimum_payment = \"{minimum}\"\n"
    )?;
    let through_market = chance.percent(40);
    if through_market {
        out.push_str("payment_route = \"through_market\"\n");
    }
    let funds = chance.between(1, 3);
    for number in 1..=funds {
        write!(out, "[[fund]]\nkey = \"f{number}\"\nname = \"Fonds {number}\"\nfunder = \"x\"\n")?;
    }
    out.push_str("[[fund]]\nkey = \"ventes\"\nname = \"Ventes\"\nfunder = \"Public\"\nis_sales = true\n");
    out.push_str("[[class]]\nletter = \"A\"\nname = \"A\"\nface = \"5\"\nfunding = \"granted\"\nstarts_on = \"2025-07-01\"\nexpires_on = \"2025-07-20\"\n");
    if chance.percent(50) {
        out.push_str(
            "[[class]]\nletter = \"B\"\nname = \"B\"\nface = \"2,50\"\nfunding = \"granted\"\nexpires_on = \"2025-07-12\"\n",
        );
    }
    if chance.percent(70) {
        out.push_str("[[class]]\nletter = \"V\"\nname = \"V\"\nface = \"5\"\nfunding = \"sold\"\n");
    }
    if chance.percent(60) {
        let source = chance.between(1, funds);
        write!(
            out,
            "[[class]]\nletter = \"L\"\nname = \"L\"\nface = \"10,50\"\nunit = \"x-local\"\nbonus_percent = 5\nbonus_fund = \"f{source}\"\n\
             funding = \"granted\"\nmedium = \"local_currency\"\nexpires_on = \"2025-07-20\"\n"
        )?;
    }
    out.push_str("[[place]]\nkey = \"marche\"\nname = \"Marché\"\n[[place]]\nkey = \"kiosque\"\nname = \"Kiosque\"\nkind = \"self_service\"\n");
    for number in 1..=chance.between(2, 3) {
        write!(out, "[[partner]]\nkey = \"o{number}\"\nname = \"Organisme {number}\"\n")?;
    }
    let vendors = chance.between(2, 4);
    for number in 1..=vendors {
        let places = if chance.percent(50) { "\"marche\", \"kiosque\"" } else { "\"marche\"" };
        let classes = if chance.percent(20) { "classes = [\"A\"]\n" } else { "" };
        // The last of many sells without an agreement.
        let signed = if number == 4 { "" } else { "signed_on = \"2025-06-15\"\n" };
        let method = chance.pick(&["cheque", "deposit"]).copied().unwrap_or("cheque");
        write!(
            out,
            "[[vendor]]\nkey = \"m{number}\"\nname = \"Marchand {number}\"\npayment_method = \"{method}\"\nplaces = [{places}]\n{classes}{signed}"
        )?;
    }
    if through_market {
        out.push_str("[[vendor]]\nkey = \"asso\"\nname = \"Association\"\nreceives_for = \"marche\"\n");
    }
    Ok(out)
}
