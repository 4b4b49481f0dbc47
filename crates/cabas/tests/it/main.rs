//! The program as people and other programs meet it: commands, HTTP, crashes, other programs' opinions.

mod architecture;
mod away;
mod bench;
mod books;
mod crash;
mod crowd;
mod demo;
mod languages;
mod people;
mod pipe;
mod sale;
mod season;
mod settle;
mod support;
