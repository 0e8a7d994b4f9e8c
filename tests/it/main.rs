//! The only integration binary: one to link, one module a subject. `cfg(test)` is how clippy knows that these may unwrap.

#[cfg(test)]
mod github;
#[cfg(test)]
mod world_itself;
