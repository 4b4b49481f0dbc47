//! Who may do what, as a table for people: written from the very function that decides, into `docs/roles.md` and
//! `docs/roles.fr.md`.

use crate::permit::{Action, allows};
use domain::role::Role;
use std::fmt::Write;
use text::Lang;

/// How far a role reaches in an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Not at all.
    No,
    /// For what the role is limited to.
    Own,
    /// For everything in the programme.
    All,
}

/// A cell of the table.
pub fn reach(role: Role, action: Action) -> Reach {
    match (allows(role, action), allows(role, action.elsewhere())) {
        (false, _) => Reach::No,
        (true, false) => Reach::Own,
        (true, true) => Reach::All,
    }
}

/// The whole table, as Markdown: one line an action, one column a role, then what each role is for.
pub fn markdown(lang: Lang) -> String {
    let word = |key: &str| text::t(lang, key);
    let mut out = format!("# {}\n\n{}\n\n|", word("roles-title"), word("roles-intro"));
    let _ = write!(out, " {} |", word("head-what"));
    for role in Role::EVERY {
        let _ = write!(out, " {} |", text::label(lang, &role));
    }
    out.push_str("\n|---|");
    out.push_str(&"---|".repeat(Role::EVERY.len()));
    for action in Action::EVERY {
        let _ = write!(out, "\n| {} |", text::key_label(lang, "action", action.key()));
        for role in Role::EVERY {
            let cell = match reach(role, action) {
                Reach::No => "roles-no",
                Reach::Own => "roles-own",
                Reach::All => "roles-all",
            };
            let _ = write!(out, " {} |", word(cell));
        }
    }
    let _ = write!(out, "\n\n## {}\n", word("roles-each"));
    for role in Role::EVERY {
        let hint = text::key_label(lang, "role", &format!("{}-hint", role.key()));
        let _ = write!(out, "\n* **{}**. {hint}", text::label(lang, &role));
    }
    let _ = write!(out, "\n\n## {}\n", word("roles-two"));
    for rule in [
        "roles-two-run",
        "roles-two-bank",
        "roles-two-hold",
        "roles-two-void",
        "roles-two-key",
        "roles-two-amendment",
        "roles-two-apart",
        "roles-two-money",
        "roles-two-links",
        "roles-two-last",
    ] {
        let _ = write!(out, "\n* {}", word(rule));
    }
    out.push('\n');
    out
}
