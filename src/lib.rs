//! foliocheck looks at a student's portfolio the way a hiring reader does, and says what to fix next.
//!
//! We *gather* everything we can see about a student into one value, `Facts`. Anything we could not see is there too, with
//! the reason. Some thirty *rules*, each a function in its own file that cannot touch the network, look at the facts and
//! answer: met, unmet, doubtful, waiting, not applicable, and `?` on a missing fact means *could not tell*. `judge` runs them
//! all and makes *findings*; `report` sorts and counts; each output format is one function from the report to a string;
//! `deliver` posts it. To add a check you write one file.
//!
//! ```text
//! flags, action inputs, portfolio.yml ──settings──▶ Settings + Policy ─────────────────┐
//!                                                        │                             │
//!                              gather (async, all input: net, folder, site; uses parse)│
//!                                                        ▼                             ▼
//!                                                      Facts ──────────▶ judge: rules x subjects (pure)
//!                                                                                      ▼
//!        exit code ◀── deliver (async, all output) ◀── render (pure) ◀── Report ◀── Vec<Finding>
//! ```
//!
//! # Invariants (kept by `tests/it/tidy.rs` and `clippy.toml`)
//!
//! 1. Only `net/`, `gather/`, `deliver/` and `main.rs` are async, name `std::fs`, `std::process`, `std::env`, or read the clock.
//! 2. octocrab and reqwest are named in `net/` only, scraper, comrak and lopdf in `parse/` only; facts are our own types.
//! 3. A rule reads `Facts` (or one `Project`) and `Policy`, nothing else, and returns one answer per subject. Passing is an answer.
//! 4. Unknown is never absent: a fact that could not be read is `Err(Obstacle)`, and only `judge` turns it into a verdict.
//! 5. Text from outside is `Untrusted`; it has no `Display`; of the formats only `render/escape.rs` opens it.
//! 6. Every format is a function of the same `Report`. No format looks anything up in the facts, none computes a count.
//! 7. No global state: no statics except constants and compiled patterns. Configuration is passed, never looked up.
//! 8. Zero subjects, zero rules run, or a report that reached no channel at all ends with exit code 3, never with success.
//! 9. Every public id (rule, obstacle, exit code, JSON field) is in a snapshot.

pub mod cli;
pub mod yaml;

pub mod settings;

pub mod gather;
pub mod net;
pub mod parse;

pub mod facts;

pub mod judge;
pub mod policy;
pub mod rule;
pub mod rules;
pub mod text;

pub mod finding;
pub mod report;

pub mod cohort;

pub mod render;

pub mod deliver;

pub mod exit;
pub mod run;
