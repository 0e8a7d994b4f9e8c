//! Opens text from outside, for one format each: Markdown, HTML, workflow commands, the terminal. Nothing else in
//! `render` sees what somebody wrote before it went through here.

mod clean;
pub(super) mod command;
pub(super) mod csv;
pub(super) mod html;
pub(super) mod link;
pub(super) mod markdown;
mod pieces;
pub(super) mod terminal;
pub(super) mod yaml;
