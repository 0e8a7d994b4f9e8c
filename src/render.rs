//! Formats: each a function from the one report to a string.

pub mod escape;
