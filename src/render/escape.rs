//! Opens text from outside, for one format each: Markdown, HTML, workflow commands, the terminal. Nothing else in
//! `render` sees what somebody wrote before it went through here.

pub(super) mod clean;
pub(super) mod link;
pub(super) mod markdown;
pub(super) mod pieces;
pub(super) mod terminal;
