//! Who gets what: standard output, files, the job summary, the comment. Failure to deliver is said aloud.

pub mod cohort;
pub mod comment;
pub mod console;
pub mod fallback;
pub mod files;
pub mod issue;
pub mod progress;
pub mod runner;
