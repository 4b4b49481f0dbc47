//! The rules of a coupon programme as pure functions over plain values.
//!
//! Nothing here reads a clock, a random number, a file or a socket: time and identifiers arrive in the
//! command. `engine::apply` is the only way a programme changes; it speaks to its surroundings through
//! `world::World`, which `memory::Memory` implements in memory and `store` in SQL.

pub mod agreement;
pub mod alert;
pub mod amendment;
pub mod amount;
pub mod batch_void;
pub mod business_day;
pub mod campaign;
pub mod chain;
pub mod code;
pub mod command;
pub mod coupon;
pub mod coupon_set;
pub mod delay;
pub mod disclosure;
pub mod dispute;
pub mod donation_receipt;
pub mod engine;
pub mod forecast;
pub mod fund;
pub mod fund_move;
pub mod gift;
pub mod handout;
pub mod hours;
pub mod ids;
pub mod ledger;
pub mod market_day;
pub mod memory;
pub mod message;
pub mod offer;
pub mod order;
pub mod payment_day;
pub mod payment_hold;
pub mod payment_route;
pub mod phone;
pub mod place;
pub mod programme;
pub mod promise;
pub mod proof;
pub mod reallocation;
pub mod reconciliation;
pub mod recurrence;
pub mod redemption;
pub mod refusal;
pub mod replacement;
pub mod role;
pub mod sale;
pub mod scenario;
pub mod season;
pub mod settlement;
pub mod signed_code;
pub mod signing_key;
pub mod stock;
pub mod take_back;
pub mod territory;
pub mod working_capital;
pub mod world;
