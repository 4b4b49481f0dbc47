//! SQLite and PostgreSQL behind one type. This crate remembers; it never decides.
//!
//! [`Db`] runs jobs on its own threads. A writing job gets a [`Tx`] and may be run more than once (a
//! group that failed is run again, one job at a time), so it must have no effect outside the transaction.

mod alert;
mod bank_file;
mod batch_void;
mod checkpoint;
mod coupon;
mod db;
mod device;
mod dialect;
mod dispute;
mod fact;
mod fault;
mod figure;
mod fund;
mod fund_move;
mod group;
mod handout;
mod hub;
mod ledger;
mod log;
mod market_day;
mod message;
mod migrate;
mod notebook;
mod notebook_paper;
mod offer;
mod passkey;
mod pg;
mod programme;
mod redemption;
mod row;
mod sabotage;
mod scenario;
mod second_step;
mod settlement;
mod sign_in;
mod signing_key;
mod sqlite;
mod tx;
mod views;
mod world;

pub use bank_file::BankFile;
pub use coupon::NewCodes;
pub use db::{Db, Limits, Place};
pub use device::{Device, DeviceAct};
pub use dialect::Dialect;
pub use fact::FactRow;
pub use fault::Fault;
pub use figure::{HandOutPart, Resting, TransferSum};
pub use fund::MoneyIn;
pub use hub::{Claim, Envelope, HubFile, Mark, Returned};
pub use message::{Letter, Receipt};
pub use notebook::{NotebookCover, NotebookEntry, Seat};
pub use notebook_paper::Paper;
pub use passkey::Passkey;
pub use row::{Arg, Row};
pub use sabotage::{Moment, Room, Sabotage};
pub use scenario::{ScenarioRow, ScenarioVersion};
pub use second_step::Authenticator;
pub use settlement::BankAccount;
pub use sign_in::{Opening, Person, Presence, Session, SessionRow};
pub use tx::{Head, Tx};
pub use views::{HandOutRow, MovementRow, StateCount, TransferRow};
pub use world::SqlWorld;
