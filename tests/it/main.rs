//! The only integration binary: one to link, one module a subject. `cfg(test)` is how clippy knows that these may unwrap.

#[cfg(test)]
mod action;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod checking;
#[cfg(test)]
mod cohort;
#[cfg(test)]
mod comments;
#[cfg(test)]
mod deployments;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod github;
#[cfg(test)]
mod originality;
#[cfg(test)]
mod pinned;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod portfolios;
#[cfg(test)]
mod project_lists;
#[cfg(test)]
mod readme_links;
#[cfg(test)]
mod readme_properties;
#[cfg(test)]
mod readmes;
#[cfg(test)]
mod skeleton;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod visitor_pages;
#[cfg(test)]
mod world_itself;
