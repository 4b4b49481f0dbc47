//! What needs doing today, as links: the first thing on everybody's home.

use crate::page::Shell;
use app::todo::Task;

/// A thing to do and where.
pub(crate) struct Todo {
    pub(crate) words: String,
    pub(crate) href: String,
}

/// Where each thing is done.
const fn page(task: Task) -> &'static str {
    match task {
        Task::Disputes => "disputes",
        Task::Approvals | Task::RunsToSend | Task::RunToPrepare => "settlement",
        Task::BankDetails => "bank-details",
        Task::SigningKey => "signing-keys",
        Task::AgreementsForProgramme | Task::OwnAgreements => "agreements",
        Task::MarketDays => "market",
        Task::OwnTotals => "vendor",
        Task::PrintedCoupons => "stock",
        Task::Reallocations => "moves",
        Task::Overdue => "season",
    }
}

/// Tasks in words.
pub(crate) fn links(s: &Shell, tasks: &[(Task, u64)]) -> Vec<Todo> {
    tasks
        .iter()
        .map(|(task, count)| Todo {
            words: s.n(&format!("todo-{}", task.key()), count),
            href: format!("{}/{}", s.base(), page(*task)),
        })
        .collect()
}
