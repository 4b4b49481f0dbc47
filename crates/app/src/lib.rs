//! The use cases: one file a noun. Each is called the same way by HTTP, the command line, jobs and the
//! simulator: through [`App::act`] to change something, [`App::look`] to read.

pub mod account;
pub mod agreement;
pub mod allotment;
pub mod audit;
pub mod backup;
pub mod bank_details;
pub mod batch;
pub mod command;
pub mod coupon;
pub mod dispute;
pub mod export;
pub mod fund;
pub mod handout;
pub mod keys;
pub mod live_use;
pub mod mail;
pub mod names;
pub mod paper;
pub mod passkey;
pub mod people;
pub mod payment_list;
pub mod permit;
pub mod programme;
pub mod programme_file;
pub mod redemption;
pub mod role_table;
pub mod sale;
pub mod season;
pub mod second_step;
pub mod settlement;
pub mod sign_in;
pub mod simulated;
mod throttle;
pub mod vendor;
pub mod world;

pub use command::Cx;
pub use domain;
pub use store::{Db, Fault, Limits, Moment, Place, Room, Sabotage};
pub use world::{App, Error, Random, Surroundings};
