//! What a fiduciary's bank and accounting program ask for: descriptions that somebody writes once, in files of the data
//! folder. The bank's instructions (`bank-PROGRAMME.toml`), the columns of other programs' tables
//! (`columns-PROGRAMME.toml`), the accountant's accounts (`accounts-PROGRAMME.csv`).

use crate::world::{App, Error};
use domain::programme::Book;
use domain::refusal::Refusal;
use exchange::bank_answer;
use exchange::columns::{Columns, Shape};
use exchange::journal::{self, Plan};
use exchange::payment_file::BankProfile;
use exchange::payments;
use std::path::PathBuf;
use text::{Lang, key_label};

/// The most that such a file says, bytes.
const LONGEST: u64 = 256 * 1024;

impl App {
    /// The same, with the folder where the descriptions are.
    #[must_use]
    pub fn with_profiles(self, folder: PathBuf) -> Self {
        Self { profiles: Some(folder.into()), ..self }
    }

    /// A file's bytes; nothing when nobody wrote it.
    fn profile(&self, file: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(folder) = &self.profiles else { return Ok(None) };
        let path = folder.join(file);
        let wrong = |why: String| Refusal::ProfileWrong { file: file.to_owned(), why };
        match std::fs::metadata(&path) {
            Ok(found) if found.len() > LONGEST => return Err(wrong(format!("> {LONGEST}")).into()),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(wrong(error.to_string()).into()),
        }
        Ok(Some(std::fs::read(&path).map_err(|e| wrong(e.to_string()))?))
    }

    fn described<T: serde::de::DeserializeOwned>(&self, file: &str) -> Result<Option<T>, Error> {
        let Some(bytes) = self.profile(file)? else { return Ok(None) };
        let wrong = |why: String| Refusal::ProfileWrong { file: file.to_owned(), why };
        let text = String::from_utf8(bytes).map_err(|e| wrong(e.to_string()))?;
        // The first line of a mistake says where it is; the others draw it.
        let first = |e: toml::de::Error| e.to_string().lines().next().unwrap_or_default().to_owned() + ": " + e.message();
        Ok(Some(toml::from_str(&text).map_err(|e| wrong(first(e)))?))
    }

    /// What the bank asked for.
    pub fn bank_profile(&self, book: &Book) -> Result<BankProfile, Error> {
        let file = format!("bank-{}.toml", book.identity.key);
        self.described(&file)?.ok_or_else(|| Refusal::ProfileMissing { file }.into())
    }

    /// Whether the bank asked for something.
    pub fn has_bank_profile(&self, book: &Book) -> bool {
        self.bank_profile(book).is_ok()
    }

    /// The columns of other programs' tables, checked.
    pub fn columns(&self, book: &Book) -> Result<Columns, Error> {
        let file = columns_file(book);
        let columns: Columns = self.described(&file)?.unwrap_or_default();
        let first = |shape: &Option<Shape>, known: &[&str], needed: &[&str]| {
            shape.as_ref().and_then(|shape| shape.check(known, needed).into_iter().next())
        };
        let problems = [
            ("transfers", first(&columns.transfers, &payments::TRANSFER_COLUMNS, &payments::TRANSFERS_NEED)),
            ("journal", first(&columns.journal, &journal::COLUMNS, &journal::NEEDED)),
            ("statement", first(&columns.statement, &bank_answer::COLUMNS, &["date"])),
        ];
        for (table, problem) in problems {
            if let Some(problem) = problem {
                return Err(Refusal::ProfileWrong { file, why: format!("[{table}] {problem}") }.into());
            }
        }
        Ok(columns)
    }

    /// One of them, which somebody has to describe first.
    pub(crate) fn shape(&self, book: &Book, of: impl FnOnce(Columns) -> Option<Shape>) -> Result<Shape, Error> {
        of(self.columns(book)?).ok_or_else(|| Refusal::ProfileMissing { file: columns_file(book) }.into())
    }

    /// The accountant's accounts: what is proposed, and what the file says otherwise.
    pub fn plan(&self, book: &Book, lang: Lang) -> Result<Plan, Error> {
        let plan = Plan::proposed(|heading| key_label(lang, "books-account", heading.key()));
        let file = plan_file(book);
        let Some(bytes) = self.profile(&file)? else { return Ok(plan) };
        let wrong = |why: String| Refusal::ProfileWrong { file: file.clone(), why };
        let rows = exchange::table::read(&bytes).map_err(|e| wrong(e.to_string()))?;
        let fund = |key: &str| book.funds.iter().find(|f| f.key == key).map(|f| f.id);
        plan.read(&rows, fund).map_err(|problem| {
            let said = key_label(lang, "books-plan", problem.mistake.code());
            let line = text::tr(lang, "import-line", &[("line", problem.line.to_string().into())]);
            wrong(format!("{line}: {said}")).into()
        })
    }
}

fn columns_file(book: &Book) -> String {
    format!("columns-{}.toml", book.identity.key)
}

/// The file of the accountant's accounts.
pub fn plan_file(book: &Book) -> String {
    format!("accounts-{}.csv", book.identity.key)
}
