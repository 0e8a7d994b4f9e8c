//! What the real Chrome or Chromium of this machine sees, and what hostile pages get from it: nothing.
//! `cargo test --test browser`; without a browser these tests fail.

#![cfg(test)]

mod cohort;
mod guard;
mod host;
mod limits;
mod pages;
mod parts;
mod processes;
mod visitor;
