//! What needs doing today, as links: the first thing on everybody's home.

use crate::page::Shell;
use app::checklist::Step;
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
        Task::Alerts => "alerts",
        Task::Approvals | Task::RunsToSend | Task::PaymentsToConfirm | Task::RunToPrepare => "settlement",
        Task::BankDetails => "bank-details",
        Task::Releases => "holds",
        Task::SigningKey => "signing-keys",
        Task::FundMoves => "fund-moves",
        Task::Amendment => "amendments",
        Task::AgreementsForProgramme | Task::OwnAgreements => "agreements",
        Task::MarketDays | Task::SharesToHandOver => "market",
        Task::OwnTotals => "vendor",
        Task::PrintedCoupons | Task::RunningOut => "stock",
        Task::Reallocations => "moves",
        Task::Overdue => "season",
        Task::Step(step) => step_page(step),
    }
}

/// Where each step of the season is done.
pub(crate) const fn step_page(step: Step) -> &'static str {
    match step {
        Step::Funds => "funds",
        Step::Agreements => "agreements",
        Step::Print => "batches",
        Step::Stock | Step::Unspent => "stock",
        Step::People => "people",
        Step::Places => "places",
        Step::FirstHandOut => "handouts",
        Step::Midway => "moves",
        Step::LastDay => "calendar",
        Step::Claims => "disputes",
        Step::Paid => "settlement",
        Step::Close => "season",
    }
}

/// Tasks in words.
pub(crate) fn links(s: &Shell, tasks: &[(Task, u64)]) -> Vec<Todo> {
    tasks
        .iter()
        .map(|(task, count)| Todo {
            words: match task {
                Task::Step(step) => s.label("season-step", step.key()),
                task => s.n(&format!("todo-{}", task.key()), count),
            },
            href: format!("{}/{}", s.base(), page(*task)),
        })
        .collect()
}
