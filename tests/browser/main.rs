//! What the real Chrome or Chromium of this machine sees, and what hostile pages get from it: nothing.
//! `cargo test --test browser`; without a browser these tests fail.

#![cfg(test)]

#[path = "../it/visitor_pages/case.rs"]
#[expect(dead_code, reason = "what each finding says is asserted without a browser")]
mod case;
#[path = "../it/checking.rs"]
#[expect(dead_code, reason = "the tests of the whole pipeline need more of it")]
mod checking;
mod cohort;
mod crashes;
mod guard;
mod host;
mod limits;
mod pages;
mod parts;
mod processes;
mod sites;
mod visitor;
