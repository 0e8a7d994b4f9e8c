//! The bytes of a README -> a README as a reader understands it. Nothing here judges; `facts::Level` says what was found.

mod address;
mod anchors;
mod assignment;
mod blemish;
mod block;
mod builder;
mod built_with;
mod commands;
mod extras;
mod fingerprint;
mod hints;
mod html;
mod inherited;
mod language;
mod level;
mod lists;
mod markdown;
mod meaning;
mod name;
mod navigation;
mod outline;
mod part;
mod phrases;
mod plain;
pub(super) mod references;
mod run;
mod sentence;
mod signs;
mod starters;
mod theme;
mod topic;
mod void;
mod what;
mod words;

use super::encoding;
use crate::facts::{Essentials, Readme, Seen, Untrusted, sha256};
use outline::Outline;

pub use inherited::Original;
pub use lists::prepare;
pub use name::{is_readme_name, rank};

/// How much of a README is judged, in bytes: readers have given up long before, and nobody can make the program work for
/// minutes.
const MAX_BYTES: usize = 256 * 1024;

/// Reads a README. The ending of `path` decides how it is read (`.md`, `.rst`, `.adoc`, `.txt`); a blank one has level 0.
///
/// # Errors
/// [`crate::facts::Obstacle::Unreadable`] where the bytes are no text.
pub fn read(path: &Untrusted, bytes: &[u8]) -> Seen<Readme> {
    read_copy(path, bytes, None)
}

/// The same in a repository that began as a copy of another one: what stands in the README of that one is nobody's own text.
///
/// # Errors
/// As of [`read`].
pub fn read_copy(path: &Untrusted, bytes: &[u8], original: Option<Original<'_>>) -> Seen<Readme> {
    let text = encoding::decode(bytes)?;
    let shown = &text[..text.floor_char_boundary(MAX_BYTES)];
    let markdown = plain::to_markdown(plain::Format::of(path.as_written()), shown);
    let mut blocks = markdown::blocks(&markdown);
    if let Some(original) = original {
        inherited::mark(&mut blocks, original);
    }
    let boilerplate = starters::mark(&mut blocks);
    let mut outline = Outline::new(blocks);
    navigation::mark(&mut outline.blocks, &outline.parts);
    void::mark(&mut outline.blocks);
    assignment::mark(&mut outline.blocks, &outline.parts);
    let is_assignment = outline.blocks.iter().any(|block| block.origin == block::Origin::Assignment);

    let essentials = Essentials {
        what: what::line(&outline),
        run: run::line(&outline),
        built_with: built_with::line(&outline),
    };
    let extras = extras::extras(&outline);
    Ok(Readme {
        path: path.clone(),
        level: level::level(&outline, essentials, &extras),
        essentials,
        boilerplate: boilerplate.or(is_assignment.then_some("the assignment")),
        words: level::own_words(&outline),
        sections: meaning::sections(&outline),
        references: references::references(&outline),
        commands: commands::commands(&outline.blocks),
        blemishes: blemish::blemishes(&outline.blocks, shown),
        is_language_known: language::is_known(&outline.blocks),
        fingerprint: fingerprint::fingerprint(&outline.blocks),
        sha256: sha256(text.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes()),
        lines: u32::try_from(text.lines().count()).unwrap_or(u32::MAX),
        extras,
    })
}
