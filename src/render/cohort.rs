//! The cohort for people: a page, a table for spreadsheets, and a summary. Each is made of the same head and rows.

pub mod csv;
pub mod markdown;
pub mod page;
mod words;
