//! Records of a job hunt -> contacts, interviews and a plan, in whichever form students write them.

mod contact;
mod csv;
mod date;
mod field;
mod interview;
mod lists;
mod plan;
mod repair;
mod same;
mod table;
mod yaml;

use std::rc::Rc;

pub use contact::{Contacts, contacts};
pub use interview::interviews;
pub use plan::plan;

/// A record before it is known what each value means: by the name of its column, and its line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Row {
    line: u32,
    cells: Vec<(Rc<str>, String)>,
}
