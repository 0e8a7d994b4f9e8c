//! What bytes and text become: facts. Pure functions, one file per kind of material.

pub mod encoding;
pub mod hosts;
pub mod page;
pub mod pdf;
pub mod projects;
pub mod readme;
pub mod repo_link;
pub mod resume_link;
pub mod tree;
