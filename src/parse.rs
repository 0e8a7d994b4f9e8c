//! What bytes and text become: facts. Pure functions, one file per kind of material.

pub mod data;
pub mod document;
pub mod encoding;
pub mod host_pages;
pub mod hosts;
pub mod ledger;
pub mod leftovers;
pub mod page;
pub mod pdf;
pub mod projects;
pub mod readme;
pub mod records;
pub mod repo_link;
pub mod resume_address;
pub mod resume_link;
pub mod resume_sections;
pub mod resume_text;
pub mod resume_words;
pub mod site_config;
pub mod source_links;
pub mod static_site;
pub mod surroundings;
pub mod tree;
