//! A whole cohort: its roster, what is kept of each student, and what is counted over all of them. Pure; students pass
//! through one by one, so that nothing here grows with their number but a few bytes each.

pub mod column;
pub mod compare;
pub mod granted;
pub mod head;
pub mod history;
pub mod journal;
pub mod public;
pub mod reading;
pub mod roster;
pub mod row;
pub mod shard;
pub mod spread;
pub mod state;
pub mod totals;
mod turn;
mod words;

pub use roster::{Roster, Student};
pub use row::Row;
pub use shard::Shard;
pub use words::Words;
